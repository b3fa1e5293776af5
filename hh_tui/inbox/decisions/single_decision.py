"""One decision about one candidate, as the operation that carries it out."""

from datetime import datetime
from uuid import uuid4

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


def operation_of(
    inbox: Inbox,
    seen: Target,
    action: Action | None,
    form: tuple[tuple[str, str], ...],
    decided_at: datetime,
    account: str,
    not_before: datetime | None = None,
) -> Operation:
    """The operation; without an `action` it is a letter. Moments are in UTC.

    `account` is the working account that decides, as `Inbox.who` names it.
    """
    return Operation(
        uuid4().hex,
        seen.source,
        seen.negotiation,
        action,
        form,
        decided_at,
        inbox.known_thread(seen.negotiation.id, form),
        seen_at=seen.seen_at,
        account=account,
        not_before=not_before,
    )


def invitation_of(
    new: Negotiation,
    action: Action,
    invitation: Invitation,
    form: tuple[tuple[str, str], ...],
    decided_at: datetime,
    account: str,
) -> Operation:
    """An invitation as an operation; `new` is the negotiation there will be."""
    return Operation(
        uuid4().hex,
        Query(invitation.vacancy_id, "", ""),
        new,
        action,
        form,
        decided_at,
        account=account,
        invitation=invitation,
    )
