"""Candidates who are snoozed, and who are back."""

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


SnoozeEvent = SnoozedRecalled | SnoozeEnded | SnoozedEntered
