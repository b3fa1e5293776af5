"""Every command under every layout, and what a letter means that several of them have."""

from typing import get_args

import pytest

from hh_tui.i18n.keyboard import AUTO, LAYOUTS, Layout, LayoutName
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, Scope
from tests.keys.facts import layouts

MAIN = (Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.ALL, Scope.TAKE_BACK)
TYPED = layouts()
LATIN = Keymap(layout=Layout({}))

NOT_ON_THE_KEY = {("ru-typewriter", "mark-all")}
"""The typewriter has no asterisk, and the figure of its key is a command: `:` finds it by its name."""


def test_settings_name_every_layout() -> None:
    assert set(get_args(LayoutName)) == set(LAYOUTS)
    assert set(TYPED) == set(LAYOUTS) - {"auto"}


@pytest.mark.parametrize("layout", sorted(TYPED))
def test_every_command_has_a_key(layout: str) -> None:
    keymap = Keymap(layout=LAYOUTS[layout])
    first = {keymap.press(character, "", MAIN) for character in TYPED[layout].values()}
    second = {keymap.press(character, "g", MAIN) for character in TYPED[layout].values()}
    reached = {pressed.command.id for pressed in first | second if pressed.command}
    wanted = {
        command.id
        for command in COMMANDS
        if command.scope in MAIN and all(len(part) == 1 for part in command.keys[0].split(" "))
    }
    assert {(layout, name) for name in wanted - reached} <= NOT_ON_THE_KEY


@pytest.mark.parametrize("layout", sorted(TYPED))
def test_letters_are_the_keys_they_lie_on(layout: str) -> None:
    keymap, latin = Keymap(layout=LAYOUTS[layout]), LATIN
    for key, character in TYPED[layout].items():
        if character.isalpha():
            assert keymap.press(character, "", MAIN) == latin.press(key, "", MAIN)
            assert keymap.press(character, "g", MAIN) == latin.press(key, "g", MAIN)


@pytest.mark.parametrize("layout", ["ru", "ru-legacy", "ru-mac", "ru-typewriter", "kz", "by", "ua"])
def test_unset_layout_serves_all_with_the_russian_letters(layout: str) -> None:
    unset = Keymap()
    for key, character in TYPED[layout].items():
        if character.isalpha() and character not in "іІёЁ":
            assert unset.press(character, "", MAIN) == LATIN.press(key, "", MAIN)


@pytest.mark.parametrize(
    ("layout", "typed", "command"),
    [
        ("auto", "ә", "action-2"), ("auto", "ү", "action-8"), ("auto", "ұ", "action-9"), ("auto", "һ",
        "same-again"),
        ("auto", "Ү", "mark-all"), ("auto", "№", "label"), ("auto", "'", "next-attention"), ("auto", "і",
        "order"),
        ("auto", ".", "search"), ("auto", ",", "help"), ("auto", '"', None), ("auto", ";", None), ("auto",
        "-", None),
        ("kz", '"', "action-1"), ("kz", "і", "action-3"), ("kz", ",", "action-6"), ("kz", "№", "search"),
        ("by", "і", "snooze"), ("ru-phonetic", "й", "down"), ("ru-phonetic", "я", "quit"), ("ru", "й",
        "quit"),
        ("ru-legacy", ";", "mark-all"), ("ru-mac", ";", "mark-all"), ("ru-typewriter", "№", "action-1"),
        ("ru-typewriter", "-", "action-2"), ("ru-typewriter", "/", "search"), ("ru-typewriter", "?", "help"),
    ],
)  # fmt: skip
def test_signs_where_layouts_differ(layout: str, typed: str, command: str | None) -> None:
    pressed = Keymap(layout=LAYOUTS[layout]).press(typed, "", MAIN).command
    assert (pressed.id if pressed else None) == command


def test_ctrl_goes_by_the_place_too() -> None:
    assert AUTO.latin("ctrl+в") == "ctrl+d"
    assert AUTO.latin("ctrl+х") == "escape"
    assert LAYOUTS["ru-phonetic"].latin("ctrl+д") == "ctrl+d"
