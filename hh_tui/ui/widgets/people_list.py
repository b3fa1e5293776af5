"""Candidates of a decision, a line each."""

from collections.abc import Hashable, Sequence

from msgspec import Struct
from textual.content import Content
from textual.reactive import var

from hh_tui.api.models import Negotiation
from hh_tui.system.structs import are_equal
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import INDENT, RowBadges, left_right, line
from hh_tui.ui.widgets.row_list import RowList


class Person(Struct, frozen=True):
    """A candidate with the `badges` of their row, and `why` they are left out; empty where they are not.

    One who `can` not be taken in is left out for good.
    """

    negotiation: Negotiation
    badges: RowBadges
    why: str = ""
    can: bool = True
    beside: str = ""
    """What else there is to know of them, while they are not left out."""

    def __eq__(self, other: object) -> bool:
        return are_equal(self, other, apart_from="negotiation")

    def __hash__(self) -> int:
        return hash((self.badges, self.why, self.can, self.beside))


class PeopleList(RowList[Person]):
    """Who a decision is about, and who is left out of it."""

    render_context: var[RenderContext | None] = var(None)

    def row_key(self, row: Person) -> Hashable:
        """A candidate by their negotiation."""
        return (row.negotiation.id, row)

    def paint(self, row: Person, width: int) -> Sequence[Content]:
        """A mark, and what the list tells of the candidate; at the end why they are left out."""
        ctx = self.render_context
        if ctx is None:
            return (Content(""),)
        beside = Content.styled(row.beside, "$secondary").truncate(width // 2, ellipsis=True)
        why = Content.styled(row.why, "$text-warning") if row.why else beside
        mark = ("", "") if row.why else (glyphs.MARKED, "bold $accent")
        room = width - INDENT - (why.cell_length + 2 if why else 0)
        told = line(ctx, row.negotiation, row.badges, max(1, room))
        if row.why:
            told = told.stylize("$text-muted")
        left = Content.assemble((mark[0].ljust(INDENT), mark[1]), told)
        return (left_right(left, why, width),)
