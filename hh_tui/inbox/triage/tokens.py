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


class Token(Struct, frozen=True):
    """A piece; `text` is without quotes, `column` is where it begins, from 0."""

    kind: TokenKind
    text: str
    column: int


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
