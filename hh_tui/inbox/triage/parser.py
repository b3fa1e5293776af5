"""Reading a typed rule: `pay > 250 and not (town = Москва or skill ~ go) -> отказать`.

rule      = condition ["->" action]
condition = all {("or" | "или" | "|") all}
all       = one {("and" | "и" | "&") one}
one       = ("not" | "не" | "!") one | "(" condition ")" | fact [operator value]
"""

from contextlib import suppress
from difflib import get_close_matches
from typing import Final

from hh_tui.i18n.text import folded
from hh_tui.inbox.triage.candidate_facts import ROUBLE
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
from hh_tui.inbox.triage.vocabulary import AND, BY_WORD, NOT, OR, Fact, FactKind, Unit

DEEPEST: Final = 50
"""Parentheses and nots in each other at most."""

_UNQUOTED: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.STRAY})
_TEXTS: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.QUOTED})
"""Pieces that a text is made of, and those it begins with."""

_JOINTS: Final = {
    "and": {*AND.values(), "&", "&&"},
    "or": {*OR.values(), "|", "||"},
    "not": {*NOT.values(), "!"},
}
_OPERATORS: Final = {"≥": ">=", "≤": "<=", "≠": "!=", "==": "="}
_THOUSANDS: Final = frozenset({"k", "к", "тыс", "тыс."})
_DAYS: Final = frozenset({"d", "day", "days", "д", "дн", "дн.", "день", "дня", "дней"})
_MONTHS: Final = frozenset({"m", "mo", "months", "month", "м", "мес", "мес."})
_YEARS: Final = frozenset({"y", "year", "years", "г", "г.", "год", "года", "л", "лет"})
_ROUBLES: Final = dict.fromkeys(("₽", "руб", "руб.", "р", "р.", "rub", "rur"), ROUBLE)
_CODES: Final = ("USD", "EUR", "KZT", "UAH", "AZN", "GEL", "BYR", "BYN", "UZS", "KGS")
_CURRENCIES: Final = {
    **_ROUBLES,
    **{folded(code): code for code in _CODES},
    "$": "USD",
    "€": "EUR",
    "₸": "KZT",
}

LONGEST_NUMBER: Final = 12
"""Digits of a number at most: the API knows no longer pay."""


class RuleUnreadable(ValueError):
    """What was typed is no rule: `key` says why in the catalogue, `word` is what stands at `column`.

    `wanted` is what could stand there: "fact", "operator", "value", "joint" or "action"; `nearest` is the
    known word that is most like it, empty where none is.
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
            joints = [*AND.values(), *OR.values()]
            raise RuleUnreadable("rule.joint", token, "joint", _nearest(token.text, joints))
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
            raise RuleUnreadable("rule.fact", token, "fact", _nearest(token.text, BY_WORD))
        if fact.kind is FactKind.FLAG:
            return Holds(fact.id)
        sign = self._take()
        if sign.kind is not TokenKind.OPERATOR:
            raise RuleUnreadable("rule.operator", sign, "operator")
        operator = Operator(_OPERATORS.get(sign.text, sign.text))
        is_number = fact.kind is FactKind.NUMBER
        if (operator is Operator.CONTAINS and is_number) or (operator in ORDERING and not is_number):
            raise RuleUnreadable("rule.of-number" if is_number else "rule.of-text", sign, "operator")
        return self._compared(fact, operator, token.column)

    def _compared(self, fact: Fact, operator: Operator, column: int) -> Comparison:
        token = self._take()
        if token.kind is TokenKind.UNKNOWN and operator in {Operator.EQUAL, Operator.OTHER}:
            return Comparison(fact.id, operator, None, column=column)
        if fact.kind is FactKind.TEXT:
            text = self._joined(token)
            if token.kind not in _TEXTS or not text:
                raise RuleUnreadable("rule.text", token, "value")
            return Comparison(fact.id, operator, text, column=column)
        digits = "".join(token.text.split()).replace(",", ".")
        if token.kind is not TokenKind.NUMBER or len(digits) > LONGEST_NUMBER:
            raise RuleUnreadable("rule.number", token, "value")
        number = float(digits)
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
        if fact.id == "days":
            self._behind(_DAYS)
        return bare

    def _experience(self, bare: Comparison, number: float) -> Comparison:
        is_months = self._behind(_MONTHS)
        if not is_months:
            self._behind(_YEARS)
        months = number if is_months else number * 12
        return Comparison(bare.fact_id, bare.operator, _whole(months), column=bare.column)

    def _pay(self, bare: Comparison, number: float) -> Comparison:
        thousands = self._behind(_THOUSANDS)
        code = self._currency()
        if thousands or (code == ROUBLE and number < THOUSAND):
            number *= THOUSAND
        return Comparison(bare.fact_id, bare.operator, _whole(number), code, bare.column)

    def _behind(self, words: frozenset[str]) -> bool:
        token = self._token
        if token.kind is TokenKind.WORD and folded(token.text) in words:
            self._take()
            return True
        return False

    def _currency(self) -> str:
        """What stands behind the number, roubles where nothing does."""
        token = self._token
        code = _CURRENCIES.get(folded(token.text)) if token.kind is TokenKind.WORD else None
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


def _nearest(word: str, known: object) -> str:
    close = get_close_matches(folded(word), list(known), n=1, cutoff=0.6)  # type: ignore[call-overload]
    return str(close[0]) if close else ""
