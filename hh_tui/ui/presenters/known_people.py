"""People found by name over all vacancies, in words: who and where, and how far the search reaches."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from hh_tui.api.models import Vacancy
from hh_tui.inbox.lists.known_people import KnownPeople, KnownPerson
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import age
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.vacancy_names import names

NAMED: Final = 3
"""Vacancies that are named; of more the number says enough."""

SHOWN: Final = 60
"""Characters of a name that are shown."""


def short(text: str) -> str:
    """Names are as long as whoever gave them likes; a line has room for the beginning."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def line(ctx: RenderContext, person: KnownPerson, vacancies: Mapping[str, str]) -> str:
    """Who, on which vacancy: by its name, or by its number where nothing tells its name."""
    vacancy = vacancies.get(person.vacancy_id) or ctx.tr("vacancies.number", id=person.vacancy_id)
    return dotted((short(person.name), short(vacancy)))


def beside(ctx: RenderContext, person: KnownPerson) -> str:
    """In which state, and how long ago something happened last."""
    return dotted((short(person.state.name) if person.state else "", age(ctx, person.updated_at)))


def title(ctx: RenderContext, typed: str, found: KnownPeople) -> str:
    """What was looked for, and how many were found."""
    return ctx.tr("known.found", typed=typed, n=found.found)


def unread(ctx: RenderContext, vacancies: Sequence[Vacancy], read: Collection[str]) -> str:
    """How many vacancies nothing was read of, and which; empty where there is none that has anybody."""
    told = names(ctx, vacancies)
    named = [told[one.id] for one in vacancies if one.id not in read and one.total != 0]
    if not named:
        return ""
    shown = ", ".join(ctx.tr("row.vacancy", vacancy=short(one)) for one in named[:NAMED])
    more = len(named) - NAMED
    key = "known.unread.more" if more > 0 else "known.unread"
    return ctx.tr(key, n=len(named), names=shown, more=more)


def reach(ctx: RenderContext, found: KnownPeople, unread: str) -> str:
    """Among how many was looked, and what that leaves out."""
    shown = len(found.people)
    more = ctx.tr("known.more", shown=shown) if shown < found.found else ""
    return " ".join(filter(None, (ctx.tr("known.among", n=found.among), more, unread)))


def nobody(
    ctx: RenderContext, keys: Callable[[str], str], typed: str, found: KnownPeople, unread: str
) -> str:
    """Why nobody was found, and what to do."""
    said = ctx.tr("known.nobody", typed=typed, n=found.among, key=keys("vacancy"))
    return " ".join(filter(None, (said, unread)))
