"""The address that a letter names beside the one of its form."""

from hh_tui.inbox.letters.named_address import other_address

MOSCOW, KAZAN, TVER = "Москва, улица Льва Яшина, 14с2", "Казань, улица Петербургская, 52", "Тверь"


def test_the_address_of_the_form_is_no_other_one() -> None:
    assert other_address(f"Ждём: {MOSCOW}.", MOSCOW, [MOSCOW], [MOSCOW, KAZAN]) == ""
    assert other_address("Ждём: Тверь, Садовая, 1", "Тверь, Садовая, 1", [TVER], [TVER]) == ""


def test_one_chosen_before_is_found_with_and_without_another() -> None:
    assert other_address(f"Ждём: {MOSCOW}.", KAZAN, [MOSCOW]) == MOSCOW
    assert other_address(f"Ждём: {MOSCOW}.", "", [MOSCOW]) == MOSCOW


def test_one_nobody_chose_counts_beside_a_chosen_one_only() -> None:
    assert other_address(f"Ждём: {MOSCOW}.", KAZAN, [], [MOSCOW, KAZAN]) == MOSCOW
    assert other_address(f"Ждём: {MOSCOW}.", "", [], [MOSCOW, KAZAN]) == ""


def test_a_city_alone_is_named_for_other_reasons_too() -> None:
    assert other_address("Вы из города Тверь?", MOSCOW, [], [MOSCOW, TVER]) == ""
