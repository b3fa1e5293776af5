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
        self._began = False

    def parts(self, packed: bytes) -> Iterator[bytes]:
        """What comes out of a piece, in parts of `PIECE` bytes at most."""
        while packed and not self._stream.eof:
            part = self._next(packed)
            packed = self._stream.unconsumed_tail
            if part:
                yield part

    def _next(self, packed: bytes) -> bytes:
        try:
            part = self._stream.decompress(packed, PIECE)
        except zlib.error as error:
            if self._began:
                raise httpx.DecodingError("broken packing") from error
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                part = self._stream.decompress(packed, PIECE)
            except zlib.error as other:
                raise httpx.DecodingError("broken packing") from other
        self._began = True
        return part
