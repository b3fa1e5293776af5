"""A disk that does not answer, or takes nothing, is told in lines, too, and keeps nobody here."""

import threading
from pathlib import Path

import pytest

from hh_tui.errors import DiskSilent, LastNotKept, NotKept
from hh_tui.plain import context
from hh_tui.settings.config import Settings
from hh_tui.store.journal import Journal
from hh_tui.ui import person_store
from tests.plain.sitting import Sitting


async def test_a_disk_that_hangs_is_told_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_store, "PATIENCE", 0.05)
    monkeypatch.setattr(context, "PATIENCE", 0.05)
    anna, answers = Sitting(home=tmp_path, settings=Settings(hold=60)), threading.Event()

    def hangs() -> None:
        assert anna.inbox is not None
        anna.inbox._context.disk.store._journal_thread.submit(answers.wait)

    told = await anna.types(hangs, "3", "j")
    answers.set()
    assert "Диск не отвечает: последнее из решённого" in told.partition("<3>")[2].partition("<j>")[0]
    assert isinstance(anna.error, DiskSilent)


async def test_what_a_full_disk_did_not_take_is_said_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotKept(why="database or disk is full")

    anna = Sitting(home=tmp_path)
    begun = ("/немирович", "r", "написать своё", "Добрый день")
    await anna.types(*begun, lambda: monkeypatch.setattr(Journal, "write", full), ".", "нет")
    assert isinstance(anna.error, LastNotKept)
    assert anna.error.values == {"why": "database or disk is full"}


async def test_a_draft_that_a_full_disk_refuses_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotKept(why="database or disk is full")

    anna = Sitting(home=tmp_path)
    begun = ("/немирович", "r", "написать своё", "Добрый день")
    breaks = lambda: monkeypatch.setattr(Journal, "write", full)  # noqa: E731
    told = await anna.types(*begun, breaks, ".", "нет", "q", "остаться", monkeypatch.undo, "q")
    assert "Тексты пропадут: Немирович-Данилова Любовь." in told.partition("<q>")[2]
    assert "Диск не принимает то, что вы набираете" in told
