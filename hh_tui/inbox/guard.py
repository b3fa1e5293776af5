"""The guard against colleagues: whether a candidate is still where he was when one decided.

Where steps of one's own have led him since is no colleague's doing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Finished, Stage


def _offer(negotiation: Negotiation) -> tuple[tuple[str, bool], ...]:
    return tuple((action.id, action.enabled) for action in negotiation.actions)


def differs(before: Negotiation, now: Negotiation) -> bool:
    """Whether the employer state or what is offered has changed."""
    old, new = before.employer_state, now.employer_state
    moved = (old.id if old else None) != (new.id if new else None)
    return moved or _offer(before) != _offer(now)


def after_own_steps(operation: Operation, finished: Iterable[Finished]) -> Operation:
    """The operation with the candidate at the stage that our last step since the row was read led to.

    It is the same object where there was no such step. What is offered there is not known.
    """
    since = operation.seen_at or operation.decided_at
    steps = [
        (one.at, one.operation.action.resulting_employer_state)
        for one in finished
        if one.stage is Stage.DONE
        and one.at >= since
        and one.operation.id != operation.id
        and one.operation.negotiation.id == operation.negotiation.id
        and one.operation.action is not None
        and one.operation.action.resulting_employer_state is not None
    ]
    if not steps:
        return operation
    _, state = max(steps, key=lambda step: step[0])
    return replace(operation, negotiation=operation.negotiation.model_copy(update={"employer_state": state}))


def has_moved(operation: Operation, now: Negotiation, finished: Iterable[Finished]) -> bool:
    """Whether somebody else has changed where the candidate is, or what is offered there."""
    expected = after_own_steps(operation, finished)
    if expected is operation:
        return differs(operation.negotiation, now)
    led, state = expected.negotiation.employer_state, now.employer_state
    return (led.id if led else None) != (state.id if state else None)


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
