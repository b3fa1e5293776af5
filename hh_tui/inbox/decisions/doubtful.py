"""Letters that were sent and got no answer, and that nothing looks for any more.

They were given up, or became drafts again. The same words to the same candidate are looked for in the thread
before they go.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry
from hh_tui.system.structs import replace


class DoubtfulLetters(Struct, frozen=True):
    """When each was sent, in UTC, under what makes two letters the same."""

    sent: tuple[tuple[tuple[str, str, str], datetime], ...] = ()

    def with_given_up(self, entries: Iterable[OutboxEntry]) -> "DoubtfulLetters":
        """With those of these writes that have a letter and no answer."""
        new = [
            (key, at)
            for entry in entries
            if (key := _key(entry.operation)) is not None and (at := entry.unanswered_since) is not None
        ]
        return replace(self, sent=(*self.sent, *new)) if new else self

    def marked(self, operation: Operation) -> Operation:
        """The operation, told when its letter was sent for the first time if that may have arrived."""
        key = _key(operation)
        moments = [at for one, at in self.sent if one == key]
        if operation.sent_before is not None:
            moments.append(operation.sent_before)
        return replace(operation, sent_before=min(moments)) if moments else operation


def _key(operation: Operation) -> tuple[str, str, str] | None:
    """Whom, by which step, and the words; None for what has no letter into a thread."""
    if operation.text is None or operation.invitation is not None:
        return None
    step = operation.action.id if operation.action is not None else ""
    return operation.negotiation.id, step, one_line(operation.text)
