"""Which keys are shown where a multiplexer keeps some for itself."""

import pytest

from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import BY_ID
from hh_tui.terminal.multiplexer import swallowed_keys

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
    assert Keymap(swallowed=swallowed_keys(environ)).first("send") == shown


@pytest.mark.parametrize("command", [*DECIDING, "confirm-preview", "preview-later"])
def test_every_form_can_be_confirmed_behind_byobu(command: str) -> None:
    assert set(BY_ID[command].keys) - swallowed_keys(BYOBU)


def test_a_key_of_ones_own_is_shown_where_no_other_is_left() -> None:
    assert Keymap({"send": ["f2"]}, swallowed_keys(BYOBU)).first("send") == "f2"
