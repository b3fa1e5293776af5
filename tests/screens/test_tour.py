"""The tour: each step is done by doing it, or left out."""

import pytest

from hh_tui.i18n.text import Language
from tests.recruiter import Recruiter

KEYS = ("j", "enter", "escape", "3", "z", "6 f2", "x x x", "3 f2", "/ p y t h o n", "escape")
PEOPLE = ("g / п о в а р f2", "i enter f2", "escape")
"""Somebody is looked for and invited, and the list is left."""


@pytest.mark.parametrize(("columns", "rows", "lang"), [(80, 24, "ru"), (120, 36, "en")])
async def test_the_steps_are_done_by_doing_them(columns: int, rows: int, lang: Language) -> None:
    async with Recruiter(columns=columns, rows=rows, lang=lang, demo=True, tour=True) as anna:
        for number, keys in enumerate(KEYS, 1):
            assert anna.sees(f"{number}/14")
            await anna.press(*keys.split())
        # The list of people covers the panel: it is enough to look at that in the smallest window.
        for number, keys in enumerate(PEOPLE if columns == 80 else ("f9",) * 2, 11):
            assert anna.sees(f"{number}/14")
            await anna.press(*keys.split())
        assert anna.sees("14/14")
        await anna.press("f9")
        assert not anna.sees("14/14")


async def test_steps_can_be_left_out_and_without_a_tour_there_are_none() -> None:
    async with Recruiter(demo=True, tour=True) as anna:
        await anna.press("f9", "f9")
        assert anna.sees("4/14"), "whoever has not opened anybody is back already"
        while not anna.sees("14/14"):
            await anna.press("f9")
        await anna.press("f9")
        assert "Знакомство закончено" in anna.status
        await anna.press("f9")
        assert "hh-tui --tour" in anna.status
