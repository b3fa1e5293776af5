"""Records as a table and as JSON, a page at a time where the form allows it."""

import json
import re
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Final, Protocol, TextIO

from hh_tui.inbox.lists.csv_lines import told
from hh_tui.inbox.lists.records import Record, Value
from hh_tui.system.local_zone import local_zone

GAP: Final = "  "

_NARROW: Final = re.compile("[ -~А-Яа-яЁё«»–—…№·●○]*")
"""Signs of one cell each. Most tables have no other ones, and tables of widths take long to be imported."""


class Output(Protocol):
    """Takes records a page at a time and closes when they end."""

    def take(self, records: Sequence[Record]) -> None:
        """Some more records."""

    def close(self) -> None:
        """There are no more."""


class Json:
    """An array of objects, one on each line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._began = False

    def take(self, records: Sequence[Record]) -> None:
        """Some more objects."""
        for record in records:
            self._out.write(",\n" if self._began else "[\n")
            self._out.write(json.dumps(dict(record), ensure_ascii=False))
            self._began = True

    def close(self) -> None:
        """The end of the array."""
        self._out.write("\n]\n" if self._began else "[]\n")


class Table:
    """Columns for people, aligned by the cells of the terminal; `width` cells at most, None for any width.

    `columns` are names of fields with their headings. The widest columns give way.
    """

    def __init__(
        self,
        out: TextIO,
        columns: Sequence[tuple[str, str]],
        width: int | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        self._out = out
        self._columns = columns
        self._width = width
        self._zone = zone or local_zone()
        self._rows: list[list[str]] = []

    def take(self, records: Sequence[Record]) -> None:
        """Some more lines; nothing is written before the widest is known."""
        self._rows += [
            [_said(name, record[name], self._zone) for name, _ in self._columns] for record in records
        ]

    def close(self) -> None:
        """Write everything."""
        rows = [[heading for _, heading in self._columns], *self._rows]
        numbers = [
            bool(self._rows) and all(row[place].isdigit() or not row[place] for row in self._rows)
            for place in range(len(self._columns))
        ]
        widths = self._widths(rows)
        for row in rows:
            fields = [
                fitted(text, width, right=number)
                for text, width, number in zip(row, widths, numbers, strict=True)
            ]
            self._out.write(GAP.join(fields).rstrip() + "\n")

    def _widths(self, rows: Sequence[Sequence[str]]) -> list[int]:
        widths = [max(_cells(row[place]) for row in rows) for place in range(len(self._columns))]
        if self._width is None:
            return widths
        room = max(len(widths) * 4, self._width - len(GAP) * (len(widths) - 1))
        while sum(widths) > room:
            widest = widths.index(max(widths))
            widths[widest] -= 1
        return widths


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells: cut with an ellipsis, or filled up."""
    if _NARROW.fullmatch(text):
        text = text if len(text) <= width else f"{text[: max(0, width - 1)]}…"
        return text.rjust(width) if right else text.ljust(width)
    from wcwidth import clip, ljust, rjust

    if _cells(text) > width:
        text = f"{clip(text, 0, width - 1)}…"
    return rjust(text, width) if right else ljust(text, width)


def _cells(text: str) -> int:
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import width

    return width(text)


def _said(name: str, value: Value, zone: tzinfo) -> str:
    """For people: a sign instead of yes, a moment by their own clock."""
    if name.endswith("_at") and isinstance(value, str):
        return f"{datetime.fromisoformat(value).astimezone(zone):%Y-%m-%d %H:%M}"
    return ("●" if value else "") if isinstance(value, bool) else told(value)
