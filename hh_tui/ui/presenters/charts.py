"""Figures as bars: the funnel of a vacancy, what was done by day, and how long candidates wait."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models import Board
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.keyed import told
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.statistics import decimal

LABEL: Final = 22
BAR: Final = 26
"""Cells of the words before a bar, and of the longest bar."""

HOURS: Final = 24
"""Hours from which a time is told in days."""

FEW: Final = 5
"""Days that are shown at least."""

UNKNOWN: Final = "?"

_PARTS: Final = " ▏▎▍▌▋▊▉"


class BarLine(Struct, frozen=True):
    """`label`, a bar as long as `value` is among the others, and what stands behind it.

    There can be `more` of it than is known.
    """

    label: str
    value: int
    note: str = ""
    more: bool = False

    @property
    def figure(self) -> str:
        """`34`, `34+` where there can be more, `?` where nothing is known."""
        if not self.more:
            return str(self.value)
        return f"{self.value}+" if self.value else UNKNOWN


def bar(value: int, most: int) -> str:
    """Blocks for a value among values up to `most`; something for everything above nothing."""
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(value / most * BAR * 8))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_PARTS[rest] if rest else "")


def bars(lines: Sequence[BarLine]) -> list[Content]:
    """The lines under each other, their bars to one scale."""
    most = max((one.value for one in lines), default=0)
    digits = max((len(one.figure) for one in lines), default=0)
    return [
        Content.assemble(
            Content(one.label).truncate(LABEL, ellipsis=True, pad=True),
            " ",
            (one.figure.rjust(digits), "bold"),
            " ",
            (bar(one.value, most), "$accent"),
            (f" {one.note}" if one.note else "", "$text-muted"),
        )
        for one in lines
    ]


def section(title: str, lines: Sequence[Content], why_none: str) -> list[Content]:
    """A heading and what stands below it, or why nothing does."""
    body = list(lines) or [Content.styled(why_none, "$text-muted")]
    return [Content.styled(title, "bold $accent"), *body, Content("")]


def funnel(
    ctx: RenderContext, board: Board | None, times: Mapping[str, tuple[timedelta, int]]
) -> list[Content]:
    """Each collection with its share of all, and how long after their response one was moved there."""
    shown = [one for one in board.collections if one.counters and not one.hidden] if board else []
    total = sum(one.counters.total for one in shown if one.counters)
    lines = [
        BarLine(
            one.name or one.id,
            one.counters.total,
            dotted((_share(one.counters.total, total), _time(ctx, times.get(one.name)))),
        )
        for one in shown
        if one.counters
    ]
    return bars(lines)


def _share(part: int, total: int) -> str:
    return f"{round(part / total * 100)} %" if total else ""


def _time(ctx: RenderContext, time: tuple[timedelta, int] | None) -> str:
    """`after 2.5 d (14)`, hours below a day; empty where nobody was moved from here."""
    if time is None:
        return ""
    hours = time[0].total_seconds() / 3600
    if hours < HOURS:
        return ctx.tr("charts.after-hours", hours=round(hours), n=time[1])
    return ctx.tr("charts.after", days=decimal(ctx, hours / HOURS), n=time[1])


def days(ctx: RenderContext, done: Sequence[tuple[date, int]]) -> list[Content]:
    """What was done each day, from the first on which anything was, of a few days at least."""
    first = next((place for place, (_, count) in enumerate(done) if count), None)
    if first is None:
        return []
    shown = done[min(first, len(done) - FEW) :] if len(done) > FEW else done
    return bars([BarLine(_day(ctx, day), count) for day, count in shown])


def _day(ctx: RenderContext, day: date) -> str:
    return f"{ctx.tr(f'charts.weekday.{day.weekday()}')} {day:%d.%m}"


def waiting(ctx: RenderContext, bands: Sequence[int], unsure: Sequence[bool]) -> list[Content]:
    """Those who wait by how long they do; the bars that are `unsure` can lack some who are not loaded."""
    if not any(bands) and not any(unsure):
        return []
    return bars(
        [
            BarLine(ctx.tr(f"charts.band.{place}"), count, more=more)
            for place, (count, more) in enumerate(zip(bands, unsure, strict=True))
        ]
    )


def load_all(tr: Catalogue, key: str) -> Content:
    """What is not loaded is not counted, and which key loads it."""
    return Content.styled(told(tr, "charts.load-all", {"key": key}), "$text-muted")
