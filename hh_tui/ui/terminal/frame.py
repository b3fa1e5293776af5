"""What stands on the terminal, cell by cell: of a repaint only the cells that differ are written.

Textual repaints regions whole. When the cursor of a list moves, most cells of the panes beside it say what
they said before, and over ssh and mosh every byte is paid for.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rich.color import ColorSystem
from textual.strip import Strip

from hh_tui.ui.terminal.pen import LINK_END, RESET, Pen, PenCase

NEAR: Final = 4
"""Equal cells between two that differ which are written again: that is shorter than moving the cursor."""

KNOWN: Final = 1_000
"""Strips whose cells are known without reading them, at most: a few screens of them."""

_CERTAIN: Final = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    r"\u2190-\u2193\u2500-\u259f\u25b2\u25b8\u25bc\u25c2\u25cb\u25ce\u25cf\u2713]*"
)
"""Characters one cell wide in every terminal. The width of any other is only our guess of the terminal's."""

_UNKNOWN: Final = "\0"

_ONE_PEN: Final = re.compile(r"(.)\1*", re.DOTALL)


class StripSpan(NamedTuple):
    """A part of a line that is painted anew: the cells from column `x` of line `y` on, both from 0."""

    y: int
    x: int
    strip: Strip


class Frame:
    """The cells of a terminal of `columns` and `rows`, unknown at first.

    A line is two strings with a character a cell: its text, and the numbers of the pens as code points. Of a
    span only the whole is known from the first character of uncertain width on.
    """

    def __init__(self, columns: int, rows: int, colours: ColorSystem) -> None:
        self.size = (columns, rows)
        self.colours = colours
        self._pens = PenCase(colours)
        self._texts = [_UNKNOWN * columns] * rows
        self._painted = [_UNKNOWN * columns] * rows
        self._wholes: list[dict[tuple[int, int], tuple[str, str]]] = [{} for _ in range(rows)]
        self._known: dict[int, tuple[Strip, str, str]] = {}

    def paint(self, stretches: Iterable[StripSpan]) -> str:
        """The sequences after which the terminal shows these spans; empty when it does already."""
        written: list[str] = []
        pen: Pen | None = None
        for y, x, strip in stretches:
            for column, text, pens in self._differing(y, x, strip):
                written.append(f"\x1b[{y + 1};{column + 1}H")
                pen = self._write(text, pens, pen, written)
        if pen is not None:
            written.append(RESET)
        return "".join(written)

    def _differing(self, y: int, x: int, strip: Strip) -> Iterator[tuple[int, str, str]]:
        """What is to be written of a strip: the column, the text and the pens of each run of cells."""
        columns, rows = self.size
        if not (0 <= y < rows and 0 <= x < columns):
            return
        text, pens = self._read(strip)
        room = columns - x
        if (certain := _CERTAIN.match(text)) is not None and (cells := certain.end()) < len(text):
            # What is certain may be the base of a mark that follows.
            cells = min(max(0, cells - 1), room)
            yield from self._differing_cells(y, x, text[:cells], pens[:cells])
            if cells < room and self._differs_whole(
                y, x + cells, strip.cell_length - cells, text[cells:], pens[cells:]
            ):
                yield x + cells, text[cells:], pens[cells:]
        else:
            yield from self._differing_cells(y, x, text[:room], pens[:room])

    def _differing_cells(self, y: int, x: int, text: str, pens: str) -> Iterator[tuple[int, str, str]]:
        """What is to be written of characters of certain width."""
        end = x + len(text)
        text_before, pens_before = self._texts[y][x:end], self._painted[y][x:end]
        if text == text_before and pens == pens_before:
            return
        self._keep(y, x, text, pens)
        known = text_before.find(_UNKNOWN)
        cells = enumerate(
            zip(text[:known] if known >= 0 else text, text_before, pens, pens_before, strict=False)
        )
        differing = [at for at, (new, old, pen, pen_before) in cells if new != old or pen != pen_before]
        if known >= 0:
            # Behind a character that the terminal takes for wider or narrower, cells are not where ours are.
            differing += range(known, len(text))
        first = last = differing[0]
        for at in differing:
            if at - last > NEAR:
                yield x + first, text[first : last + 1], pens[first : last + 1]
                first = at
            last = at
        yield x + first, text[first : last + 1], pens[first : last + 1]

    def _differs_whole(self, y: int, x: int, width: int, text: str, pens: str) -> bool:
        """Whether a span of uncertain width is another one; it counts as what stands there then."""
        end = min(x + width, self.size[0])
        if self._wholes[y].get((x, end)) == (text, pens):
            return False
        unknown = _UNKNOWN * (end - x)
        self._keep(y, x, unknown, unknown)
        self._wholes[y][x, end] = (text, pens)
        return True

    def _keep(self, y: int, x: int, text: str, pens: str) -> None:
        end = x + len(text)
        line, painted = self._texts[y], self._painted[y]
        self._texts[y] = line[:x] + text + line[end:]
        self._painted[y] = painted[:x] + pens + painted[end:]
        if wholes := self._wholes[y]:
            for begin, until in [one for one in wholes if one[0] < end and x < one[1]]:
                del wholes[begin, until]

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
            texts.append(text)
            pens.append(pen.number * words + spaces.number * (len(text) - words))
        return "".join(texts), "".join(pens)

    def _write(self, text: str, pens: str, before: Pen | None, written: list[str]) -> Pen | None:
        """Write these characters behind each other; returns the pen that the terminal has afterwards."""
        current = before
        for run in _ONE_PEN.finditer(pens):
            pen = self._pens.numbered(run[1])
            part = text[run.start() : run.end()]
            change, current = self._pens.change(current, pen, spaces=part.isspace())
            written.append(f"{change}{pen.link}{part}{LINK_END}" if pen.link else change + part)
        return current
