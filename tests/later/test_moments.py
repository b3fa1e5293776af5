"""Moments that are offered, and moments that are typed."""

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.inbox.rules.send_times import FURTHEST, HALF_A_YEAR, Clocks, TimeError, clocks, offers, understood
from hh_tui.system.structs import replace
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.outbox import lines, painted
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import decision, negotiation

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
"""A Thursday, noon in Moscow."""

START = datetime(2024, 1, 1)  # noqa: DTZ001  (Hypothesis adds the zone)
MOMENTS = st.datetimes(START, START + timedelta(days=2000), timezones=st.just(UTC))
ZONES = st.sampled_from([MOSCOW, BERLIN, ZoneInfo("Asia/Kamchatka"), ZoneInfo("America/St_Johns"), UTC])


def _moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW).astimezone(UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", "2026-11-26 14:30"),
        ("9:00", "2026-11-27 09:00"),
        ("30.11 14:00", "2026-11-30 14:00"),
        (" 30.11,  14:00 ", "2026-11-30 14:00"),
        ("30.11", "2026-11-30 10:00"),
        ("30.11.", "2026-11-30 10:00"),
        ("30.11.26 8:05", "2026-11-30 08:05"),
        ("30.11.2026 08:05", "2026-11-30 08:05"),
        ("2026-11-30 14:00", "2026-11-30 14:00"),
        ("2026-11-30T14:00", "2026-11-30 14:00"),
        ("2026-11-30", "2026-11-30 10:00"),
        ("10.01 9:00", "2027-01-10 09:00"),
        ("+3 ч", "2026-11-26 15:00"),
        ("+45м", "2026-11-26 12:45"),
        ("+2h", "2026-11-26 14:00"),
        ("завтра", "2026-11-27 10:00"),
        ("завтра 9", "2026-11-27 09:00"),
        ("Завтра в 9:30", "2026-11-27 09:30"),
        ("pfdnhf 9", "2026-11-27 09:00"),
        ("послезавтра вечером", "2026-11-28 18:00"),
        ("сегодня 18", "2026-11-26 18:00"),
        ("в 18", "2026-11-26 18:00"),
        ("пн 10", "2026-11-30 10:00"),
        ("во вторник в 14.30", "2026-12-01 14:30"),
        ("чт", "2026-12-03 10:00"),
        ("в следующую пятницу", "2026-11-27 10:00"),
        ("через 2 ч", "2026-11-26 14:00"),
        ("через час", "2026-11-26 13:00"),
        ("через 1 ч 30 мин", "2026-11-26 13:30"),
        ("полчаса", "2026-11-26 12:30"),
        ("3 дня", "2026-11-29 10:00"),
        ("через два дня в 9", "2026-11-28 09:00"),
        ("через неделю", "2026-12-03 10:00"),
        ("через месяц", "2026-12-26 10:00"),
        ("до пятницы", "2026-11-27 10:00"),
        ("до 20 декабря", "2026-12-20 10:00"),
        ("2 недели", "2026-12-10 10:00"),
        ("25.12 14", "2026-12-25 14:00"),
        ("25 декабря", "2026-12-25 10:00"),
        ("25 дек, 14:00", "2026-12-25 14:00"),
        ("tomorrow 9", "2026-11-27 09:00"),
        ("ещьщккщц 9", "2026-11-27 09:00"),
        ("mon 10", "2026-11-30 10:00"),
        ("next friday at 4pm", "2026-11-27 16:00"),
        ("in 2 h", "2026-11-26 14:00"),
        ("in an hour", "2026-11-26 13:00"),
        ("in a week", "2026-12-03 10:00"),
        ("next week", "2026-11-30 10:00"),
        ("next week at 9", "2026-11-30 09:00"),
        ("на следующей неделе", "2026-11-30 10:00"),
        ("in a month", "2026-12-26 10:00"),
        ("until friday", "2026-11-27 10:00"),
        ("in 3 days at 9am", "2026-11-29 09:00"),
        ("dec 25", "2026-12-25 10:00"),
        ("noon", "2026-11-27 12:00"),
        ("послезавтра в 9 утра", "2026-11-28 09:00"),
        ("завтра в 3 дня", "2026-11-27 15:00"),
        ("в 7 вечера", "2026-11-26 19:00"),
        ("завтра в 7:30 вечера", "2026-11-27 19:30"),
        ("в 18 часов вечера", "2026-11-26 18:00"),
        ("пн 11 ночи", "2026-11-30 23:00"),
        ("пн в 2 часа ночи", "2026-11-30 02:00"),
        ("завтра в 12 дня", "2026-11-27 12:00"),
        ("завтра утром в 9", "2026-11-27 09:00"),
        ("вечером в 6", "2026-11-26 18:00"),
        ("в 9 утра в понедельник", "2026-11-30 09:00"),
        ("утром завтра", "2026-11-27 09:00"),
        ("через 2 дня в 9 утра", "2026-11-28 09:00"),
        ("25 декабря в 9 часов", "2026-12-25 09:00"),
        ("gjcktpfdnhf d 9 enhf", "2026-11-28 09:00"),
        ("tomorrow at 9 in the morning", "2026-11-27 09:00"),
        ("9:30 pm tomorrow", "2026-11-27 21:30"),
        ("mon at 9 o'clock", "2026-11-30 09:00"),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: str) -> None:
    assert understood(typed, NOW, MOSCOW) == _moscow(meant)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", TimeError.UNCLEAR),
        ("завтр", TimeError.UNCLEAR),
        ("час", TimeError.UNCLEAR),
        ("завтра 9 писем", TimeError.UNCLEAR),
        ("завтра 25", TimeError.NO_SUCH),
        ("31 февраля", TimeError.NO_SUCH),
        ("13 pm", TimeError.NO_SUCH),
        ("сегодня 9", TimeError.PAST),
        ("вчера", TimeError.PAST),
        ("вчера 9", TimeError.PAST),
        ("позавчера в 9 утра", TimeError.PAST),
        ("yesterday at 9", TimeError.PAST),
        ("dxthf 9", TimeError.PAST),
        ("2 дня назад", TimeError.PAST),
        ("an hour ago", TimeError.PAST),
        ("завтра в 9 дня", TimeError.NO_SUCH),
        ("завтра в 3 утра вечера", TimeError.UNCLEAR),
        ("через 0 дней", TimeError.PAST),
        ("через 900 дней", TimeError.FAR),
        ("30", TimeError.UNCLEAR),
        ("14:3", TimeError.UNCLEAR),
        ("25:00", TimeError.NO_SUCH),
        ("31.02", TimeError.NO_SUCH),
        ("30.13 10:00", TimeError.NO_SUCH),
        ("0.1", TimeError.NO_SUCH),
        ("26.11 11:59", TimeError.PAST),
        ("26.11.2025", TimeError.PAST),
        ("20.11", TimeError.PAST),
        ("+0 ч", TimeError.PAST),
        ("2030-01-01 10:00", TimeError.FAR),
    ],
)
def test_what_makes_no_sense_is_told_apart(typed: str, wrong: TimeError) -> None:
    assert understood(typed, NOW, MOSCOW) is wrong


@pytest.mark.parametrize(
    ("typed", "meant", "change"),
    [
        ("29.03 02:30", "2026-03-29T01:30", Clocks.LEFT_OUT),
        ("29.03 03:30", "2026-03-29T01:30", None),
        ("29.03", "2026-03-29T08:00", None),
        ("25.10.2026 02:30", "2026-10-25T00:30", Clocks.TWICE),
        ("25.10.2026 03:00", "2026-10-25T02:00", None),
    ],
)
def test_where_the_clocks_change_it_is_said(typed: str, meant: str, change: Clocks | None) -> None:
    spring = datetime(2026, 3, 1, tzinfo=UTC)
    found = understood(typed, spring, BERLIN)
    assert isinstance(found, datetime)
    assert found == datetime.fromisoformat(meant).replace(tzinfo=UTC)
    assert clocks(typed, found, BERLIN) is change


@given(local=st.datetimes(START, START + timedelta(days=300)), zone=ZONES)
@example(local=datetime(2024, 3, 31, 2, 15), zone=BERLIN)  # noqa: DTZ001
@example(local=datetime(2024, 10, 27, 2, 15), zone=BERLIN)  # noqa: DTZ001
def test_a_time_that_is_left_out_or_twice_is_known_as_such(local: datetime, zone: ZoneInfo) -> None:
    local = local.replace(second=0, microsecond=0)
    typed = f"{local:%Y-%m-%d %H:%M}"
    found = understood(typed, START.replace(tzinfo=UTC) - timedelta(days=3), zone)
    assert isinstance(found, datetime)
    seen = found.astimezone(zone)
    there = seen.replace(tzinfo=None) == local
    again = (found + timedelta(hours=1)).astimezone(zone).replace(tzinfo=None) == local
    expected = Clocks.TWICE if again else None if there else Clocks.LEFT_OUT
    assert clocks(typed, found, zone) is expected
    assert seen.replace(tzinfo=None) >= local


VLADIVOSTOK = ZoneInfo("Asia/Vladivostok")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("завтра 9", "2026-11-27 09:00"),
        ("послезавтра", "2026-11-28 10:00"),
        ("в пятницу 10", "2026-11-27 10:00"),
        ("через 3 дня", "2026-11-29 10:00"),
        ("27.11 9:00", "2026-11-27 09:00"),
        ("31.12", "2026-12-31 10:00"),
        ("9:00", "2026-11-27 09:00"),
        ("вечером", "2026-11-27 18:00"),
        ("сегодня 18", TimeError.PAST),
    ],
)
def test_days_are_ones_own_and_hours_the_candidates(typed: str, meant: str | TimeError) -> None:
    evening = datetime(2026, 11, 26, 17, tzinfo=UTC)  # Thursday in Moscow, Friday in Vladivostok
    if isinstance(meant, TimeError):
        assert understood(typed, evening, MOSCOW, VLADIVOSTOK) is meant
    else:
        there = datetime.fromisoformat(meant).replace(tzinfo=VLADIVOSTOK)
        assert understood(typed, evening, MOSCOW, VLADIVOSTOK) == there


def test_a_time_alone_is_the_next_one_on_their_clock() -> None:
    evening = datetime(2026, 11, 26, 20, tzinfo=UTC)  # six in the morning of Friday there
    assert understood("в 9", evening, MOSCOW, VLADIVOSTOK) == datetime(2026, 11, 26, 23, tzinfo=UTC)


@given(now=MOMENTS, zone=ZONES, theirs=ZONES)
def test_mornings_offered_are_theirs_on_days_of_ones_own(
    now: datetime, zone: ZoneInfo, theirs: ZoneInfo
) -> None:
    today = now.astimezone(zone).date()
    ahead = {"tomorrow": 1, "three-days": 3, "week": 7}
    found = {one.id: one.at.astimezone(theirs) for one in offers(now, zone, theirs)[1:]}
    assert all(one > now and (one.hour, one.minute) == (10, 0) for one in found.values())
    for name in ahead.keys() & found.keys():
        assert (found[name].date() - today).days == ahead[name]
    tomorrow = datetime.combine(today + timedelta(days=1), time(10), theirs)
    assert ("tomorrow" in found) is (tomorrow > now)


@given(now=MOMENTS, zone=ZONES)
def test_offered_moments_lie_ahead_in_that_zone(now: datetime, zone: ZoneInfo) -> None:
    found = offers(now, zone)
    assert [one.id for one in found][:2] == ["soon", "tomorrow"]
    assert {"three-days", "week"} <= {one.id for one in found} | (
        {"week"} if now.astimezone(zone).weekday() == 0 else set()
    )
    assert [one.at for one in found[1:]] == sorted(one.at for one in found[1:])
    assert all(one.at > now and one.at.utcoffset() == timedelta(0) for one in found)
    local = [one.at.astimezone(zone) for one in found[1:]]
    assert all((one.hour, one.minute) == (10, 0) for one in local)
    assert any(one.weekday() == 0 for one in local)
    assert len({one.at for one in found}) == len(found)


@given(now=MOMENTS, zone=ZONES, ahead=st.timedeltas(timedelta(minutes=1), HALF_A_YEAR - timedelta(days=2)))
def test_a_moment_written_out_is_that_moment(now: datetime, zone: ZoneInfo, ahead: timedelta) -> None:
    local = (now + ahead).astimezone(zone).replace(second=0, microsecond=0, fold=0)
    meant = local.astimezone(UTC)
    for form in ("%d.%m %H:%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"):
        found = understood(local.strftime(form), now, zone)
        assert found == meant if meant > now else found is TimeError.PAST


@given(
    text=st.text(max_size=20) | st.from_regex(r"[0-9.:\- +чh]{1,16}", fullmatch=True), now=MOMENTS, zone=ZONES
)
def test_whatever_is_typed_is_a_moment_ahead_or_told_to_be_wrong(
    text: str, now: datetime, zone: ZoneInfo
) -> None:
    found = understood(text, now, zone)
    assert isinstance(found, TimeError) or now < found <= now + FURTHEST


@pytest.mark.parametrize("language", ["ru", "en"])
@given(now=MOMENTS, zone=ZONES, ahead=st.timedeltas(timedelta(minutes=1), HALF_A_YEAR - timedelta(days=2)))
def test_what_the_program_says_is_understood(
    language: Language, now: datetime, zone: ZoneInfo, ahead: timedelta
) -> None:
    at = (now + ahead).astimezone(zone).replace(second=0, microsecond=0, fold=0).astimezone(UTC)
    if at <= now or at.astimezone(zone).year != now.astimezone(zone).year:
        return
    told = schedule.ahead(RenderContext(Catalogue(language), now, zone), at)
    assert understood(told, now, zone) == at
    assert clocks(told, at, zone) in {None, Clocks.TWICE}


WORDS = (
    *("в", "через", "in", "on", "next", "завтра", "tomorrow", "пн", "mon", "9", "10:30", "25", "дек", "dec"),
    *("вчера", "утра", "вечером", "ночи", "часов", "назад", "in the morning"),
    *("3", "дня", "days", "неделю", "week", "ч", "h", "pm", "и", ".", ",", "+", "am"),
)


@given(said=st.lists(st.sampled_from(WORDS), max_size=6), now=MOMENTS, zone=ZONES)
def test_words_in_any_order_are_a_moment_ahead_or_wrong(
    said: list[str], now: datetime, zone: ZoneInfo
) -> None:
    found = understood(" ".join(said), now, zone)
    assert isinstance(found, TimeError) or now < found <= now + FURTHEST
    if isinstance(found, datetime):
        clocks(" ".join(said), found, zone)


def test_their_clock_stands_beside_ones_own_where_it_differs() -> None:
    known = {"kam": timezone(timedelta(hours=12)), "msk": timezone(timedelta(hours=3))}
    ctx = RenderContext(Catalogue("ru"), NOW, MOSCOW, known)
    there = negotiation("1", resume={"id": "r", "area": {"id": "kam", "name": "Елизово"}})
    told = {
        at: schedule.ahead_for(ctx, _moscow(at), there)
        for at in ("2026-11-26 21:00", "2026-11-27 10:00", "2026-11-27 13:00", "2026-12-02 15:00")
    }
    assert list(told.values()) == [
        "21:00 (у кандидата завтра 06:00)",
        "завтра 10:00 (у кандидата 19:00)",
        "завтра 13:00 (у кандидата 22:00)",
        "ср 15:00 (у кандидата 3 декабря 00:00)",
    ]
    same = negotiation("2", resume={"id": "r", "area": {"id": "msk", "name": "Москва"}})
    for who in (
        same,
        negotiation("3"),
        negotiation("4", resume={"id": "r", "area": {"id": "?", "name": "?"}}),
    ):
        assert schedule.ahead_for(ctx, _moscow("2026-11-26 21:00"), who) == "21:00"
    operation = replace(decision(there), not_before=_moscow("2026-11-26 21:00"))
    entry = OutboxEntry(operation, Stage.HELD, due=0.0)
    (line,) = lines(ctx, Outbox((entry,)), (), 0.0, str)
    assert "21:00 (у кандидата завтра 06:00)" in painted(line, 90).plain
    narrow = painted(line, 30).plain
    assert narrow.endswith(" 21:00")
    assert "кандидата" not in narrow
