"""Keys pressed after Escape that reach the program as the beginning of a sequence, and what came torn."""

import pytest

from hh_tui.ui.terminal.parser import InputParser
from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from tests.keys.typing import keys, sent

TMUX = SequenceTimeouts.of({"TMUX": "/tmp/x,1,0"})
WAYS = pytest.mark.parametrize("timeouts", [SequenceTimeouts(), TMUX], ids=["near", "tmux"])


@WAYS
@pytest.mark.parametrize("gap", [0.12, 0.2, 0.3, 0.45])
@pytest.mark.parametrize("letter", "jkopqrstuvwxyXIеж")
def test_letter_after_escape_and_o_is_no_figure(letter: str, gap: float, timeouts: SequenceTimeouts) -> None:
    found = keys(sent(b"\x1bO", gap, letter.encode(), timeouts=timeouts))
    assert found == ["escape", "O", letter]


@WAYS
@pytest.mark.parametrize("letter", [b"r", b"j", b"3r", b"3", b" "])
def test_figures_of_a_keypad_come_at_once(letter: bytes, timeouts: SequenceTimeouts) -> None:
    assert keys(sent(b"\x1bO", 0.07, letter, timeouts=timeouts)) == []
    assert keys(sent(b"\x1bO", 0.03, b"r", timeouts=timeouts)) == ["2"]
    assert keys(sent(b"\x1bO", 0.3, b"3", 0.02, b"r", timeouts=timeouts)) == []
    assert keys(sent(b"\x1bO", 0.3, b"M", timeouts=timeouts)) == ["enter"]


@WAYS
@pytest.mark.parametrize(("second", "name", "chord"), [
    (b"\t", "tab", "shift+tab"), (b"\x7f", "backspace", "ctrl+w"), (b"\x08", "backspace", "ctrl+w"),
])  # fmt: skip
def test_tab_pressed_after_escape_is_a_key(
    second: bytes, name: str, chord: str, timeouts: SequenceTimeouts
) -> None:
    for gap in (0.12, 0.2, 0.35):
        assert keys(sent(b"\x1b", gap, second, b"j", timeouts=timeouts)) == ["escape", name, "j"]
    for pieces in ([b"\x1b" + second], [b"\x1b", 0.02, second], [b"j\x1b", 0.06, second]):
        assert keys(sent(*pieces, timeouts=timeouts))[-1] == chord
    assert keys(sent(b"\x1b", 0.2, b"j\x1b" + second, timeouts=timeouts)) == ["escape", "j", chord]


SIGNS = {"]": "right_square_bracket", "^": "circumflex_accent", "_": "underscore"}


@WAYS
@pytest.mark.parametrize("introducer", "]P_X^")
def test_keys_after_escape_begin_no_string(introducer: str, timeouts: SequenceTimeouts) -> None:
    start, sign = f"\x1b{introducer}".encode(), SIGNS.get(introducer, introducer)
    assert keys(sent(start, 0.2, b"j", 0.2, b"k", timeouts=timeouts)) == ["escape", sign, "j", "k"]
    assert keys(sent(start, 0.2, b"3", 0.2, b"k", timeouts=timeouts)) == ["escape", sign, "3", "k"]
    assert keys(sent(start, 0.03, b"j", timeouts=timeouts)) == ["escape", sign, "j"]
    assert keys(sent(start + b"jk", timeouts=timeouts)) == ["escape", sign, "j", "k"]
    assert keys(sent(b"\x1b", 0.6, start[1:] + b"jk", timeouts=timeouts)) == ["escape", sign, "j", "k"]


@WAYS
@pytest.mark.parametrize(
    "data",
    [b"\x1b]11;rgb:0000/3333/0000\x1b\\", b"\x1bP1$r3m\x1b\\", b"\x1bP>|t 3\x1b\\", b"\x1b_Gi=3;j\x07"],
)
def test_late_answer_torn_anywhere_is_dropped(data: bytes, timeouts: SequenceTimeouts) -> None:
    for cut in range(1, len(data)):
        for gap in (0.02, 0.08):
            assert keys(sent(data[:cut], gap, data[cut:], b"j", timeouts=timeouts)) == ["j"]
    for cut in range(2, len(data)):
        assert keys(sent(data[:cut], 0.4, data[cut:], b"j", timeouts=timeouts)) == ["j"]


def test_typing_does_not_prolong_a_string() -> None:
    typing: list[bytes | float] = [0.3, b"j"] * 12
    pieces: list[bytes | float] = [1.5, b"MzMz"] * 4
    assert keys(sent(b"\x1b]1", *typing)) == ["j"] * 6
    assert keys(sent(b"\x1b]52;c;", *pieces, 0.1, b"\x07k")) == ["k"]


def test_string_ends_in_time_though_keys_wait() -> None:
    parser = InputParser(SequenceTimeouts())
    parser.feed(b"\x1b]1", 0.0)
    assert parser.feed(b"j", 1.9) == []
    assert keys(parser.feed(b"j", 2.1)) == ["j"]


@WAYS
@pytest.mark.parametrize(("introducer", "sign"), [("[", "left_square_bracket"), ("O", "O")])
def test_keys_one_by_one_after_escape_all_count(
    introducer: str, sign: str, timeouts: SequenceTimeouts
) -> None:
    pieces = introducer.encode(), 0.2, b"j", 0.2, b"k"
    assert keys(sent(b"\x1b", 0.45, *pieces, timeouts=timeouts)) == ["escape", sign, "j", "k"]
    assert keys(sent(b"\x1b", 0.02, *pieces, timeouts=timeouts)) == ["escape", sign, "j", "k"]


@WAYS
@pytest.mark.parametrize("rest", [b"[3~", b"[6~", b"[A", b"OQ", b"[1;5C", b"[[B", b"OA", b"[Z", b"[a", b"[I"])
def test_torn_twice_is_no_letter(rest: bytes, timeouts: SequenceTimeouts) -> None:
    pieces = rest[:1], 0.25, rest[1:], 0.3, b"j"
    assert keys(sent(b"\x1b", 0.45, *pieces, timeouts=timeouts)) == ["escape", "j"]
