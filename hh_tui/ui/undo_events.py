"""What an event adds to the history of what the person did."""

from hh_tui.inbox.decisions.history import Decided, History, Labelled, PutAside, key_of
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.lists import labels
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AtOnceFailed,
    AtOnceSent,
    BatchTakenBack,
    DecisionTakenBack,
    Event,
    LabelPut,
    LoginChanged,
    MarksDropped,
    OutboxChanged,
    SnoozedPut,
    WritesDropped,
)
from hh_tui.ui.state_store import State


def heard(history: History, event: Event, before: State, after: State) -> History:
    """The history after an event; what was done in another login is of no account in this one."""
    match event:
        case OutboxChanged():
            return _with_writes(history, before.outbox, after.outbox)
        case SnoozedPut() if event.ids:
            known, now = before.inbox.snoozed.people, event.snoozed.people
            return history.having(
                PutAside({one: known.get(one) for one in event.ids}, {one: now.get(one) for one in event.ids})
            )
        case LabelPut():
            return history.having(_labelled(event, before, after))
        case MarksDropped():
            return history.unmarked(event.marks)
        case AtOnceSent() | AtOnceFailed():
            return _with_sent_at_once(history, event)
        case DecisionTakenBack():
            return history.taken_back((event.operation,))
        case BatchTakenBack():
            return history.taken_back(event.operations)
        case WritesDropped():
            # What was put off to another day waits under the same name.
            waiting = {key_of(one.operation) for one in after.outbox.entries}
            gone = [one for one in event.operations if key_of(one) not in waiting]
            return history.given_up(gone) if gone else history
        case LoginChanged():
            return History()
        case _:
            return history


def _with_sent_at_once(history: History, event: AtOnceSent | AtOnceFailed) -> History:
    return history.having(event.step) if isinstance(event, AtOnceSent) else history.without(event.step)


def _labelled(event: LabelPut, before: State, after: State) -> Labelled:
    worn, now = before.view.labels, after.view.labels
    changed = [one for one in event.who if labels.of(worn, one) != labels.of(now, one)]
    owners = dict.fromkeys(map(labels.owner, changed))
    return Labelled(
        event.name,
        tuple(changed),
        {one: worn.get(one, ()) for one in owners},
        {one: now.get(one, ()) for one in owners},
    )


def _with_writes(history: History, before: Outbox, after: Outbox) -> History:
    """A new decision is not written down yet; those of an earlier run are."""
    if before.entries == after.entries:
        return history
    stages = {one.operation.id: one.stage for one in before.entries}
    fresh = tuple(
        one.operation
        for one in after.entries
        if one.operation.id not in stages and not one.saved and not history.knows(one.operation)
    )
    if fresh:
        history = history.having(Decided(fresh))
    failed = (one for one in after.of(Stage.FAILED) if one.operation.id in stages)
    if any(stages[one.operation.id] is not Stage.FAILED for one in failed):
        history = replace(history, has_failed=True)
    return history
