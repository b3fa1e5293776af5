"""A key held down, or brought many times at once: one decision, and no letter of a form it opened."""

import pytest

from hh_tui.ui import key_dispatch
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.preview import Preview
from tests.recruiter import CLEAR, Recruiter

HELD = (0.03,) * 6


async def test_a_held_digit_is_one_decision() -> None:
    async with Recruiter() as anna:
        first = anna.ids[:1]
        await anna.strike(*"3" * 10, gap=0.03)
        assert "решение одно" in anna.status
        await anna.wait(6)
        assert [path.rsplit("/", 1)[1] for _, path, _ in anna.writes] == first


@pytest.mark.parametrize("delay", [0.25, 0.5, 0.66])
async def test_the_first_repeat_is_taken_back_with_the_second(delay: float) -> None:
    async with Recruiter() as anna:
        first, second = anna.ids[:2]
        await anna.hold("3", delay, *HELD)
        assert anna.selected_id == second
        assert "решение одно" in anna.status
        await anna.press("z")
        assert anna.selected_id == first
        await anna.wait(6)
        assert anna.writes == []


async def test_a_first_repeat_that_was_refused_takes_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        first = anna.ids[:1]
        monkeypatch.setattr(key_dispatch.KeyDispatcher, "_seen", lambda *_: None)
        await anna.hold("3", 0.3, *HELD)
        assert "решение одно" in anna.status
        await anna.wait(6)
        assert [path.rsplit("/", 1)[1] for _, path, _ in anna.writes] == first


async def test_undo_held_does_not_take_everything_back() -> None:
    async with Recruiter() as anna:
        first = anna.ids[:1]
        await anna.press("3", "3", "3")
        await anna.hold("z", 0.5, *HELD)
        await anna.wait(6)
        assert [path.rsplit("/", 1)[1] for _, path, _ in anna.writes] == first


async def test_aside_and_again_are_held_as_once() -> None:
    async with Recruiter() as anna:
        first, second = anna.ids[:2]
        await anna.hold("e", 0.5, *HELD)
        assert list(anna.state.shelf.people) == [first]
        await anna.press("z", "3")
        await anna.hold("=", 0.5, *HELD)
        await anna.wait(6)
        assert sorted(path.rsplit("/", 1)[1] for _, path, _ in anna.writes) == sorted([first, second])


async def test_the_deciding_key_of_a_form_held_confirms_no_preview() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "1", *CLEAR)
        await anna.write("Здравствуйте")
        await anna.strike("f2", "f2", "f2", gap=0.03)
        assert anna.sees("Кто это получит") or anna.sees("F2")
        await anna.wait(60)
        assert anna.writes == []


async def test_a_second_press_confirms_and_a_held_key_does_not() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "1", *CLEAR)
        await anna.write("Здравствуйте")
        await anna.hold("f2", 0.4, 0.03, 0.03)
        assert "держали" in anna.told[-1]
        anna.app.clear_notifications()
        await anna.press("escape")
        for escapes in (True, False):
            await anna.press("1")
            assert isinstance(anna.app.screen, ActionSheet)
            await anna.strike("f2")
            assert isinstance(anna.app.screen, Preview)
            await anna.strike("f2", after=0.4)
            if escapes:
                await anna.strike("escape", after=0.05)
                assert not isinstance(anna.app.screen, Preview)
                assert not anna.state.outbox.entries, "Escape comes before it is done"
        await anna.until(lambda: len(anna.state.outbox.entries) == 2)
        assert anna.on_inbox
        await anna.press(":")
        await anna.write("выйти")
        await anna.hold("enter", 0.4, 0.03, 0.03)
        assert isinstance(anna.app.screen, Confirm), "the key that opened it has not answered"
        await anna.press("s")
        assert len(anna.writes) == 1


async def test_another_digit_before_the_next_candidate_is_seen() -> None:
    async with Recruiter() as anna:
        first = anna.ids[:1]
        await anna.strike("3", "j", "3")
        assert "нажата слишком рано" in anna.status
        await anna.wait(6)
        assert [path.rsplit("/", 1)[1] for _, path, _ in anna.writes] == first


async def test_a_held_redo_holds_one_write_again() -> None:
    async with Recruiter() as anna:
        await anna.press("3", "3", "3", "z", "z", "z")
        await anna.hold("Z", 0.5, *HELD)
        await anna.wait(6)
        assert len(anna.writes) == 1


async def test_the_opener_does_not_type_itself() -> None:
    openers = ("7", "C", "M", "v", "/", ":", "f")
    async with Recruiter() as anna:
        for opener, gaps in [("7", (0.0, 0.0)), ("7", (0.25,)), *((one, (0.5, 0.03)) for one in openers)]:
            before = anna.app.screen
            await anna.hold(opener, *gaps)
            assert anna.app.screen is not before or opener == "/"
            assert all(opener not in text for text in anna.typed)
            await anna.write("5")
            assert any("5" in text for text in anna.typed)
            await anna.press("escape")
            assert anna.app.screen is before


@pytest.mark.parametrize(("opener", "text"), [("C", "Called him"), ("v", "vue"), ("С", "Созвонились")])
async def test_a_text_may_begin_with_the_letter_that_opened(opener: str, text: str) -> None:
    async with Recruiter() as anna:
        await anna.press(opener)
        await anna.strike(*text, gap=0.15, after=0.3)
        assert text in anna.typed


async def test_the_key_that_opened_the_composer_is_no_letter() -> None:
    async with Recruiter() as anna:
        await anna.command("collection")
        await anna.write("Интервью")
        await anna.press("enter")
        while not (anna.state.selected and anna.row.negotiation.can_write):
            await anna.press("j")
        await anna.strike("к", "к", "к", gap=0.03)
        assert anna.state.composing
        assert "" in anna.typed
        await anna.strike(*"как", after=0.2)
        assert "ак" in anna.typed
        await anna.write("к")
        assert "акк" in anna.typed


async def test_the_caret_stands_at_the_end_of_the_letter() -> None:
    async with Recruiter() as anna:
        await anna.press("1")
        await anna.write("!")
        assert next(text for text in anna.typed if "!" in text).endswith("!")
