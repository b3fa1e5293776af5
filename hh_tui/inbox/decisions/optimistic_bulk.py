"""The snapshot when many decisions are made, taken back or carried out at once: each row is touched once."""

from collections.abc import Sequence

from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.forms import has_text
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def applied(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """All are on their way; the cursor is on the next candidate who stays."""
    pending = {**inbox.pending, **{one.id: one for one in operations}}
    inbox = replace(inbox, pending=pending, sheets=bulk_form.held(inbox.sheets, operations))
    query, listing = inbox.listing.query, inbox.listing
    if query is None:
        return inbox
    gone = {one.negotiation.id for one in operations if one.leaves(query)}
    away = tuple(row for row in listing.rows if row.id in gone)
    if not away:
        return inbox
    rows = Rows(tuple(row for row in listing.rows if row.id not in gone))
    before = sum(row.rank < listing.selected.rank for row in away) if listing.selected else 0
    cursor = max(0, min(listing.cursor - before, len(rows) - 1))
    listing = replace(listing, rows=rows, cursor=cursor, away=(*listing.away, *away))
    return replace(inbox, listing=listing).in_sight()


def reverted(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """None of them took place: the candidates and their letter are back, the cursor stays on its own one."""
    ids = {one.id for one in operations}
    pending = {key: one for key, one in inbox.pending.items() if key not in ids}
    left_out = {key: values for key, values in inbox.left_out.items() if key not in ids}
    sheets = bulk_form.returned(inbox.sheets, operations)
    inbox = replace(inbox, pending=pending, left_out=left_out, sheets=sheets)
    listing, gone = inbox.listing, inbox.gone_from(inbox.listing.query)
    ids = {one.negotiation.id for one in operations} - gone
    back = [row for row in listing.away if row.id in ids]
    if not back:
        return inbox
    selected = listing.selected
    rows = listing.rows.inserted(back)
    index = rows.index_of(selected.id) if selected else None
    away = tuple(row for row in listing.away if row.id not in ids)
    cursor = listing.cursor if index is None else index
    return replace(inbox, listing=replace(listing, rows=rows, away=away, cursor=cursor))


def settled(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """The server carried all of them out."""
    for operation in operations:
        inbox = optimistic.settled(inbox, operation)
    return inbox


def decided_again(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """What was taken back is on its way once more; a draft that is the very letter is begun no more."""
    if len(operations) != 1:
        return applied(inbox, operations)
    operation, drafts = operations[0], inbox.drafts
    if operation.action is None and drafts.of(operation.negotiation.id) == operation.text:
        drafts = drafts.kept("", operation.negotiation.id)
    return optimistic.applied(replace(inbox, drafts=drafts), operation)


def with_letters_back(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """Letters that were not sent are drafts again, and those of actions are in their forms."""
    for operation in operations:
        inbox = _with_form_back(optimistic.with_letter_back(inbox, operation), operation)
    return inbox


def _with_form_back(inbox: Inbox, operation: Operation) -> Inbox:
    """The form of one candidate is filled in again where nothing was begun in it since.

    The words of a group are in the form for groups since the group was refused.
    """
    action = operation.action
    of_group = operation.sprint if operation.invitation else operation.batch and not operation.sprint
    if action is None or not operation.text or of_group:
        return inbox
    key = (operation.negotiation.id, action.id)
    if has_text(inbox.sheets.get(key, {})):
        return inbox
    return replace(inbox, sheets={**inbox.sheets, key: dict(operation.form)})
