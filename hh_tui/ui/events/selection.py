"""Candidates marked to be decided on together."""

from msgspec import Struct

from hh_tui.inbox.decisions.selection import Selection


class SelectionChanged(Struct, frozen=True):
    """Others are marked."""

    selection: Selection


SelectionEvent = SelectionChanged
