"""The vacancy in bars: its funnel, what was done by day, who waits for how long."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from textual.content import Content

from hh_tui.inbox.decisions.activity import (
    BANDS,
    horizon,
    per_day,
    time_to_state,
    unsure_bands,
    waiting_bands,
)
from hh_tui.inbox.decisions.decision_log import LoggedDecision, logged
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.presenters import charts
from hh_tui.ui.presenters.hints import page_footer

DAYS: Final = 90
"""How far back the times between stages are looked at."""

SHOWN: Final = 14
"""Days that have a bar each at most: those before the first decision have none."""


class Charts:
    """Asks hh.ru for nothing: collections and rows are as they were read, the rest is in the journal."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"charts": self.open}

    def open(self) -> None:
        """Everything as one page."""
        self._context.pending_read.ask(self._context.tasks.start(self._read, group="charts"))

    async def _read(self) -> None:
        """The journal and the rows are gone through beside the event loop: the panes answer meanwhile."""
        from hh_tui.ui.dialogs.page import Page

        context, inbox = self._context, self._context.inbox
        store, rows = context.disk.store, inbox.listing.rows
        records = await asyncio.to_thread(store.log, context.clock() - timedelta(days=DAYS))
        bands = await asyncio.to_thread(self._bands, rows)
        unsure = await asyncio.to_thread(self._unsure, inbox.listing)
        decisions = logged(records, {one.id: one.name for one in inbox.all_vacancies})
        page = Content("\n").join(self._page(decisions, bands, unsure))
        tr = context.render_context.tr
        context.windows.push(Page(tr("charts.title"), page_footer(tr), page))

    def _bands(self, rows: Sequence[Row]) -> list[int]:
        """By the moment of the response: those who want attention, among what is loaded."""
        waiting = (row.unpacked() for row in rows if row.traits.needs_attention)
        since = (one.created_at or one.updated_at for one in waiting)
        return waiting_bands((moment for moment in since if moment is not None), self._context.clock())

    def _unsure(self, listing: Listing) -> list[bool]:
        """Of each band, whether some of those can be in it who are not loaded."""
        if listing.complete or listing.query is None:
            return [False] * (len(BANDS) + 1)
        found = (row.unpacked() for row in listing.rows)
        moments = [(one.created_at, one.updated_at or one.created_at) for one in found]
        known = [(came, changed) for came, changed in moments if came is not None and changed is not None]
        return unsure_bands(self._context.clock(), horizon(known))

    def _page(
        self, decisions: Sequence[LoggedDecision], bands: Sequence[int], unsure: Sequence[bool]
    ) -> list[Content]:
        context, inbox, ctx = self._context, self._context.inbox, self._context.render_context
        tr, vacancy = ctx.tr, inbox.vacancy_in_sight
        today = context.clock().astimezone(ctx.zone).date()
        lines: list[Content] = []
        if vacancy is not None:
            decisions = [one for one in decisions if one.vacancy_id == vacancy.id]
            times = time_to_state(decisions)
            title = tr("charts.funnel", name=vacancy.name)
            lines += charts.section(
                title, charts.funnel(ctx, inbox.shown_board, times), tr("charts.no-board")
            )
            if times:
                lines.insert(-1, Content.styled(tr("charts.legend"), "$text-muted"))
        loaded, found = len(inbox.listing.rows), inbox.listing.found or 0
        title = tr("charts.waiting", n=loaded, found=max(found, loaded))
        lines += charts.section(title, charts.waiting(ctx, bands, unsure), tr("charts.nobody-waits"))
        if any(unsure):
            lines.insert(-1, charts.load_all(tr, context.keys("mark-all")))
        done = charts.days(ctx, per_day(decisions, ctx.zone, today, SHOWN))
        return lines + charts.section(
            tr("charts.days", n=len(done) or SHOWN), done, tr("charts.nothing-done")
        )
