"""What was decided and written lately, as one page."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from hh_tui.inbox.decisions.decision_log import logged
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LogRead
from hh_tui.ui.presenters import decision_log
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State

DAYS: Final = 7
"""How far back the page goes; `hh-tui log` goes as far as the journal."""


class DecisionLog:
    """Reads the journal in a thread of its own: the panes answer meanwhile."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"log": self.open}

    def on_event(self, event: Event, _: State, __: State) -> None:
        """The journal was read: show it."""
        if isinstance(event, LogRead):
            from hh_tui.ui.dialogs.fitted_page import FittedPage

            ctx = self._context.render_context
            page = partial(decision_log.page, ctx, event.decisions)
            self._context.windows.push(FittedPage(ctx.tr("log.title"), page_footer(ctx.tr), page))

    def open(self) -> None:
        """The decisions of the last days."""
        self._context.pending_read.ask(self._context.tasks.start(self._read, group="log"))

    async def _read(self) -> None:
        context = self._context
        store, since = context.disk.store, context.clock() - timedelta(days=DAYS)
        records = await asyncio.to_thread(store.log, since)
        known = names(context.render_context, context.inbox.all_vacancies)
        context.post(LogRead(logged(records, {**store.vacancy_names(), **known})))
