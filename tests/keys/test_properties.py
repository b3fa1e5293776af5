"""Whatever a terminal sends, at whatever pace: no error, and no key where none was pressed."""

import os
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from tests.keys.typing import keys, sent

EXAMPLES = max(60, int(os.environ.get("HH_TUI_SOAK", "0")))
TIMEOUT = SequenceTimeouts()

PRINTABLE = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=30)
PARAMETERS = st.text("0123456789;:", max_size=12)
STRING_BEGINS = st.sampled_from(["P1", "P>", "P$", "]1", "]l", "_G", "^3", "X3"])
NO_KEY = st.one_of(
    st.builds("\x1b[{}{}{}".format, st.sampled_from("?>=<"), PARAMETERS, st.sampled_from("cunRtxhlqA~")),
    st.builds("\x1b[{}{}{}".format, PARAMETERS, st.sampled_from(" !\"#'()*+,-./"), st.sampled_from("cnpA~")),
    st.builds("\x1b[{}{}".format, PARAMETERS, st.sampled_from("GJKLTVWXYefghijklnopqrtvwxyz`|{}]\\_")),
    st.builds("\x1b{}{}{}".format, STRING_BEGINS, PRINTABLE, st.sampled_from(["\x1b\\", "\x07"])),
    st.builds("\x1b[{}u".format, st.sampled_from(["57358", "57360;129", "57441;2", "57443", "57453;1:3",
    "57440"])),
    st.just("\x1b\\"),
).map(str.encode) | st.sampled_from([b"\xff", b"\xc3\x28"[:1] + b"\xfe", b"\x84",
b"\xed\xa0\xa0"])  # fmt: skip

KEYPAD = b"\x1bOs"
KEYS = st.sampled_from(
    [b"j", "о".encode(), b"\x1bOQ", b"\x1b[3~", b"\x1b[1;5C", b"\x1b[1086;;1086u",
    b"\x1b[57441u\x1b[1072;2u", b"\x11",
     b"\x1b[[C", b"\x1b[23$", KEYPAD, b"\x1b[27;5;13~",
     "\x1b[200~3 я\r\x1b[201~".encode(), b"\x1b[<35;3;4M"]
)  # fmt: skip


def _chopped(data: bytes, cuts: list[int], gaps: list[float]) -> list[bytes | float]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    pieces: list[bytes | float] = []
    for number, (start, end) in enumerate(pairwise(places)):
        pieces += [data[start:end], gaps[number % len(gaps)]]
    return pieces


CUTS = st.lists(st.integers(0, 10_000), max_size=8)
SHORT = st.lists(st.floats(0, TIMEOUT.escape * 0.9), min_size=1, max_size=4)
ANY = st.lists(st.sampled_from([0.0, 0.05, 0.25, 0.6, 1.5, 3.0, 7.0]), min_size=1, max_size=4)
KEYPAD_SHORT = st.lists(st.floats(0, TIMEOUT.keypad * 0.9), min_size=1, max_size=4)
JUNK = st.lists(
    st.one_of(
        st.binary(max_size=8),
        NO_KEY,
        KEYS,
        st.sampled_from([b"\x1b", b"\x1b[", b"\x1bO", b"\x1bP", b"\x9b", b"3"]),
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=EXAMPLES * 3)
@given(data=JUNK, cuts=CUTS, gaps=ANY)
def test_no_bytes_stop_the_keys(data: bytes, cuts: list[int], gaps: list[float]) -> None:
    found = keys(sent(*_chopped(data, cuts, gaps), 20.0, b"\x11"))
    assert found[-1] == "ctrl+q"


@settings(max_examples=EXAMPLES)
@given(sequences=st.lists(NO_KEY, min_size=1, max_size=4), cuts=CUTS, gaps=SHORT)
def test_what_is_no_key_gives_none(sequences: list[bytes], cuts: list[int], gaps: list[float]) -> None:
    found = sent(*_chopped(b"".join(sequences), cuts, gaps))
    assert not [message for message in found if isinstance(message, events.Key | events.Paste)]


@settings(max_examples=EXAMPLES)
@given(sequences=st.lists(st.one_of(KEYS, NO_KEY), min_size=1, max_size=6), cuts=CUTS, gaps=SHORT)
def test_pieces_mean_what_the_whole_means(sequences: list[bytes], cuts: list[int], gaps: list[float]) -> None:
    data = b"".join(one for one in sequences if one != KEYPAD)
    assert keys(sent(*_chopped(data, cuts, gaps))) == keys(sent(data))


@settings(max_examples=EXAMPLES)
@given(sequences=st.lists(st.one_of(KEYS, NO_KEY), min_size=1, max_size=6), cuts=CUTS, gaps=KEYPAD_SHORT)
def test_pieces_of_a_keypad_come_close(sequences: list[bytes], cuts: list[int], gaps: list[float]) -> None:
    data = b"".join([*sequences, KEYPAD])
    assert keys(sent(*_chopped(data, cuts, gaps))) == keys(sent(data))


@settings(max_examples=EXAMPLES)
@given(
    introducer=st.sampled_from("O[P]X^_"),
    letter=st.sampled_from("jkrstuvwxyzoegйо"),
    gap=st.floats(0.06, 3.0),
    far=st.booleans(),
)
def test_letter_typed_behind_escape_is_no_figure(introducer: str, letter: str, gap: float, far: bool) -> None:
    timeouts = SequenceTimeouts.of({"TMUX": "x"} if far else {})
    found = keys(sent(f"\x1b{introducer}".encode(), gap, letter.encode(), timeouts=timeouts))
    assert not [name for name in found if name.isdigit() or name == "asterisk"]
    if gap > timeouts.pieces:
        assert [found[0], found[-1], len(found)] == ["escape", letter, 3]
