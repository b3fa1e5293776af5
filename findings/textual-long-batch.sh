#!/bin/sh
# What Textual was told during a batch of updates that lasts for a while stays unseen when the batch ends.
#
# Textual 8.2.8: `App.batch_update` suspends all repaints until the end of the batch. A batch without an `await` in it is
# painted when it ends. In one that goes on over an `await` the screen becomes idle meanwhile, paints nothing, and is not
# asked again: the end of the batch wakes the app and not its screen. What was changed is seen when something else has the
# screen painted, here a refresh 0.7 seconds later; without that, not at all.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/textual"
"$folder/textual/bin/pip" install --quiet --disable-pip-version-check textual==8.2.8

cat > "$folder/app.py" <<'PYTHON'
import asyncio, sys
from textual.app import App
from textual.widgets import Static

class Letter(App):
    def compose(self):
        yield Static("before", id="text")

    async def on_key(self, event):
        text = self.query_one(Static)
        with self.batch_update():
            text.update("AFTER")
            if sys.argv[1] == "long":
                await asyncio.sleep(0.3)
        self.set_timer(0.7, self.later)

    def later(self):
        self.screen.refresh()
        self.set_timer(0.5, self.exit)

Letter().run()
PYTHON

cat > "$folder/look.py" <<'PYTHON'
import os, pty, select, sys, time
from pathlib import Path

def shown(batch):
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="40", LINES="6")
        os.execv(sys.executable, [sys.executable, str(Path(sys.argv[1]) / "app.py"), batch])
    written, pressed, seen = b"", 0.0, None
    while True:
        if select.select([terminal], [], [], 0.02)[0]:
            try:
                written += os.read(terminal, 65536)
            except OSError:
                break
        if not pressed and b"before" in written:
            time.sleep(0.5)
            os.write(terminal, b"x")
            pressed = time.monotonic()
        if pressed and seen is None and b"AFTER" in written:
            seen = time.monotonic() - pressed
    os.waitpid(pid, 0)
    return "with the end of the batch" if seen is not None and seen < 0.8 else "with the refresh" if seen else "never"

for batch in ("short", "long"):
    print(f"{batch} batch: shown {shown(batch)}")
PYTHON

told=$("$folder/textual/bin/python" "$folder/look.py" "$folder")
seen="short batch: shown with the end of the batch
long batch: shown with the refresh"
echo "$told"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
