"""What is so of writes that failed and were given up: whether hh.ru has changed anything."""

from collections.abc import Sequence

from hh_tui.errors import LetterLost, Refused
from hh_tui.inbox.decisions.outbox import OutboxEntry


def given_up(entries: Sequence[OutboxEntry]) -> str:
    """The key of the sentence about them, which names their `deed`; of several the least certain one counts.

    There must be at least one.
    """
    if entries[0].operation.action is None:
        return "undo.draft-unsure" if any(one.may_have_gone for one in entries) else "undo.draft-again"
    if any(one.may_have_gone for one in entries):
        return "undo.given-up.unsure"
    if any(isinstance(one.error, LetterLost) for one in entries):
        return "undo.given-up.without-letter"
    refused = all(isinstance(one.error, Refused) for one in entries)
    return "undo.given-up.refused" if refused else "undo.given-up"
