"""Finding people in words: what is looked for, how many there are, what looking at them costs."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final

from textual.content import Content

from hh_tui.api.models import MethodAccess, Negotiation, PayableServices, Resume
from hh_tui.api.resume_query import ResumeQuery
from hh_tui.api.resume_search import FOUND_AT_MOST
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import grouped, money
from hh_tui.inbox.resume_base.found_people import FoundPeople
from hh_tui.inbox.resume_base.invite_plan import LeftOut
from hh_tui.inbox.resume_base.parameters import INDUSTRY, INDUSTRY_YEARS, TICKS
from hh_tui.inbox.snapshot.view_budget import LAST, ViewBudget
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.render_context import RenderContext

SEARCH_GROUPS: Final = ("2", "4")
"""Groups of paid methods that searching and looking at who was found belong to."""

_NAMED: Final = 3
"""People who are named in a sentence; of more their number is told."""

_PLAIN: Final = (
    "area", "metro", "district", "professional_role", "skill", "experience", "filter_exp_industry",
    "language", "employment_form", "work_format", "business_trip_readiness", "job_search_status",
    "education_levels", "educational_institution", "gender", "label", "citizenship", "work_ticket",
    "driver_license_types", "vacancy_id", "folder",
)  # fmt: skip

_LABELLED: Final = frozenset(
    {
        "metro", "district", "filter_exp_industry", "citizenship", "work_ticket", "driver_license_types",
        "vacancy_id", "folder",
    }
)  # fmt: skip
"""Values that do not tell by themselves what they are about."""

KEYS: Final = (
    "found-open", "found-mark", "found-invite", "found-form", "found-new", "found-order", "close-found",
)  # fmt: skip
"""Commands that the last line of the list names; the last but one are left out where they do not fit."""

FEWEST: Final = 4
"""Of these commands are named at least."""

KEYS_OF_NOBODY: Final = ("found-form", "found-new", "close-found")
"""Those of them that do something where nobody is listed."""


_SPANS: Final = {"salary_from": "pay", "salary_to": "pay", "age_from": "age", "age_to": "age"}
"""What both ends of a span are about."""


def conditions(tr: Catalogue, parameters: Sequence[str]) -> str:
    """Parameters of a search as its form calls them: `Занятость, Формат работы`."""
    fields = dict.fromkeys(_SPANS.get(one, one) for one in parameters)
    return ", ".join(tr(f"people.{one}") for one in fields)


def named(names: Mapping[str, str], parameter: str, value: str) -> str:
    """The word for an id; the id itself where nobody has told the word yet."""
    return names.get(f"{parameter} {value}") or value


def found_line(tr: Catalogue, found: int) -> str:
    """`Найдено 20 000, покажем не больше 2 000`."""
    told = tr("people.found", n=found, found=grouped(found))
    more = tr("people.at-most", most=grouped(FOUND_AT_MOST)) if found > FOUND_AT_MOST else ""
    return f"{told}{more}"


def chips(tr: Catalogue, query: ResumeQuery, names: Mapping[str, str]) -> tuple[str, ...]:
    """What is looked for, one text for each thing."""
    found = [one.text for one in query.phrases]
    if query.phrases and not query.phrases[0].is_plain:
        first = query.phrases[0]
        where = [named(names, "text.field", one) for one in first.fields]
        parts = (*where, named(names, "text.logic", first.logic), named(names, "text.period", first.period))
        found.append(", ".join(_small(one) for one in parts if one))
    if query.resume:
        found.insert(0, like(tr, query, names))
    for parameter in _PLAIN:
        value = getattr(query, parameter)
        ids = (value,) if isinstance(value, str) else value or ()
        if ids:
            told = ", ".join(named(names, parameter, one) for one in ids)
            if parameter == INDUSTRY and query.filter_exp_period:
                told += f", {_small(named(names, INDUSTRY_YEARS, query.filter_exp_period))}"
            found.append(tr(f"people.chip.{parameter}", value=told) if parameter in _LABELLED else told)
    found += [one for one in (_pay(tr, query), _age(tr, query)) if one]
    if query.period:
        found.append(tr("people.days", n=query.period))
    found += [tr(f"people.{one}") for one in TICKS if getattr(query, one)]
    return tuple(found)


def like(tr: Catalogue, query: ResumeQuery, names: Mapping[str, str]) -> str:
    """Whom people are like; empty where they need not be. An id tells a person nothing and is not shown."""
    if not query.resume:
        return ""
    return tr("people.like", name=names.get(f"resume {query.resume}") or tr("people.like.somebody"))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _pay(tr: Catalogue, query: ResumeQuery) -> str:
    low, high, currency = query.salary_from, query.salary_to, query.currency or "RUR"
    if low is not None and high is not None:
        return f"{grouped(low)}–{money(high, currency)}"
    if low is not None:
        return tr("chip.from", low=money(low, currency))
    return tr("chip.to", high=money(high, currency)) if high is not None else ""


def _age(tr: Catalogue, query: ResumeQuery) -> str:
    low, high = query.age_from, query.age_to
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        return tr("chip.age", span=f"{low}–{high}")
    told = tr("chip.from", low=str(low)) if low is not None else tr("chip.to", high=str(high))
    return tr("chip.age", span=told)


def asked_line(tr: Catalogue, query: ResumeQuery, names: Mapping[str, str], saved: str) -> str:
    """Everything that is looked for, in one line; of a saved search its name, since it tells ids alone."""
    if saved:
        return f"{glyphs.SAVED} {saved}"
    return " · ".join(chips(tr, query, names)) or tr("people.anybody")


def budget(tr: Catalogue, views: ViewBudget) -> Content:
    """How many views are left today; the last ones stand out."""
    if views.left is None:
        return Content.styled(tr("people.views.unknown"), "$text-muted")
    whole = f" / {grouped(views.whole)}" if views.whole is not None else ""
    told = tr("people.views", left=f"{grouped(views.left)}{whole}")
    return Content.styled(told, "bold $warning" if views.left <= LAST else "$text-muted")


def place(tr: Catalogue, people: FoundPeople) -> str:
    """`3/1 240`, who is marked and who is hidden for now."""
    at = f"{people.cursor + 1}/{grouped(people.found)}" if people.rows else ""
    marked = tr("people.marked", n=len(people.marked)) if people.marked else ""
    hidden = tr("people.hidden", n=people.hidden) if people.hidden else ""
    return dotted((at, marked, hidden))


def beside(tr: Catalogue, people: FoundPeople, invited: Mapping[str, str]) -> Mapping[str, str]:
    """For a row, by resume id: where somebody was invited from here, and that there are notes on them."""
    found = dict(invited)
    for key, count in people.notes.items():
        found[key] = dotted((invited.get(key, ""), tr("people.row.notes", n=count)))
    return found


def position_of(who: str, resume: Resume) -> str:
    """Somebody by name and position."""
    return f"{who}, {resume.title}" if resume.title else who


def hints(
    tr: Catalogue, keys: Callable[[str], str], commands: Sequence[str], *, costs: Container[str] = ()
) -> str:
    """The keys of the list, the most useful first; nothing of a command without one.

    Those of the commands that `costs` has tell what they spend.
    """
    told = {one: f"people.hint.{one}{'.costs' if one in costs else ''}" for one in commands}
    return "  ".join(f"{key} {tr(told[one])}" for one in commands if (key := keys(one)))


def shorter(commands: Sequence[str]) -> Iterator[Sequence[str]]:
    """All of them, then fewer and fewer: the first ones, those that help most, and the last one stay."""
    for left_out in range(max(1, len(commands) + 1 - FEWEST)):
        yield (*commands[: len(commands) - 1 - left_out], commands[-1])


def obstacle(tr: Catalogue, one: LeftOut) -> str:
    """Why somebody is not invited."""
    return tr(f"people.obstacle.{one.obstacle}", stage=one.stage)


def unchecked(ctx: RenderContext, people: Sequence[Negotiation]) -> str:
    """The names of people, the first few of them; empty where there is nobody."""
    if not people:
        return ""
    names = ", ".join(name(ctx, one) for one in people[:_NAMED])
    more = len(people) - _NAMED
    return ctx.tr("people.unchecked.more", names=names, n=more) if more > 0 else names


def not_paid(tr: Catalogue, access: MethodAccess | None, services: PayableServices | None) -> Content:
    """Without access to the base: what is missing, what there is, and who gives it."""
    lines = [Content.styled(tr("people.paid.title"), "bold $warning")]
    groups = access.items if access is not None else ()
    closed = [one for one in groups if not one.is_open]
    missing = [one for one in closed if one.id in SEARCH_GROUPS] or closed
    if missing:
        lines += [
            Content(tr("people.paid.missing")),
            *(Content(f"  ✗ {one.description or one.id}") for one in missing),
        ]
    have = [one for one in groups if one.is_open]
    if have:
        lines += [
            Content(tr("people.paid.have")),
            *(Content(f"  ✓ {one.description or one.id}") for one in have),
        ]
    for one in services.items if services is not None else ():
        name = (one.service_type.name or one.service_type.id) if one.service_type else one.id
        left = one.balance.actual if one.balance and one.balance.actual is not None else None
        balance = tr("people.paid.balance", left=grouped(int(left))) if left is not None else ""
        until = tr("people.paid.until", day=f"{one.expires_at:%d.%m.%Y}") if one.expires_at else ""
        lines.append(Content(f"  • {dotted((name, balance, until))}"))
    lines.append(Content(tr("people.paid.ask")))
    return Content("\n").join(lines)
