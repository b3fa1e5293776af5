"""Where the cursor goes after a decision that takes a candidate out of the list."""

from typing import Literal

from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.state import Inbox

Advance = Literal["next", "previous", "stay"]
"""To the candidate after the one decided on, in the list; to the one before, in the list; or nowhere: whoever
comes into their place is shown in the pane where one is."""


def advanced(before: Inbox, after: Inbox, operation: Operation, advance: Advance) -> Inbox:
    """The inbox `after` a decision with the cursor where it goes; whoever stays in the list keeps it."""
    query, selected = before.listing.query, before.selected
    if query is None or selected is None or selected.id != operation.negotiation.id:
        return after
    if advance != "previous" or not operation.leaves(query):
        return after
    return after.moved_to(before.cursor - 1)


def decided(inbox: Inbox, operation: Operation, advance: Advance) -> Inbox:
    """The decision is on its way, and the cursor where it goes."""
    return advanced(inbox, optimistic.applied(inbox, operation), operation, advance)
