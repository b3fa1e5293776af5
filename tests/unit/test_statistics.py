"""StatisticsSnapshot: what is told of them, and what gives way."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import ResumeLimits, Statistics, Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.snapshot.opened_log import OpenedLog, text_of
from hh_tui.inbox.snapshot.statistics import StatisticsSnapshot
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.statistics import in_words, parts
from hh_tui.ui.presenters.title import line, place, standing

NOW = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
LENS = RenderContext(Catalogue("ru"), NOW, ZoneInfo("Europe/Moscow"))


def _figures(left: float | None = 480, **told: object) -> StatisticsSnapshot:
    values = {"received": 200, "replied_percent": 62, "average_reply_time": 1.7, "politeness": {"index": 72}}
    limits = parsed(ResumeLimits, {"left": {"resume_view": 500, "resume_view_from_api": left}})
    return StatisticsSnapshot(parsed(Statistics, {**values, **told}), ViewBudget.of(limits), NOW)


def test_every_figure_has_its_place() -> None:
    said = [one.plain for one in parts(LENS, _figures())]
    assert said == ["вежливость 72", "ответ за 41 ч", "отвечено 62 %", "просмотров резюме 480"]
    assert "ответ за 3,5 дн" in [one.plain for one in parts(LENS, _figures(average_reply_time=3.5))]


def _sides(width: int) -> tuple[str, str]:
    vacancy = parsed(Vacancy, {"id": "1", "name": "Разработчик", "area": {"id": "1", "name": "Москва"},
         "counters": {"responses": 9, "unread_responses": 4}})  # fmt: skip
    left = place(LENS, None, "work", vacancy)
    right = standing(LENS, _figures(), Outbox(), online=False)
    first, last = line(left, right, width)
    return first.plain, last.plain


@given(st.integers(40, 200))
def test_the_title_drops_whole_words_the_least_important_first(width: int) -> None:
    first, last = _sides(width)
    assert len(first) + len(last) + 2 <= width
    assert first.removeprefix("hh-tui  ").startswith("Разработчик")
    assert "4 новых" in first
    assert "✗ нет связи" in last
    words = {"hh-tui", "Разработчик", "Москва", "4 новых", "work"}
    assert set(first.replace(", ", "  ").replace(" · ", "  ").split("  ")) <= words


def test_the_title_keeps_what_matters_in_a_small_window() -> None:
    assert _sides(36) == ("Разработчик  4 новых", "✗ нет связи")
    assert "вежливость 72 · ответ за 41 ч" in _sides(200)[1]


def test_views_that_run_out_come_first() -> None:
    assert parts(LENS, _figures(left=7))[0].plain == "просмотров резюме 7"


def test_nothing_told_nothing_shown() -> None:
    assert not parts(LENS, StatisticsSnapshot())
    assert "hh.ru их не сообщает" in in_words(LENS, StatisticsSnapshot()).plain
    bare = _figures(None, replied_percent=None, average_reply_time=None, politeness=None)
    assert [one.plain for one in parts(LENS, bare)] == ["просмотров резюме 500"]


@pytest.mark.parametrize(
    ("percent", "missing"), [(62, 16), (70, 0), (95, 0), (0, 140), (69.5, 1), (None, None)]
)
def test_how_many_answers_are_missing(percent: float | None, missing: int | None) -> None:
    assert _figures(replied_percent=percent).answers_to(70) == missing


def test_they_are_read_anew_after_half_an_hour() -> None:
    assert StatisticsSnapshot().due(NOW)
    assert not _figures().due(NOW + timedelta(minutes=29))
    assert _figures().due(NOW + timedelta(minutes=30))
    assert _figures().due(NOW - timedelta(days=5)), "the clock was set back"


def test_the_ledger_survives_being_written_down() -> None:
    opened_log = OpenedLog().opened("1", NOW).opened("2", NOW).opened("1", NOW + timedelta(hours=1))
    assert OpenedLog.recalled({key: text_of(at) for key, at in opened_log.items()}) == opened_log
    assert opened_log["1"] == NOW + timedelta(hours=1)


@given(st.dictionaries(st.text(), st.text()))
def test_what_is_no_moment_is_left_out(texts: dict[str, str]) -> None:
    assert set(OpenedLog.recalled(texts)) <= set(texts)
