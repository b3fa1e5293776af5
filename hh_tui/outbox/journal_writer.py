"""Writes the outbox down: everything that changes within one turn of the event loop is one transaction.

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
    """Gathers the changes of a turn. `texts` gives those of drafts and forms since it was last asked."""

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
        self._behind: list[Change] = []
        self._unknown: set[str] = set()
        self._turn: asyncio.Future[None] | None = None

    def note(self, *changes: Change) -> asyncio.Future[None]:
        """Write these down at the end of this turn. The future raises NotKept when that can't be done."""
        self._queue += [
            one for one in changes if not (isinstance(one, Moved) and one.operation_id in self._unknown)
        ]
        if self._turn is None:
            loop = asyncio.get_running_loop()
            self._turn = loop.create_future()
            self._turn.add_done_callback(_heard)
            loop.call_soon(self.hand_in)
        return self._turn

    def note_at_once(self) -> None:
        """Hand in what has changed in this very call: the loop will stand still for a while."""
        self.note()
        self.hand_in()

    def go_on_with(self, store: ChangeStore) -> None:
        """Another store from now on; what the one before has not taken stays there."""
        self.store = store
        self._behind, self._unknown = [], set()

    def hand_in(self) -> None:
        """Hand in what this turn has brought so far."""
        turn, self._turn = self._turn, None
        if turn is None:
            return
        behind, self._behind = self._behind, []
        changes, self._queue = (*self._queue, *self._texts()), []
        for change in behind:
            self._spawn(self._catch_up(change, self.store.write(change)))
        if changes:
            self._spawn(self._stand(changes, self.store.write(*changes), turn))
        else:
            turn.set_result(None)

    async def _catch_up(self, change: Change, written: Awaitable[None]) -> None:
        try:
            await written
        except HHError:
            self._fall_behind((change,))

    async def _stand(
        self, changes: tuple[Change, ...], written: Awaitable[None], turn: asyncio.Future[None]
    ) -> None:
        try:
            await written
        except HHError as error:
            self._unknown |= {one.operation.id for one in changes if isinstance(one, Added)}
            self._fall_behind(changes)
            if not turn.cancelled():
                turn.set_exception(error if isinstance(error, NotKept) else NotKept(why=error.code))
        else:
            if not turn.cancelled():
                turn.set_result(None)

    def _fall_behind(self, changes: tuple[Change, ...]) -> None:
        """A step that was not written is not taken, so only its outcome has to be caught up with."""
        for change in changes:
            if isinstance(change, DraftKept | SheetKept):
                self._unkept(change)
            elif (
                isinstance(change, Moved)
                and change.stage is not Stage.SENDING
                and change.operation_id not in self._unknown
            ):
                self._behind.append(change)


def _heard(turn: asyncio.Future[None]) -> None:
    """Nobody needs to wait for every entry."""
    if not turn.cancelled():
        turn.exception()
