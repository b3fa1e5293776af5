"""Text from outside is harmless once it is cleaned."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.i18n.text import LONGEST_LINE, clean, folded, money, one_line, plural_form, short_line

ANY_TEXT = st.text(
    st.characters()
    | st.sampled_from(
        "\x1b\x07\x00\x7f\x9b\x9d\r\n\t\u202e\u2066\u200b\ufeff\u200d👩\ud800\udfff[]52;mA\u0301"
    )
)


@given(ANY_TEXT)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    for character in clean(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "PDI",
        }
    clean(text).encode()


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
    assert one_line(text) == one_line(text).strip()


@given(st.text(st.sampled_from("абвгдеёжзABC 0123456789«»—,.!?👍é\n")))
def test_ordinary_text_stays_what_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b]52;c;cm0gLXJm\x07Анна", "Анна"),
        ("\x1b]52;c;cm0gLXJm\x1b\\Анна", "Анна"),
        ("\x9b31mкрасный\x9b0m", "красный"),
        ("\x1b[2J\x1b[1;1Hнаверх", "наверх"),
        ("\x1bPq#0\x1b\\x", "x"),
        ("\x1b]0;заголовок без конца", ""),
        ("обычный\u202eтекст", "обычныйтекст"),
        ("ну\u200bле\u200dвая", "нулевая"),
        ("\u200dа\u200d\u200d👩\u200d💻 б", "а👩\u200d💻 б"),
        ("क्\u200dष क्\u200d", "क्\u200dष क्\u200d"),
        ("1404 ه\u200d.", "1404 ه\u200d."),
        ("a\r\nb\u2028c\u0085d", "a\nb\nc\nd"),
        ("Z\u0351\u036b\u0343\u036a\u0302", "Z\u0351\u036b"),
    ],
)
def test_sequences_go_as_a_whole(hostile: str, harmless: str) -> None:
    assert clean(hostile) == harmless


@pytest.mark.parametrize(
    ("n", "russian", "english"),
    [(0, 2, 1), (1, 0, 0), (2, 1, 1), (5, 2, 1), (11, 2, 1), (12, 2, 1), (21, 0, 1), (22, 1, 1), (111, 2, 1)],
)
def test_plural_forms(n: int, russian: int, english: int) -> None:
    assert plural_form("ru", n) == russian
    assert plural_form("en", n) == english


def test_money_keeps_an_unknown_currency() -> None:
    assert money(250_000, "RUR") == "250\u00a0000\u00a0₽"
    assert money(1500.4, "XYZ") == "1\u00a0500\u00a0XYZ"
    assert money(10, None) == "10"


def test_matching_forgives_case_and_yo() -> None:
    assert folded("Ёлка") == folded("елка")


@given(ANY_TEXT)
def test_a_line_that_is_no_novel_is_left_whole(text: str) -> None:
    assert short_line(text) == one_line(text)


@pytest.mark.parametrize("unit", ["ы", "слово ", "漢", "a\n", " ", "\x1b[31mx", "e\u0301"])
def test_an_endless_line_is_cut_once(unit: str) -> None:
    line = short_line(unit * 1_000_000)
    assert line.endswith("…")
    assert len(line) <= LONGEST_LINE
    assert one_line(line) == line
    assert short_line(line) == line
    assert one_line(unit * LONGEST_LINE).startswith(line[:-1])


def test_a_line_of_just_the_length_is_whole() -> None:
    assert short_line("ы" * LONGEST_LINE) == "ы" * LONGEST_LINE
    assert short_line("ы" * (LONGEST_LINE + 1)) == "ы" * (LONGEST_LINE - 1) + "…"
