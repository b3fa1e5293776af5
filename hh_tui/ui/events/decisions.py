"""What the person decides, takes back, and decides once more."""

from collections.abc import Sequence
from dataclasses import dataclass

from hh_tui.inbox.decisions.advance import Advance
from hh_tui.inbox.decisions.operation import Operation


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision; the cursor goes where `advance` says if it takes the candidate under it away."""

    operation: Operation
    advance: Advance = "next"


@dataclass(frozen=True, slots=True)
class DecidedTogether:
    """One decision about everybody who was selected; a range of marks ends."""

    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class DecidedAgain:
    """What was taken back, or has failed, is decided once more."""

    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class DecisionTakenBack:
    """A decision that did not go; its letter is a draft again."""

    operation: Operation


@dataclass(frozen=True, slots=True)
class BatchTakenBack:
    """What was decided together and had not gone yet; its letter is in the form again."""

    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class LettersReturned:
    """Failed decisions are given up: their letters are drafts again."""

    operations: Sequence[Operation]


DecisionEvent = (
    Decided | DecidedTogether | DecidedAgain | DecisionTakenBack | BatchTakenBack | LettersReturned
)
