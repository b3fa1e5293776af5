"""What the parts of the outbox share: the open writes, what was finished, and how changes are told."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from msgspec import Struct, field

from hh_tui.errors import HHError, HookStopped, NotKept, Unsettled
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.doubtful import DoubtfulLetters
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.outbox.listener import OutboxListener
from hh_tui.system.structs import replace

UNEVEN: Final = timedelta(seconds=1)
"""How far two clocks go apart by themselves between two looks at them."""


class Task(Protocol):
    """A coroutine that runs beside everything else."""

    def cancel(self) -> object:
        """End it where it waits."""


class OutboxCell(Struct, eq=False):
    """The one place where the open writes change, which is told to the listener.

    `hold` gives the seconds that an operation can be taken back; `clock` tells UTC, `steady` counts seconds
    and never jumps; `spawn` runs a coroutine beside everything else.
    """

    journal: JournalWriter
    listener: OutboxListener
    hold: Callable[[Operation], float]
    clock: Callable[[], datetime]
    steady: Callable[[], float]
    spawn: Callable[[Coroutine[Any, Any, None]], Task]
    finished: tuple[Finished, ...] = ()
    """What was done or dropped, the latest last."""
    doubtful: DoubtfulLetters = field(default_factory=DoubtfulLetters)
    account: str = ""
    """The working account as `Inbox.who` names it; empty while it is not known."""
    refusals: int = 0
    """How many writes have been refused in this run."""
    asked_at: float | None = None
    """Since when a question stands before the person, in steady seconds."""
    _outbox: Outbox = field(default_factory=Outbox)
    _at_work: dict[str, Task] = field(default_factory=dict)
    """What is under way, by operation."""
    _ahead: datetime | None = None
    """UTC when the steady clock was at nothing, as both told it last."""

    @property
    def outbox(self) -> Outbox:
        """All open writes."""
        return self._outbox

    def changed(self, outbox: Outbox, *, told: bool = True) -> None:
        """The open writes are others now.

        It is not `told` where the next change of the same call is, or where nothing of it is seen.
        """
        self._outbox = outbox
        if told:
            self.listener.outbox_changed()

    def heed_clock(self) -> None:
        """Put `finished` back as far as UTC was set back since the last call.

        What was done before a row was read stays before it.
        """
        ahead = self.clock() - timedelta(seconds=self.steady())
        back = self._ahead - ahead if self._ahead is not None else timedelta()
        self._ahead = ahead
        if back > UNEVEN:
            self.finished = tuple(replace(one, at=one.at - back) for one in self.finished)

    def begin(self, key: str, work: Coroutine[Any, Any, None]) -> None:
        """Start a task for an operation's id, or for what else the key stands for."""
        self._at_work[key] = self.spawn(work)

    def end(self, key: str) -> Task | None:
        """Take the task of this key out of those at work, and return it; it is not cancelled."""
        return self._at_work.pop(key, None)

    def is_at_work(self, key: str) -> bool:
        """Whether a task of this key runs."""
        return key in self._at_work

    def clear(self) -> None:
        """Forget everything in memory, and end what is under way: another login has another outbox.

        What was sent and has no answer yet stays so in the journal, and is looked after when that is loaded.
        """
        for task in self._at_work.values():
            task.cancel()
        self._at_work = {}
        self.finished, self.doubtful, self.account = (), DoubtfulLetters(), ""
        self.changed(Outbox())

    def give_away(self, *entries: OutboxEntry) -> None:
        """These leave the outbox undone; letters among them that may have arrived are remembered."""
        self.doubtful = self.doubtful.with_given_up(entries)

    def ended(self, operation: Operation) -> None:
        """Tell what became of all that was decided together with this one, where that has come to its end."""
        if not operation.decided_with:
            return
        said = batch.report(self.outbox, self.finished, operation.decided_with)
        if said.gone and not said.waiting:
            self.listener.batch_ended(said)

    def give_up(self, operation: Operation, error: HHError) -> None:
        """Write a refusal down, tell the listener, and keep the entry as failed, to be repeated.

        A letter that surely did not go leaves the outbox: it is a draft again. One that a hook stopped stays.
        """
        self.refusals += 1
        unsaved = isinstance(error, NotKept)
        entry = self.outbox.entry(operation.id)
        fresh = entry is not None and entry.fresh is not None
        certain = (
            not isinstance(error, Unsettled | HookStopped)
            and not fresh
            and (not unsaved or not (entry and entry.saved))
        )
        letter_back = operation.action is None and certain and operation.sent_before is None
        if not unsaved:
            self.journal.append(Moved(operation.id, Stage.FAILED, error, entry.fresh if entry else None))
        if letter_back:
            if not unsaved:
                self.journal.append(Moved(operation.id, Stage.DROPPED))
            if entry is not None:
                self.give_away(replace(entry, error=error))
            self.changed(self.outbox.without(operation.id))
        else:
            self.changed(self.outbox.at(operation.id, Stage.FAILED, error))
        self.listener.refused(operation, error, letter_back=letter_back)
        self.ended(operation)

    def finish(self, operation: Operation, stage: Stage) -> None:
        """Write down that a write is at its end, done or dropped, and keep it among `finished`."""
        self.heed_clock()
        self.journal.append(Moved(operation.id, stage))
        self.finished = (*self.finished, Finished(operation, stage, self.clock()))
