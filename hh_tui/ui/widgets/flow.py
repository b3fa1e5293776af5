"""A layout that fills lines from left to right and goes on below."""

from textual.geometry import Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

GAP = 1

LEAST = 5
"""Cells that no child is cut below: a button narrower than its own padding cannot wrap its label."""


class FlowLayout(Layout):
    """One-line widgets, each as wide as its content, with a gap between them."""

    name = "flow"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place the children."""
        placements: list[WidgetPlacement] = []
        x = y = 0
        for order, child in enumerate(children):
            width = min(max(LEAST, size.width), child.get_content_width(size, size) + child.gutter.width)
            if x and x + width > size.width:
                x, y = 0, y + 1
            placements.append(WidgetPlacement(Region(x, y, width, 1), child.offset, Spacing(), child, order))
            x += width + GAP
        return placements
