"""hh.ru's filters, asked one at a time."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.errors import HHError
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists import active_filters
from hh_tui.inbox.lists.choices import Choice, Choices, fitting
from hh_tui.inbox.snapshot.query import Query
from hh_tui.plain.context import PlainContext
from hh_tui.plain.typed_line import number_of
from hh_tui.system.structs import replace
from hh_tui.ui.events import FiltersNamed
from hh_tui.ui.filter_choices import FilterChoices
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.filters import why_none

SPANS: Final[Mapping[str, tuple[str, str]]] = {
    "age": ("age_from", "age_to"),
    "pay": ("salary_from", "salary_to"),
}
VALUES: Final = ("experience", "area", "education_level", "language", "citizenship", "driver_license_types")
ONE: Final = frozenset({"education_level"})
"""Parameters that take one value."""

HAVING: Final = ("show_only_with_vehicle", "show_only_with_medical_book", "show_only_with_self_employment")
"""Parameters that ask for what a candidate has."""

TEXT: Final = "search_text"
SHOWN: Final = 30
"""Values that are told at once; where there are more, a part of the name is asked for."""


class PlainFilters:
    """`enter` shows another list. Each answer narrows the list down at once."""

    def __init__(self, context: PlainContext, enter: Callable[[Query], Awaitable[None]]) -> None:
        self._context = context
        self._enter = enter
        self._choices: Choices = {}

    async def choose(self) -> None:
        """What to ask for, then its value."""
        context, query = self._context, self._context.inbox.listing.query
        if query is None:
            return
        if (why := why_none(query, context.key)) is not None:
            context.say(why[0], **why[1])
            return
        names = (TEXT, *SPANS, *VALUES, *HAVING, query.new_flag)
        labels = [context.tr("plain.filter.text" if one == TEXT else f"filter.{one}") for one in names]
        place = await context.ask.choose(context.tr("filters.title"), labels)
        if place is None:
            return
        changes = await self._asked(query.filters, names[place])
        if changes is None:
            return
        filters = replace(query.filters, **changes)
        if (problem := active_filters.problem_of(filters)) is not None:
            context.say(f"filters.problem.{problem}")
        else:
            await self._enter(query.narrowed(filters))

    async def clear(self) -> None:
        """The whole list."""
        query = self._context.inbox.listing.query
        if query is not None and query.filters != NO_FILTERS:
            await self._enter(query.narrowed(NO_FILTERS))
        elif query is not None and (why := why_none(query, self._context.key)) is not None:
            self._context.say(why[0], **why[1])
        else:
            self._context.say("filters.nothing", key=self._context.key("filters"))

    async def _asked(self, filters: Filters, name: str) -> Mapping[str, Any] | None:
        """The fields to change; None where one leaves. An empty answer takes the filter away."""
        context = self._context
        if name in SPANS:
            return await self._span(name)
        if name in VALUES:
            return await self._values(name)
        if name == TEXT:
            text = await context.ask.line(context.tr("plain.filter.text"))
            return None if text is None else {TEXT: text or None}
        return {name: not getattr(filters, name)}

    async def _span(self, name: str) -> Mapping[str, int | None] | None:
        context, found = self._context, dict[str, int | None]()
        for parameter, word in zip(SPANS[name], ("from", "to"), strict=True):
            title = f"{context.tr(f'filter.{name}')}, {context.tr(f'filter.{word}')}"
            while (text := await context.ask.line(title)) is not None:
                found[parameter] = number_of("".join(text.split()))
                if found[parameter] is not None or not text:
                    break
                context.say("cli.search.number", value=text)
            else:
                return None
        return found

    async def _values(self, name: str) -> Mapping[str, Any] | None:
        """One value of those that hh.ru has; it stands alone afterwards."""
        context = self._context
        if (values := await self._read(name)) is None:
            return None
        title = context.tr(f"filter.{name}")
        if len(values) > SHOWN:
            part = await context.ask.line(title)
            if part is None:
                return None
            values = list(fitting(values, part, len(values)))
            whole = [one for one in values if folded(one.name) == folded(part)]
            values = [*whole, *(one for one in values if one not in whole)][:SHOWN]
            if not part:
                return {name: NO_FILTERS.__getattribute__(name)}
        if not values:
            context.say("plain.filter.nothing")
            return None
        labels = [f"{one.name} ({one.detail})" if one.detail else one.name for one in values]
        place = await context.ask.choose(title, [*labels, context.tr("filter.any")])
        if place is None:
            return None
        if place == len(values):
            return {name: NO_FILTERS.__getattribute__(name)}
        chosen = values[place]
        context.states.dispatch(FiltersNamed({f"{name} {chosen.id}": chosen.name}))
        return {name: chosen.id if name in ONE else (chosen.id,)}

    async def _read(self, name: str) -> Sequence[Choice] | None:
        """Its values; why they can't be read is told."""
        read, choices = FilterChoices(self._context.session), self._choices
        if name not in choices:
            ways = {"area": read.areas, "citizenship": read.countries}
            try:
                choices.update(await ways.get(name, read.dictionaries)())
            except HHError as error:
                self._context.terminal.say(explain(self._context.tr, error).sentence)
                return None
        return choices.get(name, ())
