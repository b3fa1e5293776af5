"""hh.ru asks to wait: what is decided waits in sight, and goes by itself afterwards."""

from tests.recruiter import Recruiter
from tests.screens.test_bulk import SILENT, _a_vacancy_of_700, _digit, _mark

BUSY = {"retry-after": "40"}


async def test_a_decision_waits_in_sight_and_goes_by_itself() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", ".", status=429, headers=BUSY)
        await anna.press("3")
        await anna.wait(6)
        assert "hh.ru просит подождать 40 с · z отменить" in anna.status
        await anna.press("3")
        await anna.wait(10)
        assert "hh.ru просит подождать 30 с · z отменить · и ещё 1" in anna.status
        await anna.command("outbox")
        assert anna.sees("hh.ru просит подождать 30 с")
        await anna.press("escape")
        assert len(anna.writes) == 1
        await anna.wait(31)
        assert len(anna.writes) == 3
        assert not anna.state.outbox.entries
        assert not anna.toasts


async def test_a_bulk_waits_and_goes_on() -> None:
    async with _a_vacancy_of_700() as anna:
        await anna.press("asterisk")
        await anna.press("escape")
        assert len(await _mark(anna, 118)) == 118
        anna.server.faults.add("PUT", ".", delay=0.0)
        anna.server.faults.add("PUT", ".", status=429, headers=BUSY)
        await anna.press(_digit(anna, SILENT), "f2")
        await anna.wait(6)
        assert "Подумать · 68 кандидатов · hh.ru просит подождать 40 с · z отменить" in anna.status
        await anna.wait(30)
        assert len(anna.writes) == 2
        await anna.wait(11)
        assert [len(form) for _, _, form in anna.writes] == [50, 50, 50, 18]
        assert anna.toasts == ["Сделано: 118"]
