"""Commands of the person's own that were run before, the latest first. Nothing but the commands is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from hh_tui.i18n.text import one_line

KIND: Final = "pipe"
"""Under which they are remembered: the command, and when it was run for the last time."""

MOST: Final = 50
LONGEST: Final = 1_000
"""So many are kept, of so many characters."""


def from_texts(texts: Mapping[str, str]) -> tuple[str, ...]:
    """The commands, the latest first."""
    found = sorted(texts, key=lambda one: texts[one], reverse=True)
    return tuple(one for one in found if one and one == one_line(one))


def changes(texts: Mapping[str, str], command: str, now: datetime) -> Mapping[str, str]:
    """What is written down when a command is run: the moment, and an empty text for each one forgotten."""
    if len(command) > LONGEST:
        return {}
    others = [one for one in from_texts(texts) if one != command]
    return {command: now.isoformat(), **dict.fromkeys(others[MOST - 1 :], "")}
