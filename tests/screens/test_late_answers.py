"""An answer that comes late knows nothing of what was done since it was asked for."""

import re

import pytest

from tests.late_network import passes, recruiter
from tests.recruiter import Recruiter
from tests.screens.test_dossier import _to


def _counts(anna: Recruiter, *names: str) -> list[int]:
    """The counters behind these collections in the left column."""
    found = (re.search(rf"{name} +(?:\d+/)?(\d+)", anna.text) for name in names)
    return [int(one[1]) for one in found if one is not None]


async def test_counters_that_come_late_know_who_was_opened() -> None:
    anna, network = recruiter()
    async with anna:
        while not anna.row.facts.needs_attention:
            await anna.press("j")
        assert anna.sees("17/73")
        network.keep_back("/negotiations")
        await anna.press("f5", settle=False)
        await anna.press("enter", "escape", settle=False)
        assert anna.sees("16/73")
        network.let_come()
        await anna.settle()
        assert anna.sees("16/73")


async def test_f5_behind_a_slow_poll_brings_nobody_back() -> None:
    anna, network = recruiter()
    async with anna:
        vacancy_id, nid = anna.state.vacancy_id, anna.selected_id
        assert vacancy_id is not None
        anna.server.world.new_response(vacancy_id)
        network.keep_back("/negotiations/response")
        await passes(anna, 61)
        assert network.late, "the poll reads the list"
        await anna.press(anna.digit("consider"), settle=False)
        await passes(anna, 6)
        assert [path for _, path, _ in anna.writes] == [f"/negotiations/consider/{nid}"]
        await anna.press("f5", settle=False)
        network.let_come()
        await anna.settle()
        assert nid not in anna.ids


@pytest.mark.parametrize("writes", [False, True])
async def test_a_list_that_comes_late_makes_nobody_new_again(writes: bool) -> None:
    anna, network = recruiter()
    async with anna:
        while not anna.row.facts.needs_attention:
            await anna.press("j")
        nid, unread = anna.selected_id, anna.text.count("●")
        network.keep_back("/negotiations/response", on_the_way_there=writes)
        await anna.press("f5", settle=False)
        await anna.press("enter", "escape", settle=False)
        assert anna.text.count("●") == unread - 1
        if writes:
            anna.server.world.candidate_writes(nid, "Жду ответа")
        network.let_come()
        await anna.settle()
        assert anna.text.count("●") == unread - (not writes)
        assert anna.row.facts.needs_attention is writes


async def test_counters_behind_a_slow_poll_know_the_decision() -> None:
    anna, network = recruiter()
    async with anna:
        vacancy_id = anna.state.vacancy_id
        assert vacancy_id is not None
        anna.server.world.new_response(vacancy_id)
        network.keep_back("/negotiations")
        await passes(anna, 61)
        assert network.late == ["/negotiations"], "the poll reads the collections"
        assert _counts(anna, "Неразобранные", "Подумать") == [73, 15]
        await anna.press(anna.digit("consider"), settle=False)
        await passes(anna, 6)
        network.let_come()
        await anna.settle()
        assert _counts(anna, "Неразобранные", "Подумать") == [73, 16]


LETTER = "Ждём вас в среду"
CHAT = r"/common/chats/\d+/messages"


async def _writes(anna: Recruiter) -> None:
    """The letter into the composer, and on its way; the hold is over."""
    await anna.go_on_typing(*LETTER)
    await anna.press("f2", settle=False)
    await passes(anna, 11)
    assert [form for _, _, form in anna.writes] == [[("message", LETTER)]]


async def test_a_letter_stays_in_sight_when_its_thread_comes_late() -> None:
    anna, network = recruiter()
    async with anna:
        network.keep_back(CHAT)
        await anna.press("r", settle=False)
        assert network.late, "the thread is being read"
        await _writes(anna)
        assert anna.text.count(LETTER) == 1
        network.let_come()
        await anna.settle()
        assert anna.text.count(LETTER) == 1


@pytest.mark.parametrize("lost", [False, True])
async def test_a_letter_to_somebody_left_stays_in_their_thread(lost: bool) -> None:
    anna, network = recruiter()
    async with anna:
        nid = anna.selected_id
        network.keep_back(CHAT)
        await anna.press("r", settle=False)
        await anna.go_on_typing(*LETTER)
        await anna.press("f2", "j", settle=False)
        await passes(anna, 11)
        assert len(anna.writes) == 1
        if lost:
            anna.server.faults.add("GET", "/messages$", times=9, exception="connect")
        network.let_come()
        await anna.settle()
        await anna.press("k")
        assert anna.selected_id == nid
        assert anna.text.count(LETTER) == 1
        anna.server.faults.clear()
        await anna.press("enter")
        assert anna.text.count(LETTER) == 1


async def test_a_letter_that_a_late_thread_shows_stands_there_once() -> None:
    anna, network = recruiter()
    async with anna:
        await anna.press("enter")
        network.keep_back(CHAT, on_the_way_there=True)
        await anna.press("f5", "r", settle=False)
        await anna.go_on_typing(*LETTER)
        await anna.press("f2", "escape", "j", settle=False)
        await passes(anna, 11)
        network.let_come()
        await anna.settle()
        await anna.press("k")
        assert anna.text.count(LETTER) == 1


async def test_a_note_stays_in_sight_when_earlier_notes_come_late() -> None:
    anna, network = recruiter()
    async with anna:
        await _to(anna, resume=True)
        network.keep_back(r"/applicant_comments/[^/]+")
        await anna.press("g", "n", settle=False)
        assert network.late, "the notes are being read"
        await anna.press("C", settle=False)
        await anna.go_on_typing(*"перезвонить")
        await anna.press("f2", settle=False)
        assert anna.sees("перезвонить")
        network.let_come()
        await anna.settle()
        assert anna.sees("перезвонить")
