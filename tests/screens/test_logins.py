"""From one login to another, and from one instance to the next: what is whose, and what waits meanwhile."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from hh_tui.api.client import HHClient
from hh_tui.demo import StandIn
from hh_tui.store.files import JOURNAL
from hh_tui.store.store import Store
from hh_tui.worker.session import Profiles
from tests.idle import until_idle
from tests.recruiter import Clock, Recruiter, client
from tests.store.samples import damage, fill

FIRST, SECOND = "default", "work"


class SlowLists(httpx.AsyncBaseTransport):
    """A stand-in that answers for lists of candidates while `answers` is set, and for all else at once."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.answers = asyncio.Event()
        self.answers.set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/negotiations"):
            await self.answers.wait()
        return self._server.handle(request)


class Logins:
    """Two logins, each with a stand-in of its own; the second is connected while `answers` is set."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.servers = {
            FIRST: StandIn(size="S", seed=7, clock=self.clock.now),
            SECOND: StandIn(size="M", seed=8, clock=self.clock.now),
        }
        self.answers = threading.Event()
        self.answers.set()

    def _connect(self, name: str) -> HHClient:
        assert self.answers.wait(60)
        return client(self.servers[name])

    def recruiter(self, home: Path, transport: httpx.AsyncBaseTransport | None = None) -> Recruiter:
        profiles = Profiles(FIRST, lambda: (FIRST, SECOND), self._connect)
        server = self.servers[FIRST]
        return Recruiter(profiles=profiles, server=server, clock=self.clock, home=home, transport=transport)

    def writes(self, name: str) -> list[str]:
        return [one.path for one in self.servers[name].received if one.method == "PUT"]


async def _begin(anna: Recruiter, name: str) -> None:
    await anna.command("account")
    await anna.write(name)
    await anna.press("enter", settle=False)


async def _log_in(anna: Recruiter, name: str) -> None:
    await _begin(anna, name)
    await anna.settle()


async def test_keys_wait_while_another_login_connects(tmp_path: Path) -> None:
    logins = Logins()
    async with logins.recruiter(tmp_path) as anna:
        logins.answers.clear()
        await _begin(anna, SECOND)
        await anna.go_on_typing("3")
        assert not anna.state.outbox.open
        logins.answers.set()
        await anna.settle()
        assert SECOND in anna.title
        await anna.wait(60)
        assert (logins.writes(FIRST), logins.writes(SECOND)) == ([], [])


async def test_what_a_click_decides_meanwhile_is_sent(tmp_path: Path) -> None:
    logins = Logins()
    async with logins.recruiter(tmp_path) as anna:
        button = f" {anna.digit('consider')} Подумать "
        logins.answers.clear()
        await _begin(anna, SECOND)
        await anna.click_on(button, settle=False)
        assert len(anna.state.outbox.open) == 1
        logins.answers.set()
        await anna.settle()
        assert FIRST in anna.title
        assert f"«{SECOND}» не открыт" in anna.told[-1]
        await anna.wait(60)
        assert len(logins.writes(FIRST)) == 1
        await _log_in(anna, SECOND)
        assert SECOND in anna.title


async def test_escape_stays_in_the_login_one_is_in(tmp_path: Path) -> None:
    logins = Logins()
    async with logins.recruiter(tmp_path) as anna:
        logins.answers.clear()
        await _begin(anna, SECOND)
        await anna.go_on_typing("escape", "j")
        assert anna.state.listing.cursor == 1
        logins.answers.set()
        await anna.settle()
        assert FIRST in anna.title
        await _log_in(anna, SECOND)
        assert SECOND in anna.title


async def test_a_damaged_file_of_another_login_is_told(tmp_path: Path) -> None:
    folder = tmp_path / SECOND
    folder.mkdir(mode=0o700)
    fill(folder)
    damage(folder)
    async with Logins().recruiter(tmp_path) as anna:
        await _log_in(anna, SECOND)
        assert [one for one in anna.told if one.startswith("Файл с решениями повреждён; спасено 5 записей.")]


async def test_a_file_open_to_others_is_told_with_its_login(tmp_path: Path) -> None:
    folder = tmp_path / SECOND
    folder.mkdir(mode=0o700)
    fill(folder)
    (folder / JOURNAL).chmod(0o644)
    async with Logins().recruiter(tmp_path) as anna:
        await _log_in(anna, SECOND)
        assert [one for one in anna.told if str(folder / JOURNAL) in one]


async def test_reads_under_way_end_with_their_login(tmp_path: Path) -> None:
    logins = Logins()
    lists = SlowLists(logins.servers[FIRST])
    async with logins.recruiter(tmp_path, lists) as anna:
        theirs = {vacancy.id for vacancy in anna.state.vacancies or ()}
        lists.answers.clear()
        await anna.go_on_typing("g", "u")
        await anna.go_on_typing("g", "a")
        await anna.until(lambda: not anna.on_inbox)
        await anna.go_on_typing(*SECOND, "enter")
        await anna.until(lambda: SECOND in anna.title)
        lists.answers.set()
        await anna.settle()
        assert anna.told == []
        asked = {value for one in logins.servers[SECOND].received for _, value in one.query}
        assert asked & theirs <= {anna.state.vacancy_id}
        assert anna.ids


class SlowWrites(httpx.AsyncBaseTransport):
    """A stand-in that takes writes one at a time, each when it may."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.may = asyncio.Semaphore(0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        if request.method != "GET":
            await self.may.acquire()
        return self._server.handle(request)


async def _marks(anna: Recruiter) -> int:
    """All who need attention as viewed, five in a request; how many requests that takes."""
    await anna.go_on_typing("*", "I", "enter")
    return -(-sum(row.facts.needs_attention for row in anna.state.rows) // 5)


async def _opens(anna: Recruiter) -> int:
    """The first one, who is marked in the chat and in the negotiation."""
    await anna.go_on_typing("enter", "escape")
    return 2


@pytest.mark.parametrize("writes", [_marks, _opens])
async def test_no_login_ends_what_is_being_marked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writes: Callable[[Recruiter], Awaitable[int]],
) -> None:
    monkeypatch.setattr("hh_tui.ui.controllers.attention.BULK", 5)
    logins = Logins()
    slow = SlowWrites(logins.servers[FIRST])
    async with logins.recruiter(tmp_path, slow) as anna:
        requests = await writes(anna)
        assert requests > 1
        for _ in range(requests):
            await anna.press("g", "a", settle=False)
            assert "ещё уходит отметка" in anna.status
            slow.may.release()
            await until_idle(anna.app)
        await anna.settle()
        assert not anna.reads("manager_accounts")
        assert sum(one.method != "GET" for one in logins.servers[FIRST].received) == requests
        await _log_in(anna, SECOND)
        assert SECOND in anna.title


async def test_z_does_not_bring_candidates_into_another_login(tmp_path: Path) -> None:
    logins = Logins()
    async with logins.recruiter(tmp_path) as anna:
        await anna.press("b", "down", "enter")
        await anna.press("g", "z", "b")
        assert anna.sees("На потом никого нет")
        await _log_in(anna, SECOND)
        await anna.command("undo")
        assert "На потом" not in anna.text
        await anna.command("refresh")
        assert "На потом" not in anna.text


async def test_another_login_has_nothing_to_repeat_or_report(tmp_path: Path) -> None:
    logins = Logins()
    async with logins.recruiter(tmp_path) as anna:
        await anna.press("3")
        await anna.wait(60)
        await _log_in(anna, SECOND)
        await anna.command("same-again")
        assert not anna.state.outbox.open
        await anna.command("report")
        assert anna.on_inbox


async def test_a_note_begun_waits_for_its_login(tmp_path: Path) -> None:
    logins = Logins()
    logins.servers[SECOND] = StandIn(size="S", seed=7, clock=logins.clock.now)
    async with logins.recruiter(tmp_path) as anna:
        await anna.command("note")
        await anna.write("не потерять")
        await anna.press("escape")
        await _log_in(anna, SECOND)
        await anna.command("note")
        assert anna.typed == [""]
        await anna.press("escape")
        await _log_in(anna, FIRST)
        await anna.command("note")
        assert anna.typed == ["не потерять"]
        await anna.press("escape")


async def test_stores_are_opened_and_closed_in_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logins, threads = Logins(), list[threading.Thread]()

    def noting(work: Callable[..., object]) -> Callable[..., object]:
        def noted(*given: object, **more: object) -> object:
            threads.append(threading.current_thread())
            return work(*given, **more)

        return noted

    async with logins.recruiter(tmp_path) as anna:
        monkeypatch.setattr(Store, "close", noting(Store.close))
        monkeypatch.setattr(Store, "open", noting(Store.open))
        await _log_in(anna, SECOND)
        await _log_in(anna, FIRST)
        assert SECOND not in anna.title
        assert anna.app.disk.why_not is None
        assert threads
        assert threading.main_thread() not in threads


async def test_what_another_instance_kept_is_known_once_it_ended(tmp_path: Path) -> None:
    first = await Recruiter(home=tmp_path).__aenter__()
    async with first.again() as second:
        nid = first.selected_id
        await first.press("b", "down", "enter")
        await first.__aexit__(None, None, None)
        assert nid in second.ids
        await second.wait(1)
        assert nid not in second.ids
        assert second.sees("На потом                 1")
        await second.press("3")
        await second.wait(60)
        assert len(second.writes) == 1
