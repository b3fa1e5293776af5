"""The candidate of a decision or a letter, as they were when it was begun."""

from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


class Target(Struct, frozen=True):
    """A row as the person saw it, the list it stands in on the server, and when it was read, in UTC.

    All three are taken together, and stay while a form or the composer is open: `seen_at` is about this
    `negotiation`, not about what was read of the candidate since. None means that nobody knows.
    """

    negotiation: Negotiation
    source: Query
    seen_at: datetime | None = None


def in_list(inbox: Inbox, negotiation: Negotiation) -> Target | None:
    """A candidate in sight; None where it is not known what list they stand in."""
    home = inbox.source_of(negotiation.id)
    return Target(negotiation, home, inbox.listing.seen.get(negotiation.id)) if home is not None else None


def of(operation: Operation) -> Target:
    """Whom an earlier decision was about, wherever one is by now."""
    return Target(operation.negotiation, operation.source, operation.seen_at)
