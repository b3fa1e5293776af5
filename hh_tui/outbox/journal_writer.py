"""Writes journal changes: all changes of one turn of the event loop are one SQLite transaction.

What could not be written is written before the next entry, as far as it still makes sense.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from hh_tui.errors import HHError, NotKept
from hh_tui.inbox.decisions.journal_entries import Added, Change, DraftKept, Moved, SheetKept
from hh_tui.inbox.decisions.outbox import Stage


class ChangeStore(Protocol):
    """Where changes are written down."""

    def write(self, *changes: Change) -> Awaitable[None]:
        """Hand a transaction in, in this very call; awaiting it tells when it stands. Raises HHError."""


class JournalWriter:
    """Collects the changes of a turn of the event loop and hands them to the store together.

    `texts` gives those of drafts and forms since it was last asked; `unkept` takes back one that the store
    refused. `spawn` runs a coroutine beside everything else.
    """

    def __init__(
        self,
        store: ChangeStore,
        texts: Callable[[], tuple[Change, ...]],
        unkept: Callable[[DraftKept | SheetKept], None],
        spawn: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        self.store = store
        self._texts = texts
        self._unkept = unkept
        self._spawn = spawn
        self._queue: list[Change] = []
        self._unwritten: list[Change] = []
        self._unknown: set[str] = set()
        self._turn: asyncio.Future[None] | None = None

    def append(self, *changes: Change) -> asyncio.Future[None]:
        """Write these down at the end of this turn. The future raises NotKept when that can't be done."""
        self._queue += [
            one for one in changes if not (isinstance(one, Moved) and one.operation_id in self._unknown)
        ]
        if self._turn is None:
            loop = asyncio.get_running_loop()
            self._turn = loop.create_future()
            self._turn.add_done_callback(_consume_error)
            loop.call_soon(self.flush)
        return self._turn

    def append_now(self) -> None:
        """Hand in what has changed in this very call: the loop will not come to it for a while."""
        self.append()
        self.flush()

    def switch_store(self, store: ChangeStore) -> None:
        """Another store from now on; what the one before has not taken stays there."""
        self.store = store
        self._unwritten, self._unknown = [], set()

    def flush(self) -> None:
        """Hand in what this turn has brought so far."""
        turn, self._turn = self._turn, None
        if turn is None:
            return
        behind, self._unwritten = self._unwritten, []
        changes, self._queue = (*self._queue, *self._texts()), []
        for change in behind:
            self._spawn(self._write_late(change, self.store.write(change)))
        if changes:
            self._spawn(self._write(changes, self.store.write(*changes), turn))
        else:
            turn.set_result(None)

    async def _write_late(self, change: Change, written: Awaitable[None]) -> None:
        try:
            await written
        except HHError:
            self._keep_unwritten((change,))

    async def _write(
        self, changes: tuple[Change, ...], written: Awaitable[None], turn: asyncio.Future[None]
    ) -> None:
        try:
            await written
        except HHError as error:
            self._unknown |= {one.operation.id for one in changes if isinstance(one, Added)}
            self._keep_unwritten(changes)
            if not turn.cancelled():
                turn.set_exception(error if isinstance(error, NotKept) else NotKept(why=error.code))
        else:
            if not turn.cancelled():
                turn.set_result(None)

    def _keep_unwritten(self, changes: tuple[Change, ...]) -> None:
        """A step that was not written is not taken, so only its outcome has to be caught up with."""
        for change in changes:
            if isinstance(change, DraftKept | SheetKept):
                self._unkept(change)
            elif (
                isinstance(change, Moved)
                and change.stage is not Stage.SENDING
                and change.operation_id not in self._unknown
            ):
                self._unwritten.append(change)


def _consume_error(turn: asyncio.Future[None]) -> None:
    """Retrieve the error, so that an entry nobody awaits logs none."""
    if not turn.cancelled():
        turn.exception()
