"""Which keys a hand pressed, and which a keyboard or a stalled line repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.keys.held import HeldKey, KeyRepeat
from hh_tui.keys.typed import TypedLetters


def _strokes(*gaps: float) -> list[KeyRepeat]:
    held, at, found = HeldKey(), 100.0, []
    for gap in (0.0, *gaps):
        at += gap
        found.append(held.press("3", at))
    return found


@pytest.mark.parametrize("repeat", [0.0, 0.015, 0.033, 0.09])
def test_keys_as_close_as_repeats_are_one_press(repeat: float) -> None:
    assert _strokes(*[repeat] * 5) == [KeyRepeat.NEW, *[KeyRepeat.REPEATED] * 5]


@pytest.mark.parametrize("delay", [0.25, 0.5, 0.66])
def test_the_first_repeat_is_found_out_by_the_second(delay: float) -> None:
    assert _strokes(delay, 0.03, 0.03) == [
        KeyRepeat.NEW,
        KeyRepeat.NEW,
        KeyRepeat.SLIPPED,
        KeyRepeat.REPEATED,
    ]


@given(st.lists(st.floats(0.15, 5.0), max_size=8))
def test_a_hand_presses_every_time(gaps: list[float]) -> None:
    assert _strokes(*gaps) == [KeyRepeat.NEW] * (len(gaps) + 1)


def test_a_line_that_stutters_does_not_end_a_held_key() -> None:
    assert _strokes(0.03, 0.03, 0.3, 0.0, 0.0)[1:] == [KeyRepeat.REPEATED] * 5


def test_another_key_ends_it() -> None:
    held = HeldKey()
    assert [held.press(token, 1.0) for token in "3j3"] == [KeyRepeat.NEW] * 3


def test_letters_of_a_closed_field_are_no_commands() -> None:
    letters = TypedLetters()
    letters.typed(1.0)
    assert [letters.swallows(one, at) for one, at in zip("день", (1.3, 1.6, 2.0, 2.5), strict=True)] == [
        True,
        True,
        True,
        False,
    ]


def test_a_letter_pressed_again_and_again_is_soon_a_command() -> None:
    letters = TypedLetters()
    letters.typed(1.0)
    assert [letters.swallows("j", at) for at in (1.2, 1.4, 1.6, 1.8)] == [True, True, True, False]


def test_nobody_types_for_ever_where_no_letters_are_taken() -> None:
    letters = TypedLetters()
    letters.typed(1.0)
    heard = [
        1.0 + step / 10 for step in range(1, 40) if not letters.swallows("jk"[step % 2], 1.0 + step / 10)
    ]
    assert heard[0] == 2.5


def test_a_key_that_ended_the_typing_makes_letters_commands() -> None:
    letters = TypedLetters()
    letters.typed(1.0)
    letters.ended()
    assert not letters.swallows("j", 1.1)


def _dropped(opener: str, *keys: tuple[str, float]) -> list[bool]:
    held, letters = HeldKey(), TypedLetters()
    held.press(opener, 1.0)
    letters.opened(opener, 1.0)
    return [letters.repeats_opener(key, at, held.press(key, at)) for key, at in keys]


def test_the_opening_digit_is_no_letter_until_a_pause() -> None:
    keys = (("7", 1.5), ("7", 1.53), ("7", 1.56), ("8", 1.6), ("7", 1.7))
    assert _dropped("7", *keys) == [True, True, True, False, False]
    assert _dropped("7", ("7", 2.0)) == [False]


def test_the_letter_that_opened_is_none_where_it_is_a_repeat() -> None:
    assert _dropped("C", ("C", 1.3), ("a", 1.5), ("l", 1.6), ("l", 1.65)) == [False] * 4
    assert _dropped("C", ("C", 1.05), ("C", 1.1), ("a", 1.5)) == [True, True, False]
    assert _dropped("C", ("C", 1.5), ("C", 1.53), ("C", 1.56)) == [False, True, True]
    assert _dropped("C", ("C", 2.5), ("C", 2.53), ("C", 2.56)) == [False] * 3
