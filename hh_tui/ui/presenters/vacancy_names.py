"""What tells vacancies of one name apart: city, manager, department, their last day, the number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from hh_tui.api.models import Vacancy
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import date
from hh_tui.ui.presenters.render_context import RenderContext

_Fact = Callable[[RenderContext, Vacancy], str]


def _city(_: RenderContext, one: Vacancy) -> str:
    return (one.area.name or "") if one.area else ""


def _manager(_: RenderContext, one: Vacancy) -> str:
    """`Крылова В.`: the last name comes first in what hh.ru tells."""
    last, _space, others = (one.manager.name if one.manager else "").partition(" ")
    return f"{last} {others[0]}." if others.strip() else last


def _department(_: RenderContext, one: Vacancy) -> str:
    return (one.department.name or "") if one.department else ""


def _archived(ctx: RenderContext, one: Vacancy) -> str:
    return ctx.tr("vacancies.archived-since", date=date(ctx, one.archived_at)) if one.archived_at else ""


def _until(ctx: RenderContext, one: Vacancy) -> str:
    return ctx.tr("vacancies.until", date=date(ctx, one.expires_at)) if one.expires_at else ""


_FACTS: Final[tuple[_Fact, ...]] = (_city, _manager, _department, _archived, _until)
"""From what a person knows best to what they know least."""


def asides(ctx: RenderContext, vacancies: Iterable[Vacancy]) -> Mapping[str, str]:
    """By id, what stands beside a name that others have as well; nothing for names that stand once.

    A fact is told where it differs among those it has to tell apart; the id where nothing does.
    """
    named: dict[str, dict[str, Vacancy]] = defaultdict(dict)
    for one in vacancies:
        named[one.name.casefold()][one.id] = one
    found: dict[str, str] = {}
    for alike in named.values():
        if len(alike) > 1:
            found |= _told_apart(ctx, tuple(alike.values()), _FACTS)
    return found


def _told_apart(ctx: RenderContext, alike: tuple[Vacancy, ...], facts: tuple[_Fact, ...]) -> dict[str, str]:
    if len(alike) == 1:
        return {alike[0].id: ""}
    if not facts:
        return {one.id: ctx.tr("vacancies.number", id=one.id) for one in alike}
    fact, *others = facts
    groups: dict[str, list[Vacancy]] = defaultdict(list)
    for one in alike:
        groups[fact(ctx, one)].append(one)
    found: dict[str, str] = {}
    for value, group in groups.items():
        rest = _told_apart(ctx, tuple(group), tuple(others))
        told = value if len(groups) > 1 else ""
        found |= {key: dotted((told, more)) for key, more in rest.items()}
    return found


def names(ctx: RenderContext, vacancies: Iterable[Vacancy]) -> Mapping[str, str]:
    """The names by id, each with what tells it apart."""
    known = tuple(vacancies)
    beside = asides(ctx, known)
    return {one.id: dotted((one.name or one.id, beside.get(one.id, ""))) for one in known}
