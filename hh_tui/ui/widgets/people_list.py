"""Candidates by name, a line each."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.ui.presenters.row import aside
from hh_tui.ui.widgets.row_list import RowList

Person = tuple[str, str]
"""A name, and the position wished for."""


class PeopleList(RowList[Person]):
    """Who a decision is about."""

    def paint(self, row: Person, width: int) -> Sequence[Content]:
        """The name, and the wish at the right."""
        name, wish = row
        return (
            aside(
                Content(name), Content.styled(wish, "$text-muted").truncate(width // 2, ellipsis=True), width
            ),
        )
