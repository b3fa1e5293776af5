"""What reads bring goes into the snapshot, before any other feature does something about it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from hh_tui.errors import NetworkError, NotAuthorized, Refused
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.thread import Thread
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

    def on_event(self, event: Event, _: State, after: State) -> None:
        """A read has ended."""
        match event:
            case events.AccountRead():
                self._account(event)
            case events.ArchiveRead():
                self._archive(event)
            case events.BoardRead():
                self._board(event)
            case events.PageRead():
                self._page(event)
            case events.ListRefreshed():
                self._list(event)
            case events.ThreadRead():
                self._thread(event)
            case events.NegotiationRead():
                inbox, now = self._context.inbox, self._context.clock()
                self._context.update(inbox.with_negotiation(event.negotiation, now))
            case _:
                self._on_failure(event)

    def _on_failure(self, event: object) -> None:
        match event:
            case events.ThreadUnmarked():
                self._unmarked(event)
            case events.ReadFailed():
                self._failed(event)
            case _:
                pass

    def _account(self, message: events.AccountRead) -> None:
        """Go into the first vacancy, or stay where one is; another account begins with its list."""
        context, before = self._context, self._context.inbox
        self._opening.succeeded()
        inbox = before.with_account(message.account, message.vacancies, message.scope)
        if inbox.listing.query is None:
            inbox = replace(inbox, listing=replace(inbox.listing, error=None))
        context.update(inbox)
        if before.vacancy_id is not None and inbox.vacancy_id is None:
            context.store.show(composing=None, pane=Pane.LIST)
        if context.inbox.vacancy is None and message.vacancies:
            self._collections.enter_vacancy(message.vacancies[0].id)
        context.store.show(online=True)

    def _archive(self, message: events.ArchiveRead) -> None:
        """Show the archived vacancies below the active ones."""
        self._context.update(self._context.inbox.with_archived(message.vacancies))
        if not message.vacancies:
            self._context.say("vacancies.no-archive")

    def _board(self, message: events.BoardRead) -> None:
        """Show the collections; the first one opens by itself."""
        context = self._context
        context.store.show(online=True)
        context.update(context.inbox.with_board(message.vacancy_id, message.board))
        if message.vacancy_id == context.inbox.vacancy_id and context.inbox.listing.query is None:
            self._collections.enter_first()

    def _page(self, message: events.PageRead) -> None:
        """Add the rows; read on while the cursor is near the end."""
        context = self._context
        context.store.show(online=True)
        self._collections.page_came(message.query)
        context.update(context.inbox.with_page(message.query, message.page, message.epoch, context.clock()))
        self._lists.read_ahead()

    def _list(self, message: events.ListRefreshed) -> None:
        """The list anew, with the cursor on the same candidate."""
        context = self._context
        context.store.show(online=True)
        self._collections.forget_page()
        context.update(context.inbox.refreshed(message.query, message.pages, message.epoch, context.clock()))
        self._lists.read_ahead()

    def _thread(self, message: events.ThreadRead) -> None:
        """Show the thread; the row is viewed."""
        context = self._context
        context.store.show(online=True)
        context.update(context.inbox.opened(message.negotiation, message.message_page, context.clock()))
        if context.view.pane is Pane.CANDIDATE and context.view.composing is None:
            self._focus()

    def _unmarked(self, message: events.ThreadUnmarked) -> None:
        """A shown thread is still unread on hh.ru: say why, and show the row as hh.ru has it."""
        context, error = self._context, message.error
        self._remember(events.ReadFailed(error, opened=message.negotiation))
        why = explain(context.render_context.tr, error).sentence
        context.windows.notify(context.render_context.tr("thread.unmarked", why=why), severity="warning")
        if isinstance(error, Refused) and not isinstance(error, NotAuthorized):
            context.reads.negotiation(message.negotiation.id)

    def _failed(self, message: events.ReadFailed) -> None:
        """Say why; what was there stays there. A fatal failure is the app's."""
        if not message.fatal:
            self._tell(message)
        self._remember(message)
        if message.fatal:
            self._context.program.give_up(message.error)

    def _tell(self, message: events.ReadFailed) -> None:
        context, error = self._context, message.error
        if isinstance(error, NetworkError):
            context.store.show(online=False)
        again = message.account and context.inbox.vacancies is None
        if again:
            inbox = context.inbox
            context.update(replace(inbox, listing=replace(inbox.listing, error=error)))
            self._opening.failed(error)
        if message.query is not None:
            self._collections.forget_page()
            context.update(context.inbox.with_list_error(message.query, error))
        if message.vacancy_id is not None:
            context.update(context.inbox.with_board_error(message.vacancy_id, error))
        if message.opened is not None:
            self._thread_failed(message.opened.id)
        if not again:  # else it stands in the place of the list
            context.fail(error)

    def _thread_failed(self, negotiation_id: str) -> None:
        inbox = self._context.inbox
        before = inbox.threads.get(negotiation_id, Thread())
        if before.messages:
            self._context.update(inbox.with_thread(negotiation_id, replace(before, loading=False)))
        else:
            self._context.update(inbox.without_thread(negotiation_id))

    def _remember(self, message: events.ReadFailed) -> None:
        """Keep the error for its details; without a valid login nothing is sent either."""
        if not message.fatal:
            self._context.locked_out(message.error)
        opened = message.opened
        # Whoever is under the cursor by then was not opened: reading their thread would tell them so.
        again = partial(self._context.reads.thread, opened) if opened else self._lists.refresh
        self._context.remember(message.error, again)
