"""What all operations stand on: reading models, lists and whole paged lists over one connection."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import httpx

from hh_tui.api.connection import Connection
from hh_tui.api.limits import GROWTH, PAGES_AT_MOST
from hh_tui.api.models import Page, PartialTuple
from hh_tui.api.models.base import Model
from hh_tui.api.models.reading import WrongShape, parsed, parsed_json, parsed_list
from hh_tui.errors import AnswerTooLong, UnreadableAnswer

M = TypeVar("M", bound=Model)
Param = str | int | Sequence[str] | None


class WholeList(Generic[M]):
    """The items of a paged list, as far as it was read: `pages` of it.

    It is over with its last page, with one that brings nothing new, and some pages after those that its first
    one spoke of: a list that grows while it is read does not grow for ever.
    """

    def __init__(self) -> None:
        self.items: list[M] = []
        self.pages = 0
        self.unreadable = 0
        self.is_over = False
        self._known: set[object] = set()
        self._most = PAGES_AT_MOST

    def take(self, page: Page[M]) -> tuple[M, ...]:
        """The items of the next page that were not there yet."""
        fresh = []
        for item in page.items:
            key = getattr(item, "id", None) or id(item)
            if key not in self._known:
                self._known.add(key)
                fresh.append(item)
        self.items += fresh
        self.unreadable += page.unreadable
        if not self.pages:
            self._most = min(PAGES_AT_MOST, page.pages + GROWTH)
        self.pages += 1
        self.is_over = page.is_last or not fresh or self.pages >= self._most
        return tuple(fresh)

    @property
    def taken(self) -> tuple[M, ...]:
        """All items so far; `broken_in` tells how many could not be read."""
        return PartialTuple.of(self.items, self.unreadable)


class Resource:
    """Base of the operations on each noun. A parameter that is None or empty is not sent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def _get(self, model: type[M], address: str, **params: Param) -> M:
        """One object. Raises HHError."""
        return read_as(model, await self._connection.body(address, given(params)))

    async def _save(
        self,
        opening: AbstractAsyncContextManager[httpx.Response],
        into: Callable[[bytes], object],
        progress: Callable[[int, int | None], object],
        at_most: int,
    ) -> int:
        """A file, piece by piece; returns its length in bytes. `progress` gets how much came, of how much.

        Raises UnreadableAnswer for an empty file and AnswerTooLong for one longer than `at_most`.
        """
        done = 0
        async with opening as response:
            length = response.headers.get("Content-Length", "")
            plain = "Content-Encoding" not in response.headers
            total = int(length) if plain and length.isascii() and length.isdigit() else None
            async for piece in response.aiter_bytes():
                done += len(piece)
                if done > at_most:
                    raise AnswerTooLong(megabytes=max(1, at_most >> 20))
                into(piece)
                progress(done, total)
            if not done:
                raise UnreadableAnswer(status=response.status_code)
        return done

    async def _get_list(self, model: type[M], address: str) -> tuple[M, ...]:
        """A bare JSON array. Raises HHError."""
        return as_list(model, await self._connection.read(address))

    async def _all(
        self, model: type[Page[M]], address: str, per_page: int | None, **params: Param
    ) -> tuple[M, ...]:
        """Every page of a list, in order, nobody twice; without `per_page` as long as the server makes them.

        Raises HHError.
        """
        whole = WholeList[M]()
        while not whole.is_over:
            whole.take(await self._get(model, address, **params, page=whole.pages, per_page=per_page))
        return whole.taken


def read_as(model: type[M], body: bytes) -> M:
    """The model in an answer as it came; raises UnreadableAnswer when it is not in it."""
    try:
        return parsed_json(model, body)
    except WrongShape as error:
        raise UnreadableAnswer(status=200) from error


def as_model(model: type[M], payload: Any) -> M:
    """The model in a decoded answer; raises UnreadableAnswer when it is not in it."""
    try:
        return parsed(model, payload)
    except WrongShape as error:
        raise UnreadableAnswer(status=200) from error


def as_list(model: type[M], payload: Any) -> tuple[M, ...]:
    """The models in a decoded array, broken elements left out and counted (`broken_in`).

    Raises UnreadableAnswer when it is no array.
    """
    if not isinstance(payload, list):
        raise UnreadableAnswer(status=200)
    try:
        return parsed_list(model, payload)
    except RecursionError as error:
        raise UnreadableAnswer(status=200) from error


def given(params: dict[str, Param]) -> dict[str, str | int | Sequence[str]]:
    """The parameters that have a value."""
    return {name: value for name, value in params.items() if value is not None and value not in ("", (), [])}


def part(identifier: str) -> str:
    """An id as one part of a path, whatever characters it has."""
    return quote(identifier, safe="")


def below(address: str, identifier: str) -> str:
    """The address of one thing in a list, by the list's own address; its query stays."""
    path, mark, query = address.partition("?")
    return f"{path.rstrip('/')}/{part(identifier)}{mark}{query}"
