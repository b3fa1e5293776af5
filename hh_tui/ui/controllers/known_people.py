"""Finding a candidate by name over all vacancies, in what was read; and going to them."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.known_people import KnownPeople, KnownPerson, known_people
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.page_names import known_pages
from hh_tui.store.store import Store
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import AccountLeft, Event, KnownPeopleFound, LoginChanged
from hh_tui.ui.presenters import known_people as told
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State
from hh_tui.ui.way_to_candidate import WayToCandidate
from hh_tui.ui.whereabouts import Whereabouts


class FindKnown:
    """hh.ru searches one vacancy at a time: what all of them have in common is what was read of each.

    `keep_search` leaves the line of the search, which stays as it is. `point_at` marks in the left column
    the list that was gone to.
    """

    def __init__(
        self, context: Context, keep_search: Callable[[], None], point_at: Callable[[Query], None]
    ) -> None:
        self._context = context
        self._keep_search = keep_search
        self._way = WayToCandidate(context, point_at, arrived=self._arrived, gone=self._gone)
        self._typed: str | None = None
        """What is being looked for; an answer about something else comes too late."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"find-candidate": self.ask, "search-everywhere": self.ask_from_search}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What was looked for was found, or where somebody is; another login knows others."""
        match event:
            case LoginChanged() | AccountLeft():
                self._typed = None
            case KnownPeopleFound() if event.typed == self._typed:
                self._typed = None
                self._choose(event)
        self._way.on_event(event)

    # Who it is

    def ask_from_search(self) -> None:
        """Out of the line of the search, with the words that found nobody here, or not the right one."""
        typed = self._context.panes.searched
        self._keep_search()
        self._ask(typed)

    def ask(self) -> None:
        """Ask for a name; the words of a search that found nobody are there already."""
        inbox = self._context.inbox
        self._ask(inbox.search.typed if inbox.search is not None and not len(inbox.rows) else "")

    def _ask(self, begun: str, said: str = "") -> None:
        """Ask for a name, or for another one where none has the one before, which is `said`."""
        from hh_tui.ui.dialogs.prompt import LONGEST, Prompt

        context, tr = self._context, self._context.render_context.tr
        context.clear_status()

        def answered(typed: str | None) -> None:
            if typed is not None:
                self._typed = typed
                context.pending_read.ask(context.tasks.start(partial(self._look, typed), group="known"))

        hint = f"{said or tr('known.hint')} {tr('known.keys')}"
        context.windows.push(Prompt(tr("known.title"), hint, begun[:LONGEST].strip()), answered)

    async def _look(self, typed: str) -> None:
        """In a thread: the panes answer meanwhile, however much was read."""
        found, vacancies = await asyncio.to_thread(_looked, self._context.disk.store, typed)
        self._context.post(KnownPeopleFound(typed, found, vacancies))

    def _choose(self, event: KnownPeopleFound) -> None:
        from hh_tui.ui.dialogs.picker import Picker

        context, ctx = self._context, self._context.render_context
        context.clear_status()
        if not context.windows.is_free or context.view.composing is not None:
            return
        inbox, people = context.inbox, self._as_decided(event.people)
        vacancies = {**event.vacancies, **names(ctx, inbox.all_vacancies)}
        unread = told.unread(ctx, inbox.all_vacancies, people.vacancies)
        if not people.among:
            keys = {"key": context.keys("vacancy"), "again": context.keys("find-candidate")}
            context.windows.notify(ctx.tr("known.nothing", **keys), timeout=12)
            return
        if not people.people:
            self._ask(event.typed, told.nobody(ctx, context.keys, event.typed, people, unread))
            return

        def chosen(place: str | None) -> None:
            if place is not None:
                self._way.go(people.people[int(place)])

        title, detail = told.title(ctx, event.typed, people), told.reach(ctx, people, unread)
        items = [
            PickerItem(str(place), told.line(ctx, one, vacancies), told.beside(ctx, one))
            for place, one in enumerate(people.people)
        ]
        context.windows.push(Picker(title, items, ctx.tr, detail=detail), chosen)

    def _as_decided(self, found: KnownPeople) -> KnownPeople:
        """With the states that decisions have led to since the lists were read."""
        done = [one for one in self._context.outbox.finished if one.stage is Stage.DONE]
        read = {one.id: one.read_at for one in found.people}
        return found.with_states(
            {
                one.operation.negotiation.id: state
                for one in done
                if (action := one.operation.action) is not None
                and (state := action.resulting_employer_state) is not None
                and (at := read.get(one.operation.negotiation.id)) is not None
                and one.at >= at
            }
        )

    # Going there

    def _arrived(self, person: KnownPerson, where: Whereabouts) -> None:
        """Say what is another than was told: their state, or a list in which nobody else is shown."""
        context, before, now = self._context, person.state, where.negotiation.employer_state
        if now is not None and before is not None and now.id != before.id:
            states = {"before": told.short(before.name), "now": told.short(now.name)}
            context.say("known.moved", name=told.short(person.name), **states)
        elif where.alone:
            context.say("invite.alone", key=context.keys("refresh"))

    def _gone(self, person: KnownPerson) -> None:
        context = self._context
        name, key = told.short(person.name), context.keys("find-candidate")
        said = context.render_context.tr("known.gone", name=name, key=key)
        context.windows.notify(said, severity="warning", timeout=12)


def _looked(store: Store, typed: str) -> tuple[KnownPeople, Mapping[str, str]]:
    return known_people(known_pages(store.page_bodies()), typed), store.vacancy_names()
