"""Reading a typed rule: `pay > 250 and not (town = Москва or skill ~ go) -> отказать`.

rule      = condition ["->" action]
condition = all {("or" | "или" | "|") all}
all       = one {("and" | "и" | "&") one}
one       = ("not" | "не" | "!") one | "(" condition ")" | fact [operator value]
"""

from contextlib import suppress
from typing import Final

from hh_tui.i18n.text import folded
from hh_tui.inbox.triage import near_forms
from hh_tui.inbox.triage.candidate_facts import ROUBLE
from hh_tui.inbox.triage.near_forms import Part
from hh_tui.inbox.triage.rule import (
    ORDERING,
    THOUSAND,
    All,
    Comparison,
    Condition,
    Holds,
    Not,
    Operator,
    Rule,
    Some,
)
from hh_tui.inbox.triage.tokens import Token, TokenKind, tokens
from hh_tui.inbox.triage.units import CURRENCIES, DAYS, MONTHS, TIMES, WEEKS, YEARS
from hh_tui.inbox.triage.vocabulary import AND, BY_WORD, NOT, OR, Fact, FactKind, Unit

DEEPEST: Final = 50
"""Parentheses and nots in each other at most."""

_UNQUOTED: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.STRAY})
"""Pieces that an unquoted text is made of."""

_JOINTS: Final = {
    "and": {*AND.values(), "&", "&&"},
    "or": {*OR.values(), "|", "||"},
    "not": {*NOT.values(), "!"},
}
_OPERATORS: Final = {"≥": ">=", "≤": "<=", "≠": "!=", "==": "="}


class RuleUnreadable(ValueError):
    """What was typed is no rule: `key` says why in the catalogue, `word` is what stands at `column`.

    `wanted` is what could stand there: "fact", "operator", "value", "joint" or "action"; `nearest` is what
    was probably meant, as it would have to be typed, empty where that is not known.
    """

    def __init__(self, key: str, token: Token, wanted: str, nearest: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.word = token.text
        self.column = token.column
        self.at_end = token.kind is TokenKind.END
        self.wanted = wanted
        self.nearest = nearest


def parse(typed: str) -> Rule:
    """The rule that was typed. Raises RuleUnreadable with the first thing that can't be read."""
    return _Parser(tokens(typed)).rule()


def taken_for_thousands(typed: str) -> tuple[Comparison, ...]:
    """The pays of a rule whose number was taken for thousands though no word says so.

    Raises RuleUnreadable.
    """
    parser = _Parser(tokens(typed))
    parser.rule()
    return tuple(parser.thousands)


def begun(typed: str) -> Rule | None:
    """The rule that stands there while its next part is typed; None where nothing does yet."""
    for token in reversed(tokens(typed)):
        with suppress(RuleUnreadable):
            return parse(typed[: token.column])
    return None


class _Parser:
    """Goes through the pieces once, from left to right."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self._tokens = found
        self._place = 0
        self._depth = 0
        self._before: Part | None = None
        """The last comparison."""
        self.thousands: list[Comparison] = []

    @property
    def _token(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._token
        self._place = min(self._place + 1, len(self._tokens) - 1)
        return token

    def _is(self, joint: str) -> bool:
        token = self._token
        return token.kind in {TokenKind.WORD, TokenKind.JOINT} and folded(token.text) in _JOINTS[joint]

    def rule(self) -> Rule:
        """Everything there is."""
        condition = self._condition()
        token = self._take()
        if token.kind is TokenKind.END:
            return Rule(condition)
        if token.kind is not TokenKind.ARROW:
            near = near_forms.of_joint(self._tokens, self._place - 1, self._before)
            raise RuleUnreadable("rule.joint", token, "joint", near)
        action = self._take()
        if action.kind is TokenKind.END:
            raise RuleUnreadable("rule.action", action, "action")
        return Rule(condition, action.text)

    def _condition(self) -> Condition:
        parts = [self._all()]
        while self._is("or"):
            self._take()
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Some(_flat(parts, Some))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._is("and"):
            self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(_flat(parts, All))

    def _one(self) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RuleUnreadable("rule.deep", self._token, "fact")
        try:
            if self._is("not"):
                self._take()
                return Not(self._one())
            if self._token.kind is TokenKind.OPEN:
                self._take()
                inside = self._condition()
                closing = self._take()
                if closing.kind is not TokenKind.CLOSE:
                    raise RuleUnreadable("rule.close", closing, "joint")
                return inside
            return self._asked()
        finally:
            self._depth -= 1

    def _asked(self) -> Condition:
        token = self._take()
        fact = BY_WORD.get(folded(token.text)) if token.kind is TokenKind.WORD else None
        if fact is None:
            raise self._unknown_fact(token)
        if fact.kind is FactKind.FLAG:
            return self._holds(fact, token)
        sign = self._take()
        if sign.kind is not TokenKind.OPERATOR:
            near = near_forms.of_sign(Part(fact, token, sign, self._token))
            raise RuleUnreadable("rule.operator", sign, "operator", near)
        operator = Operator(_OPERATORS.get(sign.text, sign.text))
        is_number = fact.kind is FactKind.NUMBER
        if (operator is Operator.CONTAINS and is_number) or (operator in ORDERING and not is_number):
            near = near_forms.of_other_sign(Part(fact, token, sign, self._token))
            raise RuleUnreadable("rule.of-number" if is_number else "rule.of-text", sign, "operator", near)
        self._before = part = Part(fact, token, sign, self._token)
        return self._compared(part, operator)

    def _unknown_fact(self, token: Token) -> RuleUnreadable:
        if folded(token.text) in near_forms.UNLAWFUL:
            return RuleUnreadable("rule.unlawful", token, "fact")
        is_end = token.kind is TokenKind.END
        near = "" if is_end else near_forms.of_fact(self._tokens, self._place - 1, self._before)
        return RuleUnreadable("rule.fact", token, "fact", near)

    def _holds(self, fact: Fact, token: Token) -> Holds:
        """A fact that stands for itself: it is compared with nothing."""
        if self._token.kind is TokenKind.OPERATOR:
            value = self._tokens[min(self._place + 1, len(self._tokens) - 1)]
            raise RuleUnreadable("rule.of-flag", self._token, "joint", near_forms.of_flag(token, value))
        self._before = None
        return Holds(fact.id)

    def _compared(self, part: Part, operator: Operator) -> Comparison:
        fact, column, token = part.fact, part.word.column, self._take()
        if token.kind is TokenKind.UNKNOWN and operator in {Operator.EQUAL, Operator.OTHER}:
            return Comparison(fact.id, operator, None, column=column)
        if fact.kind is FactKind.TEXT:
            if not token.is_text:
                raise RuleUnreadable("rule.text", token, "value")
            return Comparison(fact.id, operator, self._joined(token), column=column)
        if not token.is_number:
            raise RuleUnreadable("rule.number", token, "value", near_forms.of_number(part))
        number = float(token.digits)
        return self._with_unit(Comparison(fact.id, operator, number, column=column), fact)

    def _joined(self, first: Token) -> str:
        """A word with the pieces right behind it, if it is not quoted: `1С:Предприятие`, `C/C++`."""
        text = first.text.strip()
        end = first.column + len(first.text)
        while first.kind in _UNQUOTED and self._token.kind in _UNQUOTED and self._token.column == end:
            piece = self._take()
            text, end = text + piece.text, end + len(piece.text)
        return text

    def _with_unit(self, bare: Comparison, fact: Fact) -> Comparison:
        """With what stands behind the number: thousands and a currency, or months."""
        number = float(bare.value or 0)
        if fact.unit is Unit.MONTHS:
            return self._experience(bare, number)
        if fact.unit is Unit.PAY:
            return self._pay(bare, number)
        if fact.id == "days" and self._behind(WEEKS):
            return Comparison(bare.fact_id, bare.operator, number * 7, column=bare.column)
        if fact.id == "days":
            self._behind(DAYS)
        if fact.id == "test" and self._token.text == "%":
            self._take()
        return bare

    def _experience(self, bare: Comparison, number: float) -> Comparison:
        is_months = self._behind(MONTHS)
        if not is_months:
            self._behind(YEARS)
        months = number if is_months else number * 12
        return Comparison(bare.fact_id, bare.operator, _whole(months), column=bare.column)

    def _pay(self, bare: Comparison, number: float) -> Comparison:
        times = TIMES.get(folded(self._token.text)) if self._token.kind is TokenKind.WORD else None
        if times is not None:
            self._take()
        code = self._currency()
        is_short = times is None and code == ROUBLE and 0 < number < THOUSAND
        found = Comparison(
            bare.fact_id,
            bare.operator,
            _whole(number * (times or (THOUSAND if is_short else 1))),
            code,
            bare.column,
        )
        if is_short:
            self.thousands.append(found)
        return found

    def _behind(self, words: frozenset[str]) -> bool:
        token = self._token
        if token.kind is TokenKind.WORD and folded(token.text) in words:
            self._take()
            return True
        return False

    def _currency(self) -> str:
        """What stands behind the number, roubles where nothing does."""
        token = self._token
        code = CURRENCIES.get(folded(token.text)) if token.kind is TokenKind.WORD else None
        if code is None:
            return ROUBLE
        self._take()
        return code


def _whole(number: float) -> float:
    return round(number, 6)


def _flat(parts: list[Condition], kind: type[All] | type[Some]) -> tuple[Condition, ...]:
    """Those of the same kind in each other are one."""
    found: list[Condition] = []
    for one in parts:
        found.extend(one.parts if isinstance(one, kind) else [one])
    return tuple(found)
