"""Letters of actions: given once, they decide in every list, and never by themselves."""

from pathlib import Path

from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from tests.recruiter import Recruiter


async def _give(anna: Recruiter, action: str, letter: str) -> None:
    """Through both lists, as a person types."""
    await anna.command("assign-shortcut")
    await anna.write(action)
    await anna.press("enter")
    await anna.write(letter)


async def test_a_letter_decides_wherever_the_digit_stands() -> None:
    async with Recruiter() as anna:
        await _give(anna, "подумать", "d")
        assert "«Подумать» — теперь d" in anna.status
        assert anna.sees(f"d {anna.digit('consider')} Подумать")
        first = anna.selected_id
        await anna.press("d")
        assert "Подумать" in anna.status
        assert anna.selected_id != first
        second = anna.selected_id
        await anna.press("в")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{one}", []) for one in (first, second)]


async def test_the_letter_pressed_is_the_letter_given() -> None:
    async with Recruiter() as anna:
        for typed, letter in (("w", "w"), ("в", "d"), ("L", "L"), ("Е", "T")):
            await _give(anna, "подумать", typed)
            assert f"«Подумать» — теперь {letter}," in anna.status
            assert anna.on_inbox


async def test_a_letter_opens_the_form_and_repeats_nothing() -> None:
    async with Recruiter() as anna:
        await _give(anna, "отказать", "t")
        await anna.hold("t", 0.5, 0.03, 0.03)
        assert anna.app.screen.query("#actions, TextArea")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.press("escape")
        await anna.wait(12)
        assert anna.writes == []


async def test_a_letter_that_is_free_or_not_offered_says_so() -> None:
    async with Recruiter() as anna:
        await anna.press("d")
        assert "У буквы d нет действия" in anna.status
        assert anna.app.keymap.first("assign-shortcut") in anna.status
        await _give(anna, "подумать", "d")
        await anna.press("d")
        await anna.wait(6)
        before = anna.writes
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter", "d")
        assert "«Подумать» (d) hh.ru здесь не предлагает" in anna.status
        await anna.wait(6)
        assert anna.writes == before


async def test_a_letter_decides_about_everybody_selected() -> None:
    async with Recruiter() as anna:
        await _give(anna, "подумать", "w")
        ids = anna.ids[:3]
        await anna.press("x", "x", "x", "w")
        await anna.press("f2")
        await anna.wait(12)
        assert {one for path in anna.writes for one in ids if one in str(path)} == set(ids)


async def test_letters_are_there_at_the_next_start(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await _give(anna, "подумать", "d")
        await _give(anna, "отказать", "m")
        await _give(anna, "подумать", "p")
    async with anna.again() as later:
        digit = later.digit("consider")
        assert later.sees(f"p {digit} Подумать")
        assert later.sees(f"m {later.digit('discard_by_employer')} Отказать")
        await later.command("assign-shortcut")
        await later.write("подумать")
        await later.press("enter")
        await later.write("убрать")
        await later.press("enter")
        assert not later.sees(f"p {digit}")
        await later.press("p")
        assert "У буквы p нет действия" in later.status


async def test_the_settings_give_letters_by_id_or_name() -> None:
    settings = Settings(shortcuts={"d": "consider", "t": "Отказать"}, hold=0)
    async with Recruiter(settings=settings) as anna:
        assert anna.sees(f"d {anna.digit('consider')} Подумать")
        assert anna.sees(f"t {anna.digit('discard_by_employer')} Отказать")
        await _give(anna, "подумать", "p")
        assert "раздел [shortcuts]" in anna.status
        assert anna.sees(f"d {anna.digit('consider')} Подумать")


async def test_an_action_of_several_digits_is_offered_a_letter() -> None:
    async with Recruiter() as anna:
        refusal = anna.digit("discard_by_employer")
        await anna.press(refusal, "f2")
        assert not anna.toasts
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter")
        other = anna.digit("discard_by_employer")
        assert other != refusal
        await anna.press(other, "f2")
        assert [one for one in anna.toasts if "Нажмите d" in one]
        held = len(anna.state.outbox.entries)
        await anna.press("d")
        assert "«Отказать» — теперь d" in anna.status
        assert len(anna.state.outbox.entries) == held, "it is given, nobody is decided on"
        await anna.press("d")
        assert isinstance(anna.app.screen, ActionSheet)


async def test_one_letter_refuses_where_refusing_has_another_name() -> None:
    async with Recruiter() as anna:
        await _give(anna, "отказать", "d")
        await anna.command("waiting")
        first, _, third = anna.ids[:3]
        await anna.press("j", "j", "d")
        assert "hh.ru здесь не предлагает" in anna.status
        assert f"дать d другому — {anna.app.keymap.first('assign-shortcut')}" in anna.status
        await _give(anna, "отказать с письмом", "d")
        assert (
            "«Отказать с письмом» — теперь тоже d: везде, где hh.ru не предлагает «Отказать»" in anna.status
        )
        await anna.press("d", "f2", "g", "g", "d", "f2")
        await anna.wait(12)
        steps = {path for method, path, _ in anna.writes if method == "PUT"}
        assert steps == {
            f"/negotiations/discard_with_letter/{third}",
            f"/negotiations/discard_by_employer/{first}",
        }
