"""A rule in words: what is wrong with it, whom it fires on, and why."""

from datetime import datetime

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import money
from hh_tui.inbox.triage.candidate_facts import CandidateFacts, Known
from hh_tui.inbox.triage.parser import RuleUnreadable, taken_for_thousands
from hh_tui.inbox.triage.rule import Comparison
from hh_tui.inbox.triage.sample import Count, Firing
from hh_tui.inbox.triage.verdict import Reason, matching
from hh_tui.inbox.triage.vocabulary import BY_ID, FACTS, Unit
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import span
from hh_tui.ui.presenters.render_context import RenderContext

TEXTS_SHOWN = 3
"""Texts of a fact that are told, where it has many."""


def fault(tr: Catalogue, error: RuleUnreadable) -> str:
    """What is wrong, where, and what was probably meant."""
    key = f"{error.key}.end" if error.at_end and f"{error.key}.end" in tr else error.key
    said = tr(key, word=error.word, column=error.column + 1)
    if error.nearest:
        return f"{said} {tr('rule.nearest', word=error.nearest)}"
    if error.key == "rule.fact" and not error.at_end:
        return f"{said} {tr('rule.facts', words=', '.join(one.word(tr.language) for one in FACTS))}"
    return said


def understood(tr: Catalogue, typed: str) -> str:
    """How pays of a rule were read whose number means thousands; empty where none does."""
    short = taken_for_thousands(typed)
    pays = [f"{BY_ID[one.fact_id].word(tr.language)} {one.operator} {_pay(one)}" for one in short]
    return tr("rule.thousands", pays=", ".join(dict.fromkeys(pays))) if pays else ""


def _pay(one: Comparison) -> str:
    return money(float(one.value or 0), one.currency)


def count(tr: Catalogue, found: Count, total: int) -> str:
    """`Fires on 31 of 214. 12 can't be judged: …`"""
    if found.tried < total:
        return tr("rule.trying", tried=found.tried, n=total)
    said = tr("rule.fires", fired=len(found.firings), n=total)
    return f"{said} {tr('rule.unknown', n=found.unknown)}" if found.unknown else said


def reasons(ctx: RenderContext, firing: Firing, now: datetime) -> str:
    """The facts that made the rule fire, one after the other."""
    return dotted(dict.fromkeys(reason(ctx, one, firing.facts, now) for one in firing.reasons))


def reason(ctx: RenderContext, one: Reason, facts: CandidateFacts, now: datetime) -> str:
    """A fact with its value: `зп 300 000 ₽`, `опыт 1 г 6 м`, `навык Docker`."""
    fact = BY_ID[one.fact_id]
    known = matching(facts.value(one.fact_id, now), one)
    return f"{fact.word(ctx.tr.language)} {_value(ctx, known, fact.unit, facts.currency)}".rstrip()


def _value(ctx: RenderContext, known: Known, unit: Unit, currency: str) -> str:
    if known is None:
        return "?"
    if isinstance(known, bool):
        return "" if known else ctx.tr("rule.no")
    if isinstance(known, tuple):
        return ", ".join(known[:TEXTS_SHOWN])
    if unit is Unit.PAY:
        return money(known, currency)
    return span(ctx, round(known), short=True) if unit is Unit.MONTHS else str(int(known))
