"""What was read, kept for the next start: written behind one's back, read at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeVar

from msgspec import json

from hh_tui.api.models import Account, Board, Negotiation, Page, Vacancy
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import CacheOff
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.cache import Cache, Cached, name_of
from hh_tui.store.database import TROUBLE
from hh_tui.store.last_position import LastPosition
from hh_tui.store.timestamps import stamp
from hh_tui.store.writer_thread import WriterThread

T = TypeVar("T")

NAMES: Final = ("last_name", "first_name", "middle_name")

PAGES: Final = 4
"""Pages of a list that are read at once: each costs some 20 ms, and a start should be instant."""


class ReadCache:
    """The cache behind a thread of its own. Every `keep_...` returns at once, `at` is in UTC.

    What was kept comes back with its `at`; None where there is none, or none that can be read.

    Nothing here raises: a cache that fails stops, and `cache_off` says why.
    """

    cache_off: CacheOff | None = None

    def __init__(self, cache: Cache, thread: WriterThread, *, keeps: bool) -> None:
        self._cache = cache
        self._cache_thread = thread
        self._keeps = keeps
        self._unkept: dict[str, dict[int, tuple[str, bytes]]] = {}
        """Names on pages that nothing else is kept of, by list and number: when they were read, as JSON."""

    def keep_place(self, place: LastPosition, at: datetime) -> None:
        """Where the person is."""
        self._keep(lambda: self._cache.keep_place(place, at))

    def keep_account(self, account: Account, vacancies: Sequence[Vacancy], at: datetime) -> None:
        """Who we are and what we look for."""
        self._keep(lambda: self._cache.keep_account(account, vacancies, at))

    def keep_archived(self, vacancies: Sequence[Vacancy], at: datetime) -> None:
        """The archived vacancies."""
        self._keep(lambda: self._cache.keep_archived(vacancies, at))

    def keep_board(self, vacancy_id: str, board: Board, at: datetime) -> None:
        """The collections of a vacancy."""
        self._keep(lambda: self._cache.keep_board(vacancy_id, board, at))

    def keep_page(self, query: Query, page: Page[Negotiation], at: datetime) -> None:
        """One page of a list; those past the end it tells of go.

        Where nothing is kept, or not any more, the names on it are remembered while the program runs.
        """
        if self._keeps and self.cache_off is None:
            self._keep(lambda: self._cache.keep_page(query, page, at))
        else:
            self._remember_names(query, page, at)

    def keep_thread(self, negotiation_id: str, message_page: MessagePage, at: datetime) -> None:
        """The thread of a candidate, as far as read."""
        self._keep(lambda: self._cache.keep_thread(negotiation_id, message_page, at))

    def place(self) -> Cached[LastPosition] | None:
        """Where the person was."""
        return self._look(lambda: self._cache.place(), None)

    def account(self) -> Cached[tuple[Account, tuple[Vacancy, ...]]] | None:
        """Who we were and what we looked for."""
        return self._look(lambda: self._cache.account(), None)

    def archived(self) -> Cached[tuple[Vacancy, ...]] | None:
        """The archived vacancies."""
        return self._look(lambda: self._cache.archived(), None)

    def vacancy_names(self) -> Mapping[str, str]:
        """Names of vacancies by id, as they were read last."""
        return self._look(lambda: self._cache.vacancy_names(), {})

    def board(self, vacancy_id: str) -> Cached[Board] | None:
        """The collections of a vacancy."""
        return self._look(lambda: self._cache.board(vacancy_id), None)

    def page(self, query: Query, number: int) -> Cached[Page[Negotiation]] | None:
        """One page of a list, counted from 0."""
        return self._look(lambda: self._cache.page(query, number), None)

    def pages(self, query: Query, at_most: int = PAGES) -> tuple[Cached[Page[Negotiation]], ...]:
        """The first pages of a list, up to a gap."""
        return self._look(lambda: self._cache.pages(query, at_most), ())

    def page_bodies(self) -> Iterator[tuple[str, str, bytes]]:
        """Every page that was read: the name of its list, when, and as much of its JSON as is kept.

        To be looked through in another thread than that of the screen: it can be long.
        """
        for name, numbers in tuple(self._unkept.items()):
            for at, body in tuple(numbers.values()):
                yield name, at, body
        try:
            yield from self._cache.page_bodies()
        except TROUBLE as error:
            self._stop(error)

    def thread(self, negotiation_id: str) -> Cached[MessagePage] | None:
        """The thread of a candidate, as far as read."""
        return self._look(lambda: self._cache.thread(negotiation_id), None)

    def _remember_names(self, query: Query, page: Page[Negotiation], at: datetime) -> None:
        end = max(page.pages, page.page + 1)
        before = self._unkept.get(name_of(query), {})
        read = {page.page: (stamp(at), _names_on(page))}
        self._unkept[name_of(query)] = {key: one for key, one in {**before, **read}.items() if key < end}

    def _keep(self, job: Callable[[], None]) -> None:
        if self._keeps:
            self._cache_thread.submit(lambda: self._done(job))

    def _done(self, job: Callable[[], None]) -> None:
        """One write, unless the cache has failed before; what JSON can't hold is left out."""
        if self.cache_off is None:
            try:
                job()
            except TROUBLE as error:
                self._stop(error)
            except ValueError:
                pass

    def _look(self, job: Callable[[], T], nothing: T) -> T:
        try:
            return job()
        except TROUBLE as error:
            self._stop(error)
            return nothing

    def _stop(self, error: Exception) -> None:
        if self.cache_off is None:
            self.cache_off = CacheOff(why=str(error))

    def _end_cache(self) -> None:
        """Close the cache; one that failed is looked at when it is opened next."""
        if self._keeps and self.cache_off is None:
            self._done(self._cache.end)
        self._cache.close()


def _names_on(page: Page[Negotiation]) -> bytes:
    """The page as JSON, with who stands on it and when something happened, and without everything else."""
    rows = (
        {
            "id": one.id,
            "employer_state": one.employer_state,
            "created_at": one.created_at,
            "updated_at": one.updated_at,
            "resume": one.resume and {name: getattr(one.resume, name) for name in NAMES},
        }
        for one in page.items
    )
    return json.encode({"items": tuple(rows)})
