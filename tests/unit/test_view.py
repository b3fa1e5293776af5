"""Snapshots as text: what is said about a candidate, a thread, a moment."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hh_tui.api.models import Board, Message, Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.api.models.thread import ThreadMessage
from hh_tui.api.negotiation_thread import neutral
from hh_tui.errors import HHError, LimitReached, NegotiationRefused, NotAuthorized, Refused
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.inbox.lists.snoozed_item import ReturnReason
from hh_tui.inbox.snapshot.thread import Echo, Thread
from hh_tui.ui.presenters import card, dates, freshness, messages, row, schedule, sidebar
from hh_tui.ui.presenters.errors import explain, locked
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import RowBadges
from tests.factory import negotiation

NOW = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


def _lens(lang: Language = "ru", zone: str = "Europe/Moscow") -> RenderContext:
    return RenderContext(Catalogue(lang), NOW, ZoneInfo(zone))


def _message(id_: str, at: str, **fields: Any) -> ThreadMessage:
    values = {
        "id": id_,
        "created_at": at,
        "author": {"participant_type": "applicant"},
        "state": {"id": "text", "name": "Текст"},
    }
    return neutral(parsed(Message, {**values, **fields}))


def _plain(lines: list[messages.MessageLine]) -> list[str]:
    return [line.content.plain for line in lines]


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=20), "сейчас"),
        (timedelta(minutes=5), "5 мин"),
        (timedelta(hours=2), "2 ч"),
        (timedelta(hours=13), "вчера"),
        (timedelta(days=1, hours=11), "вчера"),
        (timedelta(days=3), "3 дн"),
        (timedelta(days=8), "6 мая"),
        (timedelta(days=400), "09.04.25"),
        (timedelta(minutes=-5), "сейчас"),
    ],
)
def test_ages(ago: timedelta, said: str) -> None:
    assert dates.age(_lens(), NOW - ago) == said


def test_lengths_of_time_have_right_plurals() -> None:
    assert dates.span(_lens(), 63) == "5 лет 3 мес"
    assert dates.span(_lens(), 12) == "1 год"
    assert dates.span(_lens(), 22 * 12) == "22 года"
    assert dates.span(_lens(), 7) == "7 мес"
    assert dates.span(_lens(), 63, short=True) == "5 л 3 м"
    assert dates.span(_lens("en"), 13) == "1 year 1 mo"


def test_a_thread_has_days_in_the_persons_own_zone() -> None:
    late = _message("1", "2026-05-12T22:30:00+0000", text="Поздно")
    in_moscow = _plain(messages.column(_lens(), Thread((late,)), (), "Мария"))
    assert in_moscow[0] == "── вчера ──"
    assert in_moscow[1].startswith("Мария 01:30")
    in_greenwich = _plain(messages.column(_lens(zone="UTC"), Thread((late,)), (), "Мария"))
    assert in_greenwich[0] == "── 12 мая ──"
    assert "22:30" in in_greenwich[1]


def test_a_day_is_named_once() -> None:
    thread = Thread(tuple(_message(str(n), f"2026-05-14T0{n}:00:00+0300", text="…") for n in range(1, 4)))
    assert _plain(messages.column(_lens(), thread, (), "")).count("── сегодня ──") == 1


def test_read_marks_tell_read_from_sent() -> None:
    ours = {"author": {"participant_type": "employer"}, "text": "Ждём вас"}
    read = _message("1", "2026-05-14T08:00:00+0300", viewed_by_opponent=True, **ours)
    sent = _message("2", "2026-05-14T08:01:00+0300", **ours)
    lines = _plain(messages.column(_lens(), Thread((read, sent)), (), "Мария"))
    assert lines[1].startswith("Вы 08:00 ✓✓")
    assert lines[2].startswith("Вы 08:01 ✓ ")


def test_a_change_of_state_without_a_letter_is_a_centred_line() -> None:
    change = _message(
        "1",
        "2026-05-14T08:00:00+0300",
        text=None,
        state={"id": "x", "name": "Приглашение"},
        author={"participant_type": "employer"},
    )
    lines = messages.column(_lens(), Thread((change,)), (), "Мария")
    assert lines[-1].side is messages.Side.MIDDLE
    assert lines[-1].content.plain == "Приглашение · мы 08:00"


def test_a_response_without_a_letter_says_so() -> None:
    silent = _message("1", "2026-05-14T08:00:00+0300", text=None, state={"id": "response", "name": "Отклик"})
    last = messages.column(_lens(), Thread((silent,)), (), "Мария")[-1]
    assert "Отклик" in last.content.plain
    assert "Без сопроводительного письма" in last.content.plain


def test_addresses_and_assessments_are_shown() -> None:
    message = _message(
        "1",
        "2026-05-14T08:00:00+0300",
        text="Приходите",
        address={
            "city": "Москва",
            "street": "Лесная",
            "building": "5",
            "metro_stations": [{"station_name": "Белорусская"}],
        },
        assessments=[
            {
                "id": "a",
                "name": "Тест на логику",
                "actions": [
                    {
                        "id": "proceed",
                        "name": "Пройти",
                        "enabled": True,
                        "alternate_url": "https://hh.ru/test",
                    }
                ],
            }
        ],
    )
    text = messages.column(_lens(), Thread((message,)), (), "Мария")[-1].content.plain
    for part in ("Москва, Лесная, 5", "Белорусская", "Тест на логику", "https://hh.ru/test"):
        assert part in text


def test_letters_on_their_way_stand_at_the_end() -> None:
    echo = Echo("op", "Скоро", NOW)
    lines = messages.column(
        _lens(), Thread((_message("1", "2026-05-14T08:00:00+0300", text="…"),)), (echo,), ""
    )
    assert "Скоро" in lines[-1].content.plain
    assert "ещё не отправлено" in lines[-1].content.plain
    sent = messages.column(_lens(), Thread().with_sent(echo, 1), (), "")
    assert "ещё не отправлено" not in sent[-1].content.plain


def test_an_empty_thread_says_so() -> None:
    assert _plain(messages.column(_lens(), Thread(), (), "")) == ["Сообщений ещё нет."]
    assert _plain(messages.column(_lens(), Thread(), (), "", counted=1)) == ["Без сопроводительного письма."]


@pytest.mark.parametrize("width", [1, 4, 10, 24, 60, 200])
def test_a_row_is_exactly_as_wide_as_it_should_be(width: int) -> None:
    candidate = negotiation(
        "1",
        has_updates=True,
        source="AUTO_RESPONSE",
        created_at="2026-05-12T08:00:00+0300",
        counters={"messages": 3, "unread_messages": 2},
        resume={
            "last_name": "Немирович-Данченко-Задунайский",
            "first_name": "Владимир",
            "age": 44,
            "title": "Режиссёр 导演",
            "salary": {"amount": 250000, "currency": "RUR"},
        },
    )
    for line in row.row(_lens(), candidate, RowBadges(draft=True, held=True), width):
        assert line.cell_length == width


def test_in_a_narrow_row_the_wish_gives_way_to_facts() -> None:
    candidate = negotiation(
        "1",
        resume={
            "last_name": "Ким",
            "title": "Senior Backend Engineer (Python, Django)",
            "salary": {"amount": 250000, "currency": "RUR"},
            "total_experience": {"months": 170},
            "area": {"id": "1", "name": "Уфа"},
            "experience": [{"company": "Общество с очень длинным именем"}],
        },
    )
    facts = "250 000 ₽ · 14 л 2 м"
    rows = {width: row.row(_lens(), candidate, RowBadges(), width)[1].plain for width in (50, 78, 120)}
    told = {width: " ".join(line.split()) for width, line in rows.items()}
    assert told[50] == f"Senior Backend Engineer… · {facts}"
    assert told[78] == f"Senior Backend Engineer (Python, Django) · {facts} · Уфа"
    assert told[120].endswith(f"{facts} · Уфа · Общество с очень длинным именем")
    invited = row.row(_lens(), candidate, RowBadges(invited="приглашение QA"), 50)[1].plain
    assert " ".join(invited.split()) == "приглашение QA · Senior Backend… · 250 000 ₽"
    for place, width, expected in (
        ("Бухгалтер · Крылова В.", 50, f"Бухгалтер · Крылова В. · {facts}"),
        ("Бухгалтер · Крылова В.", 70, f"Бухгалтер · Крылова В. · Senior Backend Engi… · {facts}"),
        ("Бухгалтер на первичную документацию", 50, f"Бухгалтер на первичную д… · {facts}"),
    ):
        line = row.row(_lens(), candidate, RowBadges(place=place), width)[1].plain
        assert " ".join(line.split()) == expected


def test_a_row_says_what_is_known_and_nothing_else() -> None:
    bare = " ".join(line.plain for line in row.row(_lens(), negotiation("1"), RowBadges(), 80))
    assert "Резюме скрыто или удалено" in bare
    hidden = row.row(_lens(), negotiation("1", resume={"title": None}), RowBadges(), 80)
    assert "Имя скрыто" in hidden[0].plain
    assert "ничего не указано" in hidden[1].plain


def test_a_row_tells_the_time_that_its_list_goes_by() -> None:
    now = _lens().now
    one = negotiation(
        "1",
        created_at=(now - timedelta(days=9)).isoformat(),
        updated_at=(now - timedelta(hours=2)).isoformat(),
    )
    assert row.row(_lens(), one, RowBadges(), 60)[0].plain.endswith(" 2 ч")
    assert row.row(_lens(), one, RowBadges(by_response=True), 60)[0].plain.endswith(" 5 мая")


def test_an_unknown_source_is_named_as_the_server_does() -> None:
    line = row.row(_lens(), negotiation("1", source="BRAND_NEW", resume={}), RowBadges(), 80)[0]
    assert "BRAND_NEW" in line.plain


def test_markup_in_a_name_is_only_text() -> None:
    hostile = negotiation("1", resume={"last_name": "[bold red]Иванов[/]", "title": "[@click=app.quit]x[/]"})
    assert "[bold red]Иванов[/]" in row.row(_lens(), hostile, RowBadges(), 120)[0].plain
    assert "[@click=app.quit]x[/]" in card.title(_lens(), hostile)


def test_the_card_of_a_deleted_resume_explains_itself() -> None:
    assert "Писать можно, а решение hh.ru может не принять" in "\n".join(
        one.plain for one in card.lines(_lens(), negotiation("1"))
    )


def test_hidden_collections_stand_behind_the_fold() -> None:
    board = parsed(
        Board,
        {
            "collections": [
                {
                    "id": "a",
                    "name": "А",
                    "url": "/a",
                    "sub_collections": [{"id": "a1", "name": "А1", "url": "/a1"}],
                },
                {"id": "b", "name": "Б", "url": "/b", "hidden": True},
            ],
            "generated_collections": [{"id": "c", "name": "В", "url": "/c"}],
        },
    )
    folded = sidebar.collections(_lens(), "1", board, unfolded=False)
    assert [entry.label for entry in folded] == ["А", "А1", "▸ ещё 2 коллекции"]
    assert [entry.depth for entry in folded] == [0, 1, 0]
    unfolded = sidebar.collections(_lens(), "1", board, unfolded=True)
    assert [entry.label for entry in unfolded][-2:] == ["Б", "В"]


def test_vacancies_count_unread_before_all() -> None:
    vacancy = parsed(
        Vacancy, {"id": 1, "name": "Бухгалтер", "counters": {"responses": 60, "unread_responses": 12}}
    )
    entry = sidebar.vacancies(_lens(), [vacancy], None)[0]
    assert sidebar.counts(entry) == "12/60"
    assert sidebar.line(entry, 30).plain.endswith("12/60")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "error",
    [
        Refused(403, "x", "y"),
        NegotiationRefused(403, "negotiations", "wrong_state"),
        LimitReached(429),
        NotAuthorized(403, "oauth", "token_expired"),
        NegotiationRefused(403),
    ],
)
def test_an_error_is_a_sentence_with_a_next_step(error: HHError, lang: Language) -> None:
    explanation = explain(Catalogue(lang), error)
    assert explanation.what.endswith(".")
    assert explanation.hint.endswith(".")
    assert "{" not in explanation.sentence


def test_an_unknown_status_of_the_correspondence_is_named() -> None:
    assert "brand_new" in locked(Catalogue("ru"), "brand_new")


def test_moments_ahead_are_short_and_exact_ones_tell_both_clocks() -> None:
    ctx, days = _lens(), [0, 1, 3, 6, 7, 300]
    said = [schedule.ahead(ctx, NOW + timedelta(days=one)) for one in days]
    assert said == ["11:30", "завтра 11:30", "вс 11:30", "ср 11:30", "21 мая 11:30", "10.03.27 11:30"]
    assert schedule.exact(ctx, NOW) == "чт, 14 мая, 11:30"
    assert schedule.exact(ctx, NOW, MOSCOW) == "чт, 14 мая, 11:30"
    theirs = ZoneInfo("Asia/Kolkata")
    assert schedule.exact(ctx, NOW, theirs) == "чт, 14 мая, 11:30 · у кандидата 14:00 (UTC+5:30)"
    assert schedule.utc(NOW, ZoneInfo("America/St_Johns")) == "UTC-2:30"


def test_a_row_says_until_when_and_why_somebody_is_back() -> None:
    person, tomorrow = negotiation("1", resume={}), NOW + timedelta(days=1)
    snoozed = row.row(_lens(), person, RowBadges(until=tomorrow), 80)[0].plain
    scheduled = row.row(_lens(), person, RowBadges(held=True, later=tomorrow), 80)[0].plain
    assert "⏰ завтра 11:30" in snoozed
    assert "◷ завтра 11:30" in scheduled
    assert "⏰ есть ответ" in row.row(_lens(), person, RowBadges(returned=ReturnReason.WROTE), 80)[0].plain
    assert "⏰ it's time" in row.row(_lens("en"), person, RowBadges(returned=ReturnReason.TIME), 80)[0].plain


def test_data_read_by_a_clock_that_was_ahead_are_not_new() -> None:
    read_at = NOW + timedelta(days=5)
    assert freshness.age(_lens("en"), read_at, online=True) == "data from 19 May, 11:30"
    assert freshness.age(_lens("en"), NOW + timedelta(seconds=2), online=True) == ""
