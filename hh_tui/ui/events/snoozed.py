"""Candidates who are snoozed, and who are back."""

from collections.abc import Sequence
from datetime import datetime

from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.events.event import Event


class SnoozedRecalled(Event, frozen=True):
    """What is kept on the disk of this login."""

    snoozed: SnoozedItems


class SnoozeEnded(Event, frozen=True):
    """The moment of somebody has come; `at` is in UTC."""

    at: datetime


class SnoozedEntered(Event, frozen=True):
    """The person goes into one of the lists of those snoozed."""

    place: Query


class SnoozedPut(Event, frozen=True):
    """Candidates are put aside, or back; with `upwards` the cursor goes to the row above."""

    snoozed: SnoozedItems
    ids: Sequence[str]
    upwards: bool = False


class SnoozeUndone(Event, frozen=True):
    """The last snoozing is undone; the cursor goes to this candidate where they are in the list."""

    snoozed: SnoozedItems
    negotiation_id: str


SnoozeEvent = SnoozedPut | SnoozeUndone | SnoozedRecalled | SnoozeEnded | SnoozedEntered
