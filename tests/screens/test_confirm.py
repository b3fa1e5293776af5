"""Questions with two answers: one key each, under every layout; and what leaving would lose."""

from pathlib import Path

import pytest

from hh_tui.ui.dialogs.confirm import Confirm
from tests.recruiter import Recruiter


async def _begins_a_form(anna: Recruiter) -> None:
    """A letter in the form of an action, left unsent."""
    await anna.press(anna.digit("phone_interview"))
    await anna.press("f7", "delete")
    await anna.write("Начато")
    await anna.press("escape")


def _name(anna: Recruiter) -> str:
    resume = anna.row.negotiation.resume
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
