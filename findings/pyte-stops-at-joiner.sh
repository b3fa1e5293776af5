#!/bin/sh
# pyte loses the rest of what is written behind a zero width joiner, a zero width space or a variation selector.
#
# pyte 0.8.2: a character without width whose canonical combining class is 0 ends the drawing of the text it came
# in, so that everything behind it up to the next control character is gone. A screen read through pyte says less
# than the program wrote, and what follows stands at the place of what was lost. An accent has another class and
# is put onto its letter.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyte==0.8.2 wcwidth==0.9.4

cat > "$folder/draw.py" <<'PYTHON'
import pyte

for name, sign in (("U+200D", "\u200d"), ("U+200B", "\u200b"), ("U+FE0F", "\ufe0f"), ("U+0301", "\u0301")):
    screen = pyte.Screen(24, 1)
    pyte.Stream(screen).feed(f"before{sign}behind\x1b[1mnext")
    print(name, ascii(screen.display[0].rstrip()))
PYTHON

told=$("$folder/venv/bin/python" "$folder/draw.py")
printf "%s\n" "$told"
seen="U+200D 'beforenext'
U+200B 'beforenext'
U+FE0F 'beforenext'
U+0301 'befor\\xe9behindnext'"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
