"""The people of one search, as far as they were read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct, field

from hh_tui.api.models import Negotiation, Page
from hh_tui.api.models.found_resume import FoundResume
from hh_tui.api.resume_search import FOUND_AT_MOST, FOUND_PER_PAGE
from hh_tui.inbox.resume_base.not_now import Hidden, person_key
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.system.structs import replace

AHEAD: Final = 10
"""Rows below the cursor from which the next page is read."""


class FoundPeople(Struct, frozen=True):
    """Immutable. `everybody` is who was read, `rows` who is shown: without those `hidden` for now.

    `found` is how many hh.ru has, `pages` how many were read; `marked` are chosen by their resume's id, in
    the order they were, `decided` are those who were marked until something was decided about them.
    """

    everybody: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    found: int = 0
    pages: int = 0
    is_over: bool = False
    cursor: int = 0
    marked: Mapping[str, Row] = field(default_factory=dict)
    decided: Mapping[str, Row] = field(default_factory=dict)
    notes: Mapping[str, int] = field(default_factory=dict)
    """How many notes of recruiters there are on somebody, by their resume's id; nobody without any."""

    @property
    def hidden(self) -> int:
        """How many are not shown for now."""
        return len(self.everybody) - len(self.rows)

    @property
    def selected(self) -> Row | None:
        """The one under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def chosen(self) -> tuple[Row, ...]:
        """Those marked, else the one under the cursor."""
        return tuple(self.marked.values()) or ((self.selected,) if self.selected else ())

    @property
    def wants_page(self) -> bool:
        """Whether the rows end soon and hh.ru has more of them."""
        return not self.is_over and self.cursor + AHEAD >= len(self.rows)

    def with_page(self, page: Page[FoundResume], hidden: Hidden, now: datetime) -> "FoundPeople":
        """With the next page; who is there already is not taken twice."""
        known = {row.id for row in self.everybody}
        fresh = [one for one in page.items if one.id and one.id not in known]
        rows = [Row(len(self.everybody) + place, row_of(one)) for place, one in enumerate(fresh)]
        notes = {**self.notes, **{one.id or "": count for one in fresh if (count := _notes_on(one))}}
        pages = self.pages + 1
        over = page.is_last or not page.items or pages * FOUND_PER_PAGE >= FOUND_AT_MOST
        more = replace(
            self, everybody=(*self.everybody, *rows), found=page.found, pages=pages, is_over=over, notes=notes
        )
        return more.without_hidden(hidden, now)

    def without_hidden(self, hidden: Hidden, now: datetime) -> "FoundPeople":
        """Only those who are not put off for now; the cursor stays on its row, or goes to the next one."""
        at = self.selected
        shown = tuple(row for row in self.everybody if not _is_hidden(row, hidden, now))
        before = [row for row in shown if at is not None and row.rank < at.rank]
        cursor = min(len(before) if at is not None else self.cursor, max(0, len(shown) - 1))
        marked = {key: row for key, row in self.marked.items() if not _is_hidden(row, hidden, now)}
        return replace(self, rows=shown, cursor=cursor, marked=marked)

    def moved(self, delta: int) -> "FoundPeople":
        """With the cursor so many rows down, or up."""
        return replace(self, cursor=max(0, min(self.cursor + delta, len(self.rows) - 1)))

    def toggled(self) -> "FoundPeople":
        """With the one under the cursor marked, or not any more; the cursor goes on."""
        row = self.selected
        if row is None:
            return self
        marked = {key: one for key, one in self.marked.items() if key != row.id}
        if len(marked) == len(self.marked):
            marked[row.id] = row
        return replace(self, marked=marked).moved(1)

    def ranged(self) -> "FoundPeople":
        """With everybody marked from the one marked last to the cursor."""
        last = tuple(self.marked.values())[-1] if self.marked else None
        start = self.rows.index(last) if last in self.rows else self.cursor
        low, high = sorted((start, self.cursor))
        return self.marking(self.rows[low : high + 1])

    def marking(self, rows: Sequence[Row]) -> "FoundPeople":
        """With these marked as well."""
        return replace(self, marked={**self.marked, **{row.id: row for row in rows}})

    def unmarked(self) -> "FoundPeople":
        """With nobody marked."""
        return replace(self, marked={})

    def decided_on(self, *ids: str) -> "FoundPeople":
        """After a decision about these: their marks are gone."""
        gone = {key: row for key, row in self.marked.items() if key in ids}
        left = {key: row for key, row in self.marked.items() if key not in ids}
        return replace(self, marked=left, decided={**self.decided, **gone}) if gone else self

    def taken_back(self, *ids: str) -> "FoundPeople":
        """After that decision was taken back: who was marked before it is marked again."""
        back = {key: row for key, row in self.decided.items() if key in ids}
        left = {key: row for key, row in self.decided.items() if key not in ids}
        return replace(self, marked={**self.marked, **back}, decided=left) if back else self


def row_of(resume: FoundResume) -> Negotiation:
    """Somebody who was found, as a list shows candidates: under the id of the resume, which is never sent."""
    row = Negotiation(id=resume.id or "", resume=resume)
    return replace(row, updated_at=resume.updated_at)


def _notes_on(resume: FoundResume) -> int:
    comments = resume.owner.comments if resume.owner is not None else None
    return comments.counters.total if comments is not None and comments.counters is not None else 0


def _is_hidden(row: Row, hidden: Hidden, now: datetime) -> bool:
    resume = row.negotiation.resume
    one = hidden.get(person_key(resume)) if resume is not None else None
    return one is not None and one.holds(now)
