"""Variables of letters: what is known is filled in, what is not is a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Account, MailTemplate
from hh_tui.api.models.reading import parsed
from hh_tui.inbox.letters.letter_pattern import own_letter
from hh_tui.inbox.letters.phone import written
from hh_tui.inbox.letters.variables import MAIL, NAMES, filled, gaps, known, wording
from tests.factory import negotiation

VALUES = st.text(st.characters(exclude_characters="{}"), max_size=20)
FACTS = st.dictionaries(st.sampled_from(sorted({*NAMES.values(), *MAIL.values()})), VALUES)
TEXTS = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["{{имя}}", "{{ Name }}", "{{слот}}", "{{", "}}", "{", "[Name]", "[HRPhone]", "\n"]),
    )
).map("".join)


@given(TEXTS, FACTS)
def test_nothing_but_known_variables_changes(text: str, facts: dict[str, str]) -> None:
    after, place = filled(text, facts), 0
    for gap in gaps(text):
        before = text[place : gap.start]
        assert after.startswith(before)
        after, place = after.removeprefix(before), gap.end
        known_value = facts.get(gap.variable or "", "").strip()
        stands = text[gap.start : gap.end]
        if not known_value:
            assert after.startswith(stands)
        after = after.removeprefix(known_value or stands)
    assert after == text[place:]


@given(TEXTS)
def test_who_knows_nothing_changes_nothing(text: str) -> None:
    assert filled(text, {}) == text


@given(TEXTS)
def test_a_gap_is_where_it_says(text: str) -> None:
    for gap in gaps(text):
        opening, closing = ("[", "]") if gap.in_brackets else ("{{", "}}")
        stands = text[gap.start : gap.end]
        assert stands.startswith(opening)
        assert stands.endswith(closing)
        assert stands[len(opening) : -len(closing)].strip() == gap.name
    starts = [gap.start for gap in gaps(text)]
    assert starts == sorted(starts)


@given(st.text(max_size=40))
def test_a_value_makes_no_new_variable(value: str) -> None:
    assert gaps(filled("{{имя}}", {"name": f"x{value}{{{{слот}}}}"})) == ()


@pytest.mark.parametrize(
    ("russian", "english"),
    [("имя", "name"), ("вакансия", "vacancy"), ("компания", "company"), ("я", "me"), ("адрес", "address"),
     ("слот", "slot")],
)  # fmt: skip
def test_every_variable_has_two_names(russian: str, english: str) -> None:
    facts = {english: "значение"}
    assert filled(f"{{{{{russian}}}}}, {{{{ {english.upper()} }}}}", facts) == "значение, значение"


def test_what_is_not_known_stays_where_it_is() -> None:
    text = filled("{{имя}}, ждём вас {{слот}} ({{погода}}).", {"name": "Мария", "slot": "  "})
    assert text == "Мария, ждём вас {{слот}} ({{погода}})."
    assert [(gap.name, gap.variable) for gap in gaps(text)] == [("слот", "slot"), ("погода", None)]


def test_an_own_letter_greets_nobody_by_a_hidden_name() -> None:
    text = "{{имя}}, добрый день!\nЖду вас, {{имя}}. {{слот}}"
    assert own_letter(text, {"name": "Анна"}) == "Анна, добрый день!\nЖду вас, Анна. {{слот}}"
    assert own_letter(text, {"name": ""}) == "Добрый день!\nЖду вас. {{слот}}"
    assert own_letter(text, {"vacancy": "Повар"}) == text


def test_a_name_left_in_square_brackets_is_a_gap() -> None:
    text = "Здравствуйте, [Имя]! {{слот}} [ name ], [HRPhone], [см. вложение] [note]"
    assert [gap.written for gap in gaps(text)] == ["[Имя]", "{{слот}}", "[name]", "[HRPhone]"]


def test_hh_rus_wording_is_filled_and_its_holes_are_gaps() -> None:
    template = parsed(
        MailTemplate,
        {
            "id": "1",
            "text": "[Name]! [Vacancy], [HRPhone], [Salary], [note], [HREmail]",
            "variables": [{"id": "HRPhone", "name": "Телефон"}, {"id": "Salary", "name": "Зарп}}лата"}],
        },
    )
    facts = {"name": "Мария", "vacancy": "QA"}
    assert wording(template, facts) == "Мария! QA, {{Телефон}}, {{Зарп  лата}}, [note], {{HREmail}}"


def test_the_snapshot_knows_both_people() -> None:
    account = parsed(
        Account,
        {
            "first_name": "Анна",
            "last_name": "Петрова",
            "email": "a@example.org",
            "employer": {"id": "1", "name": "Вектор"},
        },
    )
    facts = known(account, "QA", negotiation("1", resume={"id": "r", "first_name": "Мария"}))
    assert filled("{{имя}} {{я}} {{компания}} {{вакансия}}", facts) == "Мария Анна Петрова Вектор QA"
    assert facts["phone"] == ""
    assert filled("{{имя}}", known(None, "", negotiation("1"))) == "{{имя}}"


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("74952003040", "+7 (495) 200-30-40"),
        ("+77012003040", "+7 (701) 200-30-40"),
        ("89162003040", "+7 (916) 200-30-40"),
        ("375291234567", "375291234567"),
        ("+81312345678", "+81312345678"),
        ("", ""),
    ],
)
def test_a_phone_is_written_as_hh_ru_writes_it(kept: str, told: str) -> None:
    assert written(kept) == told
