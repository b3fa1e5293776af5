"""A laptop that can lose its power at any moment: the real outbox, journal and worker on it.

Time is virtual. A fuse counts the moments at which the power can fail: before every step of every coroutine,
before and after every commit, before and after a request is processed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Negotiation
from hh_tui.api.origin import Origin
from hh_tui.api.threads import Mode, choose
from hh_tui.demo import TOKEN, StandIn
from hh_tui.errors import HHError, HookRefused, HookTimeout, NotAuthorized, NotKept
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.journal_entries import Change, Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsaved_texts import UnsavedTexts
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.outbox.service import OutboxService
from hh_tui.store.database import in_memory
from hh_tui.store.journal import Journal
from hh_tui.store.schema import JOURNAL
from hh_tui.worker.session import ApiWorker

MORNING = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class PowerCut(BaseException):
    """Nothing of the program runs after this."""


class Stepped:
    """A coroutine with a chance of a power cut before each of its steps.

    The cut is raised where the coroutine waits, as asyncio raises a cancellation, and once more wherever it
    waits on its way out. Closing it instead would leave an asynchronous generator that waits inside it (the
    authorization of httpx) marked as running, so that the `aclose` in its `finally` fails.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, None], moment: Callable[[], None]) -> None:
        self._coroutine = coroutine
        self._moment = moment

    def __await__(self) -> Generator[Any, Any, None]:
        thrown: BaseException | None = None
        while True:
            try:
                self._moment()
            except PowerCut as cut:
                thrown = cut
            try:
                waited = self._coroutine.throw(thrown) if thrown else self._coroutine.send(None)
            except StopIteration:
                return
            thrown = None
            try:
                yield waited
            except BaseException as error:  # noqa: BLE001  (whatever is thrown in goes on inwards)
                thrown = error


class Disk:
    """The journal of a laptop, as a store that is opened without a screen."""

    def __init__(self, laptop: "Laptop") -> None:
        self._laptop = laptop
        self.write = laptop.write

    def records(self) -> tuple[Record, ...]:
        """Every write there was."""
        return self._laptop.journal.records(LONG_AGO)

    def drafts(self) -> Mapping[str, str]:
        """Letters begun."""
        return self._laptop.journal.drafts()

    def sheets(self) -> Mapping[tuple[str, str], Values]:
        """Forms begun."""
        return self._laptop.journal.sheets()


class Laptop:
    """`boot`, work, `cut`, `boot` again: the journal and the server stay.

    The working account is `us`, or with `real_account` named as the program names the one of the token.
    `threads` is the way of correspondence that the next start works in.
    """

    def __init__(self, *, real_account: bool = False, threads: Mode = "negotiations") -> None:
        self.threads: Mode = threads
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(self._unheard)
        self.seconds = 0.0
        self._time_passes = asyncio.Event()
        self.server = StandIn(size="S", seed=7, clock=self.now)
        self.journal = Journal(in_memory(JOURNAL))
        self.fuse: int | None = None
        self.is_off = True
        self.disk_full = False
        self.carried: list[Operation] = []
        self.failed: list[tuple[Operation, HHError]] = []
        self.bugs: list[BaseException] = []
        self.asked: list[tuple[str, ...]] = []
        """What the hook before a send was asked about, by the ids of the writes."""
        self.put_off_at_once: list[int] = []
        self.let_go: set[tuple[str, str]] = set()
        """To whom what was let go by it, with which words."""
        self.hook: Callable[[], Awaitable[None]] | None = None
        self.cooldowns: list[tuple[float, float]] = []
        """When hh.ru asked this run of the program to send nothing, and until when."""
        onlooker = httpx.MockTransport(self.server.process)
        self._onlooker = HHClient(Connection(Origin(), TOKEN, contact="o@example.org", transport=onlooker))
        self.account = "us"
        if real_account:
            self.account = Inbox(account=self.loop.run_until_complete(self._onlooker.account.me())).who(None)
        self.boot()

    # Time and power

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=self.seconds)

    def moment(self) -> None:
        """One of the moments at which the power can fail."""
        if self.is_off:
            raise PowerCut
        if self.fuse is not None:
            self.fuse -= 1
            if self.fuse < 0:
                self.is_off = True
                raise PowerCut

    def _unheard(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is not None and not isinstance(error, PowerCut | NotKept):
            self.bugs.append(error)

    def boot(self) -> None:
        """Start the program on what the journal holds."""
        self.is_off, self.fuse = False, None
        self.cooldowns.clear()
        self.tasks: list[asyncio.Task[None]] = []
        self.drafts = Drafts(self.journal.drafts())
        texts = UnsavedTexts(self.journal.drafts(), self.journal.sheets())
        client = self.new_client()
        journal_writer = JournalWriter(
            self, lambda: texts.changes(self.drafts.texts, {}), texts.unkept, self.spawn
        )
        self.session = ApiWorker(client, self.pause, self.threads, steady=lambda: self.seconds)
        self.sender = OutboxService(
            self.session,
            journal_writer,
            self,
            hold=lambda _: 5.0,
            clock=self.now,
            steady=lambda: self.seconds,
            spawn=self.spawn,
            before_send=self.ask,
        )
        self.client = client
        self.journal_writer = journal_writer
        self.do(lambda: self.sender.load(self.journal.records(LONG_AGO)))
        self.do(lambda: self.sender.known_as(self.account))

    def new_client(self) -> HHClient:
        """A client of the program."""
        transport = httpx.MockTransport(self._handle)
        return HHClient(Connection(Origin(), TOKEN, contact="t@example.org", transport=transport))

    def cut(self) -> None:
        """Take the power away now."""
        self.is_off = True
        for task in self.tasks:
            task.cancel()

        async def ended() -> None:
            await asyncio.gather(*self.tasks, return_exceptions=True)

        self.loop.run_until_complete(ended())

    def spawn(self, coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        async def run() -> None:
            await Stepped(coroutine, self.moment)

        task = self.loop.create_task(run())
        # Cancelled before its first step, it would complain that nobody awaited it.
        task.add_done_callback(lambda _: coroutine.close())
        self.tasks.append(task)
        return task

    def do(self, action: Callable[[], object]) -> None:
        """Something the person does, and everything that follows at once."""

        async def act() -> None:
            # What is handed to the disk in the very call can meet a power cut there.
            with suppress(PowerCut):
                if not self.is_off:
                    action()
            await self.calm()

        self.loop.run_until_complete(act())
        if self.is_off:
            self.cut()

    async def calm(self, turns: int = 60) -> None:
        """Let everything go on that waits for nothing."""
        for _ in range(turns):
            await asyncio.sleep(0)

    def let_pass(self, seconds: float) -> None:
        """Wake up whoever waits until then."""
        self.seconds += seconds
        self._time_passes.set()
        self._time_passes = asyncio.Event()

    def changes_disks(self) -> None:
        """What is still to be written is handed in before another disk is taken, as the program does it."""
        self.journal_writer.append_now()
        self.journal_writer.switch_store(self)

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.let_pass(seconds)
        self.do(self.sender.tick)

    async def ask(self, operations: Sequence[Operation]) -> None:
        self.asked.append(tuple(one.id for one in operations))
        if self.hook is not None:
            await self.hook()
        self.let_go |= {(one.negotiation.id, one.text or "") for one in operations}

    async def refuses(self) -> None:
        """A hook that says no."""
        raise HookRefused(hook="before_send", exit_code=3, words="нет согласования")

    async def hangs(self) -> None:
        """A hook that does not end within its time."""
        await self.pause(30.0)
        raise HookTimeout(hook="before_send", seconds=30)

    async def pause(self, seconds: float) -> None:
        """Until `wait` has let that much time pass."""
        until = self.seconds + seconds
        while self.seconds < until:
            await self._time_passes.wait()

    # The journal, as what writes it sees it

    def write(self, *changes: Change) -> Awaitable[None]:
        written: asyncio.Future[None] = self.loop.create_future()
        self.moment()
        if self.disk_full:
            written.set_exception(NotKept(why="database or disk is full"))
            return written
        try:
            self.journal.write(changes, self.now())
        except NotKept as error:
            self.bugs.append(AssertionError(error.values, changes))
            written.set_exception(error)
            return written
        self.moment()
        written.set_result(None)
        return written

    # hh.ru

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        self.moment()
        if request.method != "GET" and any(since < self.seconds < until for since, until in self.cooldowns):
            self.bugs.append(AssertionError("a write in the middle of a cooldown"))
        answer = self.server.handle(request)
        if answer.status_code == 429 and (asked := answer.headers.get("retry-after")):
            self.cooldowns.append((self.seconds, self.seconds + float(asked)))
        await asyncio.sleep(0)
        self.moment()
        return answer

    def look_up(self, negotiation_id: str) -> Negotiation:
        """A negotiation as it is, seen from beside the program."""
        return self.loop.run_until_complete(self._onlooker.negotiations.one(negotiation_id))

    def look_into(self, negotiation: Negotiation, way: Mode) -> Thread:
        """A thread as the person has read it in this way."""
        stretch = self.loop.run_until_complete(choose(self._onlooker, way, negotiation).latest())
        return Thread.of(stretch, self.now())

    # The listener

    @property
    def outbox(self) -> Outbox:
        return self.sender.outbox

    def outbox_changed(self) -> None: ...

    def carried_out(self, operation: Operation) -> None:
        self.carried.append(operation)

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        self.failed.append((operation, error))
        if letter_back and operation.text is not None:
            self.drafts = self.drafts.returned(operation.text, operation.negotiation.id)

    def superseded(self, operations: Sequence[Operation]) -> None:
        for one in (other for other in operations if other.action is None):
            self.drafts = self.drafts.returned(one.text or "", one.negotiation.id)

    def batch_progressed(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        self.carried += done
        errors = {one.operation.id: one.error for one in self.outbox.entries}
        self.failed += [(one, errors.get(one.id) or HHError()) for one in refused]

    def batch_ended(self, report: Report) -> None: ...

    def put_off(self, old: Sequence[Operation], new: Sequence[Operation], until: datetime) -> None: ...

    def limit_met(self, operations: Sequence[Operation], until: datetime) -> None:
        self.put_off_at_once.append(len(operations))

    def target_changed(self, negotiation: Negotiation) -> None: ...

    def login_lost(self, error: NotAuthorized) -> None: ...

    def connection(self, up: bool) -> None: ...

    def old_writes(self) -> None: ...

    def not_kept(self, error: NotKept) -> None: ...

    def bug(self, error: BaseException) -> None:
        self.bugs.append(error)

    def close(self) -> None:
        self.cut()
        self.loop.run_until_complete(self._onlooker.aclose())
        self.journal.close()
        self.loop.close()
