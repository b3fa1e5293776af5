"""Which keyboard one has, and what the program takes its keys for."""

from pathlib import Path

from textual import events

from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.pressed_keys import PressedKeys
from hh_tui.ui.terminal.messages import UnknownSequence
from tests.recruiter import Recruiter


async def test_a_cyrillic_letter_asks_before_it_leaves(tmp_path: Path) -> None:
    anna = Recruiter(home=tmp_path / "disk")
    async with anna:
        await anna.press("й")
        assert anna.sees("Выйти? В разных раскладках й стоит на разных клавишах")
        await anna.press("escape")
        assert anna.on_inbox
        await anna.press("й", "down", "enter")
        assert anna.state.listing.cursor == 0
        await anna.press("й", "й", "л")
        assert anna.state.listing.cursor == 2
    async with anna.again() as anna:
        await anna.press("й")
        assert anna.state.listing.cursor == 3


async def test_who_has_said_it_leaves_at_once() -> None:
    anna = Recruiter()
    async with anna:
        await anna.press("й", "down", "down", "enter")
    assert anna.app.return_code == 0
    anna = Recruiter(settings=Settings(layout="ru"))
    async with anna:
        await anna.press("й")
    assert anna.app.return_code == 0


async def test_pressed_keys_are_told_and_do_nothing() -> None:
    async with Recruiter() as anna:
        await anna.press(":")
        await anna.write("проверить клавишу")
        await anna.press("enter")
        assert isinstance(anna.app.screen, PressedKeys)
        await anna.press("3", "о", "g", "о", "ctrl+q", "f12")
        anna.app.post_message(UnknownSequence("ESC [ 4 h"))
        anna.app.post_message(events.Paste("3 письмо"))
        await anna.settle()
        assert anna.sees("U+0033", "U+043E", "= j", "вниз", "начало: g", "Ctrl+Q", "F12", "команды нет")
        assert anna.sees("ESC [ 4 h", "не клавиша", "8 знаков")
        await anna.press("escape", "j", "escape")
        assert isinstance(anna.app.screen, PressedKeys)
        await anna.press("escape")
        assert not anna.sees("U+0033")
        await anna.wait(60)
        assert anna.writes == []


async def test_escape_and_a_key_at_once_are_both_pressed() -> None:
    async with Recruiter() as anna:
        await anna.press("enter", "r")
        await anna.write("Письмо")
        for key in (events.Key("escape", "\x1b"), events.Key("J", "J")):
            anna.app.post_message(key)
        await anna.settle()
        assert not anna.state.composing
        assert anna.state.listing.cursor == 1
        assert list(anna.state.drafts.texts.values()) == ["Письмо"]
        await anna.press("1")
        for key in (events.Key("escape", "\x1b"), events.Key("f3", None)):
            anna.app.post_message(key)
        await anna.settle()
        assert anna.on_inbox
        await anna.wait(60)
        assert anna.writes == []
