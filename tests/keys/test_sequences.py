"""What terminals send, as keys: each form once."""

import pytest

from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from tests.keys.typing import keys, sent, typed

FAR = SequenceTimeouts.of({"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"})


@pytest.mark.parametrize(
    ("data", "names"),
    [
        # one key, whatever the terminal calls it
        ("\x1b[3~", "delete"), ("\x1b[H", "home"), ("\x1bOH", "home"), ("\x1b[7~", "home"), ("\x1b[P", "f1"),
        ("\x1bOP", "f1"), ("\x1b[11~", "f1"), ("\x1b[[A", "f1"), ("\x1b[[E", "f5"), ("\x1b[15~", "f5"),
        ("\x1b[1;1A", "up"), ("\x1b[Z", "shift+tab"), ("\x1b\t", "shift+tab"), ("\n", "enter"), ("\r",
        "enter"),
        ("\x1bOM", "enter"), ("\x7f", "backspace"), ("\x08", "backspace"), ("\x1b\x7f", "ctrl+w"),
        ("\x1bOs", "3"), ("\x1bOo", "slash"), ("\x1bOj", "asterisk"), ("\x1bOX", "equals_sign"),
        # modifiers
        ("\x1b[1;5A", "ctrl+up"), ("\x1b[5A", "ctrl+up"), ("\x1bOa", "ctrl+up"), ("\x1bOb", "ctrl+down"),
        ("\x1b[3;2~", "shift+delete"), ("\x1b[3$", "shift+delete"), ("\x1b[3^", "ctrl+delete"),
        ("\x1b[3@", "ctrl+shift+delete"), ("\x1b[23$", "shift+f11"), ("\x1b[a", "shift+up"),
        ("\x1b[1;6D", "ctrl+shift+left"), ("\x1bO5Q", "ctrl+f2"), ("\x1bO1;2P", "shift+f1"),
        # xterm's modifyOtherKeys
        ("\x1b[27;5;13~", "ctrl+enter"), ("\x1b[27;5;100~", "ctrl+d"), ("\x1b[27;2;13~", "enter"),
        ("\x1b[27;5;1074~", "ctrl+в"),
        # kitty's protocol
        ("\x1b[106;;106u", "j"), ("\x1b[1086;u", "о"), ("\x1b[1072;2u", "А"), ("\x1b[1040;2u", "А"),
        ("\x1b[1072;66u", "а"),
        ("\x1b[1086;65u", "О"), ("\x1b[57441u\x1b[1072;2;1040u", "А"), ("\x1b[100;5u", "ctrl+d"),
        ("\x1b[1074::100;5u", "ctrl+d"), ("\x1b[97:65:97;5:1u", "ctrl+a"), ("\x1b[97;5:3u", ""),
        ("\x1b[91;5u", "escape"), ("\x1b[13;5u", "ctrl+enter"), ("\x1b[13;2u", "enter"), ("\x1b[27u",
        "escape"),
        ("\x1b[32;2;32u", "space"), ("\x1b[49;2u", "shift+1"), ("\x1b[49:33;2u", "exclamation_mark"),
        ("\x1b[57402;129;51u", "3"), ("\x1b[57402u", "3"), ("\x1b[57414;129u", "enter"), ("\x1b[57424u",
        "end"),
        ("\x1b[57358u\x1b[57360u\x1b[57441u\x1b[57453u\x1b[57440u", ""), ("\x1b[106;9u", "super+j"),
        # Alt is Escape, then the key
        ("\x1bj", "escape j"), ("\x1bо", "escape о"), ("\x1b\r", "escape enter"), ("\x1b\x1b[A", "escape up"),
        ("\x1b[1;3A", "escape up"), ("\x1b[106;3u", "escape j"), ("\x1b[1086;3u", "escape о"),
        ("\x1b\x1b", "escape escape"), ("\x1bP", "escape P"), ("\x1b[27;3;106~", "escape j"), ("\x1b[",
        "escape left_square_bracket"),
        ("\x1b\x04", "escape ctrl+d"), ("\x1b[[\x11", "ctrl+q"), ("\x1b[\x11",
        "escape left_square_bracket ctrl+q"),
        # 8-bit controls, as UTF-8
        ("\x9b3~", "delete"), ("\x8fP", "f1"), ("\x9b", ""), ("\x89", ""), ("\x90q\x9c", ""),
    ],
)  # fmt: skip
def test_sequence_is_key(data: str, names: str) -> None:
    assert keys(sent(data.encode())) == names.split()


def test_mouse_report_of_old_terminals_has_three_characters_more() -> None:
    assert keys(sent(b"\x1b[M 3j", b"k")) == ["k"]
    assert keys(sent(b"\x1b[M", b" ", b"3", b"j", b"k")) == ["k"]
    assert keys(sent(b"\x1b[M", 0.2, b"j")) == ["j"]
    assert keys(sent(b"\x1b[M", b"\x1b[A")) == ["up"]


def test_eight_bit_controls_need_no_utf8() -> None:
    assert keys(sent(b"\x9b3~\x8fQ\x90junk\x9cj")) == ["delete", "f2", "j"]


@pytest.mark.parametrize(
    "data",
    [
        "\x1b[4h", "\x1b[4l", "\x1b[2J", "\x1b[K", "\x1b[2K", "\x1b[J", "\x1b[L", "\x1b[1;5I", "\x1b[62~",
        "\x1b[?997;1n", "\x1b[?62;22c", "\x1b[>0;276;0c", "\x1b[=0c", "\x1b[?1u", "\x1b[6;20;10t",
        "\x1b[8;24;80t",
        "\x1b[?2004;1$y", "\x1b[12;1$y", "\x1bP1$r0m\x1b\\", "\x1bP>|terminal(1)\x1b\\", "\x1bP1+r544e\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1b]52;c;MzMz\x07",
        "\x1b_Gi=31;OK\x1b\\", "\x1b^3j\x1b\\", "\x1bX3j\x1b\\", "\x1b[0n", "\x1b[1;2;3;4A",
        "\x1b[999999999999999999999999999u", "\x1b[1114112u", "\x1b[55296u", "\x1b[3u", "\x1b[0u",
        "\x1b[;u", "\x1b[u",
        "\x1b[27;5~", "\x1b[27;5;13;1~", "\x1b[300~", "\x1b[ q", "\x1b[1 q", "\x1b[!p", "\x1b[3 1~",
        "\x1bO9z", "\x1bO!",
        "\x1b[<35;-1;5M", "\x1b[M #$", "\x1b[32;10;20M", "\x1b\\", "\x1b[48;0;0;0;0t", "\x1b[?2026;99999$y",
        "\x1b[" + "1" * 5000 + "~", "\x1b[" + ";" * 5000 + "u", "\x1b]" + "3" * 100_000 + "\x07",
    ],
)  # fmt: skip
def test_no_key_is_dropped_whole(data: str) -> None:
    for pieces in ([data], [*data[:40], data[40:]], [data[:1], data[1:]]):
        assert sent(*(piece.encode() for piece in pieces)) == []
        assert keys(sent(*(piece.encode() for piece in pieces), b"j")) == ["j"]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"\x1b[<0;10;5M", ["MouseDown"]), (b"\x1b[<0;10;5m", ["MouseUp"]),
        (b"\x1b[<65;10;5M", ["MouseScrollDown"]),
        (b"\x1b[I\x1b[O", ["AppFocus", "AppBlur"]), (b"\x1b[10;20R", ["CursorPosition"]),
        (b"\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
        (b"\x1b[?2048;2$y", ["InBandWindowResize"]),
        (b"\x1b[48;24;80;480;800t\x1b[<35;11;21M", ["Resize", "MouseMove"]),
        (b"\x1b[48;24;80;0;0t\x1b[<35;11;21M", ["Resize", "MouseMove"]),
    ],
)  # fmt: skip
def test_answers_reach_textual(data: bytes, names: list[str]) -> None:
    assert keys(sent(data)) == names
    assert keys(sent(*(bytes([byte]) for byte in data))) == names


@pytest.mark.parametrize(
    "data", [b"\xcf\xd2\xc9", b"\xff\xfe", b"\xed\xa0\xa1", b"\xc0\xaf", b"\xf5\xa0\xa0"]
)
def test_bytes_that_are_no_utf8_are_dropped(data: bytes) -> None:
    assert keys(sent(data, b"j")) == ["j"]


def test_torn_letter_is_joined() -> None:
    assert typed(sent(b"\xd0", 3.0, b"\xbe")) == "о"


@pytest.mark.parametrize("gap", [0.0, 0.05, 0.25, 0.35])
@pytest.mark.parametrize(
    ("data", "name"),
    [(b"\x1b[3~", "delete"), (b"\x1b[6~", "pagedown"), (b"\x1bOQ", "f2"), (b"\x1b[[B", "f2")],
)
def test_key_torn_anywhere_is_joined_far_away(data: bytes, name: str, gap: float) -> None:
    for cut in range(1, len(data)):
        assert keys(sent(data[:cut], gap, data[cut:], timeouts=FAR)) == [name]


@pytest.mark.parametrize("gap", [0.15, 0.25, 0.45])
@pytest.mark.parametrize(
    "data", [b"\x1b[3~", b"\x1b[6~", b"\x1bOQ", b"\x1b[1;3C", b"\x1b[106;;106u", b"\x1b]11;?\x07"]
)
def test_key_torn_behind_esc_is_esc_alone(data: bytes, gap: float) -> None:
    assert keys(sent(data[:1], gap, data[1:])) == ["escape"]
    slow = [piece for byte in data[:2] for piece in (bytes([byte]), gap)]
    if data[1:2] in b"[O":
        assert keys(sent(*slow, data[2:])) == ["escape"]


def test_bracket_after_escape_is_a_key_in_the_end() -> None:
    assert keys(sent(b"\x1b", 0.3, b"[", 0.6, b"j")) == ["escape", "left_square_bracket", "j"]
    assert keys(sent(b"\x1b", 0.3, b"j", 0.1, b"3")) == ["escape", "j", "3"]
    assert keys(sent(b"\x1b[", 0.8, b"3~")) == ["escape", "left_square_bracket"]
    assert keys(sent(b"[", b"3")) == ["left_square_bracket", "3"]


def test_string_that_does_not_end_lets_go() -> None:
    assert keys(sent(b"\x1bP1$r0m", 2.5, b"j")) == ["j"]
    assert keys(sent(b"\x1b]11;rgb:0", b"\x11")) == ["ctrl+q"]
    assert keys(sent(b"\x1b]11;rgb:0", b"\x1b[A")) == ["up"]


@pytest.mark.parametrize("gap", [0.0, 0.25, 1.5, 4.0])
def test_torn_end_of_paste_is_joined(gap: float) -> None:
    data = b"\x1b[200~3j\x1b[201~"
    for cut in range(len(data) - 7, len(data)):
        assert typed(sent(data[:cut], gap, data[cut:])) == "3j"


@pytest.mark.parametrize("key", ["\x11", "\x1b", "\x1b[A", "\x1b[20~"])
def test_lost_end_of_paste_leaves_keys_working(key: str) -> None:
    whole = "\x1b[200~3j\x1b[201~"
    alone = keys(sent(key.encode()))
    for cut in range(whole.index("j") + 1, len(whole)):
        found = keys(sent(whole[:cut].encode(), 1.2, key.encode(), 1.0, b"\x11"))
        assert found[0] == "paste: 3j"
        # What the terminal sent of the mark and the key may be one unknown sequence.
        assert found[1:] in ([*alone, "ctrl+q"], ["ctrl+q"])


def test_rest_of_a_slow_paste_is_no_key() -> None:
    found = sent(b"\x1b[200~1", 3.0, b"2", 3.0, b"3\r3", 6.0, b"j")
    assert typed(found) == "123\r3j"
    assert [name for name in keys(found) if not name.startswith("paste")] == ["j"]


def test_paste_holds_no_controls() -> None:
    assert typed(sent("\x1b[200~а\x00\x1b[31mб\x9b\tв\r\n\x1b[201~".encode())) == "а[31mб\tв\r\n"


@pytest.mark.parametrize(
    ("environment", "escape"),
    [
        ({}, 0.1), ({"TERM": "xterm-256color"}, 0.1), ({"SSH_TTY": "/dev/pts/1"}, 0.4),
        ({"TMUX": "/tmp/x,1,0"}, 0.4),
        ({"STY": "1.pts"}, 0.4), ({"TERM": "screen.xterm"}, 0.4), ({"TERM": "tmux-256color"}, 0.4),
        ({"MOSH_IP": "192.0.2.1"}, 0.4), ({"SSH_TTY": "/dev/pts/1", "ESCDELAY": "50"}, 0.05),
        ({"ESCDELAY": "no"}, 0.1),
        ({"ESCDELAY": "-5"}, 0.1), ({"ESCDELAY": "999999"}, 5.0),
    ],
)  # fmt: skip
def test_patience_goes_by_the_way_to_the_keyboard(environment: dict[str, str], escape: float) -> None:
    assert SequenceTimeouts.of(environment).escape == escape
