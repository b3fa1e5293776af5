"""Candidates who are snoozed, and who are back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.snapshot.query import Query


@dataclass(frozen=True, slots=True)
class SnoozedRecalled:
    """What is kept on the disk of this login."""

    snoozed: SnoozedItems


@dataclass(frozen=True, slots=True)
class SnoozeEnded:
    """The moment of somebody has come; `at` is in UTC."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SnoozedEntered:
    """The person goes into one of the lists of those snoozed."""

    place: Query


@dataclass(frozen=True, slots=True)
class SnoozedPut:
    """Candidates are put aside, or back; with `upwards` the cursor goes to the row above."""

    snoozed: SnoozedItems
    ids: Sequence[str]
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class SnoozeUndone:
    """The last snoozing is undone; the cursor goes to this candidate where they are in the list."""

    snoozed: SnoozedItems
    negotiation_id: str


SnoozeEvent = SnoozedPut | SnoozeUndone | SnoozedRecalled | SnoozeEnded | SnoozedEntered
