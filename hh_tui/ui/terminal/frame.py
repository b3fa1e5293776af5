"""What stands on the terminal, cell by cell: of a repaint only the cells that differ are written.

Textual repaints regions whole. When the cursor of a list moves, most cells of the panes beside it say what
they said before, and over ssh and mosh every byte is paid for.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import ne, or_
from typing import Final, NamedTuple

from rich.color import ColorSystem
from textual.strip import Strip

from hh_tui.ui.terminal.cluster import UNKNOWN, ClusterCase, is_certain
from hh_tui.ui.terminal.pen import LINK_END, RESET, Pen, PenCase

NEAR: Final = 4
"""Equal cells between two that differ which are written again: that is shorter than moving the cursor."""

KNOWN: Final = 1_000
"""Strips whose cells are known without reading them, at most: a few screens of them."""

_ONE_PEN: Final = re.compile(r"(.)\1*", re.DOTALL)


class StripSpan(NamedTuple):
    """A part of a line that is painted anew: the cells from column `x` of line `y` on, both from 0."""

    y: int
    x: int
    strip: Strip


class Frame:
    """The cells of a terminal of `columns` and `rows`, unknown at first.

    A line is two strings with a character a cell: its text, and the numbers of the pens as code points. What
    is not surely one cell wide stands in the text by the characters of its `Cluster`.
    """

    def __init__(self, columns: int, rows: int, colours: ColorSystem) -> None:
        self.size = (columns, rows)
        self.colours = colours
        self._pens = PenCase(colours)
        self._forget()

    def paint(self, stretches: Iterable[StripSpan]) -> str:
        """The sequences after which the terminal shows these spans; empty when it does already."""
        if self._clusters.is_full:
            self._forget()
        written: list[str] = []
        pen: Pen | None = None
        line = -1
        for y, x, strip in stretches:
            for first, end in self._differing(y, x, strip):
                written.append(f"\x1b[{first + 1}G" if y == line else f"\x1b[{y + 1};{first + 1}H")
                pen, line = self._write(y, first, end, pen, written), y
        if pen is not None:
            written.append(RESET)
        return "".join(written)

    def _forget(self) -> None:
        columns, rows = self.size
        self._clusters = ClusterCase()
        self._texts = [UNKNOWN * columns] * rows
        self._painted = [self._pens.of(None)[0].number * columns] * rows
        self._known: dict[int, tuple[Strip, str, str]] = {}

    def _differing(self, y: int, x: int, strip: Strip) -> Iterator[tuple[int, int]]:
        """The columns of each run of cells that is to be written for a strip: its first one, and its end."""
        columns, rows = self.size
        if not (0 <= y < rows and 0 <= x < columns):
            return
        text, pens = self._read(strip)
        if len(text) >= columns - x:
            text, pens = self._clusters.cut(text, columns - x), pens[: columns - x]
        end = x + len(text)
        line, painted = self._texts[y], self._painted[y]
        text_before, pens_before = line[x:end], painted[x:end]
        if text == text_before and pens == pens_before:
            return
        line = self._texts[y] = line[:x] + text + line[end:]
        self._painted[y] = painted[:x] + pens + painted[end:]
        others = map(ne, text, text_before)
        if pens != pens_before:
            others = map(or_, others, map(ne, pens, pens_before))
        yield from self._runs(line, list(compress(range(x, end), others)))

    def _runs(self, line: str, columns: list[int]) -> list[tuple[int, int]]:
        """These columns of a line in runs, with all that is to be written when they are.

        What stands between two of a run is written again, too. A cluster there may reach further.
        """
        while True:
            runs = list(_joined(columns))
            if is_certain(line):
                return runs
            everything = [at for first, end in runs for at in range(first, end)]
            columns = self._clusters.reached(line, everything)
            if columns == everything:
                return runs

    def _read(self, strip: Strip) -> tuple[str, str]:
        """The text of a strip, and the number of the pen of each character; of one read before, at once.

        Lines that only moved come as the very strips that they were. A strip is kept as long as what was read
        of it: another one would get its number.
        """
        if (known := self._known.get(id(strip))) is not None:
            return known[1], known[2]
        if len(self._known) >= KNOWN:
            self._known.clear()
        text, pens = self._read_anew(strip)
        self._known[id(strip)] = (strip, text, pens)
        return text, pens

    def _read_anew(self, strip: Strip) -> tuple[str, str]:
        texts: list[str] = []
        pens: list[str] = []
        for text, style, _ in strip:
            pen, spaces = self._pens.of(style)
            words = len(text.rstrip(" "))
            cells = self._clusters.cells(text)
            texts.append(cells)
            blank = len(text) - words
            pens.append(pen.number * (len(cells) - blank) + spaces.number * blank)
        return "".join(texts), "".join(pens)

    def _write(self, y: int, first: int, end: int, before: Pen | None, written: list[str]) -> Pen | None:
        """Write these cells of a line behind each other; returns the pen that the terminal has afterwards."""
        text, pens = self._texts[y], self._painted[y]
        current = before
        for run in _ONE_PEN.finditer(pens, first, end):
            pen = self._pens.numbered(run[1])
            part = text[run.start() : run.end()]
            change, current = self._pens.change(current, pen, spaces=part.isspace())
            part = self._clusters.written(part, run.start() + 1)
            written.append(f"{change}{pen.link}{part}{LINK_END}" if pen.link else change + part)
        return current


def _joined(columns: list[int]) -> Iterator[tuple[int, int]]:
    """Columns that are near each other in runs, each by its first one and its end."""
    first = last = columns[0]
    if columns[-1] + 1 - first - len(columns) < NEAR:
        yield first, columns[-1] + 1
        return
    for at in columns:
        if at - last > NEAR:
            yield first, last + 1
            first = at
        last = at
    yield first, last + 1
