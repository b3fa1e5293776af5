"""Going to somebody known from a list that was read, in whichever vacancy they are now."""

from collections.abc import Callable
from functools import partial
from typing import Final

from hh_tui.errors import HHError, NotFound, Refused
from hh_tui.inbox.lists.known_people import KnownPerson
from hh_tui.inbox.lists.snoozed_item import SnoozeKind
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountLeft, CandidateEntered, CandidateLocated, Event, LoginChanged, ReadFailed
from hh_tui.ui.presenters.known_people import short
from hh_tui.ui.whereabouts import Whereabouts, whereabouts

PAGES: Final = 10
"""Pages of the likeliest list that are read to find somebody there: five hundred people."""


class WayToCandidate:
    """Reads where somebody is, and is there with the cursor on them, which opens nobody.

    `point_at` marks in the left column the list that was gone to. `arrived` is called there, `gone` where
    hh.ru shows them no more: then the person stays where they were.
    """

    def __init__(
        self,
        context: Context,
        point_at: Callable[[Query], None],
        *,
        arrived: Callable[[KnownPerson, Whereabouts], None],
        gone: Callable[[KnownPerson], None],
    ) -> None:
        self._context = context
        self._point_at = point_at
        self._arrived = arrived
        self._gone = gone
        self._person: KnownPerson | None = None
        """Whom the person wants to go to; an answer about somebody else comes too late."""

    def on_event(self, event: Event) -> None:
        """Where somebody is was read; another login knows others."""
        match event:
            case LoginChanged() | AccountLeft():
                self._person = None
            case CandidateLocated() if event.person is self._person:
                self._person = None
                self._arrive(event.person, event.where)

    def go(self, person: KnownPerson) -> None:
        """Look where they are, and go there; who is put aside is in no list of theirs, which is said."""
        context = self._context
        item = context.inbox.snoozed.people.get(person.id)
        if item is not None and item.returned is None:
            place = "go-snoozed" if item.kind is SnoozeKind.SNOOZED else "go-until-reply"
            context.say("known.aside", name=short(person.name), key=context.keys(place))
            return
        self._person = person
        context.ask_for(context.tasks.start(partial(self._locate, person), group="known"))

    async def _locate(self, person: KnownPerson) -> None:
        session = self._context.session
        try:
            where = await whereabouts(session, person.vacancy_id, person.id, person, pages=PAGES)
        except HHError as error:
            if not _is_closed(error):
                self._context.post(ReadFailed(error))
                return
            where = None
        self._context.post(CandidateLocated(person, where))

    def _arrive(self, person: KnownPerson, where: Whereabouts | None) -> None:
        context = self._context
        context.clear_status()
        if where is None:
            self._gone(person)
        elif person.id in context.inbox.gone_from(where.query):
            context.say("known.waits", name=short(person.name), key=context.keys("outbox"))
        else:
            context.store.dispatch(CandidateEntered(person.id, where.board, where.query, where.pages))
            self._point_at(where.query)
            self._name_vacancy(person.vacancy_id)
            self._arrived(person, where)

    def _name_vacancy(self, vacancy_id: str) -> None:
        """A vacancy that none of those read so far is: the archived ones tell what it is called."""
        context, account = self._context, self._context.inbox.account
        known = context.inbox.vacancy_by_id(vacancy_id) is not None
        if not known and context.inbox.archived is None and account is not None and account.employer:
            context.reads.archive(account.employer.id, context.inbox.scope, quietly=True)


def _is_closed(error: HHError) -> bool:
    """Whether there is nothing to see any more, or not for this account."""
    return isinstance(error, NotFound) or (type(error) is Refused and error.status == 403)
