"""Help: it opens anywhere, at what works there, and is searched."""

import pytest

from tests.recruiter import Recruiter


async def test_help_is_searched_and_left_by_steps() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("?")
        assert anna.sees("Сначала то", "Список", "j  ↓")
        await anna.press("G")
        assert not anna.sees("Сначала то")
        await anna.press("g", "g")
        assert anna.sees("Сначала то, что работает там, где вы были")
        await anna.press("/", *"нет-такого")
        assert anna.sees("Ничего не найдено")
        await anna.press("ctrl+u", *"отлож")
        assert anna.sees("отложен до этого времени")
        assert not anna.sees("начатое и не отправленное письмо")
        await anna.press("enter", "j", "escape")
        assert anna.sees("Сначала то, что работает там, где вы были")
        await anna.press("escape")
        assert anna.on_inbox


async def test_help_over_a_form_tells_the_form_first() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.press("f", "f1")
        assert anna.lines.index(next(one for one in anna.lines if "Форма фильтров" in one)) < 8
        await anna.press("f1")
        assert anna.sees("F2")
        assert not anna.on_inbox
        await anna.press("escape", "g", "o")
        assert anna.sees("Исходящие", "Esc\u00a0закрыть")
        await anna.press("?")
        assert anna.sees("Исходящие", "Знаки")
        assert not anna.sees("Esc\u00a0закрыть"), "no key of the outbox works below the help"
        await anna.press("?")
        assert anna.sees("Esc\u00a0закрыть")
        await anna.press("escape")
        assert anna.on_inbox
        assert anna.writes == []
        assert not anna.viewed


async def test_a_click_names_the_key_once() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.click("#negotiations", times=2, offset=(10, 4))
        await anna.press("escape")
        await anna.click("#negotiations", times=2, offset=(10, 2))
        assert anna.told == ["С клавиатуры то же — ⏎."]
        await anna.click("TabLine", offset=(20, 0))
        assert anna.told[1:] == ["С клавиатуры то же — g r."]


@pytest.mark.parametrize("columns", [120, 160])
async def test_keys_that_tell_the_candidate_say_so_before(columns: int) -> None:
    tells = "(кандидат увидит «просмотрено»)"
    async with Recruiter(columns=columns, rows=36) as anna:
        await anna.press("right")
        assert anna.sees(f"r — написать {tells}")
        assert not anna.viewed
        await anna.press("r")
        assert anna.viewed == (anna.selected_id,)
        await anna.press("escape")
        assert anna.sees("r — написать")
        assert not anna.sees("r — написать ("), "they are told no more by that"
        await anna.press("left", "j")
        assert anna.sees(f"r — написать {tells}")
        await anna.press("?", "/", *"увидит")
        for deed in ("открыть", "написать одному", "открыть следующего", "открыть предыдущего"):
            assert anna.sees(f" {deed} {tells}"), deed
