"""Words a recruiter looks for in a vacancy's candidates, and words that put one off."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import one_line

KIND: Final = "keywords"
"""Under which name the words of a vacancy are remembered."""

AT_MOST: Final = 60
"""Words of each kind."""

Sort = Literal["must", "stop"]


class Span(NamedTuple):
    """Where in a text a word stands."""

    start: int
    end: int
    kind: Sort


class Hits(NamedTuple):
    """How many different words of each kind were found."""

    must: int = 0
    stop: int = 0


class Keywords(Struct, frozen=True):
    """The words of one vacancy. A word is found where a word of the text begins with it."""

    must: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.must or self.stop)

    def spans(self, text: str) -> list[Span]:
        """Every place where a word was found, whole words, in order; a stop word wins over the other kind."""
        flat = flattened(text)
        found = {
            (match.start(), match.end()): sort
            for sort, words in (("must", self.must), ("stop", self.stop))
            for word in words
            for match in _pattern(word).finditer(flat)
        }
        return sorted(Span(start, end, _sort(sort)) for (start, end), sort in found.items())

    def hits(self, texts: Iterable[str]) -> Hits:
        """How many of the words stand in any of the texts."""
        flat = "\n".join(flattened(text) for text in texts)
        return Hits(*(sum(bool(_pattern(word).search(flat)) for word in words)
                      for words in (self.must, self.stop)))  # fmt: skip

    def dumped(self) -> str:
        """As one text to be remembered."""
        return json.dumps({"must": self.must, "stop": self.stop}, ensure_ascii=False)


def _sort(sort: str) -> Sort:
    return "must" if sort == "must" else "stop"


def loaded(text: str) -> Keywords:
    """Words that were remembered; anything that is not such a text counts as none."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return Keywords()
    if not isinstance(said, dict):
        return Keywords()
    kinds = [said.get(sort) for sort in ("must", "stop")]
    return Keywords(*(words(",".join(one for one in kind if isinstance(one, str)))
                      if isinstance(kind, list) else () for kind in kinds))  # fmt: skip


def words(typed: str) -> tuple[str, ...]:
    """The words of a line with commas between them, each once, in order."""
    kept: dict[str, str] = {}
    for part in typed.split(","):
        if word := one_line(part):
            kept.setdefault(flattened(word), word)
    return tuple(kept.values())[:AT_MOST]


def flattened(text: str) -> str:
    """Text of the same length for comparing: without case, `ё` as `е`."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
    return low.replace("ё", "е")


@lru_cache(512)
def _pattern(word: str) -> re.Pattern[str]:
    phrase = r"\s+".join(re.escape(part) for part in flattened(word).split())
    return re.compile(rf"(?<!\w){phrase}\w*" if phrase else r"(?!)")


def told(negotiation: Negotiation) -> Iterator[str]:
    """What the list item tells of a candidate in words."""
    resume = negotiation.resume
    if resume is None:
        return
    yield resume.title or ""
    yield from resume.skill_set
    for job in resume.experience:
        yield job.company or ""
        yield job.position or ""
    for school in resume.education.primary if resume.education else ():
        yield from (part for part in (school.name, school.organization, school.result) if part)
