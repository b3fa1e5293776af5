"""What every decision goes through: one operation, shown at once, handed over to the outbox."""

from datetime import datetime

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.single_decision import operation_of
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.context import Context
from hh_tui.ui.events import Decided
from hh_tui.ui.view import Pane


class Decisions:
    """Makes operations of decisions."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def submit(
        self,
        seen: Target,
        action: Action | None,
        form: tuple[tuple[str, str], ...],
        not_before: datetime | None = None,
    ) -> None:
        """One operation, to be sent after its hold or at a moment: the screen changes at once.

        Without `action` it is a letter. `not_before` is in UTC.
        """
        context, inbox = self._context, self._context.inbox
        account = inbox.who(context.session.manager_account)
        operation = operation_of(inbox, seen, action, form, context.clock(), account, not_before)
        way = context.options.advance
        stays = context.panes.is_narrow or way == "stay"
        with context.store.at_once():
            context.store.dispatch(Decided(operation, way))
            if context.view.pane is Pane.CANDIDATE and action is not None and not stays:
                context.go(Pane.LIST)
            self.hold(operation)
            if not form:
                # Handed in now, the disk writes it while the screen is painted, and what tells of it is
                # mostly in the same frame. Words go in one transaction with their draft.
                context.outbox.hand_in()

    def hold(self, *operations: Operation) -> None:
        """Hand them over: they were decided together."""
        self._context.outbox.hold(*operations)
        self._context.program.decided()
