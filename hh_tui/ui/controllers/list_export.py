"""A list as a file for Excel: those marked, or else everybody in the list that is open."""

import asyncio
import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from hh_tui.errors import HHError
from hh_tui.files.download import PartFile, safe_name
from hh_tui.i18n.text import one_line
from hh_tui.inbox.lists import records
from hh_tui.inbox.lists.labels import Labels
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, ListRefreshed, PageRead, PortionRead, ReadFailed, VacancyLooked
from hh_tui.ui.presenters.list_title import list_name
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.state_store import State

AT_ONCE: Final = 200
"""Candidates that are written in one piece."""


class ListExport:
    """`selected` are the rows of those marked, `read_ahead` wants the list to be known as far as a row.

    Nobody is opened for it, so that no candidate learns of it: what lists tell is written.
    """

    def __init__(
        self, context: Context, selected: Callable[[], Sequence[Row]], read_ahead: Callable[[int], None]
    ) -> None:
        self._context = context
        self._selected = selected
        self._read_ahead = read_ahead
        self._awaited: Query | None = None
        """The list that is read to its end before it is written."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"export-list": self.export}

    def export(self) -> None:
        """Write those marked, or the list once all of it is read; asked again meanwhile, as far as it was."""
        listing = self._context.inbox.listing
        if marked := self._selected():
            self._write(marked)
        elif listing.query is None or (listing.complete and not len(self._context.inbox.rows)):
            self._context.say("export.nobody")
        elif self._awaited == listing.query:
            self._write_list()
        else:
            self._awaited = listing.query
            self._go_on()

    def on_event(self, event: Event, _: State, after: State) -> None:
        """A page leads to the next one; in another list no further page is read."""
        if self._awaited is None:
            return
        if after.inbox.listing.query != self._awaited:
            self._awaited = None
            self._context.say("export.left")
        elif isinstance(event, PageRead | PortionRead | ReadFailed | VacancyLooked | ListRefreshed):
            self._go_on()

    def _go_on(self) -> None:
        context, inbox, listing = self._context, self._context.inbox, self._context.inbox.listing
        if listing.complete or listing.error is not None or inbox.search is not None:
            self._write_list()
            return
        n, of = len(inbox.rows), listing.found
        key = "export.loading" if of is None else "export.loading-of"
        context.say(key, n=n, of=of or 0, key=context.keys("export-list"))
        self._read_ahead(len(listing.rows) + NEAR)

    def _write_list(self) -> None:
        self._awaited = None
        inbox = self._context.inbox
        is_whole = inbox.listing.complete or inbox.search is not None
        if len(inbox.rows):
            self._write(tuple(inbox.rows), is_whole=is_whole)
        else:
            self._context.say("export.nobody")

    def _write(self, rows: Sequence[Row], *, is_whole: bool = True) -> None:
        self._context.tasks.start(partial(self._written, rows, is_whole=is_whole), group="export-list")

    async def _written(self, rows: Sequence[Row], *, is_whole: bool) -> None:
        context, inbox, labels = self._context, self._context.inbox, self._context.view.labels
        ctx, folder = context.render_context, context.options.downloads
        try:
            path = await asyncio.to_thread(_file, ctx, inbox, labels, rows, folder)
        except HHError as error:
            context.fail(error)
            context.remember(error, self.export)
            return
        key = "export.done" if is_whole else "export.part"
        text = ctx.tr(key, n=len(rows), of=inbox.listing.found or len(rows), path=one_line(str(path)))
        context.clear_status()
        # A notice: the path is longer than the last line of most terminals.
        context.windows.notify(text, timeout=15)


def _file(ctx: RenderContext, inbox: Inbox, labels: Labels, rows: Sequence[Row], folder: Path) -> Path:
    """Where it was written, under a name that nobody had. Raises UnusableFile."""
    from hh_tui.ui.presenters.spreadsheet import Spreadsheet

    with PartFile(folder) as file:
        out = io.StringIO(newline="")
        sheet = Spreadsheet(out, ctx, records.CANDIDATE)
        for begin in range(0, len(rows), AT_ONCE):
            sheet.take([_record(inbox, labels, row) for row in rows[begin : begin + AT_ONCE]])
            file.write(out.getvalue().encode("utf-8", "replace"))
            out.seek(0)
            out.truncate()
        sheet.close()
        return file.keep(_name(ctx, inbox), "csv")


def _record(inbox: Inbox, labels: Labels, row: Row) -> records.Record:
    query = inbox.source_of(row.id) or Query("", "", "")
    return records.candidate(row.negotiation, inbox.vacancy_by_id(query.vacancy_id), query, labels)


def _name(ctx: RenderContext, inbox: Inbox) -> str:
    """`Кандидаты - Повар - Неразобранные - 2026-11-30`."""
    query, day = inbox.listing.query, f"{ctx.now.astimezone(ctx.zone):%Y-%m-%d}"
    if query is None or query.is_across:
        return safe_name(ctx.tr("export.file"), day)
    vacancy = inbox.vacancy.name if inbox.vacancy else ""
    return safe_name(ctx.tr("export.file"), vacancy, list_name(ctx, inbox.board, query), day)
