"""The guard against colleagues: whether a candidate is still where he was when one decided."""

from dataclasses import replace
from datetime import datetime

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.operation import Operation


def _offer(negotiation: Negotiation) -> tuple[tuple[str, bool], ...]:
    return tuple((action.id, action.enabled) for action in negotiation.actions)


def differs(before: Negotiation, now: Negotiation) -> bool:
    """Whether the employer state or what is offered has changed."""
    old, new = before.employer_state, now.employer_state
    moved = (old.id if old else None) != (new.id if new else None)
    return moved or _offer(before) != _offer(now)


def found(action: Action, negotiation: Negotiation) -> Action | None:
    """The same action, or the same finer step of one, as it is offered now."""
    for offered in negotiation.actions:
        if offered.id == action.id:
            return offered if offered.enabled else None
        for step in offered.sub_actions:
            if step.id == action.id:
                return offered.step(step) if offered.enabled else None
    return None


def offered_again(operation: Operation, now: Negotiation, seen_at: datetime) -> Operation | None:
    """The operation decided anew on the negotiation as it is now; None when that is not offered any more."""
    if operation.action is None:
        return replace(operation, negotiation=now, seen_at=seen_at) if now.can_write else None
    action = found(operation.action, now)
    return None if action is None else replace(operation, negotiation=now, action=action, seen_at=seen_at)
