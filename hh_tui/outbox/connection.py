"""Whether anything may be sent now: the login, the working account, the connection, and hh.ru's pauses."""

from collections.abc import Callable, Hashable
from typing import Final

from hh_tui.errors import HHError, NotAuthorized, RateLimited, Refused, Unreachable
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.outbox.cell import OutboxCell
from hh_tui.system.structs import replace
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker

PROBES: Final = (5.0, 10.0, 20.0, 40.0, 60.0)
"""Seconds between two tries to reach hh.ru while something waits for the connection; the last one repeats."""


class OutboxConnection:
    """Holds all writes back while they can't go.

    When they can again, `settle` looks after what has no answer, and `tick` sends what waited.
    """

    def __init__(
        self, cell: OutboxCell, worker: ApiWorker, *, settle: Callable[[], None], tick: Callable[[], None]
    ) -> None:
        self._cell = cell
        self._worker = worker
        self._settle = settle
        self._tick = tick
        self._known_as: Hashable | None = None
        self._probe_due: float | None = None
        self._probes = 0

    # As whom

    def known_as(self, account: str) -> None:
        """The working account is known, as `Inbox.who` names it, and with it the identity of the worker."""
        self._cell.account, self._known_as = account, self._worker.identity

    def forget(self) -> None:
        """Nobody is known any more: nothing counts as ours until `known_as`."""
        self._known_as = None

    def is_ours(self, operation: Operation) -> bool:
        """Whether hh.ru is asked as the account it was decided in; not between two of them."""
        of_account = not operation.account or operation.account == self._cell.account
        return of_account and self._known_as == self._worker.identity

    def asked_as(self, operation: Operation) -> Hashable | None:
        """As whom hh.ru can be asked about a write; None while one is locked out, or somebody else."""
        return self._known_as if self.is_ours(operation) and not self._cell.outbox.frozen else None

    # Login, connection and cooldown

    def wait_for(self, error: NotAuthorized | Unreachable | RateLimited) -> None:
        """All writes wait: for a login, for the connection, or until hh.ru may be asked again."""
        if isinstance(error, NotAuthorized):
            self.freeze(error)
        elif isinstance(error, Unreachable):
            self.connection(False)
        else:
            self.heed_cooldown()

    def heed_cooldown(self) -> None:
        """Nothing is sent until the pause is over that hh.ru asked for, in answer to whatever it was."""
        left = self._worker.cooldown.left
        until = self._cell.steady() + left if left else 0.0
        if until > self._cell.outbox.cooldown_until:
            self._cell.changed(replace(self._cell.outbox, cooldown_until=until))

    def freeze(self, error: NotAuthorized) -> None:
        """hh.ru lets nobody in: what is open waits for a new login, and nothing is lost."""
        if not self._cell.outbox.frozen:
            self._cell.changed(replace(self._cell.outbox, frozen=True))
            self._cell.listener.login_lost(error)

    def thaw(self) -> None:
        """hh.ru answers again."""
        if self._cell.outbox.frozen:
            self._cell.changed(replace(self._cell.outbox, frozen=False))
            self._settle()

    def connection(self, up: bool) -> None:
        """The connection came or went; what waited for it goes out, unless it has become old meanwhile."""
        if self._cell.outbox.offline is not up:
            return
        self._probes, self._probe_due = 0, None
        self._cell.changed(replace(self._cell.outbox, offline=not up))
        self._cell.listener.connection(up)
        if up:
            self._tick()

    def probe(self) -> None:
        """Begin a request once the next pause of `PROBES` is over, while offline with writes that hurry.

        To be called at every tick; it returns at once.
        """
        held = [one for one in self._cell.outbox.hurrying(self._cell.clock()) if one.stage is Stage.HELD]
        if not self._cell.outbox.offline or not held:
            return
        now = self._cell.steady()
        if self._probe_due is None:
            self._probe_due = now + PROBES[min(self._probes, len(PROBES) - 1)]
        elif now >= self._probe_due:
            self._probes, self._probe_due = self._probes + 1, None
            self._cell.spawn(self._probe_server())

    async def _probe_server(self) -> None:
        """Ask who we are (GET /me): hh.ru is there when it answers, also where it says no."""
        try:
            await self._worker.read(self._worker.client.account.me, Urgency.SOON)
        except NotAuthorized as error:
            self.freeze(error)
        except Refused:
            pass
        except HHError:
            return
        self.connection(True)
