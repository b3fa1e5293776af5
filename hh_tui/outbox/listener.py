"""Who hears what becomes of writes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotKept
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation


class OutboxListener(Protocol):
    """Who hears what becomes of writes; called on the event loop."""

    def outbox_changed(self) -> None:
        """`OutboxService.outbox` is another value, or a second of a hold has passed."""

    def carried_out(self, operation: Operation) -> None:
        """The server did it."""

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place; with `letter_back` its letter is a draft again."""

    def superseded(self, operations: Sequence[Operation]) -> None:
        """Newer decisions took the places of these, which had failed and have words that nothing carries."""

    def batch_progressed(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk of a batch is at its end: the server did some, others did not take place."""

    def batch_ended(self, report: Report) -> None:
        """What became of everything that was decided together."""

    def put_off(self, old: Sequence[Operation], new: Sequence[Operation], until: datetime) -> None:
        """hh.ru takes no more of these today: the `new` ones in their places wait until then, in UTC."""

    def limit_met(self, operations: Sequence[Operation], until: datetime) -> None:
        """All that were put off at once, as soon as nothing more follows them."""

    def target_changed(self, negotiation: Negotiation) -> None:
        """A candidate was read anew, and may be elsewhere than their row says."""

    def login_lost(self, error: NotAuthorized) -> None:
        """hh.ru lets nobody in: what is open waits."""

    def connection(self, up: bool) -> None:
        """hh.ru can be reached again, or not any more."""

    def old_writes(self) -> None:
        """Some writes have waited so long that the person must be asked."""

    def not_kept(self, error: NotKept) -> None:
        """Something can't be written down."""

    def bug(self, error: BaseException) -> None:
        """Something that should not happen did."""
