"""The log on the screen: what was decided in this run and in earlier ones."""

from pathlib import Path

from tests.recruiter import Recruiter


async def test_the_log_tells_decisions_of_this_run_and_of_earlier_ones(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        first = anna.row.negotiation.resume.name  # type: ignore[union-attr]
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        asked = len(anna.server.received)
        await anna.command("log")
        assert anna.sees("Журнал", "сегодня", "Подумать 1", f"Подумать · {first}")
        assert len(anna.server.received) == asked
        await anna.press("escape")
        assert anna.on_inbox
    async with anna.again() as later:
        second = later.row.negotiation.resume.name  # type: ignore[union-attr]
        await later.press(later.digit("consider"))
        await later.command("log")
        assert later.sees("Подумать 1", "не отправлено: 1", first, f"{second} · ждёт отправки")


async def test_a_log_of_nothing_says_so() -> None:
    async with Recruiter() as anna:
        await anna.command("log")
        assert anna.sees("За это время ничего не решено.")
