"""Puts the lines of widgets together to those of the screen: a widget paints no line that nobody sees.

Textual's compositor has every widget in the region of an update paint all its lines, the containers too that
lie wholly under what they contain, cuts each of these lines at every edge of any widget, and keeps of the
pieces those nothing lies upon. Here the pieces that an update is about are known first: a widget is asked for
the lines between the first and the last that have one left for it, and containers are hardly ever asked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from hh_tui.ui.textual_private import ChopsUpdate, Compositor, take_changed_spans

Pieces = dict[int, Strip | None]
"""What stands on a line of the screen, by the column at which it begins; None before it is painted."""

Open = dict[int, set[int]]
"""The columns at which pieces begin that are to be painted, by their line."""


class UncoveredCompositor(Compositor):
    """Paints what Textual's does, with less work."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last update; None where nothing has."""
        if not (spans := take_changed_spans(self)):
            return None
        return ChopsUpdate(self._painted(spans), spans, self._ends)

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        lines = (y for y in crop.line_range if is_rendered_line(y))
        painted = self._painted([(y, *crop.column_span) for y in lines])
        return cast("Sequence[Mapping[int, Strip]]", painted)

    @property
    def _ends(self) -> list[list[int]]:
        """Where the pieces of each line end."""
        return [cuts[1:] for cuts in self.cuts]

    def _painted(self, spans: Iterable[tuple[int, int, int]]) -> Sequence[Pieces]:
        """Every line of the screen, with the pieces painted that lie in these spans: line, begin and end."""
        cuts, open_pieces = self.cuts, Open()
        pieces = [cast("Pieces", dict.fromkeys(line[:-1])) for line in cuts]
        for y, begin, end in spans:
            if 0 <= y < len(cuts):
                columns = zip(cuts[y], cuts[y][1:], strict=False)
                inside = {left for left, right in columns if left < end and right > begin}
                open_pieces.setdefault(y, set()).update(inside)
        for widget, (region, clip) in self.visible_widgets.items():
            if not open_pieces:
                break
            self._fill(pieces, open_pieces, widget, region, region.intersection(clip))
        return pieces

    def _fill(
        self, pieces: Sequence[Pieces], open_pieces: Open, widget: Widget, region: Region, shown: Region
    ) -> None:
        """Put in what a widget has for pieces that are open; the widget is at `region`, seen in `shown`."""
        left, right = shown.column_span
        here = ((y, {x for x in open_pieces.get(y, ()) if left <= x < right}) for y in shown.line_range)
        wanted = {y: columns for y, columns in here if columns}
        if not wanted:
            return
        first, last = min(wanted), max(wanted)
        strips = widget.render_lines(Region(left - region.x, first - region.y, shown.width, last - first + 1))
        for y, columns in wanted.items():
            cuts = [cut for cut in self.cuts[y] if left <= cut <= right]
            parts = strips[y - first].divide([cut - left for cut in cuts[1:]])
            filled = {cut: part for cut, part in zip(cuts, parts, strict=False) if cut in columns}
            pieces[y].update(filled)
            open_pieces[y].difference_update(filled)
            if not open_pieces[y]:
                del open_pieces[y]
