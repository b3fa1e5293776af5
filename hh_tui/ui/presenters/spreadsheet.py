"""Records as people read them in Excel: CSV with words of their language, and moments by their own clock."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, TextIO

from hh_tui.inbox.lists.csv_lines import DELIMITERS, Csv
from hh_tui.inbox.lists.records import Record, Value
from hh_tui.ui.presenters.dates import span
from hh_tui.ui.presenters.render_context import RenderContext

NO_TITLES: Final[Mapping[str, str]] = {}


class Spreadsheet:
    """Takes records a page at a time.

    `titles` are texts of the catalogue for fields whose headings are others here.
    """

    def __init__(
        self, out: TextIO, ctx: RenderContext, names: Sequence[str], titles: Mapping[str, str] = NO_TITLES
    ) -> None:
        self._ctx = ctx
        headings = [ctx.tr(titles.get(name, f"sheet.{name}")) for name in names]
        self._csv = Csv(out, names, bom=True, delimiter=DELIMITERS[ctx.tr.language], headings=headings)

    def take(self, records: Sequence[Record]) -> None:
        """Some more lines."""
        self._csv.take(
            [{name: in_words(self._ctx, name, value) for name, value in one.items()} for one in records]
        )

    def close(self) -> None:
        """Nothing is left to say."""
        self._csv.close()


def in_words(ctx: RenderContext, name: str, value: Value) -> Value:
    """What a field holds, for people: `5 лет 3 мес` instead of 63, `да` instead of true."""
    if isinstance(value, bool):
        return ctx.tr("sheet.yes") if value else ""
    if name == "experience_months" and isinstance(value, int):
        return span(ctx, value) if value > 0 else ""
    if name.endswith("_at") and isinstance(value, str):
        return f"{datetime.fromisoformat(value).astimezone(ctx.zone):%Y-%m-%d %H:%M}"
    if name == "source" and (key := f"source.{value}") in ctx.tr:
        return ctx.tr(key)
    return value
