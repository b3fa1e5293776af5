"""What the person in front of the program keeps on disk: letters and forms begun, marks, the journal."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping
from functools import partial
from typing import Any, Final, Protocol

from hh_tui.errors import DiskSilent, HHError, LastNotKept, NotKept, SecondInstance
from hh_tui.inbox.decisions.journal_entries import Change, DraftKept, SheetKept
from hh_tui.inbox.letters.unsaved_texts import Sheets, UnsavedTexts
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.store.store import Store
from hh_tui.store.writer_thread import beside

SOON: Final = 0.5
"""Seconds after which typed text is written down."""

AGAIN: Final = 5.0
"""Seconds after which texts that the disk did not take are handed to it once more."""

PATIENCE: Final = 2.0
"""Seconds that leaving waits for the disk to take what it was given."""

CLOSING: Final = 4.0
"""Seconds that it waits for stores to be closed."""

Begun = tuple[Mapping[str, str], Sheets]
"""Letters begun by negotiation id, and forms begun by negotiation id and action id."""


class Timer(Protocol):
    """Something that will be called."""

    def stop(self) -> object:
        """It will not be called any more."""


class PersonStore:
    """The store of the login in use, and the one place that writes the texts on the screen to it.

    `stores` opens the store of another login by the name of its profile; None where there is one login only.
    `begun` gives what stands on the screen. `later` calls back after so many seconds, `spawn` runs a
    coroutine beside everything else. `lost` is told why a mark could not be written down, `untaken` is told
    once when the disk takes no text any more.
    """

    def __init__(
        self,
        store: Store,
        stores: Callable[[str], Store] | None,
        *,
        begun: Callable[[], Begun],
        later: Callable[[float, Callable[[], None]], Timer],
        spawn: Callable[[Coroutine[Any, Any, None]], object],
        lost: Callable[[HHError], None],
        untaken: Callable[[], None],
    ) -> None:
        self.store = store
        self._stores = stores
        self._begun = begun
        self._later = later
        self._spawn = spawn
        self._lost = lost
        self._untaken = untaken
        self.unkept: frozenset[str] = frozenset()
        """For whom there are texts that the disk did not take, by negotiation id."""
        self._being_kept: list[Awaitable[None]] = []
        self._marks: dict[str, dict[str, str]] = {}
        self._texts = UnsavedTexts(store.drafts(), store.sheets())
        self._timer: Timer | None = None
        self._closing: set[asyncio.Future[Any]] = set()
        """What threads do with stores: it ends before another one is opened."""
        self.journal_writer = JournalWriter(store, self._changes, self._refused, spawn)

    @property
    def why_not(self) -> HHError | None:
        """Why nothing can be decided here, None when everything can."""
        return self.store.why_not

    @property
    def keeps(self) -> bool:
        """Whether what waits is there after the program has ended."""
        return self.store.persistent

    # Marks

    def remember(self, kind: str, key: str, value: str) -> Awaitable[None]:
        """Keep a text of the person's own under a kind and a key; an empty one is forgotten.

        Awaiting tells when it is on the disk; it raises NotKept, or `why_not`.
        """
        return self.remember_all(kind, {key: value})

    def remember_all(self, kind: str, values: Mapping[str, str]) -> Awaitable[None]:
        """The same for many keys, in one transaction."""
        return self.remember_marks({kind: values})

    def remember_marks(self, marks: Mapping[str, Mapping[str, str]]) -> Awaitable[None]:
        """The same for many keys of several kinds, in one transaction."""
        for kind, values in marks.items():
            kept = self._marks.setdefault(kind, dict(self.store.values(kind)))
            kept.update(values)
            for key in [one for one, value in values.items() if not value]:
                del kept[key]
        written = self.store.put_marks(marks)
        if self.store.why_not is None:
            # Beside another instance nothing is kept, which is said where it begins.
            self._being_kept.append(written)
            if len(self._being_kept) == 1:
                self._spawn(self._look_after_marks())
        return written

    async def _look_after_marks(self) -> None:
        """Tell once of the marks that were not written, however many there were."""
        failed: HHError | None = None
        while self._being_kept:
            try:
                await self._being_kept[0]
            except HHError as error:
                failed = error
            del self._being_kept[0]
        if failed is not None:
            self._lost(failed)

    def remembered(self, kind: str) -> Mapping[str, str]:
        """Everything kept of a kind, by key."""
        return dict(self._marks.setdefault(kind, dict(self.store.values(kind))))

    # Letters and forms begun

    def texts_changed(self) -> None:
        """A draft or a form is different: it is on disk within a second."""
        if self._timer is None:
            self._timer = self._later(SOON, self.write_down)

    def write_down(self) -> None:
        """Write the drafts and forms down at the end of this turn of the event loop."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.journal_writer.append().add_done_callback(self._taken)

    def _refused(self, change: DraftKept | SheetKept) -> None:
        """The disk did not take a text: it is told of once, and offered to it again and again."""
        self._texts.unkept(change)
        is_new = not self.unkept
        self.unkept |= {change.negotiation_id}
        if self.store.why_not is not None:
            return
        if self._timer is None:
            self._timer = self._later(AGAIN, self.write_down)
        if is_new:
            self._untaken()

    def _taken(self, turn: asyncio.Future[None]) -> None:
        if not turn.cancelled() and turn.exception() is None:
            self.unkept = frozenset()

    def write_down_at_once(self) -> None:
        """Hand them to the disk in this very call: the event loop will stand still for a while."""
        self.journal_writer.append_now()

    async def written_down(self, seconds: float) -> NotKept | DiskSilent | None:
        """Wait until all that has changed is on the disk, for so many seconds at most; why it is not."""
        written = asyncio.ensure_future(self._written())
        done, _ = await asyncio.wait({written}, timeout=seconds)
        return written.result() if done else DiskSilent()

    async def last_written_down(self) -> HHError | None:
        """The same for a program that ends; where nothing is kept anyway, that was told when it began."""
        if self.why_not is not None:
            return None
        error = await self.written_down(PATIENCE)
        return LastNotKept(**error.values) if isinstance(error, NotKept) else error

    async def _written(self) -> NotKept | None:
        try:
            await self.journal_writer.append()
        except NotKept as error:
            return error
        # What earlier calls have given may still be on its way.
        await self.store.settled()
        return None

    async def close(self) -> None:
        """Write the rest down and close the store; a disk that does not answer is not waited for long."""
        if changes := self._changes():
            self.store.write(*changes)
        self.close_behind(self.store)
        until = asyncio.get_running_loop().time() + CLOSING
        while self._closing and (left := until - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(self._closing, timeout=left)

    def _changes(self) -> tuple[Change, ...]:
        return self._texts.changes(*self._begun())

    # Another store

    @property
    def waits_for_another(self) -> bool:
        """Whether another instance keeps decisions, and this one can't."""
        return isinstance(self.store.why_not, SecondInstance)

    async def take_over(self) -> bool:
        """Keep decisions from now on, where the other instance that did so has ended.

        The files are looked through in a thread; until then nothing can be decided.
        """
        store = self.store
        claiming = asyncio.wrap_future(beside("claim", store.claim))
        self._behind(claiming)
        files = await asyncio.shield(claiming)
        if files is None or not store.use(files) or store is not self.store:
            return False
        self._read_anew()
        return True

    async def open_other(self, profile: str) -> Store | None:
        """The store of the login of this profile, beside this one; None where logins have none of their own.

        It is opened in a thread: every page of it is looked at.
        """
        if self._stores is None:
            return None
        while self._closing:
            # It may be this very one, which nobody else may have open.
            await asyncio.wait(self._closing)
        opening = asyncio.wrap_future(beside("open", partial(self._stores, profile)))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            opening.add_done_callback(lambda opened: self.close_behind(opened.result()))
            raise

    def move_to(self, store: Store) -> None:
        """This store takes the place of the one in use, which is closed beside everything else."""
        self.journal_writer.append_now()
        before, self.store = self.store, store
        self.journal_writer.switch_store(store)
        self._read_anew()
        self.close_behind(before)

    def close_behind(self, store: Store) -> None:
        """Close a store that is not in use, or no longer, after what is under way there."""
        self._behind(asyncio.ensure_future(_closed(store, frozenset(self._closing))))

    def _behind(self, work: "asyncio.Future[Any]") -> None:
        self._closing.add(work)
        work.add_done_callback(self._closing.discard)

    def _read_anew(self) -> None:
        self._marks, self.unkept = {}, frozenset()
        self._texts = UnsavedTexts(self.store.drafts(), self.store.sheets())


async def _closed(store: Store, first: Collection["asyncio.Future[Any]"]) -> None:
    if first:
        await asyncio.wait(first)
    await asyncio.to_thread(store.close)
