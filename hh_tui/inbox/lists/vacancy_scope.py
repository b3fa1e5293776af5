"""Which active vacancies are listed: all one has a right to, or those of a department and of managers."""

import json
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from hh_tui.api.limits import ACTIVE_PER_PAGE
from hh_tui.api.models import Vacancy
from hh_tui.i18n.text import one_line
from hh_tui.inbox.lists.choices import Choice, choice

KIND: Final = "vacancy-scope"
"""Under which a scope is remembered; the key is the working account, as `Inbox.who` names it."""


class VacancyScope(Struct, frozen=True):
    """A department, managers, or both. Empty, it stands for every vacancy one has a right to."""

    department: Choice | None = None
    managers: tuple[Choice, ...] = ()

    def __bool__(self) -> bool:
        return self.department is not None or bool(self.managers)

    @property
    def department_id(self) -> str | None:
        """The department, as hh.ru calls it."""
        return self.department.id if self.department else None

    @property
    def manager_ids(self) -> tuple[str, ...]:
        """The managers, as hh.ru calls them."""
        return tuple(one.id for one in self.managers)

    @property
    def name(self) -> str:
        """`Логистика, Соколова Анна`; empty for all vacancies."""
        chosen = (*((self.department,) if self.department else ()), *self.managers)
        return ", ".join(one.name for one in chosen)


EVERYTHING: Final = VacancyScope()


class CounterPage(Struct, frozen=True):
    """One page of active vacancies to poll: its number, and whose vacancies are on it."""

    number: int
    manager_id: str | None = None


def counter_pages(
    scope: VacancyScope, vacancies: Sequence[Vacancy], open_id: str | None
) -> tuple[tuple[CounterPage, ...], int]:
    """The pages that the vacancies stand on, and which of them has the open one.

    Managers are asked for one after the other, each with pages of their own.
    """
    groups: dict[str | None, list[str]] = {manager_id: [] for manager_id in scope.manager_ids} or {None: []}
    for one in vacancies:
        owner = one.manager.id if scope.managers and one.manager else None
        groups[owner if owner in groups else next(iter(groups))].append(one.id)
    pages: list[CounterPage] = []
    home = 0
    for manager_id, ids in groups.items():
        if open_id in ids:
            home = len(pages) + ids.index(open_id) // ACTIVE_PER_PAGE
        pages += [CounterPage(number, manager_id) for number in range(-(-len(ids) // ACTIVE_PER_PAGE))]
    return tuple(pages) or (CounterPage(0, next(iter(groups))),), home


def to_text(scope: VacancyScope) -> str:
    """As JSON; empty for all vacancies, which needs no remembering."""
    if not scope:
        return ""
    department = [scope.department.id, scope.department.name] if scope.department else None
    managers = [[one.id, one.name] for one in scope.managers]
    return json.dumps({"department": department, "managers": managers}, ensure_ascii=False)


def from_text(text: str) -> VacancyScope:
    """What `to_text` wrote; what it can't have written is left out."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return EVERYTHING
    if not isinstance(told, dict):
        return EVERYTHING
    managers = told.get("managers")
    found = [_choice(one) for one in managers] if isinstance(managers, list) else []
    return VacancyScope(_choice(told.get("department")), tuple(one for one in found if one is not None))


def _choice(told: Any) -> Choice | None:
    match told:
        case [str(id_), str(name)] if id_:
            return choice(id_, one_line(name))
        case _:
            return None
