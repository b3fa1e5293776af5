"""The log on the screen: what was decided in this run and in earlier ones."""

from pathlib import Path

from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_bulk import mark


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


async def test_a_letter_to_many_is_told_once_in_lines_that_hang() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        rows = [row for row in anna.state.listing.rows if row.negotiation.resume][:8]
        await mark(anna, rows)
        await anna.press("6", *CLEAR)
        await anna.write("Спасибо за отклик, но нет.")
        await anna.press("f2", "f2")
        await anna.wait(12)
        await anna.command("log")
        assert anna.sees("Отказать → Отказ · 8 кандидатов")
        assert anna.text.count("Спасибо за отклик, но нет.") == 1
        names = [row.negotiation.resume.name for row in rows if row.negotiation.resume]
        lines = [line for line in anna.lines if any(one.split()[0] in line for one in names)]
        assert len(lines) > 1
        column = next(line.index("Отказать →") for line in anna.lines if "Отказать →" in line)
        assert {len(line) - len(line.lstrip(" │╭╮╰▌")) for line in lines} == {column}


async def test_a_second_window_tells_what_the_first_decided(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
    async with anna.again() as anna, anna.again() as second:
        await anna.press(anna.digit("consider"), anna.digit("consider"))
        await anna.wait(6)
        assert len(anna.writes) == 3
        await second.command("log")
        assert second.sees("Журнал", "Подумать 3")
