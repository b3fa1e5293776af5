"""Which keys the last line names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from hh_tui.i18n import Catalogue
from hh_tui.keys.keymap import Keymap
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.hints import Situation, hints

KEYS = Keymap()
SOMEBODY = Situation(candidate=True, digits=4, can_write=True)


def _said(seen: Situation, lang: str = "en") -> str:
    return hints(Catalogue("ru" if lang == "ru" else "en"), KEYS.first, seen)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (SOMEBODY, "enter open  1–4 decide  r write  ? help"),
        (replace(SOMEBODY, inside=True), "escape to the list  enter open  1–4 decide  r write  ? help"),
        (
            replace(SOMEBODY, inside=True, opened=True),
            "escape to the list  1–4 decide  r write  ? help",
        ),
        (
            replace(SOMEBODY, inside=True, opened=True, roomy=True),
            "escape to the list  J next  1–4 decide  r write  ? help",
        ),
        (
            replace(SOMEBODY, inside=True, across=True),
            "escape to the list  enter open  1–4 decide  r write  ? help",
        ),
        (Situation(candidate=True, digits=1), "enter open  1 decide  ? help"),
        (
            Situation(candidate=True, digits=4, can_write=True, decides=False),
            "enter open  ? help",
        ),
        (Situation(searching=True, server=True), "tab to the hits  enter search on hh.ru  escape close"),
        (Situation(searching=True), "tab to the hits  escape close"),
        (Situation(loading=True, vacancies=False), "? help"),
        (Situation(loading=True), "v vacancy  ? help"),
        (Situation(failed=True), "f5 once more  v vacancy  ? help"),
        (Situation(), "c collection  v vacancy  ? help"),
        (Situation(across=True), "c collection  v vacancy  escape back to the list  ? help"),
        (Situation(covered=True, candidate=True, digits=4), ""),
        (
            Situation(candidate=True, marked=True),
            "1–9 decide on all  x mark  * all  escape clear the marks",
        ),
        (
            Situation(candidate=True, marked=True, inside=True),
            "1–9 decide on all  x mark  * all  escape back to the list",
        ),
    ],
)
def test_only_keys_that_work_are_named(seen: Situation, said: str) -> None:
    assert _said(seen) == said


FLAGS = [one.name for one in fields(Situation) if one.name != "digits"]


def test_a_command_without_a_key_is_not_told_of() -> None:
    keymap = Keymap({"reply": (), "help": ()})
    assert hints(Catalogue("en"), keymap.first, SOMEBODY) == "enter open  1–4 decide"


@settings(max_examples=50)
@given(
    st.fixed_dictionaries(dict.fromkeys(FLAGS, st.booleans())),
    st.integers(0, 9),
    st.sampled_from(("ru", "en")),
)
def test_they_fit_and_decide_only_where_one_can(flags: dict[str, bool], digits: int, lang: str) -> None:
    seen = Situation(digits=digits, **flags)
    said = _said(seen, lang)
    assert len(said) <= 110
    deciding = ("решить", "написать", "отправить", "запланировать", "decide", "write", "send", "schedule")
    if seen.covered or not seen.decides:
        assert not any(word in said for word in deciding)
    if seen.covered:
        assert said == ""
