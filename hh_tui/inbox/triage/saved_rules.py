"""Rules that a person keeps under a name: for one vacancy, or for all."""

import json
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import one_line

KIND: Final = "rule"
"""Under which they are remembered."""

LONGEST: Final = 500
"""Characters of a rule that are kept."""


class SavedRule(Struct, frozen=True):
    """What was typed, under a name; `vacancy_id` is empty where it is for all vacancies."""

    name: str
    typed: str
    vacancy_id: str = ""

    @property
    def key(self) -> str:
        """One name stands for one rule of a vacancy."""
        return json.dumps([self.vacancy_id, self.name], ensure_ascii=False)


def from_texts(texts: Mapping[str, str]) -> tuple[SavedRule, ...]:
    """Those that were kept, by name; what can't be read is left out."""
    found = (_read(key, typed) for key, typed in texts.items())
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name.casefold()))


def _read(key: str, typed: str) -> SavedRule | None:
    try:
        vacancy_id, name = json.loads(key)
    except (ValueError, TypeError, RecursionError):
        return None
    if not (isinstance(vacancy_id, str) and isinstance(name, str) and typed.strip()):
        return None
    return SavedRule(one_line(name), one_line(typed)[:LONGEST], vacancy_id) if one_line(name) else None


def of_vacancy(saved: tuple[SavedRule, ...], vacancy_id: str) -> tuple[SavedRule, ...]:
    """Those of the vacancy, then those of all."""
    own = tuple(one for one in saved if one.vacancy_id and one.vacancy_id == vacancy_id)
    return (*own, *(one for one in saved if not one.vacancy_id))
