"""Questions with two answers: one key each, under every layout; and what leaving would lose."""

from pathlib import Path

import pytest

from hh_tui.inbox.snapshot.rows import Row
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.confirm import Confirm
from tests.recruiter import CLEAR, Recruiter


async def _begins_a_form(anna: Recruiter) -> None:
    """A letter in the form of an action, left unsent."""
    await anna.press(anna.digit("phone_interview"))
    await anna.press("f7", "delete")
    await anna.write("Начато")
    await anna.press("escape")


def _name(anna: Recruiter) -> str:
    return _name_of(anna.row)


def _name_of(row: Row) -> str:
    resume = row.negotiation.resume
    assert resume is not None
    assert resume.name
    return resume.name


@pytest.mark.parametrize("keys", [["y"], ["д"], ["tab", "enter"]])
async def test_a_question_is_answered_by_one_key(keys: list[str]) -> None:
    async with Recruiter() as anna:
        await _begins_a_form(anna)
        await anna.press("q")
        assert isinstance(anna.app.screen, Confirm)
        assert anna.sees("1 неотправленный текст пропадёт", "y / д", "n / н")
        assert anna.typed == []
        await anna.press(*keys)
        assert not anna.app.is_running


async def test_a_no_leaves_everything_and_other_keys_answer_nothing() -> None:
    async with Recruiter() as anna:
        await _begins_a_form(anna)
        for no in ("n", "н", "escape", "enter"):
            await anna.press("q")
            assert isinstance(anna.app.screen, Confirm)
            await anna.press("q", "х", "5")
            assert isinstance(anna.app.screen, Confirm)
            await anna.press(no)
            assert anna.app.is_running
            assert anna.on_inbox


async def test_leaving_a_form_says_that_its_text_is_kept() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press(anna.digit("phone_interview"))
        assert anna.sees("Esc В черновик")
        assert not anna.sees("Отмена")


async def test_leaving_counts_and_names_letters_forms_and_notes() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _begins_a_form(anna)
        first = _name(anna)
        await anna.press("j", "C")
        await anna.write("заметка")
        await anna.press("escape", "q")
        assert anna.sees("2 неотправленных текста пропадут", f"Тексты пропадут: {_name(anna)}; {first}.")


async def test_a_note_begun_is_told_also_where_there_is_a_disk(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await _begins_a_form(anna)
        await anna.press("C")
        await anna.write("заметка")
        await anna.press("escape", "q")
        assert anna.sees("1 неотправленный текст пропадёт")
        await anna.press("n", "C", "f7", "delete", "escape", "q")
        assert not anna.app.is_running


async def test_leaving_shows_what_waits_for_whom_and_the_letter() -> None:
    async with Recruiter(columns=80, rows=24, settings=Settings(hold=60)) as anna:
        await anna.press(anna.digit("discard_by_employer"), *CLEAR)
        first = _name(anna)
        await anna.write("Добрый день! Мы выбрали другого")
        await anna.press("f2", "x", "x")
        both = [_name_of(row) for row in anna.state.rows if row.id in anna.marked]
        await anna.press(anna.digit("consider"), "f2", "q")
        assert isinstance(anna.app.screen, Confirm)
        assert anna.sees("3 действия ещё не отправлены", "Ещё не отправлено:")
        assert anna.sees(f"Отказать · {first} ", "  Добрый день! Мы выбрали другого")
        assert anna.sees(f"Подумать · {both[0]}, {both[1]} ")


async def test_leaving_counts_those_it_has_no_room_for() -> None:
    async with Recruiter(columns=80, rows=18, settings=Settings(hold=60)) as anna:
        names = []
        for _ in range(9):
            names.append(_name(anna))
            await anna.press(anna.digit("consider"))
        await anna.press("q")
        shown = [name for name in names if anna.sees(f"    Подумать · {name} ")]
        assert shown == names[: len(shown)]
        assert 0 < len(shown) < 9
        assert anna.sees("9 действий ещё не отправлены", f"и ещё {9 - len(shown)}", "Остаться")
