"""Whether a rule fires on a candidate, and what made it fire.

What hh.ru does not tell is unknown: a comparison with it neither holds nor fails, nor does its opposite. A
rule fires only where its condition holds for certain, so nobody is refused for what they left out.
"""

from datetime import datetime
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import folded
from hh_tui.inbox.triage.candidate_facts import CandidateFacts, Known
from hh_tui.inbox.triage.rule import All, Comparison, Condition, Holds, Not, Operator, Some
from hh_tui.inbox.triage.vocabulary import BY_ID, Unit

MONTHS: Final = 12
"""Of a year."""

Reason = Comparison | Holds
"""A part of a condition that is about one fact."""


class Verdict(Struct, frozen=True):
    """`holds` is None where it is unknown; `reasons` are the parts that decided it."""

    holds: bool | None
    reasons: tuple[Reason, ...] = ()


def judge(condition: Condition, facts: CandidateFacts, now: datetime) -> Verdict:
    """The verdict on one candidate at a moment, in UTC."""
    match condition:
        case Comparison():
            return Verdict(_compare(condition, facts, now), (condition,))
        case Holds():
            known = facts.value(condition.fact_id, now)
            return Verdict(None if known is None else known is True, (condition,))
        case Not():
            inside = judge(condition.part, facts, now)
            return Verdict(None if inside.holds is None else not inside.holds, inside.reasons)
        case All():
            return _all([judge(one, facts, now) for one in condition.parts])
        case Some():
            return _some([judge(one, facts, now) for one in condition.parts])


def _all(parts: list[Verdict]) -> Verdict:
    failed = next((one for one in parts if one.holds is False), None)
    if failed is not None:
        return failed
    reasons = tuple(reason for one in parts for reason in one.reasons)
    return Verdict(None if any(one.holds is None for one in parts) else True, reasons)


def _some(parts: list[Verdict]) -> Verdict:
    held = [one for one in parts if one.holds]
    reasons = tuple(reason for one in held or parts for reason in one.reasons)
    if held:
        return Verdict(True, reasons)
    return Verdict(None if any(one.holds is None for one in parts) else False, reasons)


def _compare(comparison: Comparison, facts: CandidateFacts, now: datetime) -> bool | None:
    known, wanted = facts.value(comparison.fact_id, now), comparison.value
    if wanted is None:
        return (known is None) is (comparison.operator is Operator.EQUAL)
    if known is None:
        return None
    if isinstance(known, tuple):
        return _text(known, comparison.operator, str(wanted))
    if comparison.fact_id == "pay" and facts.currency != comparison.currency:
        return None
    counted = _counted(float(known), comparison, float(wanted))
    return _number(counted, comparison.operator, float(wanted))


def _counted(known: float, comparison: Comparison, wanted: float) -> float:
    """A number by what it is compared with: whole days with whole days, and a whole year with such years.

    Days are told without hours, and so `дней = 3` lasts a day, and either that, `< 3` or `> 3` holds. Of
    experience the months are told: `опыт = 3` is any month of that year, and `> 3` begins with the first.
    """
    if comparison.fact_id == "days" and wanted == int(wanted):
        return float(int(known))
    is_equality = comparison.operator in {Operator.EQUAL, Operator.OTHER}
    if is_equality and BY_ID[comparison.fact_id].unit is Unit.MONTHS and wanted % MONTHS == 0:
        return known - known % MONTHS
    return known


def _text(known: tuple[str, ...], operator: Operator, wanted: str) -> bool:
    told, word = [folded(one) for one in known], folded(wanted)
    if operator is Operator.CONTAINS:
        return any(word in one for one in told)
    return (word in told) is (operator is Operator.EQUAL)


def _number(known: float, operator: Operator, wanted: float) -> bool:
    match operator:
        case Operator.MORE:
            return known > wanted
        case Operator.LEAST:
            return known >= wanted
        case Operator.LESS:
            return known < wanted
        case Operator.MOST:
            return known <= wanted
        case Operator.OTHER:
            return known != wanted
        case _:
            return known == wanted


def matching(known: Known, reason: Reason) -> Known:
    """Of several texts those that the reason is about: `Docker` of all skills."""
    if not isinstance(known, tuple) or isinstance(reason, Holds) or not isinstance(reason.value, str):
        return known
    word = folded(reason.value)
    return tuple(one for one in known if word in folded(one)) or known
