"""An answer of somebody put aside is noticed, whatever stands in the way of those before them."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.recruiter import Clock, Recruiter

MINUTE = 61


async def _two_aside(anna: Recruiter) -> tuple[str, str]:
    """Two put aside until they reply; the second is looked at after the first."""
    first, second = anna.ids[:2]
    await anna.press("e", "e", "v", "down", "enter")
    anna.clock.seconds += 2 * MINUTE
    return first, second


def _refuse(anna: Recruiter, ids: list[str], times: int, **answer: Any) -> None:
    anna.server.faults.add("GET", f"/negotiations/({'|'.join(ids)})$", times, **answer)


def _looks(anna: Recruiter, negotiation_id: str) -> int:
    return anna.reads().count(f"/negotiations/{negotiation_id}")


@pytest.mark.parametrize(("status", "kind"), [(403, "forbidden"), (404, "not_found")])
async def test_whom_hh_does_not_show_hides_no_answer(status: int, kind: str) -> None:
    async with Recruiter() as anna:
        closed, writes = await _two_aside(anna)
        _refuse(anna, [closed], 10_000, status=status, body={"errors": [{"type": kind}]})
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        await anna.wait(MINUTE)
        assert any("Есть ответ" in one for one in anna.told)
        for _ in range(9):
            await anna.wait(MINUTE)
        assert _looks(anna, closed) == 1, "nothing has changed since"


@pytest.mark.parametrize(("status", "times"), [(500, 1), (429, 1), (500, 10_000)])
async def test_after_an_error_that_passes_they_are_looked_at(status: int, times: int) -> None:
    async with Recruiter() as anna:
        failing, writes = await _two_aside(anna)
        _refuse(anna, [failing], times, status=status, body={})
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        for _ in range(3):
            await anna.wait(MINUTE)
        assert any("Есть ответ" in one for one in anna.told)
        for _ in range(7):
            await anna.wait(MINUTE)
            await anna.wait(1)
        assert 2 <= _looks(anna, failing) <= 10, "once a minute at most"


async def test_twenty_who_are_gone_do_not_hide_the_next() -> None:
    async with Recruiter() as anna:
        *gone, writes = anna.ids[:21]
        await anna.press(*("x" * 21), "e", "v", "down", "enter")
        _refuse(anna, gone, 10_000, status=404, body={"errors": [{"type": "not_found"}]})
        anna.clock.seconds += 2 * MINUTE
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        await anna.wait(MINUTE)
        assert not any("Есть ответ" in one for one in anna.told), "so many in one go"
        await anna.wait(MINUTE)
        assert any("Есть ответ" in one for one in anna.told)


async def test_who_was_read_just_before_they_wrote_is_looked_at() -> None:
    async with Recruiter() as anna:
        await anna.press("v", "down", "enter")
        await anna.wait(40)
        await anna.press("v", "enter", "j")
        writes = anna.selected_id
        await anna.press("e", "v", "down", "enter")
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        for _ in range(4):
            await anna.wait(31)
        assert any("Есть ответ" in one for one in anna.told)


async def test_a_clock_set_right_hides_no_answer(tmp_path: Path) -> None:
    clock = Clock()
    clock.ahead = timedelta(days=5)
    async with Recruiter(clock=clock, home=tmp_path) as anna:
        await anna.press("j")
        writes = anna.selected_id
        await anna.press("e", "v", "down", "enter")
    clock.ahead = timedelta()
    async with anna.again() as anna:
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        for _ in range(3):
            await anna.wait(MINUTE)
        assert any("Есть ответ" in one for one in anna.told)


async def test_in_the_place_all_are_read_and_an_error_is_told() -> None:
    async with Recruiter() as anna:
        closed, writes = await _two_aside(anna)
        _refuse(anna, [closed], 10_000, status=403, body={"errors": [{"type": "forbidden"}]})
        await anna.press("g", "d")
        anna.server.world.candidate_writes(writes, "Здравствуйте")
        await anna.press("f5")
        assert anna.ids == [closed]
        assert any("hh.ru не принял" in one for one in [*anna.told, anna.text])
