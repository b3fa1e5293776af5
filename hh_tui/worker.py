"""The async API worker: reads by urgency, writes one at a time for each negotiation.

Plain asyncio, no Textual: the screen awaits its reads here, the app its writes. What was sent and got no
answer is settled by reading, never by sending it again.
"""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import Final, TypeVar
from uuid import NAMESPACE_OID, uuid5

from hh_tui.api import HHClient
from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import Stretch
from hh_tui.api.threads import Mode, ThreadSource, choose
from hh_tui.errors import HHError, LetterLost, NotCarriedOut, Unsettled
from hh_tui.inbox.operation import Operation
from hh_tui.text import one_line

T = TypeVar("T")

LANES: Final = 4
"""Reads under way at once."""

STRETCHES: Final = 40
"""Stretches of a chat that are read at most: the newest two thousand messages."""

FIRST_LOOK: Final = 2.0
LONGEST_WAIT: Final = 60.0
"""Seconds before an unanswered write is looked after, and the longest pause between two looks."""

CLOCKS_DIFFER: Final = timedelta(hours=12)
"""How far the server's clock may be behind ours when a letter is looked for by its time."""


class Urgency(IntEnum):
    """Who waits for a read: the person, or nobody yet."""

    NOW = 0
    SOON = 1


@dataclass
class Profiles:
    """The logins there are: their `names`, the `current` one, and how to `connect` as another."""

    current: str
    names: Callable[[], tuple[str, ...]]
    connect: Callable[[str], HHClient]


class Gate:
    """Lets at most `lanes` callers in, the most urgent and then the longest waiting first."""

    def __init__(self, lanes: int) -> None:
        self._free = lanes
        self._order = itertools.count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    async def enter(self, urgency: Urgency) -> None:
        """Wait for a lane."""
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (urgency, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        """Give the lane to the next one waiting."""
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class ApiWorker:
    """Everything that goes to hh.ru goes through here.

    `pause` waits for some seconds; `threads` says where correspondence is kept.
    """

    def __init__(
        self,
        client: HHClient,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        threads: Mode = "negotiations",
        profiles: Profiles | None = None,
    ) -> None:
        self.client = client
        self.profiles = profiles
        self._mode = threads
        self._threads: dict[str, ThreadSource] = {}
        self.pause = pause
        self._gate = Gate(LANES)
        self._writing: dict[str, asyncio.Lock] = {}

    async def read(self, call: Callable[[], Awaitable[T]], urgency: Urgency = Urgency.NOW) -> T:
        """Carry out a read when its turn comes. Raises HHError."""
        await self._gate.enter(urgency)
        try:
            return await call()
        finally:
            self._gate.leave()

    async def write(self, key: str, call: Callable[[], Awaitable[T]]) -> T:
        """Carry out a small write at once, those of one `key` one after the other. Raises HHError.

        It is sent once: with `outcome_unknown` the caller finds out by reading what became of it.
        """
        async with self._writing.setdefault(key, asyncio.Lock()):
            return await call()

    async def become(self, profile: str) -> None:
        """Go on with another login. Raises HHError and stays with this one where that can't be."""
        if self.profiles is None:
            return
        client, before = self.profiles.connect(profile), self.client
        self.client, self.profiles.current = client, profile
        self.forget_threads()
        await before.aclose()

    def forget_threads(self) -> None:
        """Another account reads other threads."""
        self._threads.clear()

    def _thread(self, negotiation: Negotiation) -> ThreadSource:
        """Where a candidate's thread is; the place is kept, and with it what is known of it."""
        if negotiation.id not in self._threads:
            self._threads[negotiation.id] = choose(self.client, self._mode, negotiation)
        return self._threads[negotiation.id]

    async def read_thread(self, negotiation: Negotiation) -> Stretch:
        """The whole thread, oldest first. The candidate sees his response as viewed from now on."""
        source = self._thread(negotiation)
        stretch = await source.latest()
        messages, earlier = stretch.messages, stretch
        for _ in range(STRETCHES):
            if not earlier.has_more or not messages:
                break
            earlier = await source.before(messages[0].id)
            if earlier.way != stretch.way:
                return earlier
            messages = (*earlier.messages, *messages)
        if stretch.way == "chats" and messages:
            await source.mark_read(messages[-1].id)
        return stretch.model_copy(update={"messages": messages, "has_more": False})

    async def carry_out(self, operation: Operation, unanswered: Callable[[HHError], None]) -> None:
        """Send a write once. Returns when it is known to be carried out, raises HHError when it is not.

        `unanswered` is called when no answer came; from then on this only reads, until it is known.
        """
        lock = self._writing.setdefault(operation.negotiation.id, asyncio.Lock())
        async with lock:
            try:
                await self._send(operation)
            except HHError as error:
                if not error.outcome_unknown:
                    raise
                unanswered(error)
                await self._settle(operation)

    async def _send(self, operation: Operation) -> None:
        if operation.action is None:
            key = uuid5(NAMESPACE_OID, operation.id)
            await self._thread(operation.negotiation).send(operation.text or "", key)
        else:
            await self.client.perform(operation.action, operation.form)

    async def _settle(self, operation: Operation) -> None:
        """Find out what became of an unanswered write; asks until it gets an answer.

        Returns when it took place. Raises NotCarriedOut when it did not, LetterLost when only the step did,
        and Unsettled when looking tells nothing: what can't be looked up is never taken for undone.
        """
        wait = FIRST_LOOK
        while True:
            await self.pause(wait)
            try:
                moved = await self._has_moved(operation)
                if moved is False:
                    raise NotCarriedOut()
                if operation.text is not None and not await self._letter_arrived(operation, operation.text):
                    raise LetterLost() if moved else NotCarriedOut()
                if moved is None and operation.text is None:
                    raise Unsettled()
            except (NotCarriedOut, LetterLost, Unsettled):
                raise
            except HHError as error:
                if not error.repeatable:
                    raise Unsettled() from error
            else:
                return
            wait = min(LONGEST_WAIT, wait * 2)

    async def _has_moved(self, operation: Operation) -> bool | None:
        """Whether the candidate is where the action leads; None when the action leads nowhere else."""
        if operation.action is None:
            return None
        wanted, before = operation.action.resulting_employer_state, operation.negotiation.employer_state
        if wanted is None or (before is not None and wanted.id == before.id):
            return None
        now = await self.client.negotiation(operation.negotiation.id)
        return now.employer_state is not None and now.employer_state.id == wanted.id

    async def _letter_arrived(self, operation: Operation, text: str) -> bool:
        """Whether the thread has a letter of ours with these words that was not there before."""
        stretch = await self._thread(operation.negotiation).latest()
        earliest = operation.decided_at - CLOCKS_DIFFER
        return any(
            message.is_ours
            and message.id not in operation.known_messages
            and one_line(message.text or "") == one_line(text)
            and (message.at is None or message.at >= earliest)
            for message in stretch.messages
        )
