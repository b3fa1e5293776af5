"""What the person decides, takes back, and decides once more."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.advance import Advance
from hh_tui.inbox.decisions.history import SentAtOnce
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.events.event import Event


class Decided(Event, frozen=True):
    """One decision; the cursor goes where `advance` says if it takes the candidate under it away."""

    operation: Operation
    advance: Advance = "next"


class DecidedTogether(Event, frozen=True):
    """One decision about everybody who was selected; a range of marks ends."""

    operations: Sequence[Operation]


class DecidedAgain(Event, frozen=True):
    """What was taken back, or has failed, is decided once more."""

    operations: Sequence[Operation]


class DecisionTakenBack(Event, frozen=True):
    """A decision that did not go; its letter is a draft again."""

    operation: Operation


class BatchTakenBack(Event, frozen=True):
    """What was decided together and had not gone yet; its letter is in the form again."""

    operations: Sequence[Operation]


class LettersReturned(Event, frozen=True):
    """Failed decisions are given up, or newer ones are in their places: their words are begun again."""

    operations: Sequence[Operation]


class AtOnceSent(Event, frozen=True):
    """Something goes to hh.ru without a hold."""

    step: SentAtOnce


class AtOnceFailed(Event, frozen=True):
    """That did not take place."""

    step: SentAtOnce


DecisionEvent = (
    Decided
    | DecidedTogether
    | DecidedAgain
    | DecisionTakenBack
    | BatchTakenBack
    | LettersReturned
    | AtOnceSent
    | AtOnceFailed
)
