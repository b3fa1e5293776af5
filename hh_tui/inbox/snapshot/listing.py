"""The list of one collection as far as it has been delivered."""

from collections.abc import Container, Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct, field

from hh_tui.api.limits import PAGES_AT_MOST, PER_PAGE
from hh_tui.api.models import Negotiation, Page
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.arrivals import NOBODY, Arrivals
from hh_tui.inbox.snapshot.compact import ALIKE, RowPacker
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.read_times import ReadTimes
from hh_tui.inbox.snapshot.rows import Row, Rows, beside, pack
from hh_tui.system.structs import are_equal, replace

BARREN = 3
"""Pages without anybody new after which a list that claims to go on is taken to be over."""

STALLED: Final = 50
"""The same, however the list changes meanwhile."""

NEAR: int = 20
"""Rows before the end at which the next page is wanted."""

BY_RESPONSE: Final = "created_at"
"""The order type (get-collection-negotiations-list) that goes by the moment of the response."""

WHOLE: Final = 50
"""Rows at the top of a list of which everything is at hand: most lists have no more."""


class Listing(Struct, frozen=True):
    """Rows, the cursor among them, and how much more there is.

    `found` is the server's count for the whole list, less what has left since. `away` holds the rows that
    held operations took out; on the server they still stand in the list. `error` is why the last page did
    not come. `reached` counts the places of the server's list that were read, gaps and held ones included.
    `order` is the server's name of the order the rows come in, `ordered_by` its id.
    `read_at` is when the list was read from its top, in UTC; `again` when rows were that have been read
    again since they came, by negotiation id: of nobody who has left. `arrivals` came in since.
    `hidden` is how many hh.ru does not show to this manager, `broken` how many could not be read, by page.
    Rows behind the first `WHOLE` are kept small by the `packer`.
    """

    query: Query | None = None
    rows: Rows = field(default_factory=Rows)
    cursor: int = 0
    found: int | None = None
    complete: bool = False
    error: HHError | None = None
    away: tuple[Row, ...] = ()
    reached: int = 0
    per_page: int = PER_PAGE
    order: str = ""
    ordered_by: str = ""
    barren_pages: int = 0
    stalled: int = 0
    hidden: int = 0
    broken: Mapping[int, int] = field(default_factory=dict)
    furthest: int = -1
    read_at: datetime | None = None
    again: Mapping[str, datetime] = field(default_factory=dict)
    arrivals: Arrivals = NOBODY
    packer: RowPacker | None = None

    def __eq__(self, other: object) -> bool:
        return are_equal(self, other, apart_from="packer")

    @property
    def selected(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def seen(self) -> Mapping[str, datetime]:
        """When each row was read, by negotiation id, in UTC; without those of which that is not known."""
        return ReadTimes(self.rows, self.away, self.again)

    @property
    def unreadable(self) -> int:
        """How many candidates of the pages read so far could not be read."""
        return sum(self.broken.values())

    @property
    def is_by_response(self) -> bool:
        """Whether the rows stand by when the candidates responded, not by what happened last."""
        return self.ordered_by == BY_RESPONSE

    def holds(self, negotiation_id: str) -> bool:
        """Whether a candidate stands in the list on the server, as far as it was read."""
        return self.rows.index_of(negotiation_id) is not None or any(
            row.id == negotiation_id for row in self.away
        )

    def wants_page(self, seen: int = 0) -> bool:
        """Whether the cursor, or the last row in view, is so near the end that the next page is wanted."""
        return not self.complete and max(seen, self.cursor) >= len(self.rows) - NEAR

    @property
    def next_page(self) -> int:
        """The page that holds the first row not delivered yet, on the server as it stands now."""
        return self.reached // self.per_page

    def moved_to(self, cursor: int) -> "Listing":
        """With the cursor at that row, or the nearest there is."""
        cursor = max(0, min(cursor, len(self.rows) - 1))
        return self if cursor == self.cursor else replace(self, cursor=cursor)

    def with_page(
        self, page: Page[Negotiation], gone: Container[str], at: datetime | None = None
    ) -> "Listing":
        """With what a page brought: known candidates are brought up to date, new ones come at the end.

        `gone` are the candidates whom held operations took out of this list: they are kept `away`. Where the
        whole list shrank on the server, the places before this page have moved up: they are read again.
        `at` is when the page was read.
        """
        away = {row.id: row for row in self.away}
        ranks = [row.rank for row in (*self.rows[-1:], *self.away)]
        rank = max(ranks, default=-1) + 1
        fresh: dict[str, Row] = {}
        newer: dict[int, Negotiation] = {}
        for negotiation in page.items:
            index = self.rows.index_of(negotiation.id)
            if index is not None:
                if not self.rows[index].holds(negotiation):
                    newer[index] = negotiation
            elif (held_row := away.get(negotiation.id)) is not None:
                if not held_row.holds(negotiation):
                    away[negotiation.id] = held_row.renewed(negotiation)
            elif negotiation.id not in fresh:
                fresh[negotiation.id] = Row(rank + len(fresh), negotiation, at)
        shown = [row for row in fresh.values() if row.id not in gone]
        held = tuple(row for row in fresh.values() if row.id in gone)
        packer, far = self.packer, shown[max(0, WHOLE - len(self.rows)) :]
        if far:
            packer = packer or RowPacker(*(row.negotiation for row in far[:ALIKE]))
            pack(far, packer)
        return replace(
            self._covering(page, barren=not fresh),
            packer=packer,
            rows=self.rows.updated(newer).extended(shown),
            away=(*away.values(), *held),
            read_at=at if page.page == 0 or self.read_at is None else self.read_at,
            again=read_again(self.again, at, *(one.id for one in page.items if one.id not in fresh)),
            arrivals=self.arrivals.without(fresh).as_counted(),
        )

    def _covering(self, page: Page[Negotiation], *, barren: bool) -> "Listing":
        """How far the list has been read with this page, and whether that is all."""
        per_page = page.per_page or self.per_page
        vanished = max(0, self.found - page.found) if self.found is not None and page.page else 0
        onwards = page.page > self.furthest
        barren_pages = self.barren_pages + onwards if barren else 0
        stalled = self.stalled + 1 if barren else 0
        over = not page.items or barren_pages >= BARREN or page.page + 1 >= PAGES_AT_MOST
        endless = stalled >= STALLED or len(self.rows) + len(self.away) >= PAGES_AT_MOST * PER_PAGE
        return replace(
            self,
            found=page.found,
            complete=endless or (not vanished and (page.is_last or over)),
            reached=max(0, (page.page + (not vanished)) * per_page - vanished),
            per_page=per_page,
            hidden=page.hidden_count,
            broken={**self.broken, page.page: page.unreadable} if page.unreadable else self.broken,
            barren_pages=barren_pages,
            stalled=stalled,
            furthest=max(self.furthest, page.page),
            order=page.ordered_by.name if page.ordered_by else self.order,
            ordered_by=page.ordered_by.id if page.ordered_by else self.ordered_by,
            error=None,
        )

    def refreshed(
        self, pages: tuple[Page[Negotiation], ...], gone: Container[str], at: datetime | None = None
    ) -> "Listing":
        """Read anew from the top; the cursor stays on its candidate, unchanged rows stay the same objects."""
        listing = Listing(query=self.query, packer=self.packer)
        for page in pages:
            listing = listing.with_page(page, gone, at)
        places = [self.rows.index_of(row.id) for row in listing.rows]
        olds = [None if place is None else self.rows[place] for place in places]
        kept = [
            old if old and old.rank == row.rank and old.same(row) else row
            for old, row in zip(olds, listing.rows, strict=True)
        ]
        delivered = {row.id for row in (*listing.rows, *listing.away)}
        missing = beside(
            [row for row in self.away if row.id in gone and row.id not in delivered],
            (*listing.rows, *listing.away),
        )
        again = {row.id: self.again[row.id] for row in missing if row.id in self.again}
        again |= read_again(listing.again, at, *(row.id for row in kept if row.read_at != at))
        listing = replace(listing, rows=Rows(kept), away=listing.away + missing, again=again)
        index = listing.rows.index_of(self.selected.id) if self.selected else None
        return listing.moved_to(self.cursor if index is None else index)

    def without(self, negotiation_id: str) -> "Listing":
        """The row goes away; the cursor is on the next candidate, or on the last one."""
        selected = self.selected
        at_cursor = selected is not None and selected.id == negotiation_id
        index = self.cursor if at_cursor else self.rows.index_of(negotiation_id)
        if index is None:
            return self
        rows = self.rows.without(index)
        cursor = self.cursor - 1 if index < self.cursor else self.cursor
        return replace(
            self,
            rows=rows,
            cursor=max(0, min(cursor, len(rows) - 1)),
            away=(*self.away, self.rows[index]),
        )

    def restored(self, negotiation_id: str, *, follow: bool) -> "Listing":
        """The row comes back to its place; the cursor goes with it, or stays on its own candidate."""
        row = next((row for row in self.away if row.id == negotiation_id), None)
        if row is None:
            return self
        rows, index = self.rows.restored(row)
        away = tuple(other for other in self.away if other is not row)
        cursor = index if follow else self.cursor + (index <= self.cursor and len(self.rows) > 0)
        return replace(self, rows=rows, cursor=cursor, away=away)

    def left(self, negotiation_id: str) -> "Listing":
        """The row is gone for good: the server has carried it out."""
        away = tuple(row for row in self.away if row.id != negotiation_id)
        if len(away) == len(self.away):
            return self
        found = None if self.found is None else max(0, self.found - 1)
        again = self.again
        if negotiation_id in again:
            again = {key: at for key, at in again.items() if key != negotiation_id}
        return replace(self, away=away, found=found, reached=max(0, self.reached - 1), again=again)

    def with_negotiation(self, negotiation: Negotiation, at: datetime | None = None) -> "Listing":
        """With a newer state of a candidate, in place; `at` is when it was read, None when it was not."""
        index = self.rows.index_of(negotiation.id)
        if index is None:
            return self
        same = self.rows[index].holds(negotiation)
        if same and at is None:
            return self
        rows = self.rows if same else self.rows.replaced(index, negotiation)
        return replace(self, rows=rows, again=read_again(self.again, at, negotiation.id))


def read_again(again: Mapping[str, datetime], at: datetime | None, *ids: str) -> Mapping[str, datetime]:
    """When rows were read again, those of `ids` just now."""
    return again if at is None or not ids else {**again, **dict.fromkeys(ids, at)}
