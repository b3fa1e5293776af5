"""Nothing goes twice: what may have gone already is not brought back by a key."""

import asyncio

import pytest

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.config import Settings
from tests.recruiter import Recruiter
from tests.screens.test_haste import _composes


async def test_an_unknown_letter_given_up_is_not_brought_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        looked = asyncio.Event()

        async def pause(_: float) -> None:
            await looked.wait()

        monkeypatch.setattr(anna.app.worker, "pause", pause)
        anna.server.faults.add("POST", "/messages", exception="read", after=True)
        await anna.write("Привет")
        await anna.pilot.press("f2")
        await anna.pilot.pause()
        anna.clock.seconds += 11
        anna.app.sender.tick()
        await anna.until(lambda: [one.stage for one in anna.state.outbox.entries] == [Stage.UNKNOWN])
        await anna.pilot.press("g", "o")
        await anna.until(lambda: anna.sees("Привет"))
        await anna.pilot.press("x", "escape")
        await anna.until(lambda: not anna.state.outbox.entries)
        await anna.pilot.press("Z")
        await anna.until(lambda: "могло быть выполнено" in anna.status or bool(anna.state.outbox.entries))
        assert not anna.state.outbox.entries
        assert len(anna.writes) == 1
        looked.set()


async def _refused(anna: Recruiter, *keys: str) -> str:
    """A decision on the candidate under the cursor that is not carried out: it can be repeated."""
    row = anna.row
    anna.server.faults.add("PUT", row.id, status=403)
    await anna.press(*keys)
    await anna.wait(11)
    return row.id


async def _letter_overtaken(anna: Recruiter) -> str:
    """A scheduled letter that stays in the outbox as the candidate has moved on meanwhile."""
    await _composes(anna)
    assert anna.state.composing is not None
    nid = anna.state.composing.id
    await anna.write("Позвоним завтра")
    await anna.press("f4")
    await anna.write("+3 ч")
    await anna.press("enter")
    colleague_moves(anna.server.world, nid, "discard_by_employer")
    await anna.wait(3 * 3600)
    await anna.wait(5)
    assert [one.stage for one in anna.state.outbox.entries] == [Stage.FAILED]
    return nid


async def test_z_gives_up_the_last_failure_alone_and_says_which() -> None:
    async with Recruiter() as anna:
        first = await _refused(anna, "3")
        await anna.press("j")
        second = await _refused(anna, "3")
        failed = [one.operation.negotiation.id for one in anna.state.outbox.of(Stage.FAILED)]
        assert failed == [first, second]
        await anna.press("z")
        (left,) = anna.state.outbox.of(Stage.FAILED)
        assert left.operation.negotiation.id == first
        assert "Убрано, не выполнено: Подумать" in anna.status
        await anna.press("Z")
        assert [one.operation.negotiation.id for one in anna.state.outbox.of(Stage.HELD)] == [second]
        reads = len(anna.reads(second))
        await anna.wait(11)
        assert anna.reads(second)[reads:]
        assert anna.writes[-1][1].endswith(second)


async def test_failed_letter_given_up_is_draft_again_and_can_be_redone() -> None:
    async with Recruiter() as anna:
        nid = await _letter_overtaken(anna)
        await anna.press("z")
        assert "Снова черновик: Письмо" in anna.status
        assert anna.state.drafts.of(nid) == "Позвоним завтра"
        assert not anna.state.outbox.entries
        await anna.press("Z")
        assert anna.state.drafts.of(nid) == ""
        assert [one.operation.text for one in anna.state.outbox.entries] == ["Позвоним завтра"]


async def test_a_repeat_looks_first_where_the_candidate_is_by_now() -> None:
    async with Recruiter() as anna:
        nid = await _refused(anna, "3")
        colleague_moves(anna.server.world, nid, "discard_by_employer")
        writes = len(anna.writes)
        await anna.command("repeat")
        await anna.wait(11)
        assert len(anna.writes) == writes
        assert any("кандидата перевели" in one for one in anna.told)


async def test_a_letter_without_an_answer_outlasts_an_expired_login() -> None:
    """It stays unknown while one is locked out, is settled after the login, and `R` sends nothing."""
    async with Recruiter(settings=Settings(threads="negotiations")) as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        anna.server.faults.add("POST", nid, exception="read", after=True)
        expired = {"errors": [{"type": "oauth", "value": "token_expired"}]}
        anna.server.faults.add("GET", f"{nid}/messages", status=403, body=expired)
        await anna.write("Привет")
        await anna.press("f2")
        await anna.wait(11)
        assert anna.state.outbox.frozen
        await anna.press("R")
        assert [one.stage for one in anna.state.outbox.entries] == [Stage.UNKNOWN]
        await anna.command("refresh")
        await anna.until(lambda: not anna.state.outbox.entries)
        await anna.press("R")
        await anna.wait(11)
        assert len(anna.writes) == 1


async def test_the_last_line_tells_of_what_counts_down_now() -> None:
    """Not that it was taken back before, nor for long what else was, while another one goes out."""
    async with Recruiter() as anna:
        await anna.press("3", "j", "3", "z")
        assert "Отменено" in anna.status
        await anna.wait(1)
        await anna.wait(2)
        assert "Подумать" in anna.status
        assert "z отменить" in anna.status
        await anna.press("z", "Z")
        assert "Отменено" not in anna.status
        assert "через 5 с · z отменить" in anna.status
        assert anna.writes == []


async def test_a_repeated_write_takes_the_place_of_what_was_said() -> None:
    async with Recruiter() as anna:
        await _refused(anna, "3")
        await anna.press("v", "escape")
        anna.control.say("undo.nothing")
        await anna.command("repeat")
        assert "z отменить" in anna.status
