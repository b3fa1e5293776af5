"""A batch of a sprint that waits, chosen again there: its sheet changes what was chosen and its letters."""

from collections.abc import Callable, Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.context import Context


class SprintEditing:
    """What is confirmed in the sheet is a new decision.

    `taken_back` puts operations back into the sprint they were confirmed in, `show` opens its sheet.
    """

    def __init__(
        self,
        context: Context,
        *,
        taken_back: Callable[[Sequence[Operation]], None],
        show: Callable[[], None],
    ) -> None:
        self._context = context
        self._taken_back = taken_back
        self._show = show

    def is_possible(self, operations: Sequence[Operation]) -> bool:
        """Whether a sprint of the account that decided can be opened here; why not is told."""
        context = self._context
        if context.may_not_decide():
            return False
        if not context.windows.is_free:
            context.say("outbox.letter-in-list", key=context.keys("close-found"))
            return False
        account = context.inbox.who(context.session.manager_account)
        if operations[0].account not in {"", account}:
            keys = {"account": context.keys("account"), "drop": context.keys("outbox-drop")}
            context.say("outbox.sprint-elsewhere", **keys)
            return False
        return True

    def open(self, operations: Sequence[Operation]) -> None:
        """These were taken out of the outbox."""
        self._taken_back(operations)
        self._show()
