"""A typed rule cut into pieces."""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import one_line


class TokenKind(StrEnum):
    """What a piece is."""

    WORD = "word"
    NUMBER = "number"
    QUOTED = "quoted"
    OPERATOR = "operator"
    JOINT = "joint"
    OPEN = "("
    CLOSE = ")"
    UNKNOWN = "?"
    ARROW = "arrow"
    STRAY = "stray"
    END = "end"


LONGEST_NUMBER: Final = 12
"""Digits of a number at most: the API knows no longer pay."""

_TEXTS: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.QUOTED})


class Token(Struct, frozen=True):
    """A piece; `text` is without quotes, `column` is where it begins, from 0."""

    kind: TokenKind
    text: str
    column: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number that can be compared with."""
        return self.kind is TokenKind.NUMBER and len(self.digits) <= LONGEST_NUMBER

    @property
    def is_text(self) -> bool:
        """Whether it is a text that can be compared with, or the beginning of one."""
        return self.kind in _TEXTS and bool(self.text.strip())

    @property
    def digits(self) -> str:
        """Of a number: as Python writes it."""
        return "".join(self.text.split()).replace(",", ".")


_TOKEN: Final = re.compile(
    r"""\s*(?:
    (?P<arrow>->|→)
    |"(?P<quoted>[^"]*)"|«(?P<angled>[^»]*)»
    |(?P<operator>>=|<=|!=|≥|≤|≠|>|<|==?|~)
    |(?P<joint>&&?|\|\|?|!)
    |(?P<open>\()|(?P<close>\))|(?P<unknown>\?)
    |(?P<number>\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)
    |(?P<word>[^\W\d_][\w+\#.-]*|[₽$€₸])
    |(?P<stray>\S)
    )""",
    re.VERBOSE,
)

_KINDS: Final = {"open": TokenKind.OPEN, "close": TokenKind.CLOSE, "unknown": TokenKind.UNKNOWN}


def tokens(typed: str) -> tuple[Token, ...]:
    """The pieces, and the end behind them. What follows an arrow is one word, whatever stands in it."""
    found: list[Token] = []
    place = 0
    while match := _TOKEN.match(typed, place):
        place = match.end()
        name = match.lastgroup or ""
        start = match.start(name)
        if name in {"quoted", "angled"}:
            found.append(Token(TokenKind.QUOTED, match[name], start - 1))
            continue
        found.append(Token(_KINDS.get(name) or TokenKind(name), match[name], start))
        if name == "arrow":
            rest = typed[place:]
            if action := one_line(rest).strip('"«» '):
                found.append(Token(TokenKind.QUOTED, action, place + len(rest) - len(rest.lstrip())))
            place = len(typed)
    return (*found, Token(TokenKind.END, "", len(typed)))
