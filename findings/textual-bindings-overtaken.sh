#!/bin/sh
# Textual's text area, sent letters and editing keys in one go, does the editing behind the letters that follow.
#
# Textual 8.2.8: a letter is inserted by the widget that has the focus. A key with a binding (Backspace, Delete, Home,
# F7, which selects all) passes the widget and all above it, and is looked up only when it has come back to the app,
# at the end of the app's queue: behind all keys that had arrived together with it, as over a stalled connection. The
# same bytes, read one by one, give the text that one would expect: Backspace takes away the letter before it, and a
# letter behind F7 takes the place of the old text. Read together, Backspace takes away the last letter of all, and
# what was typed behind F7 is selected with the rest; the next letter would replace it.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/textual"
"$folder/textual/bin/pip" install --quiet --disable-pip-version-check textual==8.2.8

cat > "$folder/app.py" <<'PYTHON'
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea

class Notes(App):
    def compose(self):
        yield TextArea("old", id="text")
    def on_mount(self):
        self.query_one(TextArea).move_cursor((0, 3))
        Path(sys.argv[1]).write_text("")
    def on_key(self, event):
        if event.key == "escape":
            area = self.query_one(TextArea)
            Path(sys.argv[1]).write_text(f"{area.text!r}, selected {area.selected_text!r}")
            self.exit()

Notes().run()
PYTHON

cat > "$folder/type.py" <<'PYTHON'
import os, pty, select, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
KEYS = {"Backspace": ["a", "b", "c", "\x7f", "d"], "F7": ["\x1b[18~", "n", "e", "w"]}

def typed(keys, pause):
    told = folder / "told"
    told.unlink(missing_ok=True)
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execv(sys.executable, [sys.executable, str(folder / "app.py"), str(told)])

    def read(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.05)[0]:
                try:
                    os.read(terminal, 65536)
                except OSError:
                    return

    while not told.exists():
        read(0.1)
    read(1.0)
    if pause:
        for key in keys:
            os.write(terminal, key.encode())
            read(pause)
    else:
        os.write(terminal, "".join(keys).encode())
        read(1.0)
    os.write(terminal, b"\x1b")
    while not told.read_text():
        read(0.1)
    os.waitpid(pid, 0)
    return told.read_text()

for name, keys in KEYS.items():
    print(f"{name}, one by one: {typed(keys, 0.3)}")
    print(f"{name}, together: {typed(keys, 0.0)}")
PYTHON

told=$("$folder/textual/bin/python" "$folder/type.py" "$folder")
seen="Backspace, one by one: 'oldabd', selected ''
Backspace, together: 'oldabc', selected ''
F7, one by one: 'new', selected ''
F7, together: 'oldnew', selected 'oldnew'"
echo "$told"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
