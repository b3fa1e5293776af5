"""Looks at those who were snoozed, one request each: an answer of theirs brings them back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from textual.worker import Worker

from hh_tui.errors import (
    AccountUnavailable,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    LimitReached,
    NetworkError,
    NotAuthorized,
    NotFound,
    Refused,
)
from hh_tui.inbox.lists.snoozed_item import SnoozedItem
from hh_tui.ui.context import Context
from hh_tui.ui.events import NegotiationRead, ReadFailed
from hh_tui.worker.priority_semaphore import Urgency

FRESH: Final = timedelta(minutes=1)
"""For how long a snoozed candidate is not looked at again."""

LOOKS: Final = 20
"""How many of the snoozed candidates are looked at in one go."""

PAUSE: Final = 60.0
"""Seconds between the beginnings of two goes, also after an error."""

TRIES: Final = 3
"""Failures of hh.ru in a row that end a go."""

GROUP: Final = "snoozed"

_LOCKED_OUT = (BadUserAgent, NotAuthorized, AccountUnavailable, CaptchaRequired)
"""Errors that only the person can do something about."""

_FOR_ALL = (*_LOCKED_OUT, LimitReached, NetworkError)
"""Errors that everybody else would meet as well."""


class SnoozedLooks:
    """Whoever is owed a look gets it, however many there are: so many in one go, the next go a minute later.

    Somebody whom hh.ru does not show costs their own look only. Whom it failed to tell of stays owed behind
    the others.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._owed: dict[str, datetime] = {}
        """Since when a look is owed, in UTC, by negotiation; the next one first."""
        self._go: Worker[None] | None = None
        self._now = self._next_at = 0.0
        """Seconds of the steady clock."""

    def tick(self, now: float) -> None:
        """Time has passed; `now` is of the steady clock."""
        self._now = now
        if self._owed and self._context.view.online and not self._context.writes.frozen:
            self._begin()

    def forget(self) -> None:
        """Another login has snoozed other people."""
        self._owed.clear()

    def owe(self, people: Iterable[SnoozedItem]) -> None:
        """A look at each of them who is not back, from now on; the one read longest ago comes first."""
        now = self._context.clock()
        for one in sorted(people, key=lambda one: one.read_at):
            if one.returned is None:
                self._owed[one.id] = now
        self._begin()

    def at_once(self, ids: tuple[str, ...]) -> None:
        """Look at all of these now; the person is told where that fails."""
        self._go = self._context.tasks.start(partial(self._tell, ids), group=GROUP)

    def _begin(self) -> None:
        """The next go, where it is time."""
        if self._now < self._next_at or (self._go is not None and not self._go.is_finished):
            return
        if ids := self._due()[:LOOKS]:
            self._next_at = self._now + PAUSE
            self._go = self._context.tasks.start(partial(self._look, ids), group=GROUP)

    def _due(self) -> tuple[str, ...]:
        """Who is owed a look, without those who were read just now; who was read since is not owed it."""
        now, people = self._context.clock(), self._context.inbox.snoozed.people
        due: list[str] = []
        for key, since in tuple(self._owed.items()):
            one = people.get(key)
            if one is None or one.returned is not None or since <= one.read_at <= now:
                del self._owed[key]
            elif not is_fresh(one, now):
                due.append(key)
        return tuple(due)

    async def _look(self, ids: tuple[str, ...]) -> None:
        if isinstance(await self._read_each(ids), _LOCKED_OUT):
            self._owed.clear()

    async def _tell(self, ids: tuple[str, ...]) -> None:
        error = await self._read_each(ids)
        if error is not None:
            self._context.post(ReadFailed(error))

    async def _read_each(self, ids: tuple[str, ...]) -> HHError | None:
        """Each of them as they are now, and the last error to be told; the candidates notice nothing."""
        context, failures = self._context, 0
        last: HHError | None = None
        client = context.session.client
        for one in ids:
            since = self._owed.get(one)
            try:
                read = partial(client.negotiations.one, one)
                negotiation = await context.session.read(read, Urgency.IDLE, what="candidate")
            except _FOR_ALL as error:
                return error
            except Refused as error:
                self._settle(one, since)
                last = last if isinstance(error, NotFound) else error
            except HHError as error:
                last, failures = error, failures + 1
                self._put_behind(one)
                if failures == TRIES:
                    break
            else:
                failures = 0
                self._settle(one, since)
                context.post(NegotiationRead(negotiation, context.clock()))
        return last

    def _settle(self, negotiation_id: str, since: datetime | None) -> None:
        """They were looked at, which was owed `since` then: it is owed no more, unless anew."""
        if since is not None and self._owed.get(negotiation_id) == since:
            del self._owed[negotiation_id]

    def _put_behind(self, negotiation_id: str) -> None:
        if since := self._owed.pop(negotiation_id, None):
            self._owed[negotiation_id] = since


def is_fresh(one: SnoozedItem, now: datetime) -> bool:
    """Whether they were read just now; a moment to come says only that a clock was wrong."""
    return timedelta() <= now - one.read_at <= FRESH
