"""A rule: a condition over facts, and the action that one means to choose for whom it holds."""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import Language, folded, grouped
from hh_tui.inbox.triage.candidate_facts import ROUBLE
from hh_tui.inbox.triage.vocabulary import AND, ARROW, BY_ID, BY_WORD, NOT, OR, UNKNOWN, Unit
from hh_tui.system.structs import are_equal

THOUSAND: Final = 1000
"""Roubles below which a pay is told in thousands: `pay > 250` is 250 000."""


class Operator(StrEnum):
    """How a fact is compared."""

    MORE = ">"
    LEAST = ">="
    LESS = "<"
    MOST = "<="
    EQUAL = "="
    OTHER = "!="
    CONTAINS = "~"


ORDERING: Final = frozenset({Operator.MORE, Operator.LEAST, Operator.LESS, Operator.MOST})
"""For numbers only."""


class Comparison(Struct, frozen=True):
    """A fact against a number (pay in `currency`, experience in months), a text, or None for unknown."""

    fact_id: str
    operator: Operator
    value: float | str | None
    currency: str = ROUBLE
    column: int = 0
    """Where it begins in what was typed, from 0."""

    def __eq__(self, other: object) -> bool:
        return are_equal(self, other, apart_from="column")

    def __hash__(self) -> int:
        return hash((self.fact_id, self.operator, self.value, self.currency))


class Holds(Struct, frozen=True):
    """A fact that holds or does not."""

    fact_id: str


class Not(Struct, frozen=True):
    """The other way round."""

    part: "Condition"


class All(Struct, frozen=True):
    """Every one of two or more."""

    parts: tuple["Condition", ...]


class Some(Struct, frozen=True):
    """At least one of two or more."""

    parts: tuple["Condition", ...]


Condition = Comparison | Holds | Not | All | Some


class Rule(Struct, frozen=True):
    """`action` is the name of an action of hh.ru or a part of it; empty where the rule only marks."""

    condition: Condition
    action: str = ""


def told(rule: Rule, language: Language) -> str:
    """The rule as it could have been typed: what is told is read as the same rule."""
    condition = _told(rule.condition, language)
    return f"{condition} {ARROW} {rule.action}" if rule.action else condition


def _told(condition: Condition, language: Language) -> str:
    match condition:
        case Comparison():
            word = BY_ID[condition.fact_id].word(language)
            return f"{word} {condition.operator} {value_told(condition, language)}"
        case Holds():
            return BY_ID[condition.fact_id].word(language)
        case Not():
            return f"{NOT[language]} {_inside(condition.part, language, All | Some)}"
        case All():
            return f" {AND[language]} ".join(_inside(one, language, All | Some) for one in condition.parts)
        case Some():
            return f" {OR[language]} ".join(_inside(one, language, Some) for one in condition.parts)


def _inside(condition: Condition, language: Language, looser: object) -> str:
    text = _told(condition, language)
    return f"({text})" if isinstance(condition, looser) else text  # type: ignore[arg-type]


def value_told(comparison: Comparison, language: Language) -> str:
    """The value with its unit: `250 000`, `300 000 KZT`, `1.5`, `18 мес`, `"Нижний Новгород"`, `?`."""
    value = comparison.value
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        return _quoted(value)
    unit = BY_ID[comparison.fact_id].unit
    if unit is Unit.MONTHS:
        months = "мес" if language == "ru" else "mo"
        return _number(value / 12) if value % 12 == 0 else f"{_number(value)} {months}"
    if unit is Unit.PAY and comparison.currency != ROUBLE:
        return f"{_number(value)} {comparison.currency}"
    if unit is Unit.PAY and 0 < value < THOUSAND:
        return f"{_number(value / THOUSAND)} {'тыс' if language == 'ru' else 'k'}"
    return _number(value)


def _number(value: float) -> str:
    return grouped(int(value)) if value == int(value) else f"{value:f}".rstrip("0")


_PLAIN = re.compile(r"[^\W\d_][\w+#.-]*")


def _quoted(text: str) -> str:
    keyword = {*AND.values(), *OR.values(), *NOT.values(), *BY_WORD}
    if _PLAIN.fullmatch(text) and folded(text) not in keyword:
        return text
    return f"«{text}»" if '"' in text else f'"{text}"'
