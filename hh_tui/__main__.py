"""`python -m hh_tui`, the command `hh-tui`, and the entry of an archive (`zipapp -m hh_tui.__main__:run`)."""

import gc
import sys
from typing import Final, NoReturn

IMPORTING: Final = (50_000, 10, 50)
"""New objects after which Python looks for garbage. What is imported stays: at 700, as Python has it, a start
looks through all of it dozens of times and finds next to nothing."""


def run() -> NoReturn:
    """Run the command line and end with its exit code."""
    gc.set_threshold(*IMPORTING)
    from hh_tui.cli.main import main

    sys.exit(main())


if __name__ == "__main__":
    run()
