"""What a terminal sends, written to a file as it comes: started inside the terminal.

It asks for what the program asks for: kitty's keyboard protocol, bracketed paste, the alternate screen.
"""

import os
import select
import sys
import termios
import tty
from pathlib import Path

ASKED = "\x1b[?1049h\x1b[>25u\x1b[?2004h\x1b[?25l"


def main() -> None:
    """Record until the file is gone."""
    target = Path(sys.argv[1])
    before = termios.tcgetattr(0)
    tty.setraw(0)
    os.write(1, ASKED.encode())
    try:
        target.touch()
        while target.exists():
            if not select.select([0], [], [], 1.0)[0]:
                continue
            data = os.read(0, 1024)
            if not data:
                break
            with target.open("ab") as file:
                file.write(data)
    finally:
        termios.tcsetattr(0, termios.TCSANOW, before)


if __name__ == "__main__":
    main()
