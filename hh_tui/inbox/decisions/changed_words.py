"""Whether words that were taken back have been changed since, where they stand: in a draft, or in a form."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.forms import MESSAGE, Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters.bulk_form import of_others, place, unmarked
from hh_tui.inbox.snapshot.state import Inbox


def changed_since(inbox: Inbox, operations: Sequence[Operation]) -> bool:
    """Whether these were written otherwise by now: sent again as they were, the newer words would be lost.

    Words that were emptied since, and those begun for other people, are no newer ones.
    """
    typed = _typed(inbox, operations)
    return any(
        isinstance(value, str)
        and value.strip()
        and all(value.strip() not in _sent(one, key) for one in operations)
        for key, value in typed.items()
    )


def is_spent(inbox: Inbox, operation: Operation) -> bool:
    """Whether nothing was begun in the candidate's form since this was decided with it.

    Of words that were typed and then left out nothing is known after a restart: they stay.
    """
    if operation.action is None:
        return False
    values = inbox.sheets.get((operation.negotiation.id, operation.action.id), {})
    letter = str(values.get(MESSAGE) or "").strip()
    if not letter or letter in _sent(operation, MESSAGE):
        return True
    return operation.text is None and values == inbox.left_out.get(operation.id)


def _typed(inbox: Inbox, operations: Sequence[Operation]) -> Values:
    operation = operations[0]
    if operation.action is None:
        return {MESSAGE: inbox.drafts.of(operation.negotiation.id)}
    if len(operations) == 1:
        return inbox.sheets.get((operation.negotiation.id, operation.action.id), {})
    values = inbox.sheets.get(place(operation.action.id), {})
    others = of_others(values, (one.negotiation.id for one in operations))
    return {} if others else unmarked(values)


def _sent(operation: Operation, key: str) -> set[str]:
    """What the operation says there, as it goes and as the person wrote it."""
    said = {value.strip() for name, value in operation.form if name == key}
    return said | {operation.words.strip()} if key == MESSAGE else said
