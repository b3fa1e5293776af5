"""What the disk costs, guarded by counts: one transaction a decision, and none of them in a key's way."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hh_tui.store import journal
from hh_tui.store.database import transaction
from tests.recruiter import Recruiter


class Ledger:
    """Counts transactions of the journal, and notes which threads they were made in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.threads: set[int] = set()

        @contextmanager
        def counted(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
            self.count += 1
            self.threads.add(threading.get_ident())
            with transaction(connection) as inside:
                yield inside

        monkeypatch.setattr(journal, "transaction", counted)


async def test_a_decision_is_one_transaction_and_no_key_waits_for_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decisions = Ledger(monkeypatch)
    async with Recruiter(home=tmp_path) as anna:
        decisions.count = 0
        await anna.press("3")
        assert decisions.count == 1
        await anna.press("3")
        assert decisions.count == 2
        await anna.press("j", "j", "k", "pagedown", "tab")
        assert decisions.count == 2
        await anna.command("undo")
        assert decisions.count == 3
    assert threading.get_ident() not in decisions.threads


async def test_a_letter_is_one_transaction_with_the_draft_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decisions = Ledger(monkeypatch)
    async with Recruiter(home=tmp_path) as anna:
        while not anna.state.composing:
            await anna.command("down", "reply")
        await anna.write("Добрый день!")
        anna.app.disk.write_down()
        await anna.settle()
        decisions.count = 0
        await anna.press("f2")
        assert decisions.count == 1
    assert threading.get_ident() not in decisions.threads


async def test_throwing_a_sprint_away_is_one_transaction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = Ledger(monkeypatch)
    async with Recruiter(home=tmp_path) as anna:
        await anna.press("g", "S", "3", "3", "3", "3", "enter")
        writes.count = 0
        await anna.press("ctrl+x", "y")
        assert anna.on_inbox
        assert writes.count == 1
