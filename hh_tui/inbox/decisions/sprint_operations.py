"""A sprint as writes: one for each choice; what one request can carry for many is a batch."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.sprint import Sprint
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def operations(inbox: Inbox, sprint: Sprint, decided_at: datetime, account: str) -> tuple[Operation, ...]:
    """What was chosen, in the order of the pages. `decided_at` is in UTC, `account` the one that decides."""
    found: list[Operation] = []
    for key in sprint.people:
        if (choice := sprint.choices.get(key)) is None:
            continue
        seen = choice.target
        found.append(
            Operation(
                uuid4().hex,
                seen.source,
                seen.negotiation,
                choice.action,
                choice.body,
                decided_at,
                inbox.known_thread(key, choice.body),
                seen_at=seen.seen_at,
                account=account,
            )
        )
    return confirmed_together(found)


def confirmed_together(decided: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations under the name of one sprint, those that are alike in batches."""
    sprint, alike = uuid4().hex, [_likeness(one) for one in decided]
    batches = {key: uuid4().hex for key, count in Counter(alike).items() if count > 1}
    return tuple(
        replace(one, sprint=sprint, batch=batches.get(key, ""))
        for one, key in zip(decided, alike, strict=True)
    )


def _likeness(one: Operation) -> tuple[object, ...]:
    """The same for those whom one request can carry; without an action nobody is like another."""
    if one.action is None:
        return (one.id,)
    return (kind_of(one.action), one.form, one.source.vacancy_id, one.negotiation.resume is None)
