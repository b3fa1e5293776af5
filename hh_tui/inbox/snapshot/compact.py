"""Negotiations made small: a row that nobody looks at is kept as some hundred bytes instead of as an object
with all its jobs, actions and templates, which takes twenty kilobytes."""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.api.models.reading import encoded, encoded_list, parsed_json
from hh_tui.inbox.snapshot.packed_facts import FactsPacker
from hh_tui.inbox.snapshot.row_facts import RowFacts

_RAW: Final = -zlib.MAX_WBITS
_LEVEL: Final = 6

ALIKE: Final = 12
"""Negotiations that others are held against: as many as there is room for."""

_MOST: Final = 1 << zlib.MAX_WBITS
"""Bytes that can be held against."""

TOGETHER: Final = 10
"""Negotiations that are packed into one bundle, which is unpacked as a whole for any of them: more of them
would be a tenth smaller, and take as much longer to look at as they are."""

_BUNDLES: Final = 4
"""Bundles that are kept unpacked: rows that stand together are looked at one after the other."""

_BETWEEN: Final = b"\x00"
"""Between two negotiations of a bundle."""

_ITSELF: Final = b"\x01"
_RESUME: Final = b"\x02"
"""What stands for the ids of a negotiation and of its resume. Neither JSON nor an id has such bytes."""

_FIRST_MENU, _LAST_MENU = 3, 31
"""Bytes that stand for a menu of actions or of templates each, none of which JSON has."""

_MENU: Final = re.compile(rb"[\x03-\x1f]")

_MENUS: Final = 8_192
"""Bytes of them that are held against."""

_LONG: Final = 100
"""Bytes of a menu that is worth a place among these."""


class Bundle:
    """Some negotiations in a row that were packed by one `packer`: the `facts` that are asked of each of them
    one behind the other, and what they say pressed into one. Where the facts of one begin tells which it is.
    """

    __slots__ = ("facts", "packer", "pressed")

    def __init__(self, packer: "RowPacker", facts: bytes, pressed: bytes) -> None:
        self.packer: Final = packer
        self.facts: Final = facts
        self.pressed: Final = pressed

    def told(self, begin: int) -> tuple[bytes, bytes]:
        """The id of the resume, and what else the negotiation says without its ids and menus."""
        place, resume = self.packer.facts.place_and_resume(self.facts, begin)
        return resume, _parts(self)[place]

    def parts(self) -> list[bytes]:
        """What each of the negotiations says."""
        return self.packer.said(self.pressed).split(_BETWEEN)


@lru_cache(maxsize=_BUNDLES)
def _parts(bundle: Bundle) -> list[bytes]:
    return bundle.parts()


class RowPacker:
    """Packs negotiations that are like those it is made `after`: rows of a list say mostly the same.

    Each address in a negotiation has its own id or that of the resume in the middle, thirty times in all.
    Both are left out, and then whole menus of actions are the same: each is kept once. What is left of a few
    of them is pressed together, held against the others. The id of a resume is like nothing else, so it is
    kept beside that, as are the facts that are asked of every row.

    A negotiation is unpacked equal to what it was. Equal bytes tell that two are equal; different ones do
    not always tell that they differ, for a menu is left out only since it is known: a row is made anew then
    that need not be.
    """

    __slots__ = ("_begins", "_known", "_menus", "_standing", "facts", "opened")

    def __init__(self, *after: Negotiation) -> None:
        self._menus: list[bytes] = []
        self._standing: dict[bytes, bytes] = {}
        """By menu what stands for it."""
        self._begins: dict[int, int] = {}
        """One object for each number: there are as many of them as there are rows."""
        said = b"".join(self._shortened(one)[1] for one in after)
        # A menu for which there is no room is like the first ones at least.
        self._known = b"".join(self._menus)[:_MENUS] + said[: _MOST - _MENUS]
        self.facts = FactsPacker()
        self.opened = 0
        """How many were unpacked."""

    def packed(self, people: Sequence[tuple[Negotiation, RowFacts]]) -> tuple[Bundle, list[int]]:
        """At most `TOGETHER` negotiations made small, but for their ids, and where in it each begins."""
        all_facts, all_said, begins = bytearray(), list[bytes](), list[int]()
        for place, (negotiation, facts) in enumerate(people):
            resume, said = self._shortened(negotiation)
            begins.append(self._begins.setdefault(len(all_facts), len(all_facts)))
            all_facts += self.facts.packed(facts, resume, place)
            all_said.append(said)
        press = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=self._known)
        pressed = press.compress(_BETWEEN.join(all_said)) + press.flush()
        return Bundle(self, bytes(all_facts), pressed), begins

    def unpacked(self, bundle: Bundle, begin: int, negotiation_id: str) -> Negotiation:
        """The negotiation as it was."""
        self.opened += 1
        resume, said = bundle.told(begin)
        said = _MENU.sub(lambda found: self._menus[found[0][0] - _FIRST_MENU], said)
        said = said.replace(_RESUME, resume).replace(_ITSELF, negotiation_id.encode())
        return parsed_json(Negotiation, said)

    def is_of(self, bundle: Bundle, begin: int, negotiation: Negotiation) -> bool:
        """Whether this is what the negotiation of that id would be packed into, in less time than packing."""
        return bundle.told(begin) == self._shortened(negotiation)

    def said(self, pressed: bytes) -> bytes:
        """What was pressed."""
        return zlib.decompressobj(_RAW, self._known).decompress(pressed)

    def _shortened(self, negotiation: Negotiation) -> tuple[bytes, bytes]:
        """The id of the resume, and the negotiation as JSON without both ids and its menus."""
        own = negotiation.id.encode()
        resume = negotiation.resume.id.encode() if negotiation.resume and negotiation.resume.id else b""
        said = _without(encoded(negotiation), own, resume)
        for menu, standing in self._standing.items():
            said = said.replace(menu, standing)
        if b'"actions":[' in said:
            said = self._with_menu(said, _without(encoded_list(negotiation.actions), own, resume))
        if b'"templates":[' in said:
            said = self._with_menu(said, _without(encoded_list(negotiation.templates), own, resume))
        return resume, said

    def _with_menu(self, said: bytes, menu: bytes) -> bytes:
        """With a byte in the place of a menu that is not known yet, unless too many are."""
        place = len(self._standing) + _FIRST_MENU
        if len(menu) < _LONG or place > _LAST_MENU or menu not in said:
            return said
        standing = self._standing[menu] = bytes((place,))
        self._menus.append(menu)
        return said.replace(menu, standing)


def _without(said: bytes, own: bytes, resume: bytes) -> bytes:
    said = said.replace(own, _ITSELF)
    return said.replace(resume, _RESUME) if resume else said
