"""Rows straight from the pages of an SQLite file, however little of the rest can be read.

SQLite finds a row from the root of its table downwards, so that one broken page hides all below it. Here
every page is looked at for itself: a page of a b-tree that holds rows says so in its first byte, and lists
where its cells begin. Format: https://www.sqlite.org/fileformat2.html. Rows of all tables come in one stream,
for a page does not say whose it is.
"""

from collections.abc import Iterator
from typing import Final

PAGE: Final = 4096
"""Bytes of a page: SQLite's default, which all of our files have."""

HEADER: Final = 100
"""Bytes before the b-tree of the first page."""

_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 13, 10, 2
"""Pages that hold rows; a table without a rowid is kept as an index."""

_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGIC: Final = (0x377F0682, 0x377F0683)

Value = str | bytes | int | float | None
Row = tuple[Value, ...]


def overlaid(content: bytes, log: bytes) -> bytes:
    """The file with what its write-ahead log says was committed last."""
    if len(log) < _LOG_HEADER or int.from_bytes(log[:4], "big") not in _LOG_MAGIC:
        return content
    salts, pages, waiting = log[16:24], dict[int, bytes](), dict[int, bytes]()
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        head = log[start : start + _FRAME_HEADER]
        number = int.from_bytes(head[:4], "big")
        if head[8:16] != salts or not 0 < number < 2**20:
            break
        waiting[number] = log[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE]
        if any(head[4:8]):  # the size of the file after a commit
            pages |= waiting
            waiting = {}
    whole = bytearray(content)
    for number, page in sorted(pages.items()):
        whole.extend(bytes(max(0, number * PAGE - len(whole))))
        whole[(number - 1) * PAGE : number * PAGE] = page
    return bytes(whole)


def rows(content: bytes) -> Iterator[Row]:
    """Every row that a page holds whole; a cell that makes no sense is passed over."""
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        yield from _rows_of(content, page.ljust(PAGE, b"\0"), HEADER if start == 0 else 0)


def _rows_of(content: bytes, page: bytes, base: int) -> Iterator[Row]:
    kind = page[base]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
        return
    first = base + (12 if kind == _INDEX_INTERIOR else 8)
    count = min(int.from_bytes(page[base + 3 : base + 5], "big"), (PAGE - first) // 2)
    for number in range(count):
        place = first + 2 * number
        try:
            payload = _payload(content, page, int.from_bytes(page[place : place + 2], "big"), kind)
            yield _row(payload)
        except (ValueError, IndexError):
            continue


def _payload(content: bytes, page: bytes, place: int, kind: int) -> bytes:
    """The bytes of a cell, with those that did not fit on its page. Raises ValueError or IndexError."""
    if kind == _INDEX_INTERIOR:
        place += 4
    length, place = _varint(page, place)
    most = PAGE - 35
    if kind == _TABLE_LEAF:
        _, place = _varint(page, place)
    else:
        most = (PAGE - 12) * 64 // 255 - 23
    if length <= most:
        return _taken(page, place, length)
    least = (PAGE - 12) * 32 // 255 - 23
    local = least + (length - least) % (PAGE - 4)
    local = local if local <= most else least
    if length > len(content):
        raise ValueError(length)
    found = bytearray(_taken(page, place, local))
    following = int.from_bytes(_taken(page, place + local, 4), "big")
    while len(found) < length:
        start = (following - 1) * PAGE
        if following < 1 or start >= len(content):
            raise ValueError(following)
        piece = content[start + 4 : start + PAGE]
        found += piece[: length - len(found)]
        if len(piece) < PAGE - 4 and len(found) < length:
            raise ValueError(following)
        following = int.from_bytes(content[start : start + 4], "big")
    return bytes(found)


def _row(payload: bytes) -> Row:
    """The values of a record. Raises ValueError or IndexError."""
    end, place = _varint(payload, 0)
    types: list[int] = []
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    if place != end or not types:
        raise ValueError(end)
    values: list[Value] = []
    for kind in types:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise ValueError(place)
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in (8, 9):
        return kind - 8, place
    if kind == 0:
        return None, place
    if kind < 7:
        size = (1, 2, 3, 4, 6, 8)[kind - 1]
        return int.from_bytes(_taken(payload, place, size), "big", signed=True), place + size
    if kind < 12:
        raise ValueError(kind)  # a floating number, which we have none of, or reserved
    size = (kind - 12) // 2
    content = _taken(payload, place, size)
    return content.decode("utf-8", "replace") if kind % 2 else content, place + size


def _taken(content: bytes, place: int, size: int) -> bytes:
    found = content[place : place + size]
    if len(found) != size:
        raise ValueError(place)
    return found


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place behind it."""
    number = 0
    for count in range(9):
        byte = content[place + count]
        if count == 8:
            return number << 8 | byte, place + 9
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + count + 1
    raise ValueError(place)
