"""What becomes of writes, told before the next question."""

from collections.abc import Callable, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotKept
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.bulk_decision import still_selected
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.outbox.service import OutboxService
from hh_tui.plain.error_text import sentence
from hh_tui.ui.events import (
    BatchEnded,
    ChunkSent,
    DecidedAgain,
    LettersReturned,
    NegotiationRead,
    OutboxChanged,
    WriteCarriedOut,
    WriteRefused,
    WritesDropped,
)
from hh_tui.ui.presenters import batch, status
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.schedule import ahead
from hh_tui.ui.state_store import StateStore


class PlainNotices:
    """The `OutboxListener` of the line mode. `pop` gives what there is to tell."""

    outbox: OutboxService
    """Whose listener this is."""

    def __init__(
        self, states: StateStore, *, clock: Callable[[], datetime], steady: Callable[[], float]
    ) -> None:
        self._states = states
        self._clock = clock
        self._steady = steady
        self._told: list[str] = []
        self.unseen: set[str] = set()
        """Whom that is about, beside those for whom all went as it was decided."""

    def pop(self) -> list[str]:
        """What came up since the last time."""
        told, self._told = self._told, []
        self.unseen.clear()
        return told

    def tell(self, line: str) -> None:
        """One more thing to tell."""
        self._told.append(line)

    def outbox_changed(self) -> None:
        """The state follows."""
        self._states.dispatch(OutboxChanged(self.outbox.outbox, self._steady(), self._clock()))

    def carried_out(self, operation: Operation) -> None:
        """The server did it."""
        ctx = self._states.state.view.render_context
        self.tell(ctx.tr("plain.sent", deed=status.deed(ctx, operation)))
        self._states.dispatch(WriteCarriedOut(operation))

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place; with `letter_back` its letter is a draft again."""
        ctx = self._states.state.view.render_context
        why = sentence(ctx.tr, error)
        self.tell(ctx.tr("plain.not-sent", deed=status.deed(ctx, operation), why=why))
        self.unseen.add(operation.negotiation.id)
        self._states.dispatch(WriteRefused(operation, error, letter_back))

    def superseded(self, operations: Sequence[Operation]) -> None:
        """Their words are begun again."""
        self._states.dispatch(LettersReturned(operations))
        letters = [one for one in operations if one.action is None]
        if letters:
            ctx = self._states.state.view.render_context
            self.tell(ctx.tr("undo.draft-again", deed=batch.deed(ctx, letters[0], len(letters))))

    def batch_progressed(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk is at its end."""
        self._states.dispatch(ChunkSent(done, refused))

    def batch_ended(self, report: Report) -> None:
        """All of a batch is."""
        self._states.dispatch(BatchEnded(report))
        if report.gone != len(report.dropped):
            ctx = self._states.state.view.render_context
            marked = still_selected(self._states.state.inbox, report)
            self.tell(batch.summary(ctx, report, len(marked)))
            for operation, error in report.failed:
                self.tell(f"{status.deed(ctx, operation)}: {sentence(ctx.tr, error)}")
                self.unseen.add(operation.negotiation.id)

    def put_off(self, old: Sequence[Operation], new: Sequence[Operation], until: datetime) -> None:
        """The new ones are in the places of the old ones."""
        self._states.dispatch(WritesDropped(old))
        self._states.dispatch(DecidedAgain(new))

    def limit_met(self, operations: Sequence[Operation], until: datetime) -> None:
        """hh.ru takes no more of them today."""
        ctx = self._states.state.view.render_context
        self.tell(ctx.tr("plain.put-off", n=len(operations), when=ahead(ctx, until)))
        self.unseen.update(one.negotiation.id for one in operations)

    def target_changed(self, negotiation: Negotiation) -> None:
        """A candidate as they are now."""
        self._states.dispatch(NegotiationRead(negotiation, self._clock()))

    def login_lost(self, error: NotAuthorized) -> None:
        """What is open waits for a new login."""
        self.tell(explain(self._states.state.view.render_context.tr, error, outside=True).sentence)

    def connection(self, up: bool) -> None:
        """A connection that came or went while something waits for it."""
        self._states.show(online=up)
        waiting = len(self.outbox.outbox.hurrying(self._clock()))
        if waiting:
            key = "connection.back" if up else "connection.gone"
            self.tell(self._states.state.view.render_context.tr(key, n=waiting))

    def old_writes(self) -> None:
        """Some have waited long: the outbox is where one decides about them."""
        parked = self.outbox.outbox.parked
        if parked:
            ctx = self._states.state.view.render_context
            self.tell(ctx.tr("plain.parked", title=batch.parked(ctx, parked)))

    def not_kept(self, error: NotKept) -> None:
        """A write that could not be written down is told by its refusal."""

    def bug(self, error: BaseException) -> None:
        """Something that should not happen did: its kind only, and once, however often it did by now."""
        line = self._states.state.view.render_context.tr("bug", kind=type(error).__name__)
        if line not in self._told:
            self.tell(line)
