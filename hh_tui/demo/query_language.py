"""The query language of a resume search: which words a text must have, and which it must not.

The documented part: words and "exact phrases", `AND`, `OR`, `NOT`, brackets, `!word` for this form alone, and
`word*` for everything that begins so. Words side by side must all be there.
"""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

Words = Sequence[str]
Test = Callable[[Words], bool]
"""Whether a text, given as its words in small letters, is what was asked for."""

_WORD: Final = re.compile(r"[\w+#.]*[\w+#]")
_TOKEN: Final = re.compile(r'"([^"]*)"?|([()])|([^\s()"]+)')
_ENDING: Final = 2  # letters by which the forms of a long word may differ
_LONG: Final = 5


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(text.casefold())


class Query:
    """A query, read once. `matches` judges a text; `may_match` a whole vocabulary, from which texts are made.

    With `prefix` every word stands for all that begin with it; `logic` says how words side by side are meant:
    all, any, phrase or except.
    """

    def __init__(self, text: str, logic: str = "all", *, prefix: bool = False) -> None:
        self._prefix = prefix
        self.negates = logic == "except" or " NOT " in f" {text} "
        if logic == "phrase":
            self._test, self._may = _phrase(words_of(text))
            return
        tokens = [_told(match) for match in _TOKEN.finditer(text)]
        found = _Reader(tokens, self._leaf, any_word=logic in ("any", "except")).read()
        self._test, self._may = _not(found) if logic == "except" else found

    def matches(self, words: Words) -> bool:
        """Return whether a text is what was asked for."""
        return self._test(words)

    def may_match(self, vocabulary: Collection[str]) -> bool:
        """Return whether a text of these words could be."""
        return self._may(tuple(vocabulary))

    def _leaf(self, kind: str, text: str) -> tuple[Test, Test]:
        if kind == "phrase":
            return _phrase(words_of(text))
        exact, begins = text.startswith("!"), self._prefix or text.endswith("*")
        parts = words_of(text)
        if len(parts) != 1:
            return _phrase(parts)
        word = parts[0]

        def test(words: Words) -> bool:
            if exact:
                return word in words
            stem = word if begins or len(word) < _LONG else word[:-_ENDING]
            longest = 1_000 if begins else len(word) + _ENDING
            return any(
                one == word or (one.startswith(stem) and len(one) <= longest and (begins or _is_russian(one)))
                for one in words
            )

        return test, test


def _is_russian(word: str) -> bool:
    return "а" <= word[0] <= "я"


def _told(match: re.Match[str]) -> tuple[str, str]:
    phrase, bracket, word = match.groups()
    if bracket:
        return "bracket", bracket
    if word is None:
        return "phrase", phrase
    return ("operator", word) if word in ("AND", "OR", "NOT") else ("word", word)


def _phrase(wanted: Words) -> tuple[Test, Test]:
    size, wanted = len(wanted), list(wanted)
    return (
        lambda words: any(list(words[at : at + size]) == wanted for at in range(len(words) - size + 1)),
        lambda words: set(wanted) <= set(words),
    )


def _not(tests: tuple[Test, Test]) -> tuple[Test, Test]:
    test, _ = tests
    return (lambda words: not test(words)), (lambda words: True)


def _all(parts: list[tuple[Test, Test]]) -> tuple[Test, Test]:
    return (
        lambda words: all(test(words) for test, _ in parts),
        lambda words: all(may(words) for _, may in parts),
    )


def _any(parts: list[tuple[Test, Test]]) -> tuple[Test, Test]:
    return (
        lambda words: any(test(words) for test, _ in parts),
        lambda words: any(may(words) for _, may in parts),
    )


class _Reader:
    """Reads tokens from left to right; what is not understood counts as not written."""

    def __init__(
        self,
        tokens: list[tuple[str, str]],
        leaf: Callable[[str, str], tuple[Test, Test]],
        *,
        any_word: bool,
    ) -> None:
        self._tokens = tokens
        self._leaf = leaf
        self._any_word = any_word
        self._at = 0

    def read(self) -> tuple[Test, Test]:
        """Return alternatives of what belongs together."""
        parts = [self._side_by_side()]
        while self._next() == ("operator", "OR"):
            self._at += 1
            parts.append(self._side_by_side())
        return parts[0] if len(parts) == 1 else _any(parts)

    def _next(self) -> tuple[str, str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _side_by_side(self) -> tuple[Test, Test]:
        parts: list[tuple[Test, Test]] = []
        while (token := self._next()) is not None and token not in (("operator", "OR"), ("bracket", ")")):
            self._at += 1
            if token == ("operator", "NOT"):
                parts.append(_not(self._one()))
            elif token != ("operator", "AND"):
                self._at -= 1
                parts.append(self._one())
        return _any(parts) if self._any_word and parts else _all(parts)

    def _one(self) -> tuple[Test, Test]:
        token = self._next()
        self._at += 1
        if token is None:
            return _all([])
        if token == ("bracket", "("):
            found = self.read()
            self._at += self._next() == ("bracket", ")")
            return found
        return self._leaf(*token) if token[0] in ("word", "phrase") else _all([])
