"""What was probably meant by a part of a rule that can't be read, as it would have to be typed."""

from typing import Final

from msgspec import Struct

from hh_tui.i18n.nearest_word import nearest_word
from hh_tui.i18n.text import Language, folded
from hh_tui.inbox.triage.tokens import Token, TokenKind
from hh_tui.inbox.triage.vocabulary import AND, BY_WORD, NOT, OR, UNKNOWN, Fact, FactKind, Unit

UNLAWFUL: Final = frozenset({"возраст", "пол", "age", "gender", "sex"})
"""What nobody may be refused by: no rule asks about it."""

_MEANT: Final = {
    **dict.fromkeys(("оклад", "деньги", "ожидания"), "зп"),
    **dict.fromkeys(("знает", "знание", "знания", "умеет", "умение", "скилл", "скиллы", "стек"), "навык"),
    **dict.fromkeys(("регион", "локация", "адрес", "живет"), "город"),
    **dict.fromkeys(("вуз", "диплом", "учился", "училась"), "образование"),
    **dict.fromkeys(("работал", "работала", "работодатель"), "компания"),
    **dict.fromkeys(("статус", "коллекция"), "этап"),
    **dict.fromkeys(("тег", "ярлык"), "метка"),
    **dict.fromkeys(("резюме", "профессия", "позиция"), "должность"),
    **dict.fromkeys(("money", "wage", "income"), "pay"),
    **dict.fromkeys(("knows", "stack"), "skill"),
    **dict.fromkeys(("region", "location", "area"), "town"),
    **dict.fromkeys(("employer", "worked"), "company"),
    **dict.fromkeys(("tag",), "label"),
    **dict.fromkeys(("job", "role"), "position"),
    **dict.fromkeys(("status", "collection"), "state"),
}
_SIGNS: Final = {
    **dict.fromkeys(("больше", "более", "выше", "свыше", "more", "over", "above", "after"), ">"),
    **dict.fromkeys(("от", "from", "минимум"), ">="),
    **dict.fromkeys(("меньше", "менее", "ниже", "less", "under", "below"), "<"),
    **dict.fromkeys(("до", "to", "upto", "максимум"), "<="),
    **dict.fromkeys(("содержит", "включает", "contains", "includes", "has", "like"), "~"),
    **dict.fromkeys(("это", "равно", "равен", "is", "equals", "из", "в", "in"), "="),
    **dict.fromkeys(NOT.values(), "!="),
}
_FLIPPED: Final = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "=": "=", "==": "=", "!=": "!="}
_NO: Final = frozenset({"нет", "no", "false", "0"})
_UNTOLD: Final = frozenset({"нет", "неизвестно", "none", "unknown", *NOT.values()})
_COMMAS: Final = frozenset({",", ";"})
_OF_TEXT: Final = frozenset({"=", "!=", "~"})
_DASHES: Final = frozenset({"-", "–", "—"})
_EXAMPLES: Final = {Unit.PAY: "250", Unit.MONTHS: "3", Unit.COUNT: "5"}


class Part(Struct, frozen=True):
    """A fact by the `word` typed for it, with what stands in the places of the sign and of the value."""

    fact: Fact
    word: Token
    sign: Token
    value: Token

    @property
    def is_number(self) -> bool:
        """Whether it is compared with a number."""
        return self.fact.kind is FactKind.NUMBER

    @property
    def has_value(self) -> bool:
        """Whether what stands in the place of the value can be one."""
        return self.value.is_number if self.is_number else self.value.is_text

    @property
    def language(self) -> Language:
        """The one that the fact was named in."""
        return _language(self.word)

    def with_value(self, value: str, sign: str = "") -> str:
        """The same fact compared with another value."""
        return f"{self.word.text} {sign or self.sign.text} {value}"


def of_fact(found: tuple[Token, ...], place: int, before: Part | None) -> str:
    """Where a fact should stand, at a `place` among the pieces; `before` is the last comparison."""
    token = found[place]
    if token.kind is TokenKind.NUMBER:
        return _turned_round(*found[place : place + 3]) if len(found) >= place + 3 else ""
    word = nearest_word(folded(token.text), (*BY_WORD, *_MEANT))
    if word or before is None or before.is_number or token.kind is not TokenKind.WORD:
        return _MEANT.get(word, word)
    return before.with_value(token.text)


def _turned_round(number: Token, sign: Token, fact: Token) -> str:
    """`100 < зп` as `зп > 100`; empty where it is nothing of the kind."""
    known = BY_WORD.get(folded(fact.text)) if fact.kind is TokenKind.WORD else None
    is_turned = known is not None and known.kind is FactKind.NUMBER and number.is_number
    return f"{fact.text} {_FLIPPED[sign.text]} {number.text}" if is_turned and sign.text in _FLIPPED else ""


def of_sign(part: Part) -> str:
    """Where a sign should stand, and a word for one does, or the value itself."""
    meant = _SIGNS.get(folded(part.sign.text))
    if meant is None:
        if not (part.sign.is_number if part.is_number else part.sign.kind is TokenKind.WORD):
            return ""
        return part.with_value(part.sign.text, ">" if part.is_number else "=")
    if meant == "!=" and part.is_number and not part.has_value:
        return part.with_value(UNKNOWN, "=")
    if (meant == "~") if part.is_number else (meant not in _OF_TEXT):
        meant = "="
    return part.with_value(_value(part.value), meant) if part.has_value else meant


def of_other_sign(part: Part) -> str:
    """Where a sign stands that the fact is not compared by."""
    return part.with_value(_value(part.value), "=") if part.has_value else ""


def of_number(part: Part) -> str:
    """Where a number should stand: an example of one, or that it is not told; empty at the end."""
    if part.value.kind is TokenKind.END:
        return ""
    if folded(part.value.text) in _UNTOLD:
        return part.with_value(UNKNOWN, "=")
    return part.with_value(_EXAMPLES[part.fact.unit])


def of_joint(found: tuple[Token, ...], place: int, before: Part | None) -> str:
    """Where something should join what stands at a `place` to the last comparison, `before`."""
    token = found[place]
    if joint := nearest_word(folded(token.text), [*AND.values(), *OR.values()]):
        return joint
    if before is None:
        return ""
    and_, last = AND[before.language], found[place - 1]
    if folded(token.text) in BY_WORD:
        return f"{and_} {token.text}"
    if token.text in _COMMAS:
        return and_
    if before.is_number:
        after = found[place + 1] if token.text in _DASHES else token
        is_span = last == before.value and last.is_number and after.is_number
        span = f"{before.with_value(before.value.text, '>=')} {and_} {before.with_value(after.text, '<=')}"
        return span if is_span else ""
    if token.kind is not TokenKind.WORD or before.value.kind is not TokenKind.WORD:
        return ""
    if last.text in _COMMAS:
        return f"{OR[before.language]} {before.with_value(token.text)}"
    return before.with_value(f'"{before.value.text} {token.text}"') if last == before.value else ""


def of_flag(word: Token, value: Token) -> str:
    """A fact that holds or does not, compared with yes or no."""
    return f"{NOT[_language(word)]} {word.text}" if folded(value.text) in _NO else word.text


def _value(token: Token) -> str:
    if token.kind is not TokenKind.QUOTED:
        return token.text
    return f"«{token.text}»" if '"' in token.text else f'"{token.text}"'


def _language(word: Token) -> Language:
    """The language that a fact was named in."""
    return "ru" if word.text[:1] > "z" else "en"
