"""What a read leads to: where one is taken by it, what is read next, and what is said where it failed."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotAuthorized, Refused
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui import events
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class Collections(Protocol):
    """The lists of the server."""

    def enter_vacancy(self, vacancy_id: str) -> None:
        """Show the collections of a vacancy."""

    def enter_first(self) -> None:
        """Open the first list there is."""

    def page_came(self, query: Query) -> None:
        """A page of this list was read."""

    def forget_page(self) -> None:
        """No page is on its way."""


class Lists(Protocol):
    """Where the rows of the list come from."""

    def read_ahead(self, seen: int = 0) -> None:
        """Read on where the loaded rows of the list shown end soon."""

    def refresh(self) -> None:
        """Read everything in sight anew."""


class ReadResults:
    """`opening` says when to ask again who we are.

    `focus` puts the focus into what is shown of the candidate.
    """

    def __init__(
        self,
        context: Context,
        opening: Opening,
        collections: Collections,
        lists: Lists,
        *,
        focus: Callable[[], None],
    ) -> None:
        self._context = context
        self._opening = opening
        self._collections = collections
        self._lists = lists
        self._focus = focus

    def on_event(self, event: Event, before: State, after: State) -> None:
        """A read has ended: what it brought is in the state."""
        match event:
            case events.AccountRead():
                self._opening.succeeded()
                if after.inbox.vacancy is None and event.vacancies:
                    self._collections.enter_vacancy(event.vacancies[0].id)
            case events.ArchiveRead() if event.scope == after.inbox.scope and not event.quietly:
                from hh_tui.ui.presenters.whose_archive import whose_archive

                self._context.tell(whose_archive(self._context.render_context.tr, event, self._context.keys))
            case events.BoardRead() if _opens_list(event, after):
                self._collections.enter_first()
            case events.PageRead():
                self._collections.page_came(event.query)
                self._lists.read_ahead()
            case events.ListRefreshed():
                self._collections.forget_page()
                self._lists.read_ahead()
            case events.ThreadRead() if after.view.pane is Pane.CANDIDATE and after.view.composing is None:
                self._focus()
            case events.ThreadUnmarked():
                self._unmarked(event)
            case events.ReadFailed():
                self._failed(event, before)
            case _:
                pass

    def _unmarked(self, message: events.ThreadUnmarked) -> None:
        """A shown thread is still unread on hh.ru: say why, and show the row as hh.ru has it."""
        context, error = self._context, message.error
        self._remember(error, message.negotiation)
        why = explain(context.render_context.tr, error).sentence
        context.windows.notify(context.render_context.tr("thread.unmarked", why=why), severity="warning")
        if isinstance(error, Refused) and not isinstance(error, NotAuthorized):
            context.reads.negotiation(message.negotiation.id)

    def _failed(self, message: events.ReadFailed, before: State) -> None:
        """Say why, unless it stands in the place of the list; a fatal failure ends the program."""
        if message.fatal:
            self._context.program.give_up(message.error)
            return
        if message.query is not None:
            self._collections.forget_page()
        if message.account and before.inbox.vacancies is None:
            self._opening.failed(message.error)
        else:
            self._context.fail(message.error)
        self._remember(message.error, message.opened)

    def _remember(self, error: HHError, opened: Negotiation | None) -> None:
        """Keep the error for its details; without a valid login nothing is sent either."""
        self._context.locked_out(error)
        # Whoever is under the cursor by then was not opened: reading their thread would tell them so.
        again = partial(self._context.reads.thread, opened) if opened else self._lists.refresh
        self._context.remember(error, again)


def _opens_list(event: events.BoardRead, after: State) -> bool:
    """Whether the collections of the vacancy were waited for, to show the first one."""
    return event.vacancy_id == after.inbox.vacancy_id and after.inbox.listing.query is None
