"""Words that one types to find something, and how they are looked for."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from msgspec import Struct

from hh_tui.i18n.keyboard import other_layout
from hh_tui.i18n.text import folded

GAP: Final = 3
"""Letters that may be left out between two that were typed."""


class Word(Struct, frozen=True):
    """One typed word: as typed, or as the same keys say it in the other layout.

    It stands in a text as it is, else its letters follow each other in one word of it, from that word's
    beginning on. What a longer word is found in, its beginning is found in, too.
    """

    spellings: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, typed: str) -> "Word":
        """The word in both layouts."""
        spellings = tuple(dict.fromkeys((folded(typed), folded(other_layout(typed)))))
        return cls(spellings, tuple(_loose(one) for one in spellings if one.isalnum() and len(one) > 1))

    def stands_in(self, text: str) -> bool:
        """Whether a folded text has it."""
        return any(one in text for one in self.spellings) or any(one.search(text) for one in self.patterns)

    def begins(self, text: str) -> bool:
        """Whether a folded text begins with it."""
        return text.startswith(self.spellings)

    def begins_word(self, text: str) -> bool:
        """Whether a word of a folded text begins with it."""
        return any(re.search(rf"\b{re.escape(one)}", text) for one in self.spellings)

    def among(self, texts: Collection[str]) -> frozenset[str]:
        """Those of many folded texts that have it."""
        found = {text for one in self.spellings for text in texts if one in text}
        for pattern in self.patterns:
            found.update([text for text in texts if text not in found and pattern.search(text)])
        return frozenset(found)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a folded text; loosely only where it does not stand as it is."""
        found = [
            (place.start(), place.end())
            for one in self.spellings
            for place in re.finditer(re.escape(one), text)
        ]
        if found:
            return found
        return [(place.start(), place.end()) for one in self.patterns if (place := one.search(text))]


def _loose(word: str) -> re.Pattern[str]:
    """Its letters in order, each the nearest one there is: it never goes back, so it fails quickly."""
    first, *others = (re.escape(letter) for letter in word)
    return re.compile(rf"\b{first}" + "".join(rf"(?>\w{{0,{GAP}}}?{letter})" for letter in others))


def as_meant(typed: str, known: Iterable[str]) -> str:
    """What was typed, or the same keys in the other layout where only that stands in `known` (folded)."""
    other, texts = other_layout(typed), tuple(known)

    def stands(text: str) -> bool:
        return all(any(word in one for one in texts) for word in folded(text).split())

    return other if stands(other) and not stands(typed) else typed


@lru_cache(maxsize=64)
def words(typed: str) -> tuple[Word, ...]:
    """The words of what was typed."""
    return tuple(Word.of(word) for word in typed.split())


def all_in(wanted: tuple[Word, ...], text: str) -> bool:
    """Whether a folded text has all of them."""
    return all(word.stands_in(text) for word in wanted)


def distance(wanted: tuple[Word, ...], text: str) -> int:
    """How far a folded text that has all of them is from what was typed: what begins with it is the nearest.

    Then come those with words that begin so, then all the others.
    """
    if not wanted or wanted[0].begins(text):
        return 0
    return 1 if all(word.begins_word(text) for word in wanted) else 2
