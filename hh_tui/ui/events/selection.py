"""Candidates marked to be decided on together."""

from dataclasses import dataclass

from hh_tui.inbox.decisions.selection import Selection


@dataclass(frozen=True, slots=True)
class SelectionChanged:
    """Others are marked."""

    selection: Selection


SelectionEvent = SelectionChanged
