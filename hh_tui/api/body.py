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
_HEADER: Final = 2
"""Bytes that tell bare deflate from the others."""

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
    """gzip, zlib, or the bare deflate that some servers send under the same name."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_EITHER)
        self._head: bytes | None = b""
        """What came before the kind was told apart; None from then on."""

    def parts(self, packed: bytes) -> Iterator[bytes]:
        """What comes out of a piece, in parts of `PIECE` bytes at most; what follows the end is not read."""
        if self._stream.eof:
            return
        part = self._first(packed) if self._head is not None else self._next(packed)
        while part:
            yield part
            if self._stream.eof or (len(part) < PIECE and not self._stream.unconsumed_tail):
                return
            # After a full part zlib may hold more, though it has taken in all there is.
            part = self._next(self._stream.unconsumed_tail)

    def check_end(self) -> None:
        """Raises httpx.DecodingError where a body stops before its end; an empty one is whole."""
        if self._head != b"" and not self._stream.eof:
            raise httpx.DecodingError("packed body cut short")

    def _first(self, packed: bytes) -> bytes:
        self._head = (self._head or b"") + packed
        if len(self._head) < _HEADER:
            return b""
        packed, self._head = self._head, None
        try:
            return self._stream.decompress(packed, PIECE)
        except zlib.error:
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._next(packed)

    def _next(self, packed: bytes) -> bytes:
        try:
            return self._stream.decompress(packed, PIECE)
        except zlib.error as error:
            raise httpx.DecodingError("broken packing") from error
