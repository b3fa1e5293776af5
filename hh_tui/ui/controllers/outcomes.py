"""What follows when a decision was carried out or refused: fresh reads, a notice, a way to repeat it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from hh_tui.errors import HHError, LetterLost, MovedOn
from hh_tui.inbox.decisions import target
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.remedy import may_succeed
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LetterReturned, LettersReturned, WriteCarriedOut, WriteRefused
from hh_tui.ui.presenters import errors, status
from hh_tui.ui.state_store import State


class Invitations(Protocol):
    """Follows invitations up."""

    def invitation_settled(self, operation: Operation, invitation: Invitation) -> None:
        """It is carried out."""

    def invitation_refused(self, operation: Operation, invitation: Invitation, error: HHError) -> None:
        """It did not take place."""


class Outcomes:
    """Hears what the outbox tells of single writes.

    `refill` shows the draft of this negotiation id where it is being written on. `write_again` opens the
    composer for them and `repeat` sends this write once more: they are offered after a captcha was solved.
    """

    def __init__(
        self,
        context: Context,
        invitations: Invitations,
        *,
        refill: Callable[[str], None],
        write_again: Callable[[Target], object],
        repeat: Callable[[str], object],
    ) -> None:
        self._context = context
        self._invitations = invitations
        self._refill = refill
        self._write_again = write_again
        self._repeat = repeat

    def on_event(self, event: Event, _: State, __: State) -> None:
        """A write is at its end, or its words are begun again."""
        match event:
            case WriteCarriedOut():
                self._carried_out(event.operation)
            case WriteRefused():
                self._refused(event.operation, event.error, letter_back=event.letter_back)
            case LettersReturned():
                for operation in event.operations:
                    self._refill(operation.negotiation.id)
            case LetterReturned():
                self._refill(event.negotiation_id)

    def _carried_out(self, operation: Operation) -> None:
        """The counters are read anew, the candidate too where they stayed in sight."""
        context, reads, source = self._context, self._context.reads, operation.source
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

    def _refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """Say why and how to repeat."""
        context, negotiation_id = self._context, operation.negotiation.id
        if letter_back:
            self._refill(negotiation_id)
        # Whoever is under the cursor by then, and what failed since, is somebody and something else.
        repeat = partial(self._repeat, operation.id)
        again = partial(self._write_again, target.of(operation)) if letter_back else repeat
        context.remember(error, again)
        if isinstance(error, LetterLost):
            context.reads.negotiation(negotiation_id)
        if operation.invitation is not None:
            self._invitations.invitation_refused(operation, operation.invitation, error)
        elif not operation.sprint:  # of what was confirmed together the report tells
            self._tell_refused(operation, error, letter_back=letter_back)

    def _tell_refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        context = self._context
        entry = context.writes.entry(operation.id)
        again = "repeat.letter" if letter_back else "repeat.action"
        if isinstance(error, MovedOn):
            again = "repeat.moved-on"
        keys = {name: context.keys(name) for name in ("repeat", "reply", "send", "undo")}
        helps = letter_back or (entry is not None and may_succeed(entry, context.clock()))
        hint = context.render_context.tr(again, **keys) if helps else ""
        context.windows.notify(
            f"{errors.explain(context.render_context.tr, error).sentence} {hint}",
            title=status.deed(context.render_context, operation),
            severity="error",
            timeout=12,
        )
