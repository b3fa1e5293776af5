"""Records as CSV, a page at a time."""

import csv
from collections.abc import Sequence
from typing import Any, Final, TextIO

from hh_tui.i18n.text import Language
from hh_tui.inbox.lists.records import Record, Value

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full-width signs included."""

BOM: Final = "\ufeff"

DELIMITERS: Final[dict[Language, str]] = {"ru": ";", "en": ","}
"""What Excel takes a line apart at: Russian numbers have a comma of their own."""


class Csv:
    """RFC 4180: a header, quotes where they are needed, CRLF. No text becomes a formula in a spreadsheet.

    Excel takes a file for UTF-8 only when it begins with a byte order mark, and takes it apart at the
    `delimiter` of the system's language. `headings` are for people, where the names of the fields are not.
    """

    def __init__(
        self,
        out: TextIO,
        names: Sequence[str],
        *,
        bom: bool = False,
        delimiter: str = ",",
        headings: Sequence[str] = (),
    ) -> None:
        self._names = names
        if bom:
            out.write(BOM)
        self._writer: Any = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        self._writer.writerow(headings or names)

    def take(self, records: Sequence[Record]) -> None:
        """Some more lines."""
        self._writer.writerows([_cell(record[name]) for name in self._names] for record in records)

    def close(self) -> None:
        """Nothing is left to say."""


def _cell(value: Value) -> str:
    text = told(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip(" ").startswith(FORMULAS) else text


def told(value: Value) -> str:
    """A value as scripts read it; nothing for None."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
