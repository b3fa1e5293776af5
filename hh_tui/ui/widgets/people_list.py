"""Candidates by name, a line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.row import left_right
from hh_tui.ui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Person:
    """A name, the position wished for, and `why` they are left out; empty where they are not.

    One who `can` not be taken in is left out for good.
    """

    name: str
    wish: str
    why: str = ""
    can: bool = True


class PeopleList(RowList[Person]):
    """Who a decision is about, and who is left out of it."""

    def paint(self, row: Person, width: int) -> Sequence[Content]:
        """A mark and the name; at the right the wish, or why they are left out."""
        if row.why:
            left = Content.styled(f"  {row.name}", "$text-muted")
            return (left_right(left, Content.styled(row.why, "$text-warning"), width),)
        left = Content.assemble((f"{glyphs.MARKED} ", "bold $accent"), row.name)
        wish = Content.styled(row.wish, "$text-muted").truncate(width // 2, ellipsis=True)
        return (left_right(left, wish, width),)
