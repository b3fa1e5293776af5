"""The resume base: twenty thousand people by number, each invented when somebody looks at them.

Every trade has the same share. A part of the people has answered vacancies of ours before; a few more
publish their resumes while the demo goes on.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final

from hh_tui.demo.careers import ABOUT, SCHOOLS
from hh_tui.demo.professions import Profession, professions
from hh_tui.demo.query_language import words_of
from hh_tui.demo.reluctance import HOME
from hh_tui.demo.strangers import APART, SIZE, Key, trade_of
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import by_sex

_COMING: Final = 400  # people who publish a resume later on
_MET_EVERY, _MET_PLACE = 15, 7
_SECOND_RESUMES: Final = 12


@cache
def vocabulary(trade: Profession) -> frozenset[str]:
    """Return every word that resumes of a trade are made of."""
    told = (*trade.near, *trade.far, *trade.skills, *trade.companies, *trade.duties, ABOUT)
    spoken = [by_sex(text, female=female) for text in told for female in (False, True)]
    spoken += [" ".join(filter(None, school[1:])) for school in SCHOOLS]
    return frozenset(word for text in spoken for word in words_of(text))


class ResumeBase:
    """Who there is, by number: the numbers of a trade lie `len(professions())` apart."""

    def __init__(self, vacancies: Sequence[Vacancy], began: datetime) -> None:
        self._began = began
        ours = (one for one in vacancies if one.manager.main and not one.archived)
        self._homes: dict[str, Vacancy] = {}
        for vacancy in ours:
            self._homes.setdefault(vacancy.trade.id, vacancy)

    def length(self, now: datetime) -> int:
        """Return how many people there are by now."""
        return SIZE + max(0, min(_COMING, (now - self._began) // APART))

    def has(self, key: Key, now: datetime) -> bool:
        """Return whether a key is one of the base alone."""
        place = key[1] * len(professions()) + key[0] - HOME
        return trade_of(key[0]) is not None and place < self.length(now)

    def trade(self, number: int) -> Profession:
        """Return the trade of somebody."""
        return professions()[number % len(professions())]

    def key(self, number: int) -> Key:
        """Return who somebody is: a stranger, or one who has answered a vacancy of ours."""
        trades = professions()
        place, trade = divmod(number, len(trades))
        vacancy = self._homes.get(trades[trade].id)
        met, offset = divmod(place, _MET_EVERY)
        if vacancy is None or offset != _MET_PLACE or met >= vacancy.responses:
            return (HOME + trade, place)
        second = met % _SECOND_RESUMES == _SECOND_RESUMES - 1
        return (HOME + trade, place) if second else (vacancy.number, met)
