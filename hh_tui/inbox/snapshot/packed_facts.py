"""What is asked of every row of a list, in the fewest bytes: words by their numbers, menus by theirs."""

from collections.abc import Callable, Iterable, Sequence
from struct import Struct as Layout
from typing import Final

from msgspec import Struct

from hh_tui.inbox.decisions.action_menu import ActionKind
from hh_tui.inbox.snapshot.row_facts import OWNER, RESUME, RowFacts

_HEAD: Final = Layout("<BIBHHB")
"""How many words, which traits, the place in the bundle, the bytes of who it is, those of the id of the
resume, and whether these are what hexadecimal digits stand for."""

_COUNT: Final = Layout("<I")
_MANY: Final = 255
"""In the place of how many words: their count and their numbers take four bytes each."""

_NARROW: Final = 1 << 16
"""The first number that takes more than two bytes."""


def _read_many(packed: bytes, begin: int) -> tuple[int, ...]:
    (count,) = _COUNT.unpack_from(packed, begin)
    return Layout(f"<{count}I").unpack_from(packed, begin + _COUNT.size)


_READ: Final[Sequence[Callable[[bytes, int], tuple[int, ...]]]] = (
    *(Layout(f"<{count}H").unpack_from for count in range(_MANY)),
    _read_many,
)
"""By how many words there are, what reads their numbers."""

_AFTER_HEAD: Final = _HEAD.size


class Traits(Struct, frozen=True):
    """What many rows have in common. `whose` tells by what the person is known, by its beginning."""

    needs_attention: bool
    offered: bool
    kinds: tuple[ActionKind, ...]
    whose: str


class FactsPacker:
    """Numbers each word and each combination of traits once, in the order they come up.

    The facts of several rows are one behind the other: each is asked for by where its own begin.
    """

    __slots__ = ("_numbers", "_places", "_traits", "_words")

    def __init__(self) -> None:
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._traits: list[Traits] = []
        self._places: dict[Traits, int] = {}

    def packed(self, facts: RowFacts, resume: bytes, in_bundle: int) -> bytes:
        """The facts, and the id of the resume behind them; which one of its bundle it is."""
        whose = next((one for one in (OWNER, RESUME) if facts.person.startswith(one)), "")
        traits = Traits(facts.needs_attention, facts.offered, facts.kinds, whose)
        place = self._places.setdefault(traits, len(self._traits))
        if place == len(self._traits):
            self._traits.append(traits)
        numbers = [self._number(word) for word in facts.words]
        who = b"" if whose == RESUME else facts.person[len(whose) :].encode()
        raw = _as_bytes(resume)
        told = resume if raw is None else raw
        is_short = len(numbers) < _MANY and max(numbers, default=0) < _NARROW
        count = len(numbers) if is_short else _MANY
        head = _HEAD.pack(count, place, in_bundle, len(who), len(told), raw is not None)
        if is_short:
            words = Layout(f"<{len(numbers)}H").pack(*numbers)
        else:
            words = _COUNT.pack(len(numbers)) + Layout(f"<{len(numbers)}I").pack(*numbers)
        return b"".join((head, words, who, told))

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        return number

    def traits(self, packed: bytes, begin: int) -> Traits:
        """What it has in common with others."""
        place: int = _COUNT.unpack_from(packed, begin + 1)[0]
        return self._traits[place]

    def numbers(self, packed: bytes, begin: int) -> tuple[int, ...]:
        """Its words by their numbers: a third of the time that the words themselves take."""
        return _READ[packed[begin]](packed, begin + _AFTER_HEAD)

    def words(self, packed: bytes, begin: int) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.named(self.numbers(packed, begin)))

    def named(self, numbers: Iterable[int]) -> Iterable[str]:
        """The words of these numbers."""
        return map(self._words.__getitem__, numbers)

    def numbered(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of those of the words that any row has."""
        return frozenset(self._numbers[word] for word in words if word in self._numbers)

    def person(self, packed: bytes, begin: int) -> str:
        """Who it is."""
        whose = self.traits(packed, begin).whose
        if whose == RESUME:
            return RESUME + self.place_and_resume(packed, begin)[1].decode()
        at = _end_of_words(packed, begin)
        return whose + packed[at : at + _HEAD.unpack_from(packed, begin)[3]].decode()

    def facts(self, packed: bytes, begin: int) -> RowFacts:
        """All of them."""
        traits = self.traits(packed, begin)
        return RowFacts(
            self.person(packed, begin),
            traits.needs_attention,
            traits.offered,
            traits.kinds,
            self.words(packed, begin),
        )

    def place_and_resume(self, packed: bytes, begin: int) -> tuple[int, bytes]:
        """Which one of its bundle it is, and the id of the resume."""
        _, _, place, who, told, is_raw = _HEAD.unpack_from(packed, begin)
        at = _end_of_words(packed, begin) + who
        resume = packed[at : at + told]
        return place, resume.hex().encode() if is_raw else resume


def _end_of_words(packed: bytes, begin: int) -> int:
    if (count := packed[begin]) != _MANY:
        return begin + _HEAD.size + 2 * count
    (count,) = _COUNT.unpack_from(packed, begin + _HEAD.size)
    return begin + _HEAD.size + _COUNT.size * (1 + int(count))


def _as_bytes(text: bytes) -> bytes | None:
    """Half as many bytes where the text is nothing but hexadecimal digits."""
    try:
        raw = bytes.fromhex(text.decode())
    except ValueError:
        return None
    return raw if raw and raw.hex().encode() == text else None
