#!/bin/sh
# Rich and Textual break lines at no-break spaces.
#
# rich 15.0.0, textual 8.2.8: U+00A0 stands between parts that belong on one line, such as the groups of a number
# and its unit. Both find the words of a line by the whitespace of Python's regular expressions, which U+00A0 is,
# so that "180 000 ₽" is divided behind any of its spaces. A narrow no-break space, U+202F, is no help: the same
# holds for it.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0 textual==8.2.8

cat > "$folder/wrap.py" <<'PYTHON'
from rich.console import Console
from rich.text import Text
from textual.content import Content

for name, space in (("U+00A0", "\u00a0"), ("U+202F", "\u202f")):
    words = f"Pay 180{space}000{space}EUR a month"
    print(name, "rich", [ascii(line.plain) for line in Text(words).wrap(Console(width=9), 9)])
    print(name, "textual", [ascii(line.plain) for line in Content(words).wrap(9)])
PYTHON

told=$("$folder/venv/bin/python" "$folder/wrap.py")
printf "%s\n" "$told"
seen="U+00A0 rich [\"'Pay 180\\\\xa0'\", \"'000\\\\xa0EUR a'\", \"'month'\"]
U+00A0 textual [\"'Pay 180'\", \"'000\\\\xa0EUR a'\", \"'month'\"]
U+202F rich [\"'Pay 180\\\\u202f'\", \"'000\\\\u202fEUR a'\", \"'month'\"]
U+202F textual [\"'Pay 180'\", \"'000\\\\u202fEUR a'\", \"'month'\"]"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
