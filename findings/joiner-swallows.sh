#!/bin/sh
# What stands behind a zero width joiner is measured as nothing by Rich, Textual and wcwidth, be it a full stop.
#
# rich 15.0.0, textual 8.2.8, wcwidth 0.9.4: Persian writes the year of the Hijra with U+200D behind its letter, so
# that this keeps its form before the full stop: "1404 h(U+200D)." Unicode joins pictographs with it and nothing
# else (rule GB11 of text segmentation). All three take whatever follows for a part of the cluster, so that the
# full stop has no cell. In a terminal it has one, and the right border of a frame stands one cell further on in
# that line than in the others.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0 textual==8.2.8 wcwidth==0.9.4

cat > "$folder/measure.py" <<'PYTHON'
import io
from rich.cells import cell_len
from rich.console import Console
from rich.panel import Panel
from textual.content import Content
from wcwidth import wcswidth

plain = "1404 \u0647."
joined = "1404 \u0647\u200d."
for name, measure in (("rich", cell_len), ("textual", lambda text: Content(text).cell_length), ("wcwidth", wcswidth)):
    print(f"{name}: {measure(plain)} without the joiner, {measure(joined)} with it")

written = io.StringIO()
Console(file=written, width=12, force_terminal=True, color_system=None).print(Panel(f"{plain}\n{joined}"))
lines = [line.replace("\u200d", "") for line in written.getvalue().splitlines()[1:3]]
print("right border behind", [line.rindex("\u2502") for line in lines], "characters that have a cell")
PYTHON

told=$("$folder/venv/bin/python" "$folder/measure.py")
printf "%s\n" "$told"
seen="rich: 7 without the joiner, 6 with it
textual: 7 without the joiner, 6 with it
wcwidth: 7 without the joiner, 6 with it
right border behind [11, 12] characters that have a cell"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
