"""Becomes the program of a terminal, after it has written down which process that is."""

import os
import sys
from pathlib import Path


def main() -> None:
    """`python -m tests.terminals.inside FILE COMMAND …`."""
    Path(sys.argv[1]).write_text(str(os.getpid()))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606


if __name__ == "__main__":
    main()
