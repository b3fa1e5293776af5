"""Deciding: the screen changes at once, and returns to what it was when a decision is taken back or refused.

`reverted(applied(inbox, operation), operation) == inbox` while nothing else happened.
"""

from typing import Final

from hh_tui.api.models.thread import WriteState
from hh_tui.errors import HHError, NegotiationRefused
from hh_tui.inbox.decisions.changed_words import is_spent
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.snapshot.counters import shift_of, shifted
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Echo, Thread
from hh_tui.system.structs import replace

_NO_RESUME: Final = "resume_not_found"
"""What hh.ru says where the resume was deleted or hidden after it had been listed."""


def applied(inbox: Inbox, operation: Operation) -> Inbox:
    """The operation is on its way: a candidate that leaves is gone, the cursor is on the next one."""
    inbox = replace(
        _with_words_left_out(inbox, operation), pending={**inbox.pending, operation.id: operation}
    )
    query = inbox.listing.query
    if query is None or not operation.leaves(query):
        return inbox
    return replace(inbox, listing=inbox.listing.without(operation.negotiation.id)).in_sight()


def reverted(inbox: Inbox, operation: Operation, *, follow: bool = True) -> Inbox:
    """The operation did not take place: the candidate is back in their place.

    With `follow` the cursor goes to them, as one expects after taking a decision back; without it the cursor
    stays where the person works now.
    """
    inbox = _without(inbox, operation)
    if _is_gone(inbox, operation.negotiation.id):
        return inbox
    return replace(inbox, listing=inbox.listing.restored(operation.negotiation.id, follow=follow))


def _is_gone(inbox: Inbox, negotiation_id: str) -> bool:
    """Whether a pending operation takes this candidate out of the list that is shown."""
    query = inbox.listing.query
    theirs = (one for one in inbox.pending.values() if one.negotiation.id == negotiation_id)
    return query is not None and any(one.leaves(query) for one in theirs)


def refused(inbox: Inbox, operation: Operation, error: HHError) -> Inbox:
    """The server said no: the candidate is back, without a resume where that is why."""
    inbox = reverted(inbox, operation, follow=False)
    index = inbox.listing.rows.index_of(operation.negotiation.id)
    gone = isinstance(error, NegotiationRefused) and error.value == _NO_RESUME
    if index is None or not gone:
        return inbox
    negotiation = inbox.listing.rows[index].negotiation
    return inbox.with_negotiation(replace(negotiation, resume=None))


def not_done(inbox: Inbox, operation: Operation, error: HHError, *, letter_back: bool) -> Inbox:
    """The server said no; with `letter_back` the letter is a draft again."""
    inbox = refused(inbox, operation, error)
    return with_letter_back(inbox, operation) if letter_back else inbox


def taken_back(inbox: Inbox, operation: Operation) -> Inbox:
    """The person took the decision back: the candidate is under the cursor, a letter is a draft again."""
    return with_letter_back(reverted(inbox, operation), operation)


def settled(inbox: Inbox, operation: Operation) -> Inbox:
    """The server carried it out: the counters keep the change, a letter stands in the thread as sent."""
    inbox = _carried_out(_without(_with_form_spent(inbox, operation), operation), operation)
    inbox = inbox.with_snoozed(inbox.snoozed.settled(operation))
    if operation.action is not None:
        inbox = replace(inbox, selection=inbox.selection.without(operation.negotiation.id))
    shift = shift_of(operation)
    if inbox.board is not None and shift is not None and operation.source.vacancy_id == inbox.vacancy_id:
        inbox = replace(inbox, board=shifted(inbox.board, (shift,)))
    negotiation_id = operation.negotiation.id
    if (thread := inbox.threads.get(negotiation_id)) is not None:
        inbox = inbox.with_thread(negotiation_id, _thread_after(thread, operation, inbox.epoch))
    if inbox.queue is not None and operation.leaves(WAITING):
        inbox = replace(inbox, queue=inbox.queue.without(negotiation_id))
    if _is_gone(inbox, negotiation_id):
        return inbox
    selection = inbox.selection.remembering(inbox.listing, (negotiation_id,))
    return replace(inbox, listing=inbox.listing.left(negotiation_id), selection=selection)


def _thread_after(thread: Thread, operation: Operation, epoch: int) -> Thread:
    """The thread once this was carried out: its letter stands there, and an action may have unlocked it."""
    if operation.action is not None:
        thread = replace(thread, write_state=WriteState())
    if operation.text is None:
        return thread
    return thread.with_sent(echo_of(operation, operation.text), epoch)


def with_letter_back(inbox: Inbox, operation: Operation) -> Inbox:
    """A letter that was not sent is a draft again, before what was begun since; an action changes nothing."""
    if operation.action is not None or operation.text is None:
        return inbox
    return replace(inbox, drafts=inbox.drafts.returned(operation.text, operation.negotiation.id))


def echoes(inbox: Inbox, negotiation_id: str) -> tuple[Echo, ...]:
    """Letters to this candidate that are on their way, the earliest first."""
    return tuple(
        echo_of(operation, operation.text)
        for operation in inbox.pending.values()
        if operation.negotiation.id == negotiation_id and operation.text is not None
    )


def echo_of(operation: Operation, text: str) -> Echo:
    """An operation's letter as it stands in the thread before the server shows it."""
    return Echo(operation.id, text, operation.not_before or operation.decided_at)


def thread_of(inbox: Inbox, negotiation_id: str) -> Thread | None:
    """The thread as far as it was read."""
    return inbox.threads.get(negotiation_id)


def _carried_out(inbox: Inbox, operation: Operation) -> Inbox:
    epoch, action, negotiation = inbox.epoch + 1, operation.action, operation.negotiation
    if action is None:
        return replace(inbox, epoch=epoch)
    departed = {**inbox.departed, negotiation.id: epoch} if shift_of(operation) else inbox.departed
    inbox = replace(inbox, epoch=epoch, departed=departed)
    if not (negotiation.has_updates and departed):
        return inbox
    return inbox.with_less_unread(operation.source.vacancy_id)


def _without(inbox: Inbox, operation: Operation) -> Inbox:
    pending = {key: other for key, other in inbox.pending.items() if key != operation.id}
    left_out = {key: values for key, values in inbox.left_out.items() if key != operation.id}
    return replace(inbox, pending=pending, left_out=left_out)


def _with_words_left_out(inbox: Inbox, operation: Operation) -> Inbox:
    """Words that stand in the form of a decision without a letter are remembered: they are spent with it."""
    if operation.action is None or operation.text is not None:
        return inbox
    values = inbox.sheets.get((operation.negotiation.id, operation.action.id))
    return inbox if not values else replace(inbox, left_out={**inbox.left_out, operation.id: values})


def _with_form_spent(inbox: Inbox, operation: Operation) -> Inbox:
    """The form that this was decided with is empty again; what was begun in it since stays."""
    if operation.action is None or not is_spent(inbox, operation):
        return inbox
    place = operation.negotiation.id, operation.action.id
    return replace(inbox, sheets={key: values for key, values in inbox.sheets.items() if key != place})
