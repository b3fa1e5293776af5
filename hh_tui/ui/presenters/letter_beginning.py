"""How a letter begins, in a line about it."""

from typing import Final

from hh_tui.i18n.text import one_line

SHOWN: Final = 160
"""Characters of it."""


def beginning(text: str) -> str:
    """The letter in one line, as far as it fits beside other lines."""
    line = one_line(text[: 2 * SHOWN])
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
