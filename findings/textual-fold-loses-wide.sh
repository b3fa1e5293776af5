#!/bin/sh
# Textual folds a line that is not wrapped by its cells, and cuts it by its characters: of wide ones half is lost.
#
# textual 8.2.8: `text-wrap: nowrap; text-overflow: fold` breaks a line wherever the width is reached. The places
# are counted in cells (0, 8, 16 for a width of 8) and used as numbers of characters. An address of eleven signs
# that take two cells each comes in lines of eight signs, 16 cells, of which the widget shows the first four: the
# fifth to the eighth sign are nowhere. With `text-wrap: wrap` the same address is complete.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check textual==8.2.8

cat > "$folder/address.py" <<'PYTHON'
import asyncio

from textual.app import App
from textual.widgets import Static

ADDRESS = "\u6771\u4eac\u90fd\u6e2f\u533a\u829d\u516c\u5712\u56db\u4e01\u76ee"


class Folded(App):
    CSS = "Static { width: 8; height: 3; text-overflow: fold; } #nowrap { text-wrap: nowrap; }"

    def compose(self):
        yield Static(ADDRESS, id="wrap")
        yield Static(ADDRESS, id="nowrap")


async def main():
    app = Folded()
    async with app.run_test(size=(8, 6)):
        for name in ("wrap", "nowrap"):
            widget = app.query_one(f"#{name}", Static)
            shown = "".join(line.crop(0, 8).text.strip() for line in map(widget.render_line, range(3)))
            lost = [number for number, sign in enumerate(ADDRESS, 1) if sign not in shown]
            print(f"{name}: lost of eleven signs: {lost}")


asyncio.run(main())
PYTHON

told=$("$folder/venv/bin/python" "$folder/address.py")
printf "%s\n" "$told"
seen="wrap: lost of eleven signs: []
nowrap: lost of eleven signs: [5, 6, 7, 8]"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
