"""What is begun or chosen after a decision is neither lost with it nor overtaken by it."""

import asyncio
from collections.abc import Sequence

import pytest

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.outbox.write_lane import WriteLane
from tests.plain.sitting import Sitting
from tests.recruiter import CLEAR, PAUSE, Recruiter
from tests.screens.test_sprint import LETTERS

CHANGED = "Слова изменены, отправьте их из черновика"


async def _letter(anna: Recruiter, digit: str, text: str) -> None:
    """The form of an action with these words in it."""
    await anna.press(digit, *CLEAR)
    await anna.write(text)


def _sent(anna: Recruiter) -> list[str]:
    """Letters that hh.ru received, in their order."""
    return [value for _, _, form in anna.writes for name, value in form if name == "message"]


async def test_words_begun_while_earlier_ones_wait_stay() -> None:
    """The second letter of an action is begun before the first one of it has gone out."""
    async with Recruiter() as anna:
        digit = anna.digit("remind")
        await _letter(anna, digit, "Раз")
        await anna.press("f2")
        await _letter(anna, digit, "Второе напоминание")
        await anna.press("escape")
        await anna.wait(12)
        assert _sent(anna) == ["Раз"]
        assert anna.sees("✎")
        await anna.press(digit)
        assert anna.typed == ["Второе напоминание"]


async def test_words_in_an_open_form_outlive_the_earlier_ones() -> None:
    async with Recruiter() as anna:
        digit = anna.digit("remind")
        await _letter(anna, digit, "Раз")
        await anna.press("f2")
        await _letter(anna, digit, "Второе напоминание")
        await anna.wait(12)
        assert _sent(anna) == ["Раз"]
        await anna.press("escape", digit)
        assert anna.typed == ["Второе напоминание"]


async def test_a_form_is_empty_once_its_decision_is_carried_out() -> None:
    async with Recruiter() as anna:
        digit = anna.digit("remind")
        for _ in range(2):
            await _letter(anna, digit, "Напоминаю")
            await anna.press("f2")
            await anna.wait(12)
            assert not anna.sees("✎")
        assert _sent(anna) == ["Напоминаю"] * 2


async def test_undo_of_a_drop_does_not_send_what_was_changed() -> None:
    async with Recruiter() as anna:
        await _letter(anna, "6", "Первое")
        await anna.press("f2", "g", "o", "x", "escape", "g", "g", "6", "end")
        await anna.write(" и второе")
        await anna.press("escape", "z")
        assert CHANGED in anna.status
        await anna.wait(70)
        assert anna.writes == []
        await anna.press("6")
        assert anna.typed == ["Первое и второе"]


async def test_a_repeat_does_not_send_what_was_changed() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", anna.selected_id, status=500, body={})
        await _letter(anna, "6", "Первое")
        await anna.press("f2")
        for _ in range(6):
            await anna.wait(20)
        assert "не ушло" in anna.title
        before = len(anna.writes)
        await anna.press("g", "g")
        await _letter(anna, "6", "Второе, лучше")
        await anna.press("escape", "R")
        assert CHANGED in anna.status
        await anna.wait(60)
        assert len(anna.writes) == before
        await _letter(anna, "6", "Первое")
        await anna.press("escape", "R")
        await anna.wait(60)
        assert _sent(anna)[-1] == "Первое", "the very words are no newer ones"


async def test_lines_do_not_send_what_was_changed() -> None:
    anna = Sitting()
    again = ("6 1", "1", "нет", "Второе, лучше", ".", "нет", "z", lambda: anna.passes(20), "q", "y")
    told = await anna.types("6 1", "4", "Первое", ".", "да", "go", "x 1", "q", *again)
    assert CHANGED in told.partition("<z>")[2]
    assert anna.writes == []


async def test_lines_do_not_repeat_what_was_changed() -> None:
    anna = Sitting()
    anna.server.faults.add("PUT", ".", status=500, body={})
    typed = ("gg", "6 1", "1", "нет", "Второе, лучше", ".", "нет", "R", lambda: anna.passes(60), "q", "y")

    async def fails() -> None:
        """hh.ru is looked at several times before a write counts as not carried out."""
        for _ in range(50):
            await anna.passes(20)
            if anna.inbox is not None and anna.inbox.writes.of(Stage.FAILED):
                return

    told = await anna.types("6 1", "4", "Первое", ".", "да", "j", fails, *typed)
    assert CHANGED in told.partition("<R>")[2]
    assert all("Второе, лучше" not in dict(one.form).values() for one in anna.server.writes)


async def test_redo_does_not_overtake_another_choice_of_a_sprint() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        third = anna.ids[2]
        await anna.press("g", "S", "t", "d", "f2", "t", "enter", "f2", "z", "g", "S", "k", "d")
        await anna.press("escape", "escape", "Z")
        assert "В разборе выбрано другое, отправьте оттуда (g S)" in anna.status
        await anna.wait(30)
        assert anna.writes == []
        await anna.press("g", "S", "enter", "f2")
        await anna.wait(30)
        assert [path for _, path, _ in anna.writes if third in path] == [
            f"/negotiations/discard_by_employer/{third}"
        ]


async def test_redo_does_not_overtake_another_letter_of_a_sprint() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "d", *CLEAR)
        await anna.write("Первое")
        await anna.press("f2", "enter", "f2", "z", "Z", "z", "g", "S", "k", "e", *CLEAR)
        await anna.write("Иначе")
        await anna.press("f2", "escape", "escape", "Z")
        assert "В разборе выбрано другое" in anna.status
        await anna.wait(30)
        assert _sent(anna) == []


async def test_another_sprint_stops_no_repeat_of_an_earlier_one() -> None:
    """That somebody else is chosen there says nothing of what was decided before."""
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.selected_id
        anna.server.faults.add("PUT", ".", times=9, status=500, body={})
        await anna.press("g", "S", "t", "enter", "f2")
        for _ in range(6):
            await anna.wait(20)
        assert "не ушло" in anna.title
        anna.server.faults.clear()
        before = len(anna.writes)
        while anna.marked:
            await anna.press("escape")
        await anna.press("g", "g", "g", "S", "space", "t", "escape", "escape")
        assert "в разборе 1" in anna.title
        await anna.press("R")
        await anna.wait(60)
        assert "не ушло" not in anna.title
        assert [first in path or first in dict(form).values() for _, path, form in anna.writes[before:]] == [
            True
        ]


async def test_a_group_taken_back_in_two_steps_is_done_again_in_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Some of it was on its way when the others were taken back, and met no connection."""
    carry_out, told = WriteLane.carry_out_all, list[str]()
    async with Recruiter() as anna:

        async def late(lane: WriteLane, operations: Sequence[Operation]) -> None:
            if not told:
                anna._strike("z", PAUSE)
                for _ in range(500):
                    await asyncio.sleep(0.01)
                    if "Отменено" in anna.status:
                        break
                told.append(anna.status)
            await carry_out(lane, operations)

        monkeypatch.setattr(WriteLane, "carry_out_all", late)
        anna.server.faults.add("PUT", ".", times=50, exception="connect")
        await anna.press("*", anna.digit("consider"), "f2")
        await anna.wait(6)
        assert "Отменено: Подумать · 23 кандидата" in told[0]
        await anna.press("z")
        assert "Отменено: Подумать · 50 кандидатов" in anna.status
        await anna.press("Z")
        assert "Подумать · 50 кандидатов" in anna.status
        await anna.press("Z")
        assert "Подумать · 23 кандидата" in anna.status
