"""What the outbox tells: open writes, and how each of them ended."""

from collections.abc import Sequence
from datetime import datetime

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.ui.events.event import Event


class OutboxChanged(Event, frozen=True):
    """The open writes are others, or a second has passed at `now` of the app's steady clock.

    `moment` is the same in UTC.
    """

    outbox: Outbox
    now: float
    moment: datetime


class WritesTakenUp(Event, frozen=True):
    """These are open in the store in use: they have their effect on the list again."""

    operations: Sequence[Operation]


class WritesDropped(Event, frozen=True):
    """The person dropped these: their candidates are back where they were."""

    operations: Sequence[Operation]


class WriteCarriedOut(Event, frozen=True):
    """The server did it."""

    operation: Operation


class WriteRefused(Event, frozen=True):
    """It did not take place; with `letter_back` its letter is a draft again."""

    operation: Operation
    error: HHError
    letter_back: bool


class ChunkSent(Event, frozen=True):
    """A chunk of a batch is at its end: the server did some, others did not take place."""

    done: Sequence[Operation]
    refused: Sequence[Operation]


class BatchEnded(Event, frozen=True):
    """What became of everything that was decided together."""

    report: Report


OutboxEvent = (
    OutboxChanged | WritesTakenUp | WritesDropped | WriteCarriedOut | WriteRefused | ChunkSent | BatchEnded
)
