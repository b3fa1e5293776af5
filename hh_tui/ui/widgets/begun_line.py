"""The keys of a sequence that has begun, over the last line of a window."""

from typing import ClassVar

from hh_tui.ui.widgets.static_text import StaticText


class BegunLine(StaticText):
    """Lies on what stands below, in the layer of the notices: it takes no room from anything."""

    EDGES: ClassVar[int] = 2
    """Cells that it leaves free at its ends."""

    DEFAULT_CSS = """
    BegunLine {
        dock: bottom;
        layer: _toastrack;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """
