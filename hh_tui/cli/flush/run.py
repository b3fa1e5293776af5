"""One run of the outbox without a screen: the same sender, journal and lock as everywhere."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from msgspec import Struct, field

from hh_tui.api.models import Account, Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotKept, RateLimited, Unreachable
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsaved_texts import UnsavedTexts
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.outbox.send_hook import Ask
from hh_tui.outbox.service import OutboxService
from hh_tui.store.store import Store
from hh_tui.worker.session import ApiWorker

TIMEOUT: Final = 180.0
"""Seconds after which what has no answer yet is left to the next run."""

LATE: Final = timedelta(days=1)
"""How long after its moment a scheduled write still goes without a word of the person."""

POLL_INTERVAL: Final = 0.2
"""Seconds between two looks at what is on its way."""


class Flushed(Struct):
    """What became of a run, by the vacancies' ids and never by the names of candidates.

    `unknown` got no answer, `unsent` had not left when the time was over, `foreign` belong to another
    account, `late` are more than a day past their moment, `waiting` were kept and not asked for, `scheduled`
    are the moments of the others. `stopped` is why it could not go on.
    """

    done: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[str, HHError]] = field(default_factory=list)
    unknown: int = 0
    unsent: int = 0
    foreign: int = 0
    late: int = 0
    waiting: int = 0
    scheduled: tuple[datetime, ...] = ()
    stopped: HHError | None = None
    bugs: list[BaseException] = field(default_factory=list)

    @property
    def happened(self) -> bool:
        """Whether there is anything to tell to somebody who did not ask."""
        return bool(self.done) or not self.is_good

    @property
    def is_good(self) -> bool:
        """Whether everything that was due is done."""
        left = self.unknown or self.unsent or self.foreign or self.late
        return not (self.refused or left or self.stopped or self.bugs)


class Flush:
    """Sends what is due to `host`, once. It is the `OutboxListener` of the outbox.

    Letters that are refused go back into their drafts, as they do on the screen.
    """

    def __init__(
        self,
        worker: ApiWorker,
        store: Store,
        *,
        host: str,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
        before_send: Ask | None = None,
    ) -> None:
        self.result = Flushed()
        self._worker = worker
        self._host = host
        self._clock = clock
        self._steady = steady
        self._tasks: set[asyncio.Task[None]] = set()
        self._foreign: set[str] = set()
        self._asked_for: set[str] = set()
        self._drafts = Drafts(store.drafts())
        self._sheets = store.sheets()
        texts = UnsavedTexts(store.drafts(), self._sheets)
        self._journal = JournalWriter(
            store, lambda: texts.changes(self._drafts.texts, self._sheets), texts.unkept, self._spawn
        )
        self._sender = OutboxService(
            worker,
            self._journal,
            self,
            hold=lambda _: 0.0,
            clock=clock,
            steady=steady,
            spawn=self._spawn,
            before_send=before_send,
        )
        self._sender.load(store.records())

    async def run(self, *, everything: bool = False) -> Flushed:
        """Send scheduled writes whose moment has come, with `everything` also those kept from earlier runs.

        What comes more than a day late is one of those kept: its words may be about a day long gone.
        What an earlier run got no answer to is found out about. Where nothing is to be done nothing is asked.
        """
        wanted = [
            entry for entry in self._sender.outbox.open if self._is_wanted(entry, everything=everything)
        ]
        try:
            for account in sorted({entry.operation.account for entry in wanted}):
                mine = {entry.operation.id for entry in wanted if entry.operation.account == account}
                if await self._become(account):
                    self._asked_for |= mine
                    await self._send(account, mine)
                    await self._rest()
                else:
                    self._foreign |= mine
        except HHError as error:
            self.result.stopped = error
        finally:
            await self._end()
        return self._counted()

    def _is_wanted(self, entry: OutboxEntry, *, everything: bool) -> bool:
        if entry.stage is Stage.UNKNOWN:
            return True
        now = self._clock()
        in_time = entry.operation.not_before is not None and not self._is_late(entry)
        return entry.stage is Stage.HELD and not entry.is_scheduled(now) and (everything or in_time)

    def _is_late(self, entry: OutboxEntry) -> bool:
        moment = entry.operation.not_before
        return entry.stage is Stage.HELD and moment is not None and self._clock() - moment > LATE

    async def _become(self, account: str) -> bool:
        """Whether one can act as the working account that something was decided in. Raises HHError."""
        client = self._worker.client
        client.manager_account = account.rpartition("/")[2] or None
        me = await self._me()
        return not account or Inbox(account=me).who(client.manager_account) == account

    async def _me(self) -> Account:
        """Who the token belongs to; a pause that hh.ru asks for is waited for, unless it is too long."""
        worker, until = self._worker, self._steady() + TIMEOUT
        while True:
            try:
                return await worker.read(worker.client.account.me)
            except RateLimited as error:
                if self._steady() + worker.cooldown.left > until:
                    raise error.left(worker.cooldown.left) from None
            await worker.pause(worker.cooldown.left)

    async def _send(self, account: str, ids: set[str]) -> None:
        self._sender.known_as(account)
        self._sender.send_now(ids)
        until = self._steady() + TIMEOUT
        while any(one.operation.id in ids for one in self._sender.outbox.open) and self._steady() < until:
            if self._sender.outbox.offline or self._sender.outbox.frozen:
                return
            if self._steady() + (left := self._worker.cooldown.left) > until:
                self.result.stopped = RateLimited(429).left(left)
                return
            await asyncio.wait(
                self._tasks or {self._spawn(asyncio.sleep(POLL_INTERVAL))}, timeout=POLL_INTERVAL
            )
            self._sender.tick()

    async def _rest(self) -> None:
        """Nothing of one account goes on while one acts as another. Raises NotKept.

        Everything that is known is written down; what has no answer yet stays so in the journal.
        """
        tasks = self._tasks - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._sender.broken_off()
        await self._journal.append()

    async def _end(self) -> None:
        try:
            await self._rest()
        except NotKept as error:
            self.result.stopped = error

    def _counted(self) -> Flushed:
        now, result = self._clock(), self.result
        for entry in self._sender.outbox.open:
            if entry.is_scheduled(now) and entry.operation.not_before is not None:
                result.scheduled = (*result.scheduled, entry.operation.not_before)
            elif entry.operation.id in self._foreign:
                result.foreign += 1
            elif entry.stage in {Stage.SENDING, Stage.UNKNOWN}:
                result.unknown += 1
            elif entry.operation.id in self._asked_for and entry.stage is Stage.HELD and not result.stopped:
                result.unsent += 1
            elif self._is_late(entry):
                result.late += 1
            else:
                result.waiting += 1
        return result

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # The listener

    def outbox_changed(self) -> None:
        """Nobody looks."""

    def carried_out(self, operation: Operation) -> None:
        """One more is done."""
        self.result.done[operation.source.vacancy_id] += 1

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place: its letter is a draft again, an action waits for the person."""
        self.result.refused.append((operation.source.vacancy_id, error))
        if letter_back and operation.text is not None:
            self._drafts = self._drafts.returned(operation.text, operation.negotiation.id)

    def superseded(self, operations: Sequence[Operation]) -> None:
        """Nobody decides here."""

    def batch_progressed(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk is at its end."""
        for operation in done:
            self.carried_out(operation)
        for operation in refused:
            entry = self._sender.outbox.entry(operation.id)
            self.refused(operation, (entry and entry.error) or HHError(), letter_back=False)

    def batch_ended(self, report: Report) -> None:
        """All of it was counted."""

    def put_off(self, old: Sequence[Operation], new: Sequence[Operation], until: datetime) -> None:
        """They are counted among those that are scheduled."""

    def limit_met(self, operations: Sequence[Operation], until: datetime) -> None:
        """The count at the end tells of them."""

    def target_changed(self, negotiation: Negotiation) -> None:
        """There is no row to renew."""

    def login_lost(self, error: NotAuthorized) -> None:
        """Nothing more can be sent."""
        self.result.stopped = error

    def connection(self, up: bool) -> None:
        """Nothing more can be sent, either."""
        if not up:
            self.result.stopped = Unreachable(host=self._host)

    def old_writes(self) -> None:
        """What was not asked for waits for the person."""

    def not_kept(self, error: NotKept) -> None:
        """Nothing is sent that can't be written down."""
        self.result.stopped = error

    def bug(self, error: BaseException) -> None:
        """It is told by its kind only."""
        self.result.bugs.append(error)
