"""The store as the program holds it: decisions in a journal, what was read in a cache."""

import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar

from hh_tui.errors import HHError, NotKept, SecondInstance, UnusableFile
from hh_tui.files.private_files import remove_private
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.journal_entries import Change, Record
from hh_tui.store.files import Files, for_reading, for_writing, nowhere, set_aside
from hh_tui.store.journal import Journal
from hh_tui.store.lock import FolderLock
from hh_tui.store.marker import mark
from hh_tui.store.read_cache import ReadCache
from hh_tui.store.writer_thread import Done, WriterThread

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Tells the time in UTC."""

DAY: Final = timedelta(days=1)


class Store(ReadCache):
    """Writes go to two threads, one for the journal and one for the cache, each in the order given.

    `why_not` is why decisions can't be kept, and so must not be made; `persistent` is False when nothing is
    meant to be on disk. Nothing here raises but what is awaited.
    """

    def __init__(
        self, files: Files, clock: Clock, *, persistent: bool, lock: FolderLock | None = None
    ) -> None:
        super().__init__(files.cache, WriterThread("cache", threaded=persistent), keeps=files.keeps)
        self.persistent = persistent
        self.why_not = files.why_not
        self._told = files.notices
        self._journal = files.journal
        self._journal_thread = WriterThread("journal", threaded=persistent)
        self._clock = clock
        self._lock = lock
        self._folder: Path | None = None
        self._keep_days = 0
        self._closed = False

    @classmethod
    def open(cls, folder: Path, *, keep_days: int, clock: Clock) -> "Store":
        """The store in a folder. What is older than `keep_days` is deleted in the background.

        Without a disk to write to, and beside another instance, there is a `why_not`.
        """
        lock = FolderLock(folder)
        try:
            first = lock.take()
        except UnusableFile as error:
            return cls(nowhere(NotKept(why=error.values["why"])), clock, persistent=True)
        except HHError as error:
            return cls(nowhere(error), clock, persistent=True)
        files = for_writing(folder, clock()) if first else for_reading(folder, SecondInstance())
        store = cls(files, clock, persistent=True, lock=lock)
        store._folder, store._keep_days = folder, keep_days
        if first:
            store._forget()
        return store

    @classmethod
    def in_memory(cls, clock: Clock) -> "Store":
        """The same, but it leaves nothing behind and does everything at once."""
        return cls(nowhere(), clock, persistent=False)

    @property
    def folder(self) -> Path | None:
        """The folder of the files; None where nothing is kept, or another instance keeps it."""
        return self._folder if self.why_not is None and self._keeps else None

    @property
    def notices(self) -> tuple[HHError, ...]:
        """Errors that a person should be told once; a journal or a cache that stopped later is among them."""
        later = (self.why_not, self.cache_off)
        return (*self._told, *(one for one in later if one is not None and one not in self._told))

    def claim(self) -> Files | None:
        """The files to write to, with the lock; None while another instance has it. Blocks, in any thread.

        What is read meanwhile is read from the files opened before.
        """
        if self._lock is None or self._folder is None:
            return None
        try:
            if self._closed or not self._lock.take():
                return None
        except HHError:
            return None
        return for_writing(self._folder, self._clock())

    def use(self, files: Files) -> bool:
        """Keep decisions in files that were claimed; whether they are kept here now.

        Everything has to be read anew then.
        """
        before = (files.journal, files.cache) if self._closed else (self._journal, self._cache)
        for one in before:
            one.close()
        if self._closed:
            if self._lock is not None:
                self._lock.give_back()
            return False
        self._journal, self._cache, self._keeps = files.journal, files.cache, files.keeps
        self.why_not, self._told, self.cache_off = files.why_not, files.notices, None
        self._forget()
        return self.why_not is None

    def settled(self) -> Awaitable[None]:
        """Awaiting tells when everything given for the journal until now was done, well or not."""
        done: Future[None] = Future()
        if self._closed:
            done.set_result(None)
            return Done(done)
        return Done(self._journal_thread.submit(lambda: None))

    def close(self, seconds: float = 2.0) -> None:
        """Finish what was given, for so many seconds at most, and let others write."""
        if self._closed:
            return
        self._closed = True
        until = time.monotonic() + seconds
        self._journal_thread.submit(self._end_journal)
        self._cache_thread.submit(self._end_cache)
        lanes = (self._journal_thread, self._cache_thread)
        finished = [thread.close(until - time.monotonic()) for thread in lanes]
        # A thread that still writes keeps the lock until the process ends.
        if self._lock and all(finished):
            self._lock.give_back()

    def write(self, *changes: Change) -> Awaitable[None]:
        """Write changes down together, after those given before; awaiting tells when they are on the disk.

        They are on their way when this returns, awaited or not. Awaiting raises NotKept, or `why_not`.
        """
        at = self._clock()
        return self._submit(lambda journal: journal.write(changes, at))

    def put(self, negotiation_id: str, kind: str, value: str) -> Awaitable[None]:
        """Keep a mark under a kind and a key; an empty `value` removes it. Awaiting raises like `write`."""
        return self.put_all(kind, {negotiation_id: value})

    def put_all(self, kind: str, values: Mapping[str, str]) -> Awaitable[None]:
        """Many marks of a kind in one transaction, by their keys."""
        return self.put_marks({kind: values})

    def put_marks(self, marks: Mapping[str, Mapping[str, str]]) -> Awaitable[None]:
        """Marks of several kinds in one transaction, by kind and key."""
        return self._submit(lambda journal: journal.put_marks(marks))

    def records(self, finished_since: datetime | None = None) -> tuple[Record, ...]:
        """All open writes, and those finished since then (of the last day, when not told), in their order.

        With an open write comes everything that was finished for the same candidate.
        Beside another instance there are none: they are that one's to send.
        """
        since = finished_since or self._clock() - DAY
        if self.why_not is not None:
            return ()
        return self._ask(lambda journal: journal.records(since), ())

    def log(self, since: datetime) -> tuple[Record, ...]:
        """What came to its end since then, in UTC, and all that is open; beside another instance, too."""
        return self._ask(lambda journal: journal.records(since), ())

    def drafts(self) -> Mapping[str, str]:
        """Texts of letters begun, by negotiation id; empty where the journal can't be read."""
        return self._ask(lambda journal: journal.drafts(), {})

    def sheets(self) -> Mapping[tuple[str, str], Values]:
        """What was typed into forms, by negotiation id and action id; empty where it can't be read."""
        return self._ask(lambda journal: journal.sheets(), {})

    def values(self, kind: str) -> Mapping[str, str]:
        """Marks of one kind, by their keys; empty where the journal can't be read."""
        return self._ask(lambda journal: journal.values(kind), {})

    def _submit(self, job: Callable[[Journal], T]) -> Awaitable[T]:
        why_not = NotKept(why="closed") if self._closed else self.why_not
        if why_not is None:
            return Done(self._journal_thread.submit(lambda: job(self._journal)))
        refused: Future[T] = Future()
        refused.set_exception(why_not)
        return Done(refused)

    def _ask(self, job: Callable[[Journal], T], nothing: T) -> T:
        """A journal that can't be read is none to write into."""
        try:
            return job(self._journal)
        except NotKept as error:
            self.why_not = self.why_not or error
            return nothing

    def _end_journal(self) -> None:
        """Close the journal; how much is open in it stands beside it."""
        if self.folder is not None:
            with suppress(HHError):
                mark(self.folder, self._journal.count())
        self._journal.close()

    def _forget(self) -> None:
        """Delete what is old, behind one's back; what fails is tried again at the next start."""
        if self._folder is None or self.why_not is not None:
            return
        folder, before = self._folder, self._clock() - timedelta(days=self._keep_days)

        def old_files() -> None:
            with suppress(HHError, OSError):
                for path, at in set_aside(folder):
                    if at < before:
                        remove_private(path)

        self._journal_thread.submit(lambda: self._journal.forget(before))
        self._cache_thread.submit(old_files)
        self._keep(lambda: self._cache.forget(before))
