"""`python -m hh_tui`, and the entry point of an archive: `python -m zipapp … -m hh_tui.__main__:run`."""

import sys
from typing import NoReturn

from hh_tui.cli.main import main


def run() -> NoReturn:
    """Run the command line and end with its exit code."""
    sys.exit(main())


if __name__ == "__main__":
    run()
