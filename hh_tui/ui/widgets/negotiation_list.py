"""The list of candidates."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from functools import partial

from textual.content import Content
from textual.reactive import var

from hh_tui.api.models import PayRange
from hh_tui.inbox.letters.keywords import Hits, Keywords, told
from hh_tui.inbox.lists.awaiting import AwaitingItem
from hh_tui.inbox.lists.labels import Labels, of_row
from hh_tui.inbox.lists.query_terms import words
from hh_tui.inbox.lists.snoozed_item import SnoozedItem
from hh_tui.inbox.snapshot.people import Repeats
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import RowBadges, facts_length, row, wish_line
from hh_tui.ui.widgets.row_list import RowList


class NegotiationList(RowList[Row]):
    """Two lines for each candidate. `held` are the candidates of open writes, `opened_log`
    who was opened here.
    `scheduled` tells when something is sent to those for whom a moment was chosen.

    `begun` are those to whom a letter was begun.

    What was `typed` into a search stands out; it may stand in one of the `threads`. `keywords` are looked for
    in what the list tells; `offered` is the pay of the vacancy. In a list over all vacancies `queue` tells
    where each stands and since when, `vacancies` are their names. `marked` are decided on together. `snoozed`
    tells who was snoozed or is back; `in_place` says that this is a list of the snoozed candidates,
    and `sources` names the vacancy of each then. `invited` tells by resume id where somebody was invited to
    from here. `by_response` says that the list goes by when they came. `labels` are the person's own.
    """

    HEIGHT = 2

    render_context: var[RenderContext | None] = var(None)
    begun: var[frozenset[str]] = var(frozenset)
    held: var[frozenset[str]] = var(frozenset)
    scheduled: var[Mapping[str, datetime]] = var(dict)
    typed: var[str] = var("")
    threads: var[Mapping[str, Thread]] = var(dict)
    keywords: var[Keywords] = var(Keywords)
    offered: var[PayRange | None] = var(None)
    opened_log: var[Mapping[str, datetime]] = var(dict)
    queue: var[Mapping[str, AwaitingItem] | None] = var(None)
    vacancies: var[Mapping[str, str]] = var(dict)
    marked: var[Mapping[str, Row]] = var(dict)
    snoozed: var[Mapping[str, SnoozedItem]] = var(dict)
    in_place: var[bool] = var(False)
    sources: var[Mapping[str, str]] = var(dict)
    by_response: var[bool] = var(False)
    labels: var[Labels] = var(dict)
    invited: var[Mapping[str, str]] = var(dict)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._repeats = Repeats()

    def _badges(self, row: Row) -> RowBadges:
        waiter = self.queue.get(row.id) if self.queue is not None else None
        item = self.snoozed.get(row.id)
        home = waiter.source.vacancy_id if waiter else None
        return RowBadges(
            draft=row.id in self.begun,
            held=row.id in self.held,
            others=self._repeats.times(row, self.rows) - 1,
            opened=row.id in self.opened_log,
            place=self.sources.get(row.id, "") if home is None else self.vacancies.get(home, ""),
            since=waiter.since if waiter else None,
            marked=row.id in self.marked,
            later=self.scheduled.get(row.id),
            until=item.until if item and self.in_place and item.returned is None else None,
            returned=item.returned if item else None,
            by_response=self.by_response,
            labels=of_row(self.labels, row),
            invited=self._invited(row) if self.invited else "",
        )

    def _invited(self, row: Row) -> str:
        resume = row.negotiation.resume
        return self.invited.get(resume.id or "", "") if resume else ""

    def row_key(self, row: Row) -> Hashable:
        """A row changes only by being replaced; its marks change beside it."""
        typed = (self.typed, id(self.threads.get(row.id))) if self.typed else None
        return (row, self._badges(row), typed)

    def paint(self, row_: Row, width: int) -> Sequence[Content]:
        """Who, and what for."""
        if self.render_context is None:
            return (Content(""), Content(""))
        negotiation = row_.negotiation
        hits = self.keywords.hits(told(negotiation)) if self.keywords else Hits()
        ctx, badges = self.render_context, self._badges(row_)
        lines = row(ctx, negotiation, badges, width, hits, self.offered)
        if not (wanted := words(self.typed)):
            return lines
        from hh_tui.ui.presenters.search_hits import with_found

        below = partial(wish_line, ctx, negotiation, badges, offered=self.offered)
        facts = facts_length(ctx, negotiation)
        return with_found(lines, negotiation, self.threads.get(row_.id), wanted, width, below, facts)

    def watch_typed(self) -> None:
        """Other letters stand out."""
        self.refresh()

    def watch_render_context(self) -> None:
        """Ages have moved on."""
        self.repaint()

    def watch_keywords(self) -> None:
        """Other words are counted."""
        self.repaint()

    def watch_offered(self) -> None:
        """Another pay is measured against."""
        self.repaint()

    def watch_begun(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_held(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_scheduled(self) -> None:
        """A moment was chosen, or has come."""
        self.refresh()

    def watch_snoozed(self) -> None:
        """Somebody was snoozed, or is back."""
        self.refresh()

    def watch_marked(self) -> None:
        """Somebody was marked, or is not any more."""
        self.refresh()

    def watch_labels(self) -> None:
        """A label was put on or taken off."""
        self.refresh()

    def watch_invited(self) -> None:
        """Somebody was invited to another vacancy, or is not after all."""
        self.refresh()

    def watch_opened_log(self) -> None:
        """Somebody was opened."""
        self.refresh()

    def watch_queue(self) -> None:
        """Another list, or others who wait."""
        self.refresh()
