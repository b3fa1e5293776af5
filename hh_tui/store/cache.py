"""The cache: what was read last time. It can be deleted at any moment."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Final, Generic, TypeVar

from msgspec import Raw, Struct, json

from hh_tui.api.models import Account, Board, Negotiation, Page, Vacancy
from hh_tui.api.models.reading import encoded, parsed_json
from hh_tui.api.models.thread import MessagePage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.database import transaction
from hh_tui.store.last_position import LastPosition
from hh_tui.store.operation_json import UNREADABLE, as_json
from hh_tui.store.timestamps import moment, stamp

T = TypeVar("T")

_CLEAN_END: Final = "clean end"

AT_ONCE: Final = 8
"""Pages taken out together where all of them are looked through."""


class _Form(Generic[T]):
    """How a thing is written as JSON, and read again: reading raises one of `UNREADABLE`.

    What hh.ru tells is read by the models that read hh.ru's answers, made ready when the first one comes.
    """

    def __init__(self, encode: Callable[[T], bytes], decode: Callable[[str], T]) -> None:
        self.encode, self.decode = encode, decode


def _account(body: str) -> tuple[Account, tuple[Vacancy, ...]]:
    account, vacancies = json.decode(body, type=tuple[Raw, list[Raw]])
    return parsed_json(Account, bytes(account)), _vacancies(vacancies)


def _vacancies(bodies: Iterable[Raw]) -> tuple[Vacancy, ...]:
    return tuple(parsed_json(Vacancy, bytes(one)) for one in bodies)


_ACCOUNT: Final = _Form[tuple[Account, tuple[Vacancy, ...]]](json.encode, _account)
_ARCHIVED: Final = _Form[tuple[Vacancy, ...]](
    json.encode, lambda body: _vacancies(json.decode(body, type=list[Raw]))
)
_BOARD: Final = _Form[Board](encoded, partial(parsed_json, Board))
_PAGE: Final = _Form[Page[Negotiation]](encoded, partial(parsed_json, Page[Negotiation]))
_PLACE: Final = _Form[LastPosition](json.encode, json.Decoder(LastPosition).decode)
_THREAD: Final = _Form[MessagePage](encoded, partial(parsed_json, MessagePage))


class Cached(Struct, Generic[T], frozen=True):
    """What was read, and when, in UTC."""

    value: T
    at: datetime


def name_of(query: Query) -> str:
    """What tells lists apart: the address, the filters and the order."""
    asked = {**query.filters.params(), **({"order_by": query.order} if query.order else {})}
    return f"{query.url}#{as_json(asked)}" if asked else query.url


class Cache:
    """Synchronous; one connection for whatever thread calls, one call at a time. `at` is in UTC.

    Writing raises sqlite3.Error, and ValueError for what can't be written. A row that can't be read any more
    counts as absent.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._turn = Lock()

    def keep_place(self, place: LastPosition, at: datetime) -> None:
        """Where the person is."""
        self._put("place", "", 0, at, _PLACE, place)

    def place(self) -> Cached[LastPosition] | None:
        """Where the person was."""
        return self._one("place", "", _PLACE)

    def keep_account(self, account: Account, vacancies: Sequence[Vacancy], at: datetime) -> None:
        """Who we are and what we look for."""
        self._put("account", "", 0, at, _ACCOUNT, (account, tuple(vacancies)))

    def account(self) -> Cached[tuple[Account, tuple[Vacancy, ...]]] | None:
        """Who we were and what we looked for."""
        return self._one("account", "", _ACCOUNT)

    def keep_archived(self, vacancies: Sequence[Vacancy], at: datetime) -> None:
        """The archived vacancies."""
        self._put("archived", "", 0, at, _ARCHIVED, tuple(vacancies))

    def archived(self) -> Cached[tuple[Vacancy, ...]] | None:
        """The archived vacancies."""
        return self._one("archived", "", _ARCHIVED)

    def vacancy_names(self) -> dict[str, str]:
        """Names of vacancies by id, as they were read last."""
        account, archived = self.account(), self.archived()
        known = (*(account.value[1] if account else ()), *(archived.value if archived else ()))
        return {one.id: one.name for one in known}

    def keep_board(self, vacancy_id: str, board: Board, at: datetime) -> None:
        """The collections of a vacancy."""
        self._put("board", vacancy_id, 0, at, _BOARD, board)

    def board(self, vacancy_id: str) -> Cached[Board] | None:
        """The collections of a vacancy."""
        return self._one("board", vacancy_id, _BOARD)

    def keep_page(self, query: Query, page: Page[Negotiation], at: datetime) -> None:
        """One page of a list; those past the end it tells of go."""
        with self._turn, transaction(self._connection):
            name = name_of(query)
            self._insert("page", name, page.page, at, _PAGE, page)
            self._connection.execute(
                "DELETE FROM kept WHERE kind = 'page' AND name = ? AND number >= ?",
                (name, max(page.pages, page.page + 1)),
            )

    def page(self, query: Query, number: int) -> Cached[Page[Negotiation]] | None:
        """One page of a list, counted from 0."""
        return next(
            (_read(_PAGE, at, body) for _, at, body in self._rows("page", name_of(query), number, 1)),
            None,
        )

    def pages(self, query: Query, at_most: int) -> tuple[Cached[Page[Negotiation]], ...]:
        """The first pages of a list, up to a gap."""
        pages: list[Cached[Page[Negotiation]]] = []
        for number, at, body in self._rows("page", name_of(query), 0, at_most):
            page = _read(_PAGE, at, body)
            if page is None or number != len(pages):
                break
            pages.append(page)
        return tuple(pages)

    def page_bodies(self) -> Iterator[tuple[str, str, bytes]]:
        """Every page of every list: the name of its list, when it was read, and its JSON.

        A few at a time: whoever keeps or reads something else meanwhile waits for those only. A page that is
        kept anew meanwhile comes once more.
        """
        last = -1
        while found := self._pages_behind(last):
            last = found[-1][0]
            yield from (one[1:] for one in found)

    def keep_thread(self, negotiation_id: str, message_page: MessagePage, at: datetime) -> None:
        """The thread of a candidate, as far as read."""
        self._put("thread", negotiation_id, 0, at, _THREAD, message_page)

    def thread(self, negotiation_id: str) -> Cached[MessagePage] | None:
        """The thread of a candidate, as far as read."""
        return self._one("thread", negotiation_id, _THREAD)

    def forget(self, before: datetime) -> None:
        """Delete what was read before then, in UTC."""
        with self._turn:
            self._connection.execute("DELETE FROM kept WHERE at < ?", (stamp(before),))
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def begin(self) -> bool:
        """Note that the file is in use; whether the last use ended as it should."""
        with self._turn, transaction(self._connection) as connection:
            clean = connection.execute("DELETE FROM meta WHERE name = ?", (_CLEAN_END,)).rowcount == 1
            return clean or not connection.execute("SELECT count(*) FROM kept").fetchone()[0]

    def end(self) -> None:
        """Note that the use ended as it should, for the next `begin`."""
        with self._turn:
            self._connection.execute(
                "INSERT OR REPLACE INTO meta (name, value) VALUES (?, '')", (_CLEAN_END,)
            )

    def close(self) -> None:
        """Close the file; nothing works afterwards."""
        with self._turn:
            self._connection.close()

    def _put(self, kind: str, name: str, number: int, at: datetime, form: _Form[T], value: T) -> None:
        with self._turn:
            self._insert(kind, name, number, at, form, value)

    def _insert(self, kind: str, name: str, number: int, at: datetime, form: _Form[T], value: T) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO kept (kind, name, number, at, body) VALUES (?, ?, ?, ?, ?)",
            (kind, name, number, stamp(at), form.encode(value).decode()),
        )

    def _one(self, kind: str, name: str, form: _Form[T]) -> Cached[T] | None:
        return next((_read(form, at, body) for _, at, body in self._rows(kind, name, 0, 1)), None)

    def _pages_behind(self, last: int) -> list[tuple[int, str, str, bytes]]:
        with self._turn:
            return self._connection.execute(
                "SELECT rowid, name, at, CAST(body AS BLOB) FROM kept"
                " WHERE kind = 'page' AND rowid > ? ORDER BY rowid LIMIT ?",
                (last, AT_ONCE),
            ).fetchall()

    def _rows(self, kind: str, name: str, first: int, count: int) -> list[tuple[int, str, str]]:
        with self._turn:
            return self._connection.execute(
                "SELECT number, at, body FROM kept"
                " WHERE kind = ? AND name = ? AND number >= ? AND number < ? ORDER BY number",
                (kind, name, first, first + count),
            ).fetchall()


def _read(form: _Form[T], at: str, body: str) -> Cached[T] | None:
    try:
        return Cached(form.decode(body), moment(at))
    except UNREADABLE:
        return None
