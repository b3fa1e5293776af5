"""Every key that is known of any terminal is the command of its place, or none at all."""

import pytest

from hh_tui.keys.keymap import Keymap
from tests.keys.verdict import FACTS, PLACES, commands, tokens_of, wrong


@pytest.mark.parametrize("terminal", sorted({fact.terminal for fact in FACTS}))
def test_keys_are_the_commands_of_their_places(terminal: str) -> None:
    keymap = Keymap()
    rows = [fact for fact in FACTS if fact.terminal == terminal]
    assert [said for fact in rows if (said := wrong(keymap, fact))] == []


def test_locks_and_modifiers_do_not_break_a_sequence() -> None:
    keymap = Keymap()
    data = b"\x1b[103;;103u" + b"\x1b[57441u" + b"\x1b[57358u" + b"\x1b[111;129;111u"
    assert commands(keymap, tokens_of(data), PLACES[0]) == ["g", "outbox"]
