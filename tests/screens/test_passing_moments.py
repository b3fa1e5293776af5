"""A moment is looked at again when it is taken: the person may come back to the window much later."""

from collections.abc import Awaitable, Callable

import pytest

from hh_tui.ui.dialogs.moment_picker import MomentPicker
from hh_tui.ui.dialogs.preview import Preview
from tests.recruiter import Recruiter
from tests.screens.test_inviting_found import _chooses, _finds
from tests.screens.test_later import _begin_letter

CALL = 600
"""Seconds of a call on the phone."""

PASSED = "Это время уже прошло"


def _ring(anna: Recruiter) -> None:
    """Ten minutes go by of which the program has heard nothing yet, as when the machine slept."""
    anna.clock.seconds += CALL


@pytest.mark.parametrize("heard", [True, False])
async def test_a_letter_waits_from_the_key_that_takes_it(heard: bool) -> None:
    async with Recruiter(columns=170) as anna:
        await _begin_letter(anna)
        await anna.press("f4")
        await anna.write("+5 мин")
        assert anna.sees("11:35")
        if heard:
            await anna.wait(CALL)
            assert anna.sees("11:45")
        else:
            _ring(anna)
        await anna.press("enter")
        assert "11:45" in anna.status
        await anna.wait(299)
        assert anna.writes == []
        await anna.wait(1)
        await anna.wait(1)
        assert len(anna.writes) == 1


@pytest.mark.parametrize(("typed", "until"), [("+5 мин", "До 11:45"), ("", "До 13:40")])
async def test_who_is_put_aside_waits_from_then_too(typed: str, until: str) -> None:
    async with Recruiter(columns=170) as anna:
        who = anna.selected_id
        await anna.command("snooze")
        await anna.write(typed)
        _ring(anna)
        await anna.press("enter")
        assert until in anna.status
        assert who not in anna.ids


async def test_a_time_of_day_passes_and_is_not_tomorrows() -> None:
    async with Recruiter(columns=170) as anna:
        await anna.command("snooze")
        await anna.write("11:35")
        assert anna.sees("чт, 14 мая, 11:35")
        await anna.wait(CALL)
        assert anna.sees(PASSED)
        assert not anna.sees("пт, 15 мая")
        await anna.press("enter")
        assert isinstance(anna.app.screen, MomentPicker)
        await anna.press("backspace", "6")
        assert anna.sees("пт, 15 мая, 11:36")


async def test_a_time_that_has_passed_is_refused_with_a_word() -> None:
    async with Recruiter(columns=170) as anna:
        who = anna.selected_id
        await anna.command("snooze")
        await anna.write("11:35")
        _ring(anna)
        await anna.press("enter")
        assert isinstance(anna.app.screen, MomentPicker)
        assert anna.sees(PASSED)
        assert who in anna.ids


async def test_what_it_was_before_is_refused_once_passed() -> None:
    async with Recruiter(columns=170) as anna:
        await _begin_letter(anna)
        await anna.press("f4")
        await anna.write("+5 мин")
        await anna.press("enter")
        await anna.command("outbox")
        await anna.press("e", "f4")
        assert anna.sees("Как было")
        _ring(anna)
        await anna.press("enter")
        assert any(PASSED in one for one in anna.told)
        assert not anna.sees("Как было")
        await anna.press("enter")
        assert "13:40" in anna.status
        await anna.wait(60)
        assert anna.writes == []


async def test_offers_are_those_of_the_day_that_has_come() -> None:
    async with Recruiter(columns=170) as anna:
        await anna.command("snooze")
        await anna.press("down")
        assert anna.sees("Завтра в 10:00  пт, 15 мая")
        await anna.wait(13 * 3600)
        assert anna.sees("Завтра в 10:00  сб, 16 мая")
        await anna.press("enter")
        assert "До завтра 10:00" in anna.status


async def _refuse_two(anna: Recruiter) -> None:
    await anna.press("x", "x", anna.digit("discard_by_employer"))
    await anna.write("Спасибо")


async def _invite_two(anna: Recruiter) -> None:
    await _finds(anna)
    await anna.press("x", "x")
    await _chooses(anna)


@pytest.mark.parametrize("begin", [_refuse_two, _invite_two])
async def test_a_preview_sends_nothing_at_once_that_was_due(
    begin: Callable[[Recruiter], Awaitable[None]],
) -> None:
    async with Recruiter(columns=170, rows=45) as anna:
        await begin(anna)
        await anna.press("f4")
        await anna.write("+5 мин")
        await anna.press("enter")
        assert isinstance(anna.app.screen, Preview)
        assert anna.sees(" · 11:35")
        await anna.wait(CALL)
        await anna.press("f2")
        assert anna.sees("Выбранное время уже прошло: выберите другое — F4")
        await anna.wait(60)
        assert anna.writes == []
        await anna.press("f4")
        await anna.write("+5 мин")
        await anna.press("enter")
        assert not isinstance(anna.app.screen, Preview)
        await anna.wait(60)
        assert anna.writes == []
