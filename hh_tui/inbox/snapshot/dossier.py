"""What was read of a candidate beside the thread: resume, history, notes, test."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from hh_tui.api.models import Comment, Negotiation, Owner, PartialTuple, broken_in
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.read_stamp import UNSTAMPED, ReadStamp
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models import FullResume, MetVacancy
    from hh_tui.api.models.call import CallLog
    from hh_tui.api.models.solution import Solution

    Value = FullResume | tuple[MetVacancy, ...] | tuple[Comment, ...] | Solution | CallLog


class Tab(StrEnum):
    """What one can look at of a candidate."""

    MESSAGES = "messages"
    RESUME = "resume"
    HISTORY = "history"
    NOTES = "notes"
    TEST = "test"
    CALLS = "calls"


_BY_CALL = "PHONE_CALL"
"""The source of a negotiation that a call began."""

TELLING = frozenset({Tab.MESSAGES, Tab.RESUME})
"""Tabs whose first reading tells the candidate that they were looked at."""


class Part(Struct, frozen=True):
    """One tab: not asked for yet, `loading`, a `value` with the moment it was read (UTC), or an `error`.

    What was read stays while it is read again, and when that fails. `stamp` says when the read was asked for
    that it comes of: no answer to an earlier one takes its place.
    """

    value: "Value | None" = None
    loading: bool = False
    error: HHError | None = None
    read_at: datetime | None = None
    stamp: ReadStamp = UNSTAMPED

    @property
    def asked(self) -> bool:
        """Whether there is anything to show."""
        return self.loading or self.error is not None or self.value is not None

    @property
    def wanted(self) -> bool:
        """Whether opening the tab has to read it: never before, or in vain for a reason that can pass."""
        if self.loading or self.value is not None:
            return False
        return self.error is None or self.error.repeatable


UNASKED = Part()


T = TypeVar("T")


def _only(kind: type[T], value: "Value | None") -> tuple[T, ...] | None:
    """The elements of a list of that kind, with how many of it could not be read."""
    if not isinstance(value, tuple):
        return None
    return PartialTuple.of((one for one in value if isinstance(one, kind)), broken_in(value))


class Dossier(Struct, frozen=True):
    """Everything read of one candidate, by tab; the thread is kept apart."""

    parts: Mapping[Tab, Part] = field(default_factory=dict)

    def __getitem__(self, tab: Tab) -> Part:
        return self.parts.get(tab, UNASKED)

    def asking(self, tab: Tab) -> "Dossier":
        """With a tab being read."""
        return self._with(tab, replace(self[tab], loading=True, error=None))

    def holding(self, tab: Tab, value: "Value", read_at: datetime, stamp: ReadStamp) -> "Dossier":
        """With a tab read."""
        if self[tab].stamp.turn > stamp.turn:
            return self
        return self._with(tab, Part(value, read_at=read_at, stamp=stamp))

    def failing(self, tab: Tab, error: HHError, stamp: ReadStamp) -> "Dossier":
        """With a tab that could not be read."""
        if self[tab].stamp.turn > stamp.turn:
            return self
        return self._with(tab, replace(self[tab], loading=False, error=error))

    def _with(self, tab: Tab, part: Part) -> "Dossier":
        return replace(self, parts={**self.parts, tab: part})

    @property
    def resume(self) -> "FullResume | None":
        """The whole resume, once read."""
        if (value := self[Tab.RESUME].value) is None:
            return None
        from hh_tui.api.models import FullResume

        return value if isinstance(value, FullResume) else None

    @property
    def history(self) -> "tuple[MetVacancy, ...] | None":
        """The vacancies on which we met the candidate, once read."""
        if (value := self[Tab.HISTORY].value) is None:
            return None
        from hh_tui.api.models import MetVacancy

        return _only(MetVacancy, value)

    @property
    def notes(self) -> tuple[Comment, ...] | None:
        """The notes on the candidate, once read."""
        return _only(Comment, self[Tab.NOTES].value)

    @property
    def test(self) -> "Solution | None":
        """The test, once read."""
        if (value := self[Tab.TEST].value) is None:
            return None
        from hh_tui.api.models.solution import Solution

        return value if isinstance(value, Solution) else None

    @property
    def calls(self) -> "CallLog | None":
        """The calls with the candidate, once read."""
        if (value := self[Tab.CALLS].value) is None:
            return None
        from hh_tui.api.models.call import CallLog

        return value if isinstance(value, CallLog) else None


def owner_of(negotiation: Negotiation) -> Owner | None:
    """The person behind the resume; None where there is no resume."""
    return negotiation.resume.owner if negotiation.resume else None


def has(negotiation: Negotiation, tab: Tab) -> bool:
    """Whether there is anything to read: a candidate without resume or test has no such tabs."""
    if tab is Tab.TEST:
        return negotiation.test_result is not None
    if tab is Tab.NOTES:
        return owner_of(negotiation) is not None
    return tab in {Tab.MESSAGES, Tab.CALLS} or negotiation.resume is not None


def is_offered(negotiation: Negotiation, tab: Tab, dossier: Dossier) -> bool:
    """Whether the tab has a place beside the others: calls have one once somebody asked for them.

    Nothing in a list tells whether there were any, and most accounts have none.
    """
    return tab is not Tab.CALLS or dossier[tab].asked or negotiation.source == _BY_CALL
