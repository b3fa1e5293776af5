"""The guard against colleagues: whether a candidate is still where they were when one decided.

Where steps of one's own have led them since is no colleague's doing.
"""

from collections.abc import Iterable
from datetime import datetime

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Stage
from hh_tui.system.structs import replace


def _offer(negotiation: Negotiation) -> tuple[tuple[str, bool], ...]:
    return tuple((action.id, action.enabled) for action in negotiation.actions)


def differs(before: Negotiation, now: Negotiation) -> bool:
    """Whether the employer state or what is offered has changed."""
    old, new = before.employer_state, now.employer_state
    moved = (old.id if old else None) != (new.id if new else None)
    return moved or _offer(before) != _offer(now)


def needs_look(operation: Operation) -> bool:
    """Whether somebody may have moved the candidate since the row was read.

    They may for every row, for it is read before the decision; moments of a clock that may have been set
    prove nothing else. An invitation is about nobody who is there yet.
    """
    return operation.invitation is None


def _own_writes(operation: Operation, finished: Iterable[Finished]) -> list[Finished]:
    """What we have done about the same candidate since the row was read, the latest last."""
    since = operation.seen_at or operation.decided_at
    done = [
        one
        for one in finished
        if one.stage is Stage.DONE
        and one.at >= since
        and one.operation.id != operation.id
        and one.operation.negotiation.id == operation.negotiation.id
    ]
    return sorted(done, key=lambda one: one.at)


def after_own_steps(operation: Operation, finished: Iterable[Finished]) -> Operation:
    """The operation with the candidate at the stage that our last step since the row was read led to.

    It is the same object where there was no such step. What is offered there is not known.
    """
    steps = [one.operation.action for one in _own_writes(operation, finished)]
    states = [one.resulting_employer_state for one in steps if one and one.resulting_employer_state]
    if not states:
        return operation
    return replace(operation, negotiation=replace(operation.negotiation, employer_state=states[-1]))


def has_moved(operation: Operation, now: Negotiation, finished: Iterable[Finished]) -> bool:
    """Whether somebody else has changed where the candidate is, or what is offered there.

    What is offered after a write of our own is not known; nor is it where a step led that does not say so.
    """
    own = _own_writes(operation, finished)
    if not own:
        return differs(operation.negotiation, now)
    last = own[-1].operation.action
    if last is not None and last.resulting_employer_state is None:
        return False
    expected = after_own_steps(operation, (one for one in own))
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
