"""Bodies of answers: unpacked piece by piece, and no longer than they may be.

A megabyte of gzip can be gigabytes of text: what is unpacked counts, before it is kept.
"""

import zlib
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from typing import Final

import httpx

from hh_tui.errors import AnswerTooLong

ANSWER_AT_MOST: Final = 32 * 2**20
"""Bytes of an unpacked answer; the longest that hh.ru documents, 10,000 addresses, takes about half of it."""

PIECE: Final = 64 * 2**10
"""Bytes that are unpacked at once."""

ENCODINGS: Final = "gzip, deflate"
"""What answers may be packed by: what is unpacked here."""

_EITHER: Final = zlib.MAX_WBITS | 32
_GZIP: Final = zlib.MAX_WBITS | 16
_GZIP_SIGN: Final = b"\x1f\x8b"
"""The first bytes of every member of gzip; so many also tell bare deflate from the others."""

_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})


async def unpacked(pieces: AsyncIterable[bytes], headers: httpx.Headers) -> AsyncIterator[bytes]:
    """The body in short pieces, as it was before it was packed. Raises httpx.DecodingError."""
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding in ("", "identity"):
        async for piece in pieces:
            yield piece
        return
    if encoding not in _PACKED:
        raise httpx.DecodingError("packed in a way that was not asked for")
    unpacker = _Unpacker()
    async for piece in pieces:
        for part in unpacker.parts(piece):
            yield part
    unpacker.check_end()


async def each_told(pieces: AsyncIterable[bytes], told: Callable[[], None]) -> AsyncIterator[bytes]:
    """The same pieces; `told` is called as each of them comes."""
    async for piece in pieces:
        told()
        yield piece


async def whole(pieces: AsyncIterable[bytes], headers: httpx.Headers, at_most: int) -> bytes:
    """All of a body. Raises AnswerTooLong beyond `at_most` bytes, and httpx.DecodingError."""
    body = bytearray()
    async for piece in unpacked(pieces, headers):
        body += piece
        if len(body) > at_most:
            raise AnswerTooLong(megabytes=max(1, at_most >> 20))
    return bytes(body)


def plain(headers: httpx.Headers) -> httpx.Headers:
    """The headers of a body that has been unpacked."""
    gone = {"content-encoding", "content-length"} if "content-encoding" in headers else set()
    return httpx.Headers([(name, value) for name, value in headers.multi_items() if name not in gone])


class _Unpacker:
    """gzip of any number of members, zlib, or the bare deflate that some servers send under the same name."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_EITHER)
        self._head: bytes | None = b""
        """What came before the kind was told apart; None from then on."""
        self._may_go_on = False
        """Whether another member may follow the end of this one."""
        self._begun = b""
        """What came of the sign of the next member."""

    def parts(self, packed: bytes) -> Iterator[bytes]:
        """What comes out of a piece, in parts of `PIECE` bytes at most."""
        if self._head is not None:
            packed = self._known_kind(packed)
        elif self._stream.eof:
            packed = self._next_member(packed)
        while packed:
            yield from self._of_member(packed)
            packed = self._next_member(self._stream.unused_data) if self._stream.eof else b""

    def check_end(self) -> None:
        """Raises httpx.DecodingError where a body stops before its end; an empty one is whole."""
        if self._head != b"" and (self._begun or not self._stream.eof):
            raise httpx.DecodingError("packed body cut short")

    def _known_kind(self, packed: bytes) -> bytes:
        """All that came, once it is enough to tell the kind."""
        packed = (self._head or b"") + packed
        if len(packed) < len(_GZIP_SIGN):
            self._head = packed
            return b""
        self._head, self._may_go_on = None, packed.startswith(_GZIP_SIGN)
        try:
            zlib.decompressobj(_EITHER).decompress(packed[: len(_GZIP_SIGN)])
        except zlib.error:
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        return packed

    def _next_member(self, packed: bytes) -> bytes:
        """What follows an end: a member, perhaps behind zeros; anything else is not read."""
        if not self._may_go_on:
            return b""
        packed, self._begun = (self._begun + packed).lstrip(b"\0"), b""
        if packed.startswith(_GZIP_SIGN):
            self._stream = zlib.decompressobj(_GZIP)
            return packed
        if _GZIP_SIGN.startswith(packed):
            self._begun = packed
        else:
            self._may_go_on = False
        return b""

    def _of_member(self, packed: bytes) -> Iterator[bytes]:
        part = self._decompress(packed)
        while part:
            yield part
            if self._stream.eof or (len(part) < PIECE and not self._stream.unconsumed_tail):
                return
            # After a full part zlib may hold more, though it has taken in all there is.
            part = self._decompress(self._stream.unconsumed_tail)

    def _decompress(self, packed: bytes) -> bytes:
        try:
            return self._stream.decompress(packed, PIECE)
        except zlib.error as error:
            raise httpx.DecodingError("broken packing") from error
