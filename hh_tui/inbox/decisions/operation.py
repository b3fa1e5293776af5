"""One thing a person decided: an action on a negotiation, or a letter into its thread."""

from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.snapshot.known_thread import NOTHING_KNOWN, KnownThread
from hh_tui.inbox.snapshot.query import Query


class Operation(Struct, frozen=True):
    """A write, complete: whom, what and with which values.

    `negotiation` is the row as the person saw it. Without an `action` it is a plain letter. `form` holds the
    values to send, nothing else is sent. `source` is the list it was decided in, `decided_at` is in UTC.
    `known` is the thread as it was read by then, `seen_at` is when the row was read.
    `account` names the working account it was decided in; operations of one `batch` were decided together
    and are one action with one form. Those of one `sprint` were confirmed together, whatever they are.
    `not_before` is when it may be sent at the earliest, None for at once. With an `invitation` the
    `negotiation` does not exist yet, and the action makes it. `sent_before` is when an earlier try of the
    same write was sent that may have arrived, in UTC: it is looked for before this one goes.
    The letter of a batch that was filled in for everybody began as the same `wording`; empty for any other.
    """

    id: str
    source: Query
    negotiation: Negotiation
    action: Action | None
    form: tuple[tuple[str, str], ...]
    decided_at: datetime
    known: KnownThread = NOTHING_KNOWN
    seen_at: datetime | None = None
    account: str = ""
    batch: str = ""
    not_before: datetime | None = None
    invitation: Invitation | None = None
    sent_before: datetime | None = None
    sprint: str = ""
    wording: str = ""

    @property
    def decided_with(self) -> str:
        """The name of all that is taken back and reported together; empty for a decision alone."""
        return self.sprint or self.batch

    @property
    def wanted_at(self) -> datetime:
        """When the person wanted it sent, in UTC: the moment chosen for it, else when it was decided."""
        return max(self.decided_at, self.not_before or self.decided_at)

    @property
    def text(self) -> str | None:
        """The letter it carries, None when it is silent."""
        return letter_of(self.form)

    @property
    def words(self) -> str:
        """The letter as the person wrote it, before it was filled in; empty when it is silent."""
        return self.wording or self.text or ""

    @property
    def target(self) -> str | None:
        """The path of the collection that the action's own address names; None for a letter.

        An action's address is its collection's path with the negotiation's id at the end.
        """
        if self.action is None:
            return None
        path, _, last = urlsplit(self.action.url).path.rstrip("/").rpartition("/")
        return path if last == self.negotiation.id else None

    def leaves(self, query: Query) -> bool:
        """Whether the candidate is expected to be gone from the list of `query` afterwards.

        From the list of those who wait for an answer every letter takes them away. Who waits for a moment
        stands in the place for that.
        """
        if self.invitation is not None or (self.not_before is not None and query.keeps_scheduled):
            return False
        if query.wants_letters and self.text is not None:
            return True
        if self.action is None:
            return False
        if self.target is not None and self.target == query.path:
            return False
        resulting, current = self.action.resulting_employer_state, self.negotiation.employer_state
        return resulting is not None and (current is None or resulting.id != current.id)


def letter_of(form: tuple[tuple[str, str], ...]) -> str | None:
    """The letter among the values to send; None where there is none."""
    return next((value for name, value in form if name == "message"), None)
