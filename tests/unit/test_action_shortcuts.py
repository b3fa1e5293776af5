"""Letters of actions: one for each, found by id or name, kept and read again."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.action_shortcuts import (
    ActionShortcuts,
    NamedAction,
    PressedDigits,
    first_free,
    from_settings,
    from_texts,
    merged,
    to_text,
)
from hh_tui.keys.registry import SHORTCUT_LETTERS

REFUSAL = NamedAction("discard_by_employer", "Отказать")
INTERVIEW = NamedAction("interview", "Пригласить на интервью")

actions = st.builds(NamedAction, st.sampled_from("abcd"), st.sampled_from(["", "Да", "Нет", "нет"]))
gifts = st.lists(st.tuples(st.sampled_from(SHORTCUT_LETTERS), actions, st.booleans()), max_size=12)


def _choice(id_: str, name: str) -> ActionChoice:
    return ActionChoice(
        Action(id=id_, name=name, method="PUT", url=f"https://api.hh.ru/negotiations/{id_}/1")
    )


def _given(*letters: tuple[str, NamedAction] | tuple[str, NamedAction, bool]) -> ActionShortcuts:
    """Each letter for its action alone, or beside what it stands for."""
    shortcuts = ActionShortcuts()
    for letter, action, *shares in letters:
        shortcuts = (shortcuts.giving_too if any(shares) else shortcuts.giving)(letter, action)
    return shortcuts


@given(gifts)
def test_no_action_has_two_letters_and_the_last_gift_holds(
    given_: list[tuple[str, NamedAction, bool]],
) -> None:
    shortcuts = _given(*given_)
    held = [part for one in shortcuts.given.values() for part in one.each]
    assert not [1 for at, one in enumerate(held) for other in held[at + 1 :] if one.is_same(other)]
    if given_:
        letter, action, _ = given_[-1]
        assert shortcuts.letter(action) == letter
        assert action in shortcuts.given[letter].each
        assert shortcuts.without(action).letter(action) == ""
    assert first_free(shortcuts) not in shortcuts.given


@given(gifts)
def test_letters_are_read_as_they_were_kept(given_: list[tuple[str, NamedAction, bool]]) -> None:
    shortcuts = _given(*given_)
    assert from_texts({letter: to_text(one) for letter, one in shortcuts.given.items()}) == shortcuts


@given(st.dictionaries(st.text(max_size=2), st.text(max_size=12)))
def test_damaged_letters_are_left_out(texts: dict[str, str]) -> None:
    kept = from_texts({**texts, "d": to_text(REFUSAL)})
    assert kept.action("d") == REFUSAL
    assert set(kept.given) <= set(SHORTCUT_LETTERS)


def test_an_action_is_found_by_its_id_then_by_its_name() -> None:
    elsewhere = (_choice("interview", "Собеседование"), _choice("discard_by_employer", "Не подходит"))
    assert REFUSAL.among(elsewhere) is elsewhere[1]
    renamed = (_choice("discard_2026", "отказать"), _choice("interview", "Собеседование"))
    assert REFUSAL.among(renamed) is renamed[0]
    assert REFUSAL.among((_choice("consider", "Подумать"),)) is None


def test_of_two_that_fit_none_is_taken_for_the_other() -> None:
    twice = (_choice("discard_by_employer", "Не подходит"), _choice("discard_by_employer", "Не тот город"))
    assert REFUSAL.among(twice) is None
    assert NamedAction("discard_by_employer", "не тот город").among(twice) is twice[1]
    assert NamedAction("", "Отказать").among((_choice("a", "Отказать"), _choice("b", "отказать"))) is None


def test_buttons_show_the_letter_that_would_choose_them() -> None:
    choices = (_choice("interview", "Собеседование"), _choice("discard_by_employer", "Отказать"))
    marked = _given(("d", REFUSAL), ("t", NamedAction("offer", "Оффер"))).marked(choices)
    assert [one.letter for one in marked] == ["", "d"]
    assert [one.action for one in marked] == [one.action for one in choices]


def test_a_letter_means_the_first_of_its_actions_that_is_offered() -> None:
    shortcuts = _given(("d", REFUSAL)).giving_too("d", NamedAction("discard_letter", "Отказать с письмом"))
    refusal, letter = (
        _choice("discard_by_employer", "Отказать"),
        _choice("discard_letter", "Отказать с письмом"),
    )
    found = shortcuts.given["d"]
    assert found.among((letter,)) is letter
    assert found.among((letter, refusal)) is refusal
    assert [one.letter for one in shortcuts.marked((letter, refusal))] == ["", "d"]
    assert shortcuts.without(REFUSAL).given["d"].each == (
        NamedAction("discard_letter", "Отказать с письмом"),
    )


def test_settings_go_before_what_was_kept() -> None:
    kept = _given(("d", REFUSAL), ("p", INTERVIEW))
    both = merged(from_settings({"d": "interview", "t": "отказать"}), kept)
    assert both.letter(INTERVIEW) == "d"
    assert both.letter(REFUSAL) == "t"
    assert set(both.given) == {"d", "t"}


def test_digits_of_an_action_are_told_in_their_order() -> None:
    digits = PressedDigits()
    assert digits.add(REFUSAL, 6) == (6,)
    assert digits.add(INTERVIEW, 2) == (2,)
    assert digits.add(REFUSAL, 3) == digits.add(REFUSAL, 6) == (3, 6)
