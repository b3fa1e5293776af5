"""hh.ru lets nobody in, or does not answer: it is told once, and what waits is asked about when leaving."""

from pathlib import Path
from typing import Any

import pytest

from hh_tui.demo import StandIn
from hh_tui.errors import BadUserAgent
from tests.recruiter import Recruiter

REVOKED = {"errors": [{"type": "oauth", "value": "token_revoked"}]}

AWAY = {"exception": "connect"}
LOCKED_OUT = {"status": 403, "body": REVOKED}


def _fails(server: StandIn, fault: dict[str, Any]) -> None:
    server.faults.add("*", "", times=1000, **fault)


async def _started_before(home: Path) -> Recruiter:
    """The next start of a program that knows the inbox from its disk."""
    async with Recruiter(home=home) as anna:
        await anna.press("q")
        assert not anna.app.is_running
    return anna.again()


@pytest.mark.parametrize("fault", [LOCKED_OUT, AWAY], ids=["locked out", "away"])
async def test_what_was_decided_before_any_answer_is_asked_about(
    tmp_path: Path, fault: dict[str, Any]
) -> None:
    anna = await _started_before(tmp_path)
    _fails(anna.server, fault)
    async with anna:
        await anna.press("3", "q")
        assert anna.sees("1 действие ещё не отправлено", "Подумать · Терентьев Семён", "Остаться")
        await anna.press("escape")
        assert anna.app.is_running
        await anna.press("q", "d")
        assert not anna.app.is_running
    anna.server.faults.clear()
    async with anna.again() as later:
        await later.wait(60)
        assert later.writes == []


async def test_a_login_that_is_lost_is_told_once_with_its_key(tmp_path: Path) -> None:
    anna = await _started_before(tmp_path)
    _fails(anna.server, LOCKED_OUT)
    async with anna:
        for _ in range(2):
            assert len(anna.toasts) == 1
            assert anna.toasts[0].startswith("Доступ отозван")
            assert anna.toasts[0].endswith("потом здесь — F5, и отправка продолжится.")
            await anna.command("refresh")


@pytest.mark.parametrize("home", [True, False], ids=["disk", "memory"])
async def test_nobody_is_offered_to_send_without_a_login(tmp_path: Path, home: bool) -> None:
    async with Recruiter(home=tmp_path if home else None) as anna:
        _fails(anna.server, LOCKED_OUT)
        await anna.command("refresh")
        await anna.press("3", "q")
        assert anna.sees("1 действие ещё не отправлено", "после входа (hh-tui login)", "Остаться")
        assert not anna.sees("Отправить сейчас")
        assert anna.sees("спросить при следующем запуске") is home
        await anna.press("s")
        assert anna.sees("Остаться")
        await anna.press("l" if home else "d")
        assert not anna.app.is_running
    assert anna.writes == []


async def test_what_waits_for_a_login_is_there_at_the_next_start(tmp_path: Path) -> None:
    anna = await _started_before(tmp_path)
    _fails(anna.server, LOCKED_OUT)
    async with anna:
        await anna.press("3", "q", "l")
        assert not anna.app.is_running
    anna.server.faults.clear()
    async with anna.again() as later:
        assert later.sees("1 отправка не ушла")
        await later.press("s")
        assert len(later.writes) == 1


async def test_a_contact_that_hh_refuses_is_told_at_the_start() -> None:
    """To ask again is of no use: settings are read at the start alone."""
    anna = Recruiter()
    refusal = {"errors": [{"type": "bad_user_agent", "value": "blacklisted"}]}
    _fails(anna.server, {"status": 400, "body": refusal})
    async with anna:
        pass
    assert isinstance(anna.app.return_value, BadUserAgent)
