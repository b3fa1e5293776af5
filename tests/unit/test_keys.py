"""Keys: sequences, layouts, clashes, bursts, and the words for them."""

import pytest

from hh_tui.errors import WrongSettings
from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import AUTO, other_layout
from hh_tui.keys.burst import QUIET, BurstGuard
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap, faults_in
from hh_tui.keys.registry import COMMANDS, Scope
from hh_tui.ui.presenters.help import markdown

LIST = (Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.ALL, Scope.TAKE_BACK)


def test_command_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_a_sequence_waits_for_its_second_key() -> None:
    keymap = Keymap()
    first = keymap.press("g", "", LIST)
    assert first.pending == "g"
    assert first.command is None
    second = keymap.press("g", first.pending, LIST)
    assert second.command is not None
    assert second.command.id == "top"
    assert keymap.press(";", "g", LIST).command is None


def test_a_sequence_of_elsewhere_ends_in_no_key_of_here() -> None:
    keymap = Keymap()
    here = (Scope.OUTBOX,)
    assert keymap.press("S", "", here).command is not None
    first = keymap.press("g", "", here)
    assert first.pending == "g"
    assert keymap.press("S", first.pending, here).command is None
    assert keymap.press("п", "", here).pending == "g", "in either layout"


def test_a_key_belongs_to_its_scope() -> None:
    keymap = Keymap()
    assert keymap.press("r", "", (Scope.LIST, Scope.ALL, Scope.TAKE_BACK)).command is None
    command = keymap.press("r", "", LIST).command
    assert command is not None
    assert command.id == "reply"


def test_the_signs_of_the_russian_layout_are_aliases() -> None:
    help_ = Keymap().press(",", "", LIST).command
    assert help_ is not None
    assert help_.id == "help"


def test_a_user_may_change_keys() -> None:
    keymap = Keymap({"reply": ["w"]})
    assert keymap.press("r", "", LIST).command is None
    command = keymap.press("w", "", LIST).command
    assert command is not None
    assert command.id == "reply"
    assert keymap.first("reply") == "w"


def test_a_letter_of_actions_gives_way_to_a_key_one_chose() -> None:
    keymap = Keymap({"reply": ("r", "w"), "worker": ("t t",)})
    pressed = keymap.press("w", "", LIST).command
    assert pressed is not None
    assert pressed.id == "reply"
    assert keymap.press("t", "", LIST).pending == "t"
    kept = keymap.press("d", "", LIST).command
    assert kept is not None
    assert kept.id == "shortcut-d"
    with pytest.raises(WrongSettings):
        Keymap({"reply": ("w",), "shortcut-w": ("w",)})


def test_a_clash_names_both_commands() -> None:
    with pytest.raises(WrongSettings) as caught:
        Keymap({"reply": ["j"]})
    (fault,) = caught.value.faults
    assert (fault.values["name"], fault.values["other"]) == ("reply", "down")


def test_a_key_can_not_begin_anothers_sequence() -> None:
    with pytest.raises(WrongSettings):
        Keymap({"reply": ["g"]})


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(WrongSettings):
        Keymap({"fly": ["w"]})


@pytest.mark.parametrize(
    ("typed", "key"),
    [("о", "j"), ("П", "G"), ("Ж", ":"), ("х", "["), ("й", "q"), ("ctrl+л", "ctrl+k"), ("ctrl+ц", "ctrl+w"),
     ("+", "+"), ("f2", "f2"), ("j", "j"), ("і", "s")],
)  # fmt: skip
def test_letters_mean_their_place_on_the_keyboard(typed: str, key: str) -> None:
    assert AUTO.latin(typed) == key


def test_typing_in_the_wrong_layout_is_understood() -> None:
    assert other_layout("вфефыскшзе") == "datascript"
    assert other_layout("gbnjy") == "питон"


def test_letters_no_hand_types_are_swallowed() -> None:
    guard = BurstGuard()
    swallowed = [guard.swallows(letter, 0.001 * number, set()) for number, letter in enumerate("приветствую")]
    assert swallowed[:5] == [False] * 5
    assert all(swallowed[5:])
    assert guard.swallows("ж", 0.02 + QUIET / 2, set())
    assert not guard.swallows("j", 5.0, set())


def test_letters_that_came_with_many_more_do_not_act_at_all() -> None:
    assert BurstGuard().swallows("п", 0.0, set("привет, я"))


def test_a_key_held_down_is_no_burst() -> None:
    guard = BurstGuard()
    assert not any(guard.swallows("j", 0.016 * number, {"j"}) for number in range(200))


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+d", "Ctrl+D"), ("g g", "g g"), ("enter", "⏎"), ("f2", "F2"), ("+", "+"), ("G", "G")],
)
def test_keys_have_names(key: str, name: str) -> None:
    assert key_name(key) == name


def test_the_readme_table_has_every_command() -> None:
    table = markdown(Catalogue("en"), Keymap())
    for command in COMMANDS:
        if not command.id.startswith(("action-", "shortcut-")):
            assert Catalogue("en")(command.text) in table


def test_no_default_key_has_two_meanings() -> None:
    assert faults_in({"undo": ("z",)}) == ()
