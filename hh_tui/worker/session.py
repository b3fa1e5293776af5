"""The async API worker: the client, the login in use, reads by urgency, and small writes.

Plain asyncio, no Textual. Writes that the outbox holds go through `outbox.write_lane`, which uses the locks,
the counts and the client of this worker.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar, cast

from msgspec import Struct

from hh_tui.api.cooldown import Cooldown
from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import BadArgument, HHError, RateLimited, Refused
from hh_tui.inbox.lists.unread_chats import UnreadChats
from hh_tui.inbox.snapshot.network_activity import ActiveRead, FailedCall, NetworkActivity
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.worker.correspondence import Correspondence
from hh_tui.worker.deferred import DeferredOperations
from hh_tui.worker.priority_semaphore import PrioritySemaphore, Urgency
from hh_tui.worker.unread import UnreadReader
from hh_tui.worker.write_lock import WriteLock

if TYPE_CHECKING:
    # What speaks HTTP takes a while to be imported, and a start can be painted without it.
    from hh_tui.api.client import HHClient
    from hh_tui.api.threads import Mode, ThreadSource

T = TypeVar("T")

READS_AT_ONCE: Final = 4
"""Reads under way at once."""

FAILED_CALLS: Final = 10
"""Errors that are remembered."""


class Profiles(Struct):
    """The logins there are: their `names`, the `current` one, and how to `connect` as another."""

    current: str
    names: Callable[[], tuple[str, ...]]
    connect: Callable[[str], "HHClient"]


class ApiWorker:
    """Owns the client and its login, and lets reads and writes through: everything to hh.ru goes this way.

    `client` may be a way to get one: it is made when it is needed first. `pause` waits for some seconds;
    `threads` says where correspondence is kept; `profile` names the login where there are no `profiles`.
    `clock` tells the time in UTC, `steady` counts seconds.
    """

    def __init__(
        self,
        client: "HHClient | Callable[[], HHClient]",
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        threads: "Mode" = "auto",
        profiles: Profiles | None = None,
        profile: str = DEFAULT_PROFILE,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connect = client if callable(client) else None
        self._client = None if callable(client) else client
        self._connecting: asyncio.Future[HHClient] | None = None
        self._held_back: asyncio.Event | None = None
        self._manager_account: str | None = None
        self._is_token_told = False
        self.profiles = profiles
        self._profile = profile
        self._correspondence = Correspondence(lambda: self.client, threads)
        self._unread = UnreadReader()
        self.pause = pause
        self._semaphore = PrioritySemaphore(READS_AT_ONCE)
        self._write_locks: dict[str, WriteLock] = {}
        self._clock = clock
        self._steady = steady
        self._under_way: dict[object, tuple[str, float]] = {}
        self._writes = 0
        self.small_writes = 0
        """How many writes are under way that no outbox knows of: ended now, they would be forgotten."""
        self._failed_calls: deque[FailedCall] = deque(maxlen=FAILED_CALLS)
        self.cooldown = Cooldown(steady)
        """For how long hh.ru asked us to send nothing, in answer to a read or a write."""

    @property
    def client(self) -> "HHClient":
        """The way to hh.ru. Where it is not there yet, its operations wait for it when they are called."""
        if self._client is None:
            return cast("HHClient", DeferredOperations(self.connected))
        return self._client

    async def connected(self) -> "HHClient":
        """The way to hh.ru, made in a thread where it is not there yet. Raises HHError."""
        if self._client is None:
            if self._connecting is None:
                if self._connect is None:
                    raise RuntimeError("a worker has a client or knows how to get one")
                # A keyring may take a while to answer; whoever comes meanwhile waits for the same answer.
                self._connecting = asyncio.ensure_future(self._made_in_thread(self._connect))
                self._connecting.add_done_callback(self._made)
            made = await asyncio.shield(self._connecting)
            return self._client or made
        return self._client

    def hold_back(self) -> Callable[[], None]:
        """Make no way to hh.ru before what this returns is called.

        A thread that imports what speaks HTTP takes the interpreter from the one that answers keys, for some
        milliseconds each time.
        """
        self._held_back = asyncio.Event()
        return self._held_back.set

    async def _made_in_thread(self, connect: "Callable[[], HHClient]") -> "HHClient":
        if self._held_back is not None:
            await self._held_back.wait()
        return await asyncio.to_thread(connect)

    def _made(self, connecting: "asyncio.Future[HHClient]") -> None:
        self._connecting = None
        if connecting.cancelled() or connecting.exception() is not None or self._client is not None:
            return
        self._client = connecting.result()
        self._client.manager_account = self._manager_account

    @property
    def identity(self) -> tuple[str, str | None]:
        """The profile and the id of the working account that hh.ru is asked as."""
        return self.login, self.manager_account

    @property
    def login(self) -> str:
        """The profile in use; empty where there are none."""
        return self.profiles.current if self.profiles else ""

    @property
    def profile(self) -> str:
        """The name of the login in use."""
        return self.profiles.current if self.profiles else self._profile

    @property
    def manager_account(self) -> str | None:
        """The working account to act as; None is the primary one."""
        return self._client.manager_account if self._client else self._manager_account

    @manager_account.setter
    def manager_account(self, account_id: str | None) -> None:
        self._manager_account = account_id
        if self._client is not None:
            self._client.manager_account = account_id

    @property
    def unsaved_token(self) -> HHError | None:
        """Why a renewed token is in memory alone; None where it is on the disk."""
        return self._client.unsaved_token if self._client else None

    def token_warning(self) -> HHError | None:
        """The same, once for each time that it begins."""
        unsaved, told = self.unsaved_token, self._is_token_told
        self._is_token_told = unsaved is not None
        return None if told else unsaved

    async def aclose(self) -> None:
        """Close the way to hh.ru, if there is one."""
        if self._client is not None:
            await self._client.aclose()

    async def read(
        self, call: Callable[[], Awaitable[T]], urgency: Urgency = Urgency.NOW, *, what: str = "other"
    ) -> T:
        """Carry out a read when its turn comes; `what` is the noun it is shown by. Raises HHError.

        What nobody waits for stays behind until a pause that hh.ru asked for is over.
        """
        if urgency is Urgency.IDLE and self.cooldown.left:
            await self.pause(self.cooldown.left)
        await self._semaphore.acquire(urgency)
        ticket = object()
        self._under_way[ticket] = (what, self._steady())
        try:
            with self.noting_errors():
                await self.connected()
                return await call()
        finally:
            del self._under_way[ticket]
            self._semaphore.release()

    @property
    def network_activity(self) -> NetworkActivity:
        """Reads that wait or are on their way (seconds each), writes, the last `FAILED_CALLS` errors, and how
        long hh.ru has been silent."""
        now = self._steady()
        reads = tuple(ActiveRead(what, now - since) for what, since in self._under_way.values())
        writes = self._writes + self.small_writes
        silence = self._client.silence if self._client else 0.0
        failed = tuple(reversed(self._failed_calls))
        return NetworkActivity(self._semaphore.waiting, reads, writes, failed, silence)

    @contextmanager
    def counting_write(self) -> Iterator[None]:
        """What is done inside counts as one write on its way in `network_activity`."""
        self._writes += 1
        try:
            yield
        finally:
            self._writes -= 1

    def write_lock(self, key: str) -> WriteLock:
        """The lock of everything that is written under a key, a negotiation's id."""
        return self._write_locks.setdefault(key, WriteLock())

    @contextmanager
    def noting_errors(self) -> Iterator[None]:
        """Remember an error: what kind, when, and hh.ru's id of the request; nothing it was about."""
        try:
            yield
        except HHError as error:
            if isinstance(error, RateLimited):
                self.cooldown.begin(error.wait)
            request_id = error.request_id if isinstance(error, Refused) else ""
            self._failed_calls.append(FailedCall(error.code, self._clock(), request_id))
            raise

    async def write(self, key: str, call: Callable[[], Awaitable[T]]) -> T:
        """Carry out a small write at once, those of one `key` one after the other. Raises HHError.

        Raises EarlierUnsettled, unsent, where an earlier write of this key has no answer: it waits nowhere.
        It is sent once: with `outcome_unknown` the caller finds out by reading what became of it.
        """
        with self.counting_small_write():
            async with self.write_lock(key).prompt_turn():
                return await self.send(call)

    @contextmanager
    def counting_small_write(self) -> Iterator[None]:
        """What is done inside is not ended by a change of login, which waits for it."""
        self.small_writes += 1
        try:
            yield
        finally:
            self.small_writes -= 1

    async def send(self, call: Callable[[], Awaitable[T]]) -> T:
        """Send a request of a small write that is counted already. Raises HHError.

        It waits for no other write: for a candidate only where it moves nobody and may be sent twice.
        """
        with self.noting_errors():
            await self.connected()
            return await call()

    async def connect_as(self, profile: str) -> "HHClient":
        """A client of another profile, beside the one in use, made in a thread.

        Raises BadArgument where there are no profiles, and HHError.
        """
        if self.profiles is None:
            raise BadArgument(400, "bad_argument", "profile")
        # A keyring may take a while to answer.
        return await asyncio.to_thread(self.profiles.connect, profile)

    def enter(self, profile: str, client: "HHClient") -> "HHClient | None":
        """Go on with another login, as its primary account; returns what is to be closed.

        What asks in the name of the one before has to be ended first.
        """
        if self.profiles is not None:
            self.profiles.current = profile
        before, self._client, self._manager_account = self._client, client, None
        self.forget_threads()
        return before

    def forget_threads(self) -> None:
        """Forget what is known of threads and chats: another account reads others."""
        self._correspondence.forget()
        self._unread = UnreadReader()

    def thread(self, negotiation: Negotiation) -> "ThreadSource":
        """Where a candidate's letters are read and written; sends nothing."""
        return self._correspondence.source(negotiation)

    async def read_thread(self, negotiation: Negotiation) -> MessagePage:
        """The whole thread, as `Correspondence.read` reads it."""
        return await self._correspondence.read(negotiation)

    async def mark_thread(self, negotiation: Negotiation, message_page: MessagePage) -> None:
        """Mark a thread that was read as a chat as read, where anything of it was not.

        Operations set-last-viewed-message and post-negotiations-topics-read. Raises HHError, and
        EarlierUnsettled, unsent, as `write` does.
        """
        news = message_page.unread or negotiation.has_updates or negotiation.unread
        if message_page.way == "chats" and news:
            newest = message_page.messages[-1].id if message_page.messages else None
            await self.write(negotiation.id, lambda: self.thread(negotiation).mark_read(newest))

    async def unread_chats(self) -> UnreadChats | None:
        """The unread chats over all vacancies (get-common-chat-list); None where chats are not used.

        None, too, where chats do not answer. Raises HHError for what every other request would meet as well.
        """
        if self._correspondence.mode == "negotiations":
            return None
        client = await self.connected()
        return await self._unread.read(client, partial(self.read, urgency=Urgency.SOON, what="chats"))
