"""What could be typed next in a rule."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from hh_tui.i18n.keyboard import other_layout
from hh_tui.i18n.text import Language, folded
from hh_tui.inbox.triage.candidate_facts import CandidateFacts
from hh_tui.inbox.triage.parser import RuleUnreadable, parse
from hh_tui.inbox.triage.rule import ORDERING, Comparison, Operator, value_told
from hh_tui.inbox.triage.tokens import TokenKind, tokens
from hh_tui.inbox.triage.vocabulary import AND, ARROW, BY_WORD, FACTS, NOT, OR, Fact, FactKind

MOST: Final = 12
"""Suggestions at once."""

SAMPLE: Final = 2_000
"""Candidates whose towns, skills and companies are offered."""


class Completion(Struct, frozen=True):
    """Words that could stand in the place of what was typed from `start` on, the likeliest first."""

    start: int
    words: tuple[str, ...] = ()


def complete(
    typed: str, language: Language, sample: Sequence[CandidateFacts] = (), actions: Sequence[str] = ()
) -> Completion:
    """What could be typed at the end. `sample` are candidates whose values are offered, `actions` what the
    server offers for some of them."""
    start = _start(typed)
    head, begun = typed[:start], typed[start:]
    words = _expected(head, language, sample, actions)
    fitting = tuple(one for one in words if _begins(one, begun) and folded(one) != folded(begun))
    return Completion(start, fitting[:MOST])


def completed(typed: str, completion: Completion) -> str:
    """With the first suggestion, and room for what follows."""
    if not completion.words:
        return typed
    head = typed[: completion.start]
    gap = " " if completion.start == len(typed) and head[-1:].strip("( ") else ""
    return f"{head}{gap}{completion.words[0]} "


def _start(typed: str) -> int:
    """Where the word begins that is being typed: the end where none is."""
    last = tokens(typed)[-2:-1]
    if not last or typed[-1:].isspace():
        return len(typed)
    token = last[0]
    open_word = token.kind in {TokenKind.WORD, TokenKind.QUOTED} or token.text == '"'
    return token.column if open_word else len(typed)


def _begins(word: str, begun: str) -> bool:
    bare = folded(word).strip('"')
    return any(bare.startswith(folded(one).strip('"«')) for one in (begun, other_layout(begun)))


def _expected(
    head: str, language: Language, sample: Sequence[CandidateFacts], actions: Sequence[str]
) -> Iterable[str]:
    try:
        parse(head)
    except RuleUnreadable as error:
        if not error.at_end:
            return ()
        wanted = error.wanted
    else:
        return () if _is_past_arrow(head) else (AND[language], OR[language], ARROW)
    fact = _asked_about(head)
    match wanted:
        case "fact":
            return (*(one.word(language) for one in FACTS), NOT[language])
        case "operator" if fact is not None:
            return tuple(one for one in Operator if _takes(fact, one))
        case "value" if fact is not None:
            return _values(fact, sample, language)
        case "action":
            return tuple(actions)
        case "joint":
            return (")", AND[language], OR[language])
        case _:
            return ()


def _takes(fact: Fact, operator: Operator) -> bool:
    if fact.kind is FactKind.NUMBER:
        return operator is not Operator.CONTAINS
    return operator not in ORDERING


def _is_past_arrow(head: str) -> bool:
    return any(one.kind is TokenKind.ARROW for one in tokens(head))


def _asked_about(head: str) -> Fact | None:
    """The last fact that was named."""
    named = (BY_WORD.get(folded(one.text)) for one in reversed(tokens(head)) if one.kind is TokenKind.WORD)
    return next((one for one in named if one is not None), None)


def _values(fact: Fact, sample: Sequence[CandidateFacts], language: Language) -> tuple[str, ...]:
    """The commonest values of a text among the sample."""
    if fact.kind is not FactKind.TEXT:
        return ()
    counted: Counter[str] = Counter()
    for one in sample[:SAMPLE]:
        counted.update(one.texts(fact.id))
    return tuple(
        value_told(Comparison(fact.id, Operator.EQUAL, text), language) for text, _ in counted.most_common()
    )
