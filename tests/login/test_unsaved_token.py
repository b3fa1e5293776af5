"""A renewed token that the disk does not take is used all the same, and written down as soon as it can be."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hh_tui.api.client import HHClient
from hh_tui.cli import main
from hh_tui.cli.connect import ApiAccess
from hh_tui.demo import TOKEN, StandIn
from hh_tui.errors import UnusableFile
from hh_tui.files.private_files import write_private
from hh_tui.tokens import files
from hh_tui.worker.session import Profiles
from tests.login.backends import DESKTOP
from tests.login.machine import InThisProcess
from tests.login.scene import Scene
from tests.plain.sitting import Sitting
from tests.recruiter import Clock, Recruiter, client

UNWRITTEN = "Новый токен hh.ru не записывается на диск: место на диске кончилось."


class Disk:
    """The disk of the tokens, which takes nothing while it is `full`."""

    def __init__(self) -> None:
        self.full = False
        self._write = write_private

    def write(self, path: Path, content: bytes) -> None:
        if self.full:
            raise UnusableFile(path=str(path), why="No space left on device")
        self._write(path, content)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    monkeypatch.setattr(files, "write_private", disk.write)
    yield disk
    disk.full = False


@pytest.fixture
def scene(tmp_path: Path, disk: Disk) -> Scene:
    return Scene(tmp_path)


def _refreshes(scene: Scene) -> int:
    return sum(one.path == "/token" for one in scene.server.received)


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(3000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never comes")


async def test_a_full_disk_at_a_refresh_costs_no_login(scene: Scene, disk: Disk) -> None:
    reached = scene.client()
    scene.server.expire_token()
    disk.full = True
    for _ in range(3):
        assert (await reached.account.me()).is_employer
    assert reached.unsaved_token is not None
    disk.full = False
    await reached.account.me()
    await _until(lambda: reached.unsaved_token is None)
    assert scene.kept().access.reveal() != TOKEN
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1
    await reached.aclose()


async def test_closing_writes_what_was_not_written(scene: Scene, disk: Disk) -> None:
    reached = scene.client()
    scene.server.expire_token()
    disk.full = True
    await reached.account.me()
    disk.full = False
    await reached.aclose()
    assert reached.unsaved_token is None
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1


async def test_an_unwritten_token_is_renewed_in_its_turn(scene: Scene, disk: Disk) -> None:
    reached = scene.client()
    scene.server.expire_token()
    disk.full = True
    await reached.account.me()
    scene.clock.pass_by(days=15)
    assert (await reached.account.me()).is_employer
    assert _refreshes(scene) == 2
    disk.full = False
    await reached.aclose()
    assert (await scene.client().account.me()).is_employer


async def test_nobody_else_spends_what_is_spent(scene: Scene, disk: Disk) -> None:
    one, other = scene.client(), scene.client()
    scene.server.expire_token()
    disk.full = True
    await one.account.me()
    waits = asyncio.create_task(other.account.me())
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert not waits.done()
    disk.full = False
    await one.account.me()
    assert (await waits).is_employer
    assert _refreshes(scene) == 1
    await one.aclose()


async def test_a_disk_that_stays_full_holds_nobody_up(scene: Scene, disk: Disk) -> None:
    reached = scene.client()
    scene.server.expire_token()
    disk.full = True
    await reached.account.me()
    await reached.aclose()
    assert reached.unsaved_token is not None
    async with scene.store.lock("default"):
        pass


async def test_a_keyring_needs_no_room_on_the_disk(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_KEYRINGS", str(tmp_path))
    scene = Scene(tmp_path, keyrings=InThisProcess(DESKTOP))
    scene.store.establish("default", scene.kept())
    reached = scene.client()
    scene.server.expire_token()
    disk.full = True
    await reached.account.me()
    assert reached.unsaved_token is None
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1


async def test_who_works_is_told_and_goes_on(scene: Scene, disk: Disk, tmp_path: Path) -> None:
    def connect(_: str) -> HHClient:
        return scene.client()

    profiles = Profiles("default", lambda: ("default", "work"), connect)
    async with Recruiter(profiles=profiles, home=tmp_path / "disk") as anna:
        await anna.command("account")
        await anna.write("work")
        await anna.press("enter")
        scene.server.expire_token()
        disk.full = True
        await anna.press("f5")
        await anna.wait(60)
        await anna.wait(60)
        assert [one for one in anna.told if one.startswith(UNWRITTEN)] == [
            f"{UNWRITTEN} Пока он действует: освободите место или проверьте права до выхода, "
            "иначе придётся войти снова: hh-tui login."
        ]
        assert anna.ids
    assert anna.app.worker.unsaved_token is not None


async def test_a_login_that_is_left_unwritten_is_told(scene: Scene, disk: Disk, tmp_path: Path) -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    profiles = Profiles(
        "default",
        lambda: ("default", "work"),
        lambda name: scene.client() if name == "work" else client(server),
    )
    async with Recruiter(profiles=profiles, server=server, clock=clock, home=tmp_path / "disk") as anna:
        await anna.command("account")
        await anna.write("work")
        await anna.press("enter")
        scene.server.expire_token()
        disk.full = True
        await anna.press("f5")
        await anna.command("account")
        await anna.write("default")
        await anna.press("enter")
        lost = f"{UNWRITTEN} Освободите место или проверьте права и войдите снова"
        await anna.until(lambda: any(one.startswith(lost) for one in anna.told))


async def test_lines_tell_of_it_too(scene: Scene, disk: Disk) -> None:
    scene.server.expire_token()
    disk.full = True
    told = await Sitting(reached=scene.client()).types("j", "j")
    assert told.count(UNWRITTEN) == 2
    assert told.count("до выхода, иначе придётся войти снова: hh-tui login.") == 1
    assert told.endswith("Освободите место или проверьте права и войдите снова: hh-tui login.")


def test_a_command_says_it_at_its_end(
    scene: Scene, disk: Disk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ApiAccess, "of", lambda settings: scene.access())
    scene.server.expire_token()
    disk.full = True
    assert main.main(["--lang", "en", "ls", "--vacancies"]) == 0
    told = capsys.readouterr()
    assert "needs_attention" not in told.err
    assert "The renewed token of hh.ru can't be written to disk: the disk is full." in told.err
    assert "then log in again: hh-tui login." in told.err
    assert told.out
