"""Negotiations made small: a row that nobody looks at is kept as some hundred bytes instead of as an object
with all its jobs, actions and templates, which takes twenty kilobytes."""

import zlib
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.api.models.reading import encoded, parsed_json

_RAW: Final = -zlib.MAX_WBITS
_LEVEL: Final = 3
"""Takes as long as level 1 and saves a third."""

ALIKE: Final = 6
"""Negotiations that others are held against: with these a row takes a quarter less than with one."""

_MOST: Final = 1 << zlib.MAX_WBITS
"""Bytes that can be held against."""


class RowPacker:
    """Packs negotiations that are like those it is made `after`: rows of a list say mostly the same.

    A negotiation is unpacked equal to what it was. Equal ones are packed into equal bytes.
    """

    __slots__ = ("_known", "opened")

    def __init__(self, *after: Negotiation) -> None:
        self._known = b"".join(map(encoded, after))[-_MOST:]
        self.opened = 0
        """How many were unpacked."""

    def packed(self, negotiation: Negotiation) -> bytes:
        """The negotiation made small."""
        press = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=self._known)
        return press.compress(encoded(negotiation)) + press.flush()

    def unpacked(self, packed: bytes) -> Negotiation:
        """The negotiation as it was."""
        self.opened += 1
        return parsed_json(Negotiation, self._said(packed))

    def is_of(self, packed: bytes, negotiation: Negotiation) -> bool:
        """Whether this is what the negotiation would be packed into, in less time than packing takes."""
        return self._said(packed) == encoded(negotiation)

    def _said(self, packed: bytes) -> bytes:
        return zlib.decompressobj(_RAW, self._known).decompress(packed)
