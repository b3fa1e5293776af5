"""Packed bodies: whole however they are cut into pieces, and an error where they stop too early."""

import gzip
import zlib
from collections.abc import AsyncIterator, Callable
from itertools import pairwise

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.body import PIECE, whole
from hh_tui.errors import AnswerTooLong

AT_MOST = 2**20


def _bare(text: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush()


PACKINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "bare": ("deflate", _bare),
}

TEXTS = st.one_of(
    st.binary(max_size=300),
    st.builds(
        lambda unit, length: (unit * (length // len(unit) + 1))[:length],
        st.sampled_from([b"a", b'{"a": [1, 2, 3]}', bytes(range(256))]),
        st.one_of(
            st.integers(min_value=0, max_value=4 * PIECE), st.integers(min_value=PIECE, max_value=PIECE + 300)
        ),
    ),
)


async def _unpacked(packed: bytes, encoding: str, cuts: list[int]) -> bytes:
    async def pieces() -> AsyncIterator[bytes]:
        ends = [0, *sorted(cut % (len(packed) + 1) for cut in cuts), len(packed)]
        for start, end in pairwise(ends):
            yield packed[start:end]

    return await whole(pieces(), httpx.Headers({"Content-Encoding": encoding}), AT_MOST)


@pytest.mark.parametrize("packing", PACKINGS)
@given(text=TEXTS, cuts=st.lists(st.integers(min_value=0, max_value=2**16), max_size=8))
async def test_a_packed_body_is_whole(packing: str, text: bytes, cuts: list[int]) -> None:
    encoding, packed = PACKINGS[packing]
    assert await _unpacked(packed(text), encoding, cuts) == text


@pytest.mark.parametrize("packing", PACKINGS)
async def test_no_byte_is_lost_around_a_full_part(packing: str) -> None:
    encoding, packed = PACKINGS[packing]
    for length in [*range(PIECE - 2, PIECE + 300), 2 * PIECE, 3 * PIECE]:
        assert len(await _unpacked(packed(b"a" * length), encoding, [])) == length


@pytest.mark.parametrize("packing", PACKINGS)
async def test_a_body_in_single_bytes_is_whole(packing: str) -> None:
    encoding, packed = PACKINGS[packing]
    body = packed(b'{"a": 1}')
    assert await _unpacked(body, encoding, list(range(len(body)))) == b'{"a": 1}'


@pytest.mark.parametrize("packing", PACKINGS)
@given(text=TEXTS, end=st.integers(min_value=0, max_value=2**16))
async def test_a_body_cut_short_is_an_error(packing: str, text: bytes, end: int) -> None:
    encoding, packed = PACKINGS[packing]
    body = packed(text)
    short = body[: 1 + end % (len(body) - 1)]
    with pytest.raises(httpx.DecodingError):
        await _unpacked(short, encoding, [end])


@pytest.mark.parametrize("packing", PACKINGS)
async def test_a_body_without_a_byte_is_no_error(packing: str) -> None:
    encoding, _ = PACKINGS[packing]
    assert await _unpacked(b"", encoding, []) == b""


MEMBERS = st.lists(TEXTS, min_size=2, max_size=4)
CUTS = st.lists(st.integers(min_value=0, max_value=2**16), max_size=8)


@given(texts=MEMBERS, zeros=st.integers(min_value=0, max_value=3), cuts=CUTS)
async def test_several_members_of_gzip_are_one_body(texts: list[bytes], zeros: int, cuts: list[int]) -> None:
    body = b"".join(gzip.compress(text) + bytes(zeros) for text in texts)
    assert await _unpacked(body, "gzip", cuts) == b"".join(texts)


async def test_several_members_in_single_bytes_are_one_body() -> None:
    body = gzip.compress(b'{"a": ') + gzip.compress(b"") + gzip.compress(b"1}")
    assert await _unpacked(body, "gzip", list(range(len(body)))) == b'{"a": 1}'


@given(first=TEXTS, last=TEXTS, end=st.integers(min_value=0, max_value=2**16))
async def test_a_later_member_cut_short_is_an_error(first: bytes, last: bytes, end: int) -> None:
    whole_one, other = gzip.compress(first), gzip.compress(last)
    short = whole_one + other[: 1 + end % (len(other) - 1)]
    with pytest.raises(httpx.DecodingError):
        await _unpacked(short, "gzip", [end, len(whole_one)])


async def test_all_members_count_for_the_length() -> None:
    member = gzip.compress(bytes(AT_MOST // 2))
    assert len(await _unpacked(member * 2, "gzip", [])) == AT_MOST
    with pytest.raises(AnswerTooLong):
        await _unpacked(member * 3, "gzip", [])


@pytest.mark.parametrize("packing", PACKINGS)
@given(text=TEXTS, cuts=CUTS)
async def test_what_follows_the_end_and_is_no_member_is_not_read(
    packing: str, text: bytes, cuts: list[int]
) -> None:
    encoding, packed = PACKINGS[packing]
    assert await _unpacked(packed(text) + b"\0\x1f behind", encoding, cuts) == text
