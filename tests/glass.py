"""What stands on a terminal's screen after what was written to it, as far as the program's output needs."""

import re

from rich.cells import cell_len

_PIECES = re.compile(
    r"\x1b\[(?P<numbers>[0-9;]*)(?P<final>[HfG])"  # move the cursor
    r"|(?P<clear>\x1b\[(?:2J|\?1049[hl]))"
    r"|\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_=>78])"  # anything else
    r"|(?P<text>[^\x1b\r\n]+)"
    r"|(?P<control>[\r\n])"
)


class Glass:
    """`show` what was written, then read the `lines`. A sequence that is not complete waits for its end."""

    def __init__(self, columns: int, rows: int) -> None:
        self._cells = [[" "] * columns for _ in range(rows)]
        self._columns = columns
        self._at = (0, 0)
        self._rest = ""

    @property
    def lines(self) -> list[str]:
        """The screen, a string a line."""
        return ["".join(cells) for cells in self._cells]

    def show(self, data: str) -> None:
        """Write to the screen."""
        data, place = self._rest + data, 0
        while (piece := _PIECES.match(data, place)) is not None:
            place = piece.end()
            if piece["final"] == "G":
                self._at = (self._at[0], int(piece["numbers"] or 1) - 1)
            elif piece["final"]:
                row, _, column = (piece["numbers"] or "1;1").partition(";")
                self._at = (int(row or 1) - 1, int(column or 1) - 1)
            elif piece["clear"]:
                self._cells = [[" "] * self._columns for _ in self._cells]
            elif piece["text"]:
                self._write(piece["text"])
            elif piece["control"] == "\r":
                self._at = (self._at[0], 0)
            elif piece["control"] == "\n":
                self._at = (self._at[0] + 1, self._at[1])
        self._rest = data[place:]

    def _write(self, text: str) -> None:
        row, column = self._at
        for character in text:
            width = cell_len(character)
            if row < len(self._cells) and width and column + width <= self._columns:
                self._cells[row][column] = character
                self._cells[row][column + 1 : column + width] = [""] * (width - 1)
            column += width
        self._at = (row, column)
