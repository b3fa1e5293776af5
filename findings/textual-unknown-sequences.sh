#!/bin/sh
# Textual's parser of terminal input gives out what it does not know as single keys.
#
# textual 8.2.8: the keys of a terminal that are in none of its tables, and answers that a terminal gives late,
# come out as the characters of their sequence, so that an application hears keys that nobody pressed.
#  1. Alt+F3 of Konsole and QTerminal, ESC O 3 R: the keys O, 3 and R.
#  2. Insert of st, ESC [ 4 h: the keys [, 4 and h.
#  3. The answer to a request for device attributes, ESC [ ? 62 ; 22 c: eight keys.
#  4. A Cyrillic capital of kitty 0.26.5, which leaves out the text of such keys, ESC [ 1072 ; 2 u: a key with
#     Shift that types nothing.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check textual==8.2.8

cat > "$folder/keys.py" <<'PYTHON'
import time
from textual._xterm_parser import XTermParser

for name, sequence in (
    ("Alt+F3", "\x1bO3R"),
    ("Insert", "\x1b[4h"),
    ("attributes", "\x1b[?62;22c"),
    ("capital", "\x1b[1072;2u"),
):
    parser = XTermParser()
    keys = list(parser.feed(sequence))
    time.sleep(0.2)
    keys += parser.tick()
    print(name, *((key.key, key.character) for key in keys))
PYTHON

told=$("$folder/venv/bin/python" "$folder/keys.py")
seen="Alt+F3 ('alt+shift+o', 'O') ('3', '3') ('R', 'R')
Insert ('left_square_bracket', '[') ('4', '4') ('h', 'h')
attributes ('left_square_bracket', '[') ('question_mark', '?') ('6', '6') ('2', '2') ('semicolon', ';') ('2', '2') ('2', '2') ('c', 'c')
capital ('shift+а', None)"
echo "$told"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
