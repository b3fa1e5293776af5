"""Characters that terminals disagree about: each takes as many cells as Textual says, in any terminal."""

import re
from typing import Final

from rich.cells import split_graphemes

_CERTAIN_ONES: Final = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    r"\u2190-\u2193\u2500-\u259f\u25b2\u25b8\u25bc\u25c2\u25cb\u25ce\u25cf\u2713"
)
"""Characters one cell wide in every terminal. The width of any other is only our guess of the terminal's."""

_CERTAIN: Final = re.compile(f"[{_CERTAIN_ONES}]*")

_JOINED: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}|.+[\U0001f3fb-\U0001f3ff]")
"""What terminals show as one, and Rich counts as two: the letters of a flag, a sign and its skin."""

_FIRST, _LAST = 0xF0000, 0x10FFFF
"""Code points that stand for clusters: no text has them in a line, for their own width is a guess, too."""

_NO_BREAK: Final = "\xa0"
"""A space that a terminal shows like any other, in twice the bytes: sums of money have several."""

UNKNOWN: Final = "\0"
"""What stands for a cell that was not painted yet."""

_REST: Final = "\x01"
"""What stands for the further cells of a cluster."""

_CLUSTER: Final = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]{_REST}*|{_REST}+|{UNKNOWN}+")

_ENOUGH: Final = (_LAST - _FIRST) // 2
"""Clusters after which there may be no room for another screen of them."""


class Cluster:
    """A grapheme cluster that takes `cells`. A terminal may `reach` over more when it is written."""

    __slots__ = ("cells", "reach", "text")

    def __init__(self, text: str, cells: int) -> None:
        self.text = text
        self.cells = cells
        self.reach = max(cells, 2 * len(text))

    def written(self, column: int) -> str:
        """What shows it from a column (from 1) on and leaves the cursor behind its cells.

        Cells that the terminal does not fill with it are blank.
        """
        blank = "" if self.cells == len(self.text) == 1 else f"{' ' * self.cells}\x1b[{column}G"
        return f"{blank}{self.text}\x1b[{column + self.cells}G"


class ClusterCase:
    """Turns text into a character a cell: one that stands for a cluster, and those for its further cells."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}
        self._clusters: dict[str, Cluster] = {}

    @property
    def is_full(self) -> bool:
        """Whether a new one had better be begun."""
        return len(self._clusters) > _ENOUGH

    def cells(self, text: str) -> str:
        """A character for each cell that the text takes."""
        text = text.replace(_NO_BREAK, " ")
        if _CERTAIN.fullmatch(text):
            return text
        found: list[str] = []
        cluster, taken = "", 0
        for begin, end, cells in split_graphemes(text)[0]:
            part = text[begin:end]
            if cluster and not _JOINED.fullmatch(cluster + part):
                found.append(self._numbered(cluster, taken))
                cluster, taken = "", 0
            if _CERTAIN.fullmatch(part):
                found.append(part)
            else:
                cluster, taken = cluster + part, taken + cells
        found.append(self._numbered(cluster, taken))
        return "".join(found)

    def cut(self, cells: str, room: int) -> str:
        """As many cells as there is room for before the edge of the terminal.

        Of a cluster without room for all of it there are blanks, and so of one that stands at the edge and
        might reach over it: some terminals move that back, onto what stands before it.
        """
        for found in _CLUSTER.finditer(cells):
            cluster, begin = self._clusters.get(found[0][0]), found.start()
            if found.end() >= room > begin and cluster is not None and begin + cluster.reach > room:
                return cells[:begin] + " " * (room - begin)
        return cells[:room]

    def reached(self, line: str, columns: list[int]) -> list[int]:
        """These columns of a line, and those that are written with them: clusters as a whole, and the cells
        behind that a terminal may have taken for them."""
        wanted = set(columns)
        for found in _CLUSTER.finditer(line):
            begin, end = found.span()
            cluster = self._clusters.get(line[begin])
            if cluster is not None and not wanted.isdisjoint(range(begin, end)):
                wanted.update(range(begin, min(begin + cluster.reach, len(line))))
        return sorted(wanted)

    def written(self, cells: str, column: int) -> str:
        """The text of cells that stand from a column (from 1) on."""
        if is_certain(cells):
            return cells
        return _CLUSTER.sub(lambda found: self._written(found[0], column + found.start()), cells)

    def _written(self, cells: str, column: int) -> str:
        cluster = self._clusters.get(cells[0])
        if cluster is None or len(cells) < cluster.cells:
            # Nothing yet, or half of a cluster whose other half something else stands on: not shown.
            return " " * len(cells)
        return cluster.written(column) + " " * (len(cells) - cluster.cells)

    def _numbered(self, text: str, cells: int) -> str:
        """What stands for it; nothing where it takes no cell: marks are part of what they stand on."""
        if not cells:
            return ""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = chr(_FIRST + len(self._numbers))
            self._clusters[number] = Cluster(text, cells)
        return number + _REST * (cells - 1)


def is_certain(cells: str) -> bool:
    """Whether surely no cluster stands in these cells, nor anything unknown: no character that stands for one
    can be printed. That is known in a tenth of the time of a search.
    """
    return cells.isprintable()
