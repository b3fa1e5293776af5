"""Textual's updates of the screen, written as differences to what stands on the terminal."""

from collections.abc import Iterator

from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, RenderableType, RenderResult
from textual.geometry import Size

from hh_tui.ui.terminal.frame import Frame, StripSpan
from hh_tui.ui.textual_private import ChopsUpdate, CompositorUpdate, LayoutUpdate


class ScreenPainter:
    """Keeps the frame of the terminal that the program runs in."""

    def __init__(self) -> None:
        self._frame: Frame | None = None

    def forget(self) -> None:
        """What stands on the terminal is unknown: the next update is written whole."""
        self._frame = None

    def difference(self, update: RenderableType | None, size: Size) -> RenderableType | None:
        """The update as what differs from the terminal's cells; what is no such update stays what it is."""
        if isinstance(update, ChopsUpdate | LayoutUpdate):
            return _Difference(self, update, size)
        if update is not None:
            self.forget()
        return update

    def paint(self, update: ChopsUpdate | LayoutUpdate, size: Size, console: Console) -> str:
        """The sequences that bring an update to the terminal, whose size is in cells."""
        colours = COLOR_SYSTEMS[console.color_system or "truecolor"]
        if self._frame is None or self._frame.size != size or self._frame.colours is not colours:
            self._frame = Frame(size.width, size.height, colours)
        return self._frame.paint(_stretches(update))


class _Difference(CompositorUpdate):
    """An update that writes only what differs."""

    def __init__(self, painter: ScreenPainter, update: ChopsUpdate | LayoutUpdate, size: Size) -> None:
        self._painter = painter
        self._update = update
        self._size = size

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The update whole, for who renders it otherwise than by its segments."""
        yield from self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal."""
        return self._painter.paint(self._update, self._size, console)


def _stretches(update: ChopsUpdate | LayoutUpdate) -> Iterator[StripSpan]:
    return _of_layout(update) if isinstance(update, LayoutUpdate) else _of_chops(update)


def _of_layout(update: LayoutUpdate) -> Iterator[StripSpan]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield StripSpan(y, x, strip)
            x += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[StripSpan]:
    for y, begin, end in update.spans:
        for strip_end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > end or strip_end <= begin:
                continue
            whole = begin <= x < end and strip_end <= end
            yield StripSpan(y, x, strip if whole else strip.crop(0, min(strip_end, end) - x))
