"""Negotiations made small: a row that nobody looks at is kept as some hundred bytes instead of as an object
with all its jobs, actions and templates, which takes twenty kilobytes."""

import zlib
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.api.models.reading import encoded, parsed_json

_RAW: Final = -zlib.MAX_WBITS
_LEVEL: Final = 6

ALIKE: Final = 6
"""Negotiations that others are held against: with these a row takes a quarter less than with one."""

_MOST: Final = 1 << zlib.MAX_WBITS
"""Bytes that can be held against."""

_ITSELF: Final = b"\x01"
_RESUME: Final = b"\x02"
"""What stands for the ids of a negotiation and of its resume. Neither JSON nor an id has such bytes."""


class RowPacker:
    """Packs negotiations that are like those it is made `after`: rows of a list say mostly the same.

    Each address in a negotiation has its own id or that of the resume in the middle, thirty times in all.
    Both are left out before it is held against the others, so that whole menus of actions are the same.

    A negotiation is unpacked equal to what it was. Equal ones are packed into equal bytes.
    """

    __slots__ = ("_known", "_press", "opened")

    def __init__(self, *after: Negotiation) -> None:
        self._known = b"".join(map(_shortened, after))[-_MOST:]
        # Reading what others are held against takes as long as packing: it is read once, and then copied.
        self._press = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=self._known)
        self.opened = 0
        """How many were unpacked."""

    def packed(self, negotiation: Negotiation) -> bytes:
        """The negotiation made small, but for its id."""
        press = self._press.copy()
        return press.compress(_shortened(negotiation)) + press.flush()

    def unpacked(self, packed: bytes, negotiation_id: str) -> Negotiation:
        """The negotiation as it was."""
        self.opened += 1
        resume, _, said = self._said(packed).partition(_RESUME)
        said = said.replace(_RESUME, resume).replace(_ITSELF, negotiation_id.encode())
        return parsed_json(Negotiation, said)

    def is_of(self, packed: bytes, negotiation: Negotiation) -> bool:
        """Whether this is what the negotiation of that id would be packed into, in less time than packing."""
        return self._said(packed) == _shortened(negotiation)

    def _said(self, packed: bytes) -> bytes:
        return zlib.decompressobj(_RAW, self._known).decompress(packed)


def _shortened(negotiation: Negotiation) -> bytes:
    """The id of the resume, and the negotiation as JSON without both ids."""
    said = encoded(negotiation).replace(negotiation.id.encode(), _ITSELF)
    resume = negotiation.resume.id.encode() if negotiation.resume and negotiation.resume.id else b""
    return resume + _RESUME + (said.replace(resume, _RESUME) if resume else said)
