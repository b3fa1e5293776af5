"""A disk that does not answer, or takes nothing, keeps nobody from leaving; what may be lost is said."""

import asyncio
import threading
from pathlib import Path

import pytest

from hh_tui.errors import DiskSilent, HHError, LastNotKept, NotKept
from hh_tui.store.journal import Journal
from hh_tui.store.store import Store
from hh_tui.ui import person_store
from tests.recruiter import Recruiter


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_store, "PATIENCE", 0.05)


def _ended_with(anna: Recruiter) -> HHError | None:
    """What the command line tells."""
    return anna.app.return_value


def _full(*_: object) -> None:
    raise NotKept(why="database or disk is full")


@pytest.mark.parametrize("code", [0, 143])
async def test_a_disk_that_hangs_is_not_waited_for(tmp_path: Path, code: int) -> None:
    answers = threading.Event()
    async with Recruiter(home=tmp_path) as anna:
        await anna.command("reply")
        await anna.write("Добрый день")
        anna.app.disk.store._journal_thread.submit(answers.wait)
        await anna.press("!", settle=False)
        anna.app.quit_flow.end(code)
        await anna.until(lambda: anna.app._exit)
        answers.set()
    assert isinstance(_ended_with(anna), DiskSilent)
    assert anna.app.return_code == (code or 1)
    async with anna.again() as later:
        assert list(later.app.disk.store.drafts().values()) == ["Добрый день!"], (
            "it answered in time after all"
        )


async def test_what_was_handed_in_before_is_waited_for_too(tmp_path: Path) -> None:
    answers = threading.Event()
    async with Recruiter(home=tmp_path) as anna:
        await anna.command("reply")
        await anna.write("Добрый день")
        anna.app.disk.store._journal_thread.submit(answers.wait)
        anna.app.disk.write_down_at_once()
        anna.app.leave()
        await anna.until(lambda: anna.app._exit)
        answers.set()
    assert isinstance(_ended_with(anna), DiskSilent)


async def test_a_draft_that_a_full_disk_refuses_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.command("reply")
        await anna.write("Добрый день")
        anna.app.disk.write_down()
        await anna.settle()
        name = anna.row.negotiation.resume.last_name  # type: ignore[union-attr]
        with monkeypatch.context() as context:
            context.setattr(Journal, "write", _full)
            await anna.write("!")
            anna.app.disk.write_down()
            await anna.settle()
            await anna.write("!")
            anna.app.disk.write_down()
            await anna.settle()
            assert len([one for one in anna.told if "Диск не принимает то, что вы набираете" in one]) == 1
            await anna.press("escape")
            assert anna.sees("Письмо не отправлено, диск не принимает черновик")
            assert not anna.sees("черновик сохранён")
            anna.app.leave()
            await anna.settle()
            assert anna.sees("1 неотправленный текст пропадёт", f"Тексты пропадут: {name}")
            await anna.command("answer-no")
        anna.app.disk.write_down()
        await anna.settle()
        anna.app.leave()
        await anna.until(lambda: anna.app._exit)
    async with anna.again() as later:
        assert list(later.app.disk.store.drafts().values()) == ["Добрый день!!"]


async def test_a_text_is_offered_again_until_the_disk_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_store, "AGAIN", 0.05)
    async with Recruiter(home=tmp_path) as anna:
        with monkeypatch.context() as context:
            context.setattr(Journal, "write", _full)
            await anna.command("reply")
            await anna.write("Добрый день")
            anna.app.disk.write_down()
            await anna.until(lambda: bool(anna.told))
        await anna.until(lambda: list(anna.app.disk.store.drafts().values()) == ["Добрый день"])
        await anna.press("escape")
        assert anna.sees("черновик сохранён")


async def test_what_a_full_disk_did_not_take_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.command("reply")
        await anna.write("Добрый день")
        monkeypatch.setattr(Journal, "write", _full)
        await anna.write("!")
        anna.app.quit_flow.end(143)
        await anna.until(lambda: anna.app._exit)
    error = _ended_with(anna)
    assert isinstance(error, LastNotKept)
    assert error.values == {"why": "database or disk is full"}
    assert anna.app.return_code == 143


async def test_an_end_in_order_says_nothing_of_the_disk(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.command("reply")
        await anna.write("Добрый день")
        await anna.press("escape")
        anna.app.leave()
        await anna.until(lambda: anna.app._exit)
    assert (_ended_with(anna), anna.app.return_code) == (None, 0)


async def test_a_take_over_that_hangs_keeps_nobody_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(person_store, "CLOSING", 0.05, raising=False)
    async with Recruiter(home=tmp_path) as first, first.again() as second:
        monkeypatch.setattr(Store, "claim", lambda _: answers.wait() and None)
        second.app.opening.take_over()
        await asyncio.sleep(0)
        async with asyncio.timeout(60):
            await second.app.disk.close()
        assert all(one.daemon for one in threading.enumerate() if one.name == "claim")
        answers.set()
