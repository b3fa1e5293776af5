"""What was done in figures, and the bars they are shown by."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hh_tui.api.models import Board
from hh_tui.api.models.reading import parsed
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.activity import horizon, per_day, time_to_state, unsure_bands, waiting_bands
from hh_tui.inbox.decisions.decision_log import LoggedDecision
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.presenters import charts
from hh_tui.ui.presenters.charts import BAR, BarLine
from hh_tui.ui.presenters.render_context import RenderContext

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
CTX = RenderContext(Catalogue("ru"), NOON, UTC)


def _done(
    negotiation: str, at: datetime, *, days: float = 1, stage: Stage = Stage.DONE, action: str = "Отказать"
) -> LoggedDecision:
    came = at - timedelta(days=days)
    who = ("7", "Инженер", negotiation, None)
    return LoggedDecision(at, stage, *who, "discard", action, "", "", None, came)


def test_days_are_those_of_the_person() -> None:
    late = datetime(2026, 11, 28, 22, tzinfo=UTC)
    held = _done("2", NOON, stage=Stage.HELD)
    found = per_day([_done("1", late), held], ZoneInfo("Europe/Moscow"), date(2026, 11, 29), 2)
    assert found == [(date(2026, 11, 28), 0), (date(2026, 11, 29), 1)]


def test_time_to_a_state_is_the_median_of_first_times() -> None:
    decisions = [
        _done("1", NOON, days=1),
        _done("1", NOON, days=9),
        _done("2", NOON, days=3),
        _done("3", NOON, days=4),
        _done("4", NOON, action=""),
        _done("5", NOON, stage=Stage.FAILED),
    ]
    assert time_to_state(decisions) == {"Отказать": (timedelta(days=3), 3)}


def test_those_who_wait_are_counted_by_how_long() -> None:
    waited = (0.5, 1, 2, 3.5, 7, 8, 90)
    assert waiting_bands([NOON - timedelta(days=one) for one in waited], NOON) == [2, 1, 2, 2]


@pytest.mark.parametrize(
    ("value", "most", "shown"),
    [(0, 5, ""), (5, 5, "█" * BAR), (1, 10_000, "▏"), (1, 2, "█" * (BAR // 2)), (0, 0, "")],
)
def test_a_bar_is_as_long_as_its_value(value: int, most: int, shown: str) -> None:
    assert charts.bar(value, most) == shown


def test_bars_stand_in_columns_and_fit_the_smallest_window() -> None:
    lines = charts.bars([BarLine("Очень длинное имя коллекции", 7, "10 %"), BarLine("Отказ", 120)])
    assert {
        line.plain.index(number) + len(number) for line, number in zip(lines, ("7", "120"), strict=True)
    } == {26}
    assert max(line.cell_length for line in lines) <= 70


def test_where_nothing_is_it_is_said() -> None:
    assert charts.days(CTX, [(date(2026, 11, 29), 0)]) == []
    assert len(charts.days(CTX, [(date(2026, 11, day), int(day == 28)) for day in range(1, 30)])) == 5
    assert charts.waiting(CTX, [0, 0, 0, 0], [False] * 4) == []
    assert [line.plain for line in charts.section("Дни", [], "Ничего")] == ["Дни", "Ничего", ""]


def test_a_time_is_told_with_the_sign_of_the_language() -> None:
    stage = {"id": "a", "name": "Оценка", "url": "https://api.hh.ru/x", "counters": {"total": 3}}
    board = parsed(Board, {"collections": [stage]})
    told = charts.funnel(CTX, board, {"Оценка": (timedelta(days=2.5), 14)})
    assert "через 2,5 дн. (14)" in told[0].plain


def _ago(*hours: tuple[float, float]) -> list[tuple[datetime, datetime]]:
    """Responses that came, and changed last, so many hours ago."""
    return [(NOON - timedelta(hours=came), NOON - timedelta(hours=changed)) for came, changed in hours]


@pytest.mark.parametrize(
    ("loaded", "sure"),
    [
        (_ago((1, 1), (30, 2)), 1),
        (_ago((30, 1), (20, 2), (90, 80)), 2),
        (_ago((30, 9), (20, 2), (25, 1)), 0),
        ([], 0),
    ],
)
def test_what_is_not_loaded_is_unsure(loaded: list[tuple[datetime, datetime]], sure: int) -> None:
    """By response, by the last change, in an order of another kind, and where nothing is loaded."""
    assert unsure_bands(NOON, horizon(loaded)) == [place >= sure for place in range(4)]


def test_a_bar_that_may_lack_some_says_so() -> None:
    lines = [str(one) for one in charts.waiting(CTX, [9, 34, 0, 0], [False, True, True, True])]
    assert [line.split("█")[0].rstrip()[-3:].strip() for line in lines] == ["9", "34+", "?", "?"]
