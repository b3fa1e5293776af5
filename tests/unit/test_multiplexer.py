"""What a multiplexer keeps for itself, and what it lets through."""

import pytest

from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import BY_ID
from hh_tui.ui.terminal.multiplexer import Surroundings

BYOBU = {"TMUX": "/tmp/tmux-0/default,1,0", "BYOBU_BACKEND": "tmux", "TERM": "tmux-256color"}
DECIDING = ("send", "confirm", "confirm-silent", "confirm-later", "send-later", "save-form", "apply-filters")


@pytest.mark.parametrize(
    ("environ", "shown"),
    [
        ({"TERM": "xterm-256color"}, "f2"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "f2"),
        ({"TERM": "screen-256color", "STY": "1.tty"}, "f2"),
        (BYOBU, "ctrl+g"),
        ({"TERM": "screen-256color", "SSH_CONNECTION": "::1 1 ::1 22"}, "ctrl+g"),
    ],
)
def test_the_key_shown_gets_through(environ: dict[str, str], shown: str) -> None:
    assert Keymap(swallowed=Surroundings.of(environ).swallowed).first("send") == shown


@pytest.mark.parametrize("command", [*DECIDING, "confirm-preview", "preview-later"])
def test_every_form_can_be_confirmed_behind_byobu(command: str) -> None:
    assert set(BY_ID[command].keys) - Surroundings.of(BYOBU).swallowed


def test_a_key_of_ones_own_is_shown_where_no_other_is_left() -> None:
    assert Keymap({"send": ["f2"]}, Surroundings.of(BYOBU).swallowed).first("send") == "f2"


NEWS = "\x1b]9;hh-tui: 2\x1b\\"


@pytest.mark.parametrize(
    ("environ", "written"),
    [
        ({"TERM": "xterm-256color"}, NEWS),
        (BYOBU, "\x1bPtmux;\x1b\x1b]9;hh-tui: 2\x1b\x1b\\\x1b\\"),
        ({"TERM": "screen", "STY": "1.tty"}, "\x1bP\x1b]9;hh-tui: 2\a\x1b\\"),
        ({"TERM": "screen-256color"}, NEWS),
    ],
)
def test_a_notification_is_wrapped_for_what_it_passes(environ: dict[str, str], written: str) -> None:
    assert Surroundings.of(environ).through(NEWS) == written
