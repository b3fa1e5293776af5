"""Rules: what is typed is read, told and judged; what is unknown refuses nobody."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LANGUAGES, Language
from hh_tui.inbox.snapshot.compact import RowPacker
from hh_tui.inbox.snapshot.rows import Row, pack
from hh_tui.inbox.triage import saved_rules
from hh_tui.inbox.triage.candidate_facts import CandidateFacts
from hh_tui.inbox.triage.completion import complete, completed
from hh_tui.inbox.triage.parser import RuleUnreadable, parse
from hh_tui.inbox.triage.rule import (
    ORDERING,
    All,
    Comparison,
    Condition,
    Holds,
    Not,
    Operator,
    Rule,
    Some,
    told,
)
from hh_tui.inbox.triage.saved_rules import SavedRule
from hh_tui.inbox.triage.verdict import judge
from hh_tui.inbox.triage.vocabulary import BY_WORD, FACTS, FactKind
from hh_tui.ui.presenters.rule_words import fault, understood
from tests.factory import negotiation

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
RICH = CandidateFacts(
    pay=300_000,
    experience=18,
    test=70,
    came_at=NOW - timedelta(days=3),
    town="Москва",
    skill=("Docker", "Go"),
)
UNTOLD = CandidateFacts()


def _holds(typed: str, facts: CandidateFacts = RICH) -> bool | None:
    return judge(parse(typed).condition, facts, NOW).holds


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("pay > 250", True),
        ("зп > 300", False),
        ("зп >= 300к", True),
        ("pay > 250 000 and experience < 2", True),
        ("опыт < 2 года и город = Москва", True),
        ("опыт > 18 мес", False),
        ("experience >= 1,5", True),
        ("skill ~ dock & !(town = Тверь)", True),
        ("навык = go", True),
        ("навык = g", False),
        ("skill != Go", False),
        ("days > 2 and days < 4", True),
        ("дней > 2 дня", True),
        ("навык ~ 1С или зп > 1", True),
        ("навык = 1С:Предприятие", False),
        ("навык ~ C/C++ и новый", False),
        ("test = 70", True),
        ("новый", False),
        ("не новый", True),
        ("pay = ?", False),
        ("pay != ?", True),
        ("company = ?", True),
        ("pay < 3000 $", None),
        ("company ~ a", None),
        ("not company ~ a", None),
        ("company ~ a or new", None),
        ("company ~ a или зп > 1", True),
        ("company ~ a and new", False),
        ("зп > 0,2 млн рублей", True),
        ("зп > 250 тысяч", True),
        ("зп < 250т.р.", False),
        ("дней < 1 неделя", True),
        ("тест = 70%", True),
    ],
)
def test_a_rule_holds(typed: str, holds: bool | None) -> None:
    assert _holds(typed) is holds


@given(st.floats(0, 40), st.integers(0, 40))
@example(75 / 24, 3)
def test_a_day_lasts_a_day_and_stands_in_one_place(passed: float, days: int) -> None:
    facts = CandidateFacts(came_at=NOW - timedelta(days=passed))
    whole = (NOW - facts.came_at) // timedelta(days=1) if facts.came_at else 0
    told_by = {sign: _holds(f"дней {sign} {days}", facts) for sign in ("<", "=", ">", "!=", "<=", ">=")}
    assert told_by == {
        "<": whole < days,
        "=": whole == days,
        ">": whole > days,
        "!=": whole != days,
        "<=": whole <= days,
        ">=": whole >= days,
    }
    half = _holds(f"дней > {days},5", facts)
    assert half is (NOW - timedelta(days=passed) < NOW - timedelta(days=days, hours=12))


@given(st.integers(0, 200), st.integers(0, 16))
def test_a_year_of_experience_is_any_month_of_it(months: int, years: int) -> None:
    facts = CandidateFacts(experience=months)
    assert _holds(f"опыт = {years}", facts) is (months // 12 == years)
    assert _holds(f"опыт != {years}", facts) is (months // 12 != years)
    assert _holds(f"опыт > {years}", facts) is (months > years * 12)
    assert _holds(f"опыт = {years * 12 + 5} мес", facts) is (months == years * 12 + 5)


def test_what_is_not_told_fires_nothing() -> None:
    for fact in FACTS:
        if fact.kind is FactKind.NUMBER and fact.id != "unread":
            for sign in (*ORDERING, "=", "!="):
                assert _holds(f"{fact.id} {sign} 1", UNTOLD) is None


@pytest.mark.parametrize(
    ("typed", "key", "column", "nearest"),
    [
        ("", "rule.fact", 0, ""),
        ("payy > 3", "rule.fact", 0, "pay"),
        ("зп > 3 и горд = Омск", "rule.fact", 9, "город"),
        ("зп 250", "rule.operator", 3, "зп > 250"),
        ("зп ~ 3", "rule.of-number", 3, "зп = 3"),
        ("город > Омск", "rule.of-text", 6, "город = Омск"),
        ("зп > много", "rule.number", 5, "зп > 250"),
        ("город =", "rule.text", 7, ""),
        ("зп > 3 адн опыт", "rule.joint", 7, ""),
        ("зп > 3 andd новый", "rule.joint", 7, "and"),
        ("(новый", "rule.close", 6, ""),
        ("новый ->", "rule.action", 8, ""),
        ("зп > 9999999999999", "rule.number", 5, "зп > 250"),
        ("(" * 60, "rule.deep", 50, ""),
        ("новый @", "rule.joint", 6, ""),
        ("зп от 200", "rule.operator", 3, "зп >= 200"),
        ("pay more than 200", "rule.operator", 4, ">"),
        ("зп не указана", "rule.operator", 3, "зп = ?"),
        ("зп = нет", "rule.number", 5, "зп = ?"),
        ("100 < зп < 200", "rule.fact", 0, "зп > 100"),
        ("зп = 100-200", "rule.joint", 8, "зп >= 100 и зп <= 200"),
        ("зп > 200 опыт > 3", "rule.joint", 9, "и опыт"),
        ("зп > 200, опыт > 3", "rule.joint", 8, "и"),
        ("город Москва", "rule.operator", 6, "город = Москва"),
        ("город не Москва", "rule.operator", 6, "город != Москва"),
        ("город = Москва, Тверь", "rule.joint", 16, "или город = Тверь"),
        ("город = Москва или Тверь", "rule.fact", 19, "город = Тверь"),
        ("town = Нижний Новгород", "rule.joint", 14, 'town = "Нижний Новгород"'),
        ("навык содержит go", "rule.operator", 6, "навык ~ go"),
        ("знает = go", "rule.fact", 0, "навык"),
        ("новый = да", "rule.of-flag", 6, "новый"),
        ("favourite = no", "rule.of-flag", 10, "not favourite"),
        ("зп > 200 и возраст < 40", "rule.unlawful", 11, ""),
        ("новый и", "rule.fact", 7, ""),
    ],
)
def test_what_is_no_rule_is_told(typed: str, key: str, column: int, nearest: str) -> None:
    with pytest.raises(RuleUnreadable) as error:
        parse(typed)
    assert (error.value.key, error.value.column, error.value.nearest) == (key, column, nearest)
    form = nearest.removeprefix("или ")
    if any(f" {sign} " in form for sign in Operator):
        parse(form)


def test_numbers_that_were_taken_for_thousands_are_told() -> None:
    tr = Catalogue("ru")
    assert understood(tr, "зп > 1 и (зп < 300 или зп < 300)") == (
        "Меньше 1000 — это тысячи: зп > 1\u00a0000\u00a0₽, зп < 300\u00a0000\u00a0₽."
    )
    assert [understood(tr, one) for one in ("зп > 1к", "зп > 1000", "зп > 5 $", "опыт > 1", "зп = ?")] == [
        ""
    ] * 5


def test_where_nothing_is_near_it_is_listed_what_there_is() -> None:
    with pytest.raises(RuleUnreadable) as error:
        parse("зп > 200 и английский")
    said = fault(Catalogue("ru"), error.value)
    assert "«английский»" in said
    assert "Есть: зп, опыт" in said


def test_the_action_is_what_stands_behind_the_arrow() -> None:
    assert parse('новый -> "Отказать"').action == "Отказать"
    assert parse("новый → не сейчас -> потом").action == "не сейчас -> потом"


_TEXTS = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and not ('"' in text and "»" in text)
)
_NUMBERS = st.integers(0, 10_000_000).map(float)


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison | Holds:
    fact = draw(st.sampled_from(FACTS))
    if fact.kind is FactKind.FLAG:
        return Holds(fact.id)
    if draw(st.integers(0, 9)) == 0:
        return Comparison(fact.id, draw(st.sampled_from((Operator.EQUAL, Operator.OTHER))), None)
    if fact.kind is FactKind.TEXT:
        sign = draw(st.sampled_from(sorted(set(Operator) - ORDERING)))
        return Comparison(fact.id, sign, draw(_TEXTS))
    sign = draw(st.sampled_from(sorted(set(Operator) - {Operator.CONTAINS})))
    code = draw(st.sampled_from(("RUR", "USD", "KZT"))) if fact.id == "pay" else "RUR"
    return Comparison(fact.id, sign, draw(_NUMBERS), code)


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    many = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        parts.map(Not),
        many.filter(lambda every: not any(isinstance(one, All) for one in every)).map(All),
        many.filter(lambda every: not any(isinstance(one, Some) for one in every)).map(Some),
    )


_CONDITIONS: st.SearchStrategy[Condition] = st.recursive(_comparisons(), _joined, max_leaves=6)


@given(_CONDITIONS, st.sampled_from(LANGUAGES), st.sampled_from(("", "Отказать")))
def test_what_is_told_is_read_as_the_same_rule(condition: Condition, language: Language, action: str) -> None:
    rule = Rule(condition, action)
    assert parse(told(rule, language)) == rule


_PIECES = ("зп", ">", "250", "и", "(", ")", "не", "->", "новый", "?", "~", '"', "«", ",", "k")


@given(st.text(max_size=30) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_anything_typed_is_a_rule_or_is_explained(typed: str) -> None:
    column = 0
    try:
        rule = parse(typed)
    except RuleUnreadable as error:
        column = error.column
    else:
        assert parse(told(rule, "ru")) == rule
    assert 0 <= column <= len(typed)
    complete(typed, "ru")


_WRONG = (
    *(
        "зп",
        "опыт",
        "тест",
        "город",
        "навык",
        "новый",
        "town",
        "знает",
        "деньги",
        "от",
        "не",
        "содержит",
        "и",
    ),
    *("<", ">", "=", "~", "!=", "-", ",", "?", "(", "100", "9999999999999", "1 000"),
    *("Омск", '"a b"', '""', '«a"b»', "нет", "да", "больше"),
)
_SUGGESTED = (
    "100 > город",
    'опыт ~ "a b"',
    "тест ~ да",
    "зп = ? - 200",
    "зп от 9999999999999",
    'город > «a"b»',
)


def _check_suggestion(typed: str) -> None:
    """What is suggested is a joint, a sign, or a rule, behind a joint perhaps."""
    try:
        parse(typed)
    except RuleUnreadable as error:
        form = error.nearest
        for joint in ("и ", "или ", "and ", "or "):
            form = form.removeprefix(joint)
        if form and form not in {*Operator, "и", "или", "and", "or"}:
            parse(f"{form} = ?" if form in BY_WORD and BY_WORD[form].kind is not FactKind.FLAG else form)


def test_every_suggestion_can_be_read_itself() -> None:
    for typed in _SUGGESTED:
        _check_suggestion(typed)
    chance = random.Random(7)
    for _ in range(3_000):
        _check_suggestion(" ".join(chance.choices(_WRONG, k=chance.randint(2, 5))))


def _negotiation(**resume: Any) -> Mapping[str, Any]:
    return {"resume": {"id": "r1", **resume}, "created_at": "2026-11-20T10:00:00+0300", "has_updates": True}


def test_packed_rows_have_the_same_facts() -> None:
    whole = negotiation(
        "1",
        **_negotiation(
            title="Инженер",
            salary={"amount": 250_000, "currency": "RUR"},
            total_experience={"months": 30},
            area={"id": "1", "name": "Москва"},
            skill_set=["Python"],
            experience=[{"company": "Вектор", "position": "Инженер"}],
        ),
    )
    row = Row(0, whole)
    before = CandidateFacts.of(row.negotiation)
    pack((row,), RowPacker())
    assert CandidateFacts.of(row.unpacked()) == before
    assert before.pay == 250_000
    assert before.company == ("Вектор",)
    assert _holds("зп = 250 и опыт > 2 и город = москва и навык ~ py и новый и дней > 8", before)


def test_a_candidate_without_a_resume_is_hidden() -> None:
    facts = CandidateFacts.of(negotiation("1", resume=None))
    assert _holds("скрыт", facts)
    assert _holds("зп > 1", facts) is None
    assert _holds("не избранный", facts) is None


def test_reasons_are_the_parts_that_decided() -> None:
    verdict = judge(parse("новый или зп > 250 и опыт < 2").condition, RICH, NOW)
    assert [one.fact_id for one in verdict.reasons] == ["pay", "experience"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ("зп", "опыт")),
        ("о", ("опыт", "образование")),
        ("j", ("опыт", "образование")),
        ("зп ", (">", ">=")),
        ("зп > 3 ", ("и", "или", "->")),
        ("зп > 3 и го", ("город",)),
        ("город = ", ("Москва", '"Нижний Новгород"')),
        ("город = ниж", ('"Нижний Новгород"',)),
        ("навык ~ ", ("Go", "Docker")),
        ("новый -> о", ("отказать",)),
        ("(новый ", ("и", "или")),
        ("новый", ()),
        ("город ", ("=", "!=", "~")),
    ],
)
def test_what_could_be_typed_next(typed: str, words: tuple[str, ...]) -> None:
    sample = (RICH, CandidateFacts(town="Москва", skill=("Go",)), CandidateFacts(town="Нижний Новгород"))
    found = complete(typed, "ru", sample, ("отказать", "подумать")).words
    assert [one for one in found if one in words] == list(words)
    assert bool(found) is bool(words)


def test_a_completion_takes_the_place_of_what_was_begun() -> None:
    sample = (CandidateFacts(town="Нижний Новгород"),)
    typed = "город = ниж"
    assert completed(typed, complete(typed, "ru", sample)) == 'город = "Нижний Новгород" '
    assert completed("зп > 5", complete("зп > 5", "ru")) == "зп > 5 и "
    assert completed("(", complete("(", "ru")) == "(зп "


def test_kept_rules_are_read_back() -> None:
    own, everywhere = SavedRule("Дорого", "зп > 300", "7"), SavedRule("Без опыта", "опыт < 1")
    kept = saved_rules.from_texts(
        {one.key: one.typed for one in (own, everywhere)} | {"[": "x", '["1", 2]': "y"}
    )
    assert kept == (everywhere, own)
    assert saved_rules.of_vacancy(kept, "7") == (own, everywhere)
    assert saved_rules.of_vacancy(kept, "8") == (everywhere,)
    assert saved_rules.of_vacancy(kept, "") == (everywhere,)
