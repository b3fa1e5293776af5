"""The vacancy in figures."""

import re

from tests.recruiter import Recruiter


async def test_the_vacancy_is_seen_in_figures() -> None:
    async with Recruiter(columns=120, rows=60) as anna:
        board = anna.state.snapshot.shown_board
        assert board is not None
        await anna.press("g", "y")
        assert anna.sees("Вакансия в цифрах", "Воронка: Python-разработчик")
        assert anna.sees("Отсюда пока ничего не отправлено")
        for one in board.collections:
            if one.counters and not one.hidden:
                total = f" {one.counters.total} "
                assert any(one.name[:20] in line and total in line for line in anna.lines)
        begin = next(place for place, line in enumerate(anna.lines) if "Ждут внимания, по" in line)
        bands = [re.search(r"(суток|дней|недели) +(\d+)", line) for line in anna.lines[begin + 1 : begin + 5]]
        waiting = sum(row.facts.needs_attention for row in anna.state.rows)
        assert sum(int(one[2]) for one in bands if one) == waiting
        await anna.press("escape")
        await anna.press("3")
        await anna.wait(30)
        reads = len(anna.reads())
        await anna.press("g", "y")
        assert any("Подумать" in line and "через 0 ч (1)" in line for line in anna.lines)
        assert any("14.05" in line and " 1 █" in line for line in anna.lines)
        assert len(anna.reads()) == reads


async def test_nothing_is_told_of_those_not_loaded() -> None:
    """Zeros were told of all bars beyond the first page."""
    async with Recruiter(size="M", columns=120, rows=60) as anna:
        await anna.press("g", "y")
        assert anna.sees("загружено 50 из", "Загрузить и отметить всех: *.")
        begin = next(place for place, line in enumerate(anna.lines) if "Ждут внимания, по" in line)
        bands = [re.search(r"(суток|дней|недели) +(\S+)", line) for line in anna.lines[begin + 1 : begin + 5]]
        assert [one and one[2] for one in bands][-2:] == ["?", "?"]
        await anna.press("escape", "*")
        await anna.until(lambda: anna.state.listing.complete)
        await anna.press("g", "y")
        assert anna.sees("Ждут внимания, по")
        assert not anna.sees("?")
        assert not anna.sees("загружены не все")


async def test_the_heading_tells_as_many_days_as_are_shown() -> None:
    async with Recruiter(columns=120, rows=60) as anna:
        await anna.press("3")
        await anna.wait(30)
        await anna.press("g", "y")
        days = [line for line in anna.lines if re.search(r"\b(пн|вт|ср|чт|пт|сб|вс) \d\d\.\d\d\b", line)]
        assert len(days) == 5
        assert anna.sees("Решения и письма за 5 дней")


async def test_what_was_done_is_of_the_vacancy_shown_alone() -> None:
    async with Recruiter(columns=120, rows=60) as anna:
        await anna.press("3")
        await anna.wait(30)
        await anna.press("v")
        await anna.write("бухг")
        await anna.press("enter", "g", "y")
        assert anna.sees("Воронка: Бухгалтер", "Отсюда пока ничего не отправлено")
