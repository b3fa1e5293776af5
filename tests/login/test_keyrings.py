"""Whatever a keyring does: a login is in one place, that place is the one told, and a logout leaves none."""

from pathlib import Path
from typing import Any

import pytest

from hh_tui.cli.doctor.check import CheckState
from hh_tui.demo import StandIn
from hh_tui.errors import (
    HHError,
    KeyringError,
    KeyringLocked,
    KeyringUnreachable,
    NotLoggedIn,
    UnsafeFile,
    UnusableFile,
)
from hh_tui.files.private_files import write_private
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.demo.driver import HandClock
from tests.login.backends import DESKTOP, RAISED, SPARE, Desktop, Spare
from tests.login.machine import InThisProcess, Machine
from tests.login.scene import pair_for

IN_DESKTOP, IN_SPARE = f"keyring {DESKTOP}", f"keyring {SPARE}"

ANSWERED = ("good", "prints")
"""Behaviours of a keyring that keeps a login."""

UNFIT = (
    "absent",
    "locked",
    "plain",
    "refuses",
    "lies",
    "loses",
    "asks",
    "KeyringError",
    "OSError",
    "SystemExit",
)


class House:
    """One stand-in and one clock for all machines of a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = HandClock()
        self.server = StandIn("S", clock=self.clock)

    def machine(self, *rings: str, home: str = "home", reachable: bool = True) -> Machine:
        keyrings = InThisProcess(*(rings or (DESKTOP,)), reachable=reachable)
        return Machine(self.folder / home, self.server, self.clock, keyrings)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("TEST_KEYRINGS", str(tmp_path / "rings"))
    return House(tmp_path)


async def _check(machine: Machine, place: str) -> None:
    """All commands find the login, in one place, which is the one that is told."""
    assert machine.places() == {place}
    assert machine.live() == 1
    await machine.ls()
    assert await machine.flush()
    checks = await machine.doctor()
    assert (checks["token"].state, "second" in checks) == (CheckState.OK, False)
    assert f"kept in {place}" in checks["token"].text


async def _check_gone(machine: Machine) -> None:
    assert machine.places() == set()
    assert machine.live() == 0
    assert machine.store.profiles() == ()
    for command in (machine.ls, machine.flush, machine.logout):
        with pytest.raises(NotLoggedIn):
            await command()


@pytest.mark.parametrize("mode", [*ANSWERED, *UNFIT])
async def test_from_login_to_logout(house: House, mode: str) -> None:
    Desktop.behave(mode)
    machine = house.machine()
    place = IN_DESKTOP if mode in ANSWERED else str(machine.folder)
    assert f"kept here: {place}" in (told := await machine.login())
    assert (DESKTOP in told.partition("kept here")[0]) is (mode not in (*ANSWERED, "absent"))
    await _check(machine, place)
    machine.expire()
    await _check(machine, place)
    good, said = await machine.logout()
    assert (good, f"kept in {place}" in said) == (True, True)
    await _check_gone(machine)


@pytest.mark.parametrize("mode", ["forgets", "asks", *RAISED])
def test_whatever_a_keyring_does_the_file_takes_the_pair(house: House, mode: str) -> None:
    machine, first, second = house.machine(), pair_for(access="A"), pair_for(access="B")
    Desktop.behave(mode)
    (trouble,) = machine.store.establish(DEFAULT_PROFILE, first)
    assert isinstance(trouble, KeyringUnreachable)
    assert machine.store.load(DEFAULT_PROFILE) == first
    Desktop.behave("good")
    assert machine.store.establish(DEFAULT_PROFILE, first) == ()
    Desktop.behave(mode)
    machine.store.save(DEFAULT_PROFILE, second)
    assert (machine.store.load(DEFAULT_PROFILE), machine.store.home(DEFAULT_PROFILE).place) == (
        second,
        str(machine.folder),
    )


@pytest.mark.parametrize("mode", ["locked", "absent", "refuses", "loses", "EOFError"])
async def test_a_refresh_that_the_keyring_does_not_take(house: House, mode: str) -> None:
    machine, client = house.machine(), None
    await machine.login()
    client = machine.client()
    machine.expire()
    Desktop.behave(mode)
    assert (await client.account.me()).is_employer
    await client.aclose()
    await machine.ls()
    assert machine.store.home(DEFAULT_PROFILE).place == str(machine.folder)
    assert machine.store.tell_moved(DEFAULT_PROFILE) == DESKTOP
    assert machine.store.tell_moved(DEFAULT_PROFILE) == ""
    Desktop.behave("good")
    checks = await machine.doctor()
    assert DESKTOP in checks["token"].hint
    if "second" in checks:
        assert (checks["second"].state, DESKTOP in checks["second"].text) == (CheckState.OK, True)
    await _check(machine, str(machine.folder))
    assert f"kept here: {IN_DESKTOP}" in await machine.login()
    assert (await machine.doctor())["token"].hint == ""
    assert machine.places() == {IN_DESKTOP}


@pytest.mark.parametrize("mode", ["locked", "absent", "RuntimeError"])
async def test_a_keyring_that_can_not_be_read_is_named(house: House, mode: str) -> None:
    machine = house.machine()
    await machine.login()
    Desktop.behave(mode)
    for command in (machine.ls, machine.flush):
        with pytest.raises(KeyringError) as caught:
            await command()
        assert caught.value.values["ring"] == DESKTOP
        assert isinstance(caught.value, KeyringLocked) is (mode == "locked")
    token = (await machine.doctor())["token"]
    assert (token.state, DESKTOP in token.text, "hh-tui login" in token.hint) == (CheckState.FAIL, True, True)
    assert machine.store.profiles() == (DEFAULT_PROFILE,)
    Desktop.behave("good")
    await _check(machine, IN_DESKTOP)


@pytest.mark.parametrize("mode", ["locked", "absent", "OSError"])
async def test_two_logins_end_by_one_logout_each(house: House, mode: str) -> None:
    machine = house.machine()
    await machine.login()
    Desktop.behave(mode)
    said = await machine.login()
    assert "may be in" in said
    assert f"kept here: {machine.folder}" in said
    good, said = await machine.logout()
    assert (good, "neither revoked nor deleted" in said, "was revoked and deleted" in said) == (
        False,
        True,
        True,
    )
    assert (machine.places(), machine.live()) == ({IN_DESKTOP}, 1)
    Desktop.behave("good")
    with pytest.raises(NotLoggedIn):
        await machine.ls()
    if mode == "absent":
        assert "was revoked" in (await machine.doctor())["second"].text
    else:
        good, said = await machine.logout()
        assert (good, DESKTOP in said) == (True, True)
    await _check_gone(machine)


async def test_the_doctor_ends_the_older_login(house: House) -> None:
    machine = house.machine()
    await machine.login()
    Desktop.behave("locked")
    await machine.login()
    checks = await machine.doctor()
    assert (checks["second"].state, "Unlock" in checks["second"].hint) == (CheckState.FAIL, True)
    assert machine.live() == 2
    Desktop.behave("good")
    house.server.faults.add("DELETE", "/token", status=502)
    assert "stays there" in (await machine.doctor())["second"].text
    assert machine.live() == 2
    assert "was revoked and deleted" in (await machine.doctor())["second"].text
    await _check(machine, str(machine.folder))


async def test_a_desktop_and_a_session_over_ssh(house: House) -> None:
    desktop, ssh = house.machine(), house.machine(reachable=False)
    await desktop.login()
    with pytest.raises(KeyringUnreachable):
        await ssh.ls()
    assert f"kept here: {ssh.folder}" in await ssh.login()
    await ssh.ls()
    await desktop.ls()
    assert "revoked" in (await desktop.doctor())["second"].text
    await _check(desktop, str(ssh.folder))
    await _check(ssh, str(ssh.folder))
    assert (await ssh.logout())[0]
    await _check_gone(desktop)


async def test_homes_do_not_share_a_login(house: House) -> None:
    real, trial = house.machine(), house.machine(home="trial")
    await real.login()
    with pytest.raises(NotLoggedIn):
        await trial.ls()
    await trial.login()
    assert len(Desktop.entries()) == 2
    assert (await trial.logout())[0]
    await _check(real, IN_DESKTOP)
    with pytest.raises(NotLoggedIn):
        await trial.ls()


async def test_the_next_keyring_is_tried(house: House) -> None:
    machine = house.machine(DESKTOP, SPARE)
    Desktop.behave("refuses")
    assert f"kept here: {IN_SPARE}" in await machine.login()
    await _check(machine, IN_SPARE)
    Desktop.behave("good")
    assert f"kept here: {IN_DESKTOP}" in (said := await machine.login())
    assert f"found in {IN_SPARE}" in said
    await _check(machine, IN_DESKTOP)
    Spare.behave("good")
    assert (await machine.logout())[0]
    await _check_gone(machine)


async def test_what_a_keyring_does_not_delete_is_told(house: House) -> None:
    machine = house.machine()
    Desktop.behave("keeps")
    await machine.login()
    good, said = await machine.logout()
    assert (good, "could not be removed" in said, machine.live()) == (False, True, 0)
    with pytest.raises(NotLoggedIn):
        await machine.ls()
    Desktop.behave("good")
    assert (await machine.logout())[0]
    assert machine.places() == set()


async def test_a_stray_entry_is_found_by_a_logout(house: House) -> None:
    machine = house.machine()
    await machine.login()
    for path in machine.folder.iterdir():
        path.unlink()
    with pytest.raises(NotLoggedIn):
        await machine.ls()
    assert (await machine.logout())[0]
    await _check_gone(machine)


# Entries of versions that named them by the profile alone


def _old_entry(machine: Machine, **pair: str) -> None:
    machine.folder.mkdir(parents=True, mode=0o700)
    (machine.folder / "default.profile").touch(mode=0o600)
    machine.keyrings.put(DESKTOP, "default", pair_for(**pair).written())


async def test_an_old_entry_is_taken_over_once(house: House) -> None:
    machine, trial = house.machine(), house.machine(home="trial")
    _old_entry(machine)
    assert machine.store.profiles() == (DEFAULT_PROFILE,)
    Desktop.behave("locked")
    with pytest.raises(KeyringLocked):
        await machine.ls()
    Desktop.behave("good")
    await machine.ls()
    assert list(Desktop.entries()) == [f"hh-tui/{machine.store.key(DEFAULT_PROFILE)}"]
    with pytest.raises(NotLoggedIn):
        await trial.ls()
    await machine.login()
    await _check(machine, IN_DESKTOP)
    assert (await machine.logout())[0]
    await _check_gone(machine)


@pytest.mark.parametrize("mode", ["good", "locked"])
async def test_an_old_entry_beside_a_file(house: House, mode: str) -> None:
    machine = house.machine()
    _old_entry(machine)
    TokenStore(machine.folder.parent / "other").save(DEFAULT_PROFILE, pair_for(access="X", refresh="Y"))
    (machine.folder.parent / "other" / "default.json").rename(machine.folder / "default.json")
    Desktop.behave(mode)
    assert machine.store.home(DEFAULT_PROFILE).place == str(machine.folder)
    Desktop.behave("good")
    await machine.login()
    assert machine.places() == {IN_DESKTOP}
    assert len(Desktop.entries()) == 1


# What hh.ru gave is not lost


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 200, "body": {"is_employer": False}}])
async def test_a_login_that_fails_gives_its_token_back(house: House, fault: dict[str, Any]) -> None:
    machine = house.machine()
    house.server.faults.add("GET", "/me", times=9, **fault)
    with pytest.raises(HHError):
        await machine.login()
    assert (machine.live(), machine.places()) == (0, set())


async def test_a_broken_record_is_said_before_a_token_is_given(house: House) -> None:
    machine = house.machine()
    write_private(machine.folder / "default.profile", b"{")
    with pytest.raises(UnsafeFile):
        await machine.login()
    assert house.server.received == []


async def test_a_full_disk_gives_the_token_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = house.machine()
    Desktop.behave("absent")

    def full(*_: object) -> None:
        raise UnusableFile(path="x", why="No space left on device")

    monkeypatch.setattr("hh_tui.tokens.files.write_private", full)
    with pytest.raises(UnusableFile):
        await machine.login()
    assert machine.live() == 0
