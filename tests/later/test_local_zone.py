"""One's own zone is a zone, with the offset of each moment, and not the offset of today."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hh_tui.i18n import Catalogue
from hh_tui.inbox.rules.send_times import understood
from hh_tui.settings.config import Settings
from hh_tui.system.local_zone import is_zone, local_zone
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.schedule import exact, utc
from tests.recruiter import MORNING, Recruiter
from tests.screens.test_later import _begin_letter

START = datetime(2024, 1, 1)  # noqa: DTZ001
LOCAL = st.datetimes(START, START + timedelta(days=2000))


@pytest.fixture(params=["Europe/Belgrade", "America/St_Johns", "Australia/Lord_Howe", "Asia/Yekaterinburg"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """A zone that the system is in meanwhile."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield ZoneInfo(request.param)
    time.tzset()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(local=LOCAL, fold=st.sampled_from([0, 1]))
def test_the_systems_zone_is_the_one_of_its_name(zone: ZoneInfo, local: datetime, fold: int) -> None:
    own = local_zone()
    moment = local.replace(tzinfo=UTC)
    ours, theirs = moment.astimezone(own), moment.astimezone(zone)
    assert (ours.replace(tzinfo=None), ours.utcoffset()) == (theirs.replace(tzinfo=None), theirs.utcoffset())
    assert (ours.fold, ours.astimezone(UTC)) == (theirs.fold, moment)
    local = local.replace(fold=fold)
    assert local.replace(tzinfo=own).astimezone(UTC) == local.replace(tzinfo=zone).astimezone(UTC)


def test_a_moment_beyond_a_change_of_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Belgrade")
        time.tzset()
        now = datetime(2026, 11, 28, 12, tzinfo=UTC)
        found = understood("2027-04-01 14:00", now, local_zone())
        assert isinstance(found, datetime)
        assert found == datetime(2027, 4, 1, 12, tzinfo=UTC)
        ctx = RenderContext(Catalogue("en"), now, local_zone())
        assert "14:00" in exact(ctx, found)
        assert utc(found, ctx.zone) == "UTC+2"
    time.tzset()


def test_a_zone_can_be_named() -> None:
    assert local_zone("Europe/Belgrade") == ZoneInfo("Europe/Belgrade")
    assert [is_zone(name) for name in ("Europe/Moscow", "Moscow", "../etc/passwd", "", "a" * 300)] == [
        True,
        False,
        False,
        False,
        False,
    ]


async def test_what_is_sent_later_goes_by_the_clock_of_then() -> None:
    async with Recruiter(settings=Settings(zone="Europe/Belgrade")) as anna:
        # Without their zone a candidate's time is one's own.
        anna.server.faults.add("GET", "/areas", times=9, status=403)
        await _begin_letter(anna)
        await anna.press("f4")
        await anna.write("25.10.2026 02:30")
        assert anna.sees("первое из двух")
        for _ in "25.10.2026 02:30":
            await anna.press("backspace")
        await anna.write("2026-11-02 14:00")
        await anna.press("enter")
        until = (datetime(2026, 11, 2, 13, tzinfo=UTC) - MORNING).total_seconds()
        await anna.wait(until - 60)
        assert not anna.writes
        await anna.wait(120)
        assert len(anna.writes) == 1
