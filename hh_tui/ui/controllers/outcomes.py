"""What becomes of decisions: taken up after a start, carried out, refused, dropped."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from hh_tui.errors import HHError, LetterLost, MovedOn, NetworkError, NotOffered
from hh_tui.inbox.decisions import optimistic, optimistic_bulk, target
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.context import Context
from hh_tui.ui.events import OutboxChanged
from hh_tui.ui.presenters import errors, status


class Invitations(Protocol):
    """Follows invitations up."""

    def invitation_settled(self, operation: Operation, invitation: Invitation) -> None:
        """It is carried out."""

    def invitation_refused(self, operation: Operation, invitation: Invitation, error: HHError) -> None:
        """It did not take place."""


class Outcomes:
    """Called by the app when the outbox has told it.

    `silence` keeps whether the candidate was told of a step. `refill` shows the draft of this negotiation id
    where it is being written on. `write_again` opens the composer for them and `repeat` sends this write
    once more: they are offered after a captcha was solved.
    """

    def __init__(
        self,
        context: Context,
        invitations: Invitations,
        *,
        silence: Callable[[Operation], None],
        refill: Callable[[str], None],
        write_again: Callable[[Target], object],
        repeat: Callable[[str], object],
    ) -> None:
        self._context = context
        self._invitations = invitations
        self._silence = silence
        self._refill = refill
        self._write_again = write_again
        self._repeat = repeat

    def show(self, outbox: Outbox, now: float) -> None:
        """The open writes, at `now` of the app's steady clock."""
        self._context.store.dispatch(OutboxChanged(outbox, now, self._context.clock()))

    def take_up(self, operations: Iterable[Operation]) -> None:
        """What an earlier run left open has its effect on the list again."""
        self._context.update(optimistic_bulk.applied(self._context.inbox, tuple(operations)))

    def given_up(self, operations: Iterable[Operation]) -> None:
        """What the person dropped: the candidates are back where they were."""
        self._context.update(optimistic_bulk.reverted(self._context.inbox, tuple(operations)))

    def settled(self, operation: Operation) -> None:
        """It is done: the counters are read anew, the candidate too where they stayed in sight."""
        context, reads, source = self._context, self._context.reads, operation.source
        context.store.show(online=True)
        self._silence(operation)
        context.update(optimistic.settled(context.inbox, operation))
        if operation.invitation is not None:
            self._invitations.invitation_settled(operation, operation.invitation)
        if context.inbox.vacancy_id == source.vacancy_id:
            reads.board(source.vacancy_id, calmly=True)
        negotiation_id, inbox = operation.negotiation.id, context.inbox
        if inbox.listing.rows.index_of(negotiation_id) is None:
            return
        reads.negotiation(negotiation_id)
        selected = inbox.selected
        if operation.text and selected and selected.id == negotiation_id in inbox.threads:
            reads.thread(selected.negotiation)

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """The candidate is back, and with `letter_back` so is the letter; say why and how to repeat."""
        context, negotiation_id = self._context, operation.negotiation.id
        inbox = optimistic.refused(context.inbox, operation, error)
        context.update(optimistic.with_letter_back(inbox, operation) if letter_back else inbox)
        if letter_back:
            self._refill(negotiation_id)
        if isinstance(error, NetworkError):
            context.store.show(online=False)
        # Whoever is under the cursor by then, and what failed since, is somebody and something else.
        repeat = partial(self._repeat, operation.id)
        again = partial(self._write_again, target.of(operation)) if letter_back else repeat
        context.remember(error, again)
        if isinstance(error, LetterLost):
            context.reads.negotiation(negotiation_id)
        if operation.invitation is not None:
            self._invitations.invitation_refused(operation, operation.invitation, error)
        else:
            self._tell_refused(operation, error, letter_back=letter_back)

    def _tell_refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        context = self._context
        again = "repeat.letter" if letter_back else "repeat.action"
        if isinstance(error, MovedOn):
            again = "repeat.moved-on"
        keys = {name: context.keys(name) for name in ("repeat", "reply", "send", "undo")}
        hint = "" if isinstance(error, NotOffered) else context.render_context.tr(again, **keys)
        context.windows.notify(
            f"{errors.explain(context.render_context.tr, error).sentence} {hint}",
            title=status.deed(context.render_context, operation),
            severity="error",
            timeout=12,
        )
