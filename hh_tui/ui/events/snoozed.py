"""Candidates who are snoozed, and who are back."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.snapshot.query import Query


class SnoozedRecalled(Struct, frozen=True):
    """What is kept on the disk of this login."""

    snoozed: SnoozedItems


class SnoozeEnded(Struct, frozen=True):
    """The moment of somebody has come; `at` is in UTC."""

    at: datetime


class SnoozedEntered(Struct, frozen=True):
    """The person goes into one of the lists of those snoozed."""

    place: Query


class SnoozedPut(Struct, frozen=True):
    """Candidates are put aside, or back; with `upwards` the cursor goes to the row above."""

    snoozed: SnoozedItems
    ids: Sequence[str]
    upwards: bool = False


class SnoozeUndone(Struct, frozen=True):
    """The last snoozing is undone; the cursor goes to this candidate where they are in the list."""

    snoozed: SnoozedItems
    negotiation_id: str


SnoozeEvent = SnoozedPut | SnoozeUndone | SnoozedRecalled | SnoozeEnded | SnoozedEntered
