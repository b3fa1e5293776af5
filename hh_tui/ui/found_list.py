"""The list of people who were found, as its parts know it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.inbox.resume_base.asked import Asked
from hh_tui.inbox.resume_base.not_now import NotNow
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.found_ways import Ways
from hh_tui.ui.pending_question import PendingQuestion
from hh_tui.ui.people_reads import PeopleReads
from hh_tui.ui.people_views import PeopleViews


class FoundList(Protocol):
    """`asked` is whom it looks for, `url` the address of a saved search that it shows."""

    asked: Asked
    url: str | None
    reads: PeopleReads
    views: PeopleViews
    question: PendingQuestion
    """What its keys wait for."""

    @property
    def is_left(self) -> bool:
        """Whether it was of another login or working account: nothing of it is carried out any more."""
        ...

    @property
    def hidden(self) -> Mapping[str, NotNow]:
        """Those who are put off, by person."""
        ...

    def begin(self, asked: Asked, *, url: str | None = None, saved: str = "") -> None:
        """Show these people."""

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell something in its last line."""

    def refresh(self) -> None:
        """Show it as it is now."""

    def hide(self) -> None:
        """Others are put off now, or not any more."""

    def invite(self, people: Sequence[Row]) -> None:
        """Invite them to a vacancy that is to be chosen."""

    def put_off(self, people: Sequence[Row]) -> None:
        """Hide them from searches until a day that is to be chosen."""

    @property
    def ways(self) -> Ways:
        """What keys do here that do the same in the inbox."""
        ...

    def like(self, negotiation: Negotiation) -> None:
        """Show people like this one."""
