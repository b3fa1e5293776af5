"""What was typed to find something, and what is nearest to it."""

from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import distance, words


def _nearest_first(typed: str, *names: str) -> list[str]:
    return sorted(names, key=lambda one: distance(words(typed), folded(one)))


def test_what_begins_as_typed_is_nearer_than_what_has_a_word_so() -> None:
    names = ("Завтрашнее", "Приглашение на встречу", "Встреча")
    assert _nearest_first("встр", *names) == ["Встреча", "Приглашение на встречу", "Завтрашнее"]


def test_the_other_layout_begins_names_too() -> None:
    assert _nearest_first("dcnh", "Приглашение на встречу", "Встреча")[0] == "Встреча"


def test_all_words_count_and_with_none_the_order_stays() -> None:
    names = ("Письмо о втором этапе", "О письме в этапах", "Этап и письмо")
    assert _nearest_first("этап пис", *names)[0] == "Этап и письмо"
    assert _nearest_first("", *names) == list(names)
