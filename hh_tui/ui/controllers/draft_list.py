"""Letters begun and not sent, over all vacancies; and going to whom one of them is for."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from hh_tui.inbox.letters.begun_letters import BegunLetter, drafts_begun, letters_in_forms, of_known
from hh_tui.inbox.lists.known_people import KnownPerson, people_by_id
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.page_names import known_pages
from hh_tui.store.store import Store
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import AccountLeft, DraftKept, DraftsNamed, Event, FormKept, LoginChanged
from hh_tui.ui.presenters import draft_list as told
from hh_tui.ui.presenters.known_people import short
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State
from hh_tui.ui.way_to_candidate import WayToCandidate
from hh_tui.ui.whereabouts import Whereabouts


class DraftList:
    """A draft is kept by the number of its negotiation alone: lists that were read tell whose that is.

    `point_at` marks in the left column the list that was gone to.
    """

    def __init__(self, context: Context, point_at: Callable[[Query], None]) -> None:
        self._context = context
        self._way = WayToCandidate(context, point_at, arrived=self._arrived, gone=self._gone)
        self._is_asked = False
        self._letter: BegunLetter | None = None
        """Which one the person goes to."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"drafts": self.ask}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Whom the letters are for was found, or where somebody is; another login has begun others."""
        match event:
            case LoginChanged() | AccountLeft():
                self._is_asked = False
            case DraftsNamed() if self._is_asked:
                self._is_asked = False
                self._offer(event)
        self._way.on_event(event)

    # Which one it is

    def ask(self) -> None:
        """Look for whom the letters are; in a thread, as the panes answer meanwhile."""
        context, inbox = self._context, self._context.inbox
        context.clear_status()
        letters = (*drafts_begun(inbox.drafts), *letters_in_forms(inbox.sheets, inbox.pending.values()))
        ids = frozenset(one.negotiation_id for one in letters)
        if not ids:
            self._tell_of_none(0)
            return
        self._is_asked = True
        context.pending_read.ask(context.tasks.start(partial(self._look, ids), group="known"))

    async def _look(self, ids: Collection[str]) -> None:
        people, vacancies = await asyncio.to_thread(_looked, self._context.disk.store, ids)
        self._context.post(DraftsNamed(people, vacancies))

    def _offer(self, event: DraftsNamed) -> None:
        context, ctx, inbox = self._context, self._context.render_context, self._context.inbox
        if not context.windows.is_free or context.view.composing is not None:
            return
        drafts = drafts_begun(inbox.drafts)
        in_forms = letters_in_forms(inbox.sheets, inbox.pending.values())
        people = {**self._in_sight(one.negotiation_id for one in (*drafts, *in_forms)), **event.people}
        letters = (*drafts, *of_known(in_forms, people))
        elsewhere = len(drafts) + len(in_forms) - len(letters)
        if not letters:
            self._tell_of_none(elsewhere)
            return
        vacancies = {**event.vacancies, **names(ctx, inbox.all_vacancies)}

        def chosen(place: str | None) -> None:
            if place is not None:
                letter = letters[int(place)]
                self._go(letter, people.get(letter.negotiation_id))

        items = [self._item(str(place), one, people, vacancies) for place, one in enumerate(letters)]
        title = ctx.tr("drafts.title", n=len(letters))
        context.pick(title, items, chosen, detail=told.detail(ctx, context.keys("choose"), elsewhere))

    def _item(
        self, key: str, letter: BegunLetter, people: Mapping[str, KnownPerson], vacancies: Mapping[str, str]
    ) -> PickerItem:
        """Found by the words of the letter as well; one to nobody known explains itself when chosen."""
        ctx, person = self._context.render_context, people.get(letter.negotiation_id)
        label, below = told.line(ctx, letter, person, vacancies), told.below(ctx, letter, person)
        return PickerItem(key, label, below, dimmed=person is None, names=below.strip())

    def _in_sight(self, ids: Iterable[str]) -> Mapping[str, KnownPerson]:
        """Those who stand in the open list: somebody who was gone to alone stands on no page."""
        inbox, now = self._context.inbox, self._context.clock()
        found: dict[str, KnownPerson] = {}
        for one in ids:
            place, home = inbox.listing.rows.index_of(one), inbox.source_of(one)
            if place is None or home is None or home.is_across:
                continue
            row = inbox.listing.rows[place]
            who, at = row.negotiation, row.read_at or now
            name = who.resume.name if who.resume is not None else ""
            state, updated_at = who.employer_state, who.updated_at
            found[one] = KnownPerson(one, home.vacancy_id, home.url, name, state, updated_at, at)
        return found

    def _tell_of_none(self, elsewhere: int) -> None:
        context, ctx = self._context, self._context.render_context
        said = (ctx.tr("drafts.nothing", key=context.keys("reply")), told.beside(ctx, elsewhere))
        context.windows.notify(" ".join(filter(None, said)), timeout=12)

    # Going there

    def _go(self, letter: BegunLetter, person: KnownPerson | None) -> None:
        context, tr = self._context, self._context.render_context.tr
        if person is None:
            self._ask_to_delete(letter, tr("drafts.unknown.why", key=context.keys("vacancy")))
            return
        self._letter = letter
        self._way.go(told.named(context.render_context, person))

    def _arrived(self, person: KnownPerson, where: Whereabouts) -> None:
        """Name the key that goes on with it; the list may be one in which nobody else is shown."""
        context, letter = self._context, self._letter
        if where.alone:
            alone = context.render_context.tr("invite.alone", key=context.keys("refresh"))
            context.windows.notify(alone)
        if letter is not None and letter.action_id:
            context.say("drafts.go-on-form", name=short(person.name), key=context.keys("actions"))
        else:
            context.say("drafts.go-on", name=short(person.name), key=context.keys("reply"))

    def _gone(self, person: KnownPerson) -> None:
        if self._letter is not None:
            self._ask_to_delete(
                self._letter, self._context.render_context.tr("drafts.gone.why", name=short(person.name))
            )

    def _ask_to_delete(self, letter: BegunLetter, why: str) -> None:
        """A letter that can't be sent from here stays, unless the person does not want it any more."""
        context, ctx = self._context, self._context.render_context
        tr = ctx.tr

        def agreed() -> None:
            if letter.action_id:
                context.store.dispatch(FormKept((letter.negotiation_id, letter.action_id), {}, ""))
            else:
                context.store.dispatch(DraftKept(letter.negotiation_id, ""))
            context.disk.texts_changed()
            context.say("drafts.deleted")

        detail = f"{why}\n\n{told.first_words(ctx, letter.text, told.MORE)}"
        answers = (tr("drafts.delete"), tr("drafts.keep"))
        context.confirm(tr("drafts.delete.title"), answers, agreed, detail=detail)


def _looked(store: Store, ids: Collection[str]) -> tuple[Mapping[str, KnownPerson], Mapping[str, str]]:
    return people_by_id(known_pages(store.page_bodies()), ids), store.vacancy_names()
