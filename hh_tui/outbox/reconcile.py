"""Finds out by reading whether a write that got no answer was carried out; it is never sent again.

Only a chat takes the same letter twice without writing it twice, by the letter's own key.
"""

from collections.abc import Awaitable, Callable, Hashable, MutableMapping, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, UUID, uuid5

from msgspec import Struct

from hh_tui.api.cooldown import Cooldown
from hh_tui.api.models.thread import ThreadMessage, Way
from hh_tui.errors import (
    AccountUnavailable,
    HHError,
    LetterLost,
    LimitReached,
    NegotiationRefused,
    NotAuthorized,
    NotCarriedOut,
    NotFound,
    RateLimited,
    Unsettled,
)
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.known_thread import is_equal
from hh_tui.outbox.invite import settle

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.threads import ThreadSource

FIRST_LOOK: Final = 2.0
LONGEST_WAIT: Final = 60.0
"""Seconds before an unanswered write is looked after, and the longest pause between two looks."""
ROUNDING: Final = 0.001
"""Seconds beyond the end of a pause: sums of seconds are not exact."""

LOOKS: Final = 3
"""How often nothing must be found until a write counts as not carried out: the server may be slow."""

CLOCKS_DIFFER: Final = timedelta(hours=12)
"""How far the server's clock may be behind ours for a letter to be found by its time.

An older one may be this one all the same: it is in doubt.
"""


class Whereabouts(Enum):
    """The employer state of a candidate as an action sees it; UNTOLD where it leads to no other one."""

    WHERE_IT_LEADS = auto()
    WHERE_THEY_WERE = auto()
    ELSEWHERE = auto()
    UNTOLD = auto()


class WriteAttempt(Struct, frozen=True):
    """A write was sent `at` this moment (UTC).

    `same_before` letters of the same words went to the same candidate shortly before; `by_chat` says that it
    went by the chat, so that sending it there again is no second letter, and that negotiation messages
    without it prove nothing.
    """

    at: datetime
    same_before: int = 0
    by_chat: bool = False


AskedAs = Callable[[], Hashable | None]
"""Names the login and the working account that hh.ru is asked as about a write; None while it lets nobody in,
or another account is at work."""


class Interrupted(Exception):
    """Nothing is known yet and nothing can be asked now; `error` says why where hh.ru lets nobody in.

    It is no HHError: the write is neither carried out nor refused.
    """

    def __init__(self, error: NotAuthorized | None = None) -> None:
        super().__init__()
        self.error = error


def seconds_after(error: HHError, cooldown: Cooldown) -> float:
    """Seconds to wait at least after an error of the reading, which says nothing of the write.

    Raises Interrupted where hh.ru lets nobody in, and Unsettled for what does not pass by itself.
    """
    if isinstance(error, NotAuthorized):
        raise Interrupted(error) from error
    if isinstance(error, RateLimited):
        cooldown.begin(error.wait)
        return cooldown.left
    if not (error.repeatable or isinstance(error, AccountUnavailable)):
        raise Unsettled() from error
    return 0.0


async def wait_out(seconds: float, cooldown: Cooldown, pause: Callable[[float], Awaitable[None]]) -> None:
    """Wait for some seconds, and then until the pause is over that hh.ru asked for meanwhile.

    Another write may have met it: the pause is the same for all.
    """
    await pause(seconds)
    while cooldown.left:
        await pause(cooldown.left + ROUNDING)


def letter_key(operation: Operation) -> UUID:
    """The key of an operation's letter: the same for every attempt, also after a restart."""
    return uuid5(NAMESPACE_OID, operation.id)


class Reconciler:
    """Looks after one unanswered write. `thread` is where its letter goes, `pause` waits for some seconds.

    `invited` takes the id of the negotiation that an invitation turns out to have made; the `cooldown` begins
    where hh.ru asks for one, and is waited for. What was found as two different identities of `asked_as`
    decides nothing.
    """

    def __init__(
        self,
        operation: Operation,
        attempt: WriteAttempt,
        client: "HHClient",
        thread: "ThreadSource",
        pause: Callable[[float], Awaitable[None]],
        invited: MutableMapping[str, str | None],
        cooldown: Cooldown,
        asked_as: AskedAs,
    ) -> None:
        self._operation = operation
        self._attempt = attempt
        self._client = client
        self._thread = thread
        self._pause = pause
        self._invited = invited
        self._cooldown = cooldown
        self._asked_as = asked_as
        self._read_as: Way = thread.way

    async def run(self) -> None:
        """Ask until there is an answer; returns when the write took place.

        Reads get-negotiation-item and the thread, or what `invite.settle` reads, with pauses that grow from
        `FIRST_LOOK` to `LONGEST_WAIT` seconds.

        Raises NotCarriedOut when it did not, LetterLost when only the step did, and Unsettled when looking
        tells nothing: what can't be looked up is never taken for undone. A captcha, a limit or a missing
        connection are no answer: it asks on. Raises Interrupted when the login has expired or another account
        has taken over; then it is to be found out later.
        """
        wait, looks = FIRST_LOOK, 0
        while True:
            await wait_out(wait, self._cooldown, self._pause)
            wait = min(LONGEST_WAIT, wait * 2)
            if (asked_as := self._asked_as()) is None:
                raise Interrupted
            try:
                await self._look()
            except (NotCarriedOut, LetterLost, Unsettled) as error:
                if self._asked_as() != asked_as:
                    raise Interrupted from error
                looks += 1
                if looks >= LOOKS or (isinstance(error, Unsettled) and not self._letter_may_come):
                    raise
            except HHError as error:
                wait = max(wait, seconds_after(error, self._cooldown))
            else:
                return

    async def arrived(self) -> bool:
        """One look for an earlier try of the same write, before it is sent once more. Only reads.

        Raises LetterLost when the step took place without its letter, Unsettled when looking tells nothing,
        and any other HHError of the reading.
        """
        operation = self._operation
        if operation.invitation is not None:
            try:
                self._invited[operation.id] = await settle(self._client, operation.invitation)
            except NotCarriedOut:
                return False
            return True
        if operation.text is not None and await self._letter_arrived(operation.text):
            return True
        if await self._place() is not Whereabouts.WHERE_IT_LEADS:
            return False
        if operation.text is not None:
            raise LetterLost()
        return True

    @property
    def _letter_may_come(self) -> bool:
        """Whether the letter of a step can still turn up and settle it, wherever the candidate is."""
        return self._operation.action is not None and self._operation.text is not None

    async def _look(self) -> None:
        operation = self._operation
        if operation.invitation is not None:
            self._invited[operation.id] = await settle(self._client, operation.invitation)
            return
        if self._attempt.by_chat and await self._repeated():
            return
        place = await self._place()
        if operation.text is None:
            if place in {Whereabouts.ELSEWHERE, Whereabouts.UNTOLD}:
                raise Unsettled()
            if place is Whereabouts.WHERE_THEY_WERE:
                raise NotCarriedOut()
        elif not await self._letter_arrived(operation.text):
            # With the letter there, it does not matter where a colleague has taken them since; without it
            # the step may still have taken place before that.
            if place is Whereabouts.ELSEWHERE or not self._tells_all:
                raise Unsettled()
            raise LetterLost() if place is Whereabouts.WHERE_IT_LEADS else NotCarriedOut()

    async def _repeated(self) -> bool:
        """Whether the chat has the letter: it takes one a second time without writing it twice.

        A chat that takes no letters by now tells nothing of this one: its messages do.
        """
        text = self._operation.text or ""
        try:
            return await self._thread.repeat(text, letter_key(self._operation))
        except NotFound as error:
            raise Unsettled() from error
        except RateLimited:
            raise
        except (LimitReached, NegotiationRefused) as error:
            if await self._letter_arrived(text):
                return True
            raise (NotCarriedOut() if self._read_as == "chats" else Unsettled()) from error

    async def _place(self) -> Whereabouts:
        """Where the candidate is by now."""
        action, before = self._operation.action, self._operation.negotiation.employer_state
        wanted = action.resulting_employer_state if action is not None else None
        if wanted is None or (before is not None and wanted.id == before.id):
            return Whereabouts.UNTOLD
        now = (await self._client.negotiations.one(self._operation.negotiation.id)).employer_state
        if now is not None and now.id == wanted.id:
            return Whereabouts.WHERE_IT_LEADS
        unchanged = (now.id if now else None) == (before.id if before else None)
        return Whereabouts.WHERE_THEY_WERE if unchanged else Whereabouts.ELSEWHERE

    @property
    def _tells_all(self) -> bool:
        """Whether a thread without the letter proves that it was not written.

        Negotiation messages need not show what went by a chat; a letter to a thread that was read as a chat
        went there, as far as anybody knows.
        """
        operation = self._operation
        to_chat = operation.action is None and operation.known.way == "chats"
        return not self._attempt.by_chat and (not to_chat or self._read_as == "chats")

    async def _letter_arrived(self, text: str) -> bool:
        """Whether the thread has one more letter of ours with these words than it had before.

        Raises Unsettled where it has one more only with those that seem too old: it is this one if our clock
        is that far ahead.
        """
        message_page = await self._thread.latest()
        self._read_as = message_page.way
        same = [message for message in message_page.messages if is_equal(message, text)]
        earliest = self._attempt.at - CLOCKS_DIFFER
        if self._has_one_more(same, earliest):
            return True
        if self._has_one_more(same, min((one.at for one in same if one.at is not None), default=earliest)):
            raise Unsettled()
        return False

    def _has_one_more(self, same: Sequence[ThreadMessage], earliest: datetime) -> bool:
        """Whether these letters, equal in words, are more from a moment on than can be accounted for."""
        since = [message for message in same if message.at is None or message.at >= earliest]
        known = self._operation.known.count(since, self._read_as, earliest)
        return len(since) > max(known, self._attempt.same_before)
