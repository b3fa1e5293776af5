"""What was decided and written lately, as one page."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from hh_tui.inbox.decisions.decision_log import logged
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LogRead, OutboxChanged
from hh_tui.ui.presenters import decision_log
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.fitted_page import FittedPage

DAYS: Final = 7
"""How far back the page goes; `hh-tui log` goes as far as the journal."""


class DecisionLog:
    """Reads the journal in a thread of its own: the panes answer meanwhile.

    While the page is open it is read again whenever writes go on or are taken back.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._page: FittedPage | None = None
        self._asked = False
        """Whether the page is to be opened with what is read."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"log": self.open}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """The journal was read: show it."""
        if isinstance(event, LogRead):
            self._show(event)
        elif isinstance(event, OutboxChanged) and self._page and before.outbox != after.outbox:
            self._context.tasks.start(self._read, group="log")

    def _show(self, event: LogRead) -> None:
        from hh_tui.ui.dialogs.fitted_page import FittedPage

        ctx = self._context.render_context
        made = partial(decision_log.page, ctx, event.decisions)
        if self._page is not None:
            self._page.see(made)
        elif self._asked:
            self._page = FittedPage(ctx.tr("log.title"), page_footer(ctx.tr), made)
            self._context.windows.push(self._page, self._closed)
        self._asked = False

    def _closed(self, _: None) -> None:
        self._page = None

    def open(self) -> None:
        """The decisions of the last days."""
        self._asked = True
        self._context.pending_read.ask(self._context.tasks.start(self._read, group="log"))

    async def _read(self) -> None:
        context = self._context
        store, since = context.disk.store, context.clock() - timedelta(days=DAYS)
        records = await asyncio.to_thread(store.log, since)
        known = names(context.render_context, context.inbox.all_vacancies)
        context.post(LogRead(logged(records, {**store.vacancy_names(), **known})))
