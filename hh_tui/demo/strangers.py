"""People of the resume base, by key: their first number stands for a trade, where others have a vacancy's."""

from datetime import datetime, timedelta
from typing import Final

from hh_tui.demo.professions import Profession, professions
from hh_tui.demo.reluctance import HOME

SIZE: Final = 20_000
"""How many there are when the demo begins."""

APART: Final = timedelta(minutes=20)
"""From one who publishes a resume later on to the next."""

_HOURS: Final = 4_000  # over which resumes were changed

Key = tuple[int, int]


def trade_of(number: int) -> Profession | None:
    """Return the trade that the first number of a key stands for; None where it is a vacancy's."""
    place = number - HOME
    return professions()[place] if 0 <= place < len(professions()) else None


def is_stranger(key: Key) -> bool:
    """Return whether somebody is of the base alone: they have answered nothing."""
    return key[0] >= HOME


def changed_at(key: Key, began: datetime) -> datetime:
    """Return when a resume was changed last."""
    if not is_stranger(key):
        return began - timedelta(hours=5 + key[1] % 400)
    place = key[1] * len(professions()) + key[0] - HOME
    if place >= SIZE:
        return began + APART * (place - SIZE + 1)
    return began - timedelta(hours=5 + place * 37 % _HOURS, minutes=place % 60)
