"""What leaving the program does with open writes: the same rules with a screen and without one."""

from collections.abc import Callable
from datetime import datetime

from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.outbox.service import OutboxService

Entries = tuple[OutboxEntry, ...]


class LeavingWrites:
    """`keeps` tells whether writes stay on a disk, `clock` the time in UTC.

    `account` names the working account as decisions do, from the disk while hh.ru has not said who we are:
    what was decided meanwhile is our own.
    """

    def __init__(
        self,
        outbox: OutboxService,
        account: Callable[[], str],
        *,
        keeps: Callable[[], bool],
        clock: Callable[[], datetime],
    ) -> None:
        self._outbox = outbox
        self._account = account
        self._keeps = keeps
        self._clock = clock

    @property
    def hurrying(self) -> Entries:
        """Open writes that wait for no moment yet to come.

        With a disk those are not among them that stay there for an answer, or for another account.
        """
        found = self._outbox.outbox.hurrying(self._clock())
        return tuple(one for one in found if not (self._keeps() and self._stays(one)))

    @property
    def wait_for_login(self) -> bool:
        """Whether there is something to be decided that can't be sent before one has logged in again."""
        return self._outbox.outbox.frozen and bool(self.to_be_decided)

    @property
    def scheduled(self) -> Entries:
        """Writes whose moment is still to come: they stay on the disk, if there is one."""
        return self._outbox.outbox.scheduled(self._clock())

    @property
    def to_be_decided(self) -> Entries:
        """Open writes that leaving makes a question of: without a disk that is all of them."""
        return self.hurrying if self._keeps() else self._outbox.outbox.open

    @property
    def held(self) -> Entries:
        """Those of them that can still be taken back."""
        return tuple(one for one in self.to_be_decided if one.stage is Stage.HELD)

    def sendable(self, found: Entries) -> Entries:
        """Without those that were decided in another account: nothing can send them from this one."""
        return tuple(one for one in found if not self._is_of_others(one))

    def _stays(self, one: OutboxEntry) -> bool:
        return one.parked or self._is_of_others(one)

    def _is_of_others(self, one: OutboxEntry) -> bool:
        return one.operation.account not in {"", self._outbox.account or self._account()}
