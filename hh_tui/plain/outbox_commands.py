"""What can be done with what waits in the outbox, and with what failed."""

from collections.abc import Callable, Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.plain import outbox_text
from hh_tui.plain.context import PlainContext
from hh_tui.plain.typed_line import number_of
from hh_tui.ui.employer_addresses import read_addresses
from hh_tui.ui.events import DecidedAgain, WritesDropped
from hh_tui.ui.presenters.batch import deed
from hh_tui.ui.presenters.form_choices import unread


class OutboxCommands:
    """Works on the outbox of the full screen, by its rules.

    `stops_repeat` tells why what failed last is not tried again as it was, and whether that is so.
    """

    def __init__(self, context: PlainContext, stops_repeat: Callable[[], bool]) -> None:
        self._context = context
        self._stops_repeat = stops_repeat
        self._told: list[frozenset[str]] = []
        """The operations of each line as it was told last: its number means these from then on."""

    async def repeat(self, number: str = "") -> None:
        """Try once more what failed, one line of the outbox or what was last."""
        context = self._context
        ids = [one.operation.id for one in self._line(number)] if number else []
        if (number and not ids) or (not ids and self._stops_repeat()):
            return
        operations = context.outbox.repeat(*ids)
        if not operations:
            failed = context.state.outbox.of(Stage.FAILED)
            context.say("repeat.hopeless" if failed else "repeat.nothing", key=context.key("outbox"))
            return
        context.states.dispatch(DecidedAgain(operations))
        if await context.kept():
            context.say("plain.held", deed=self._deed(operations), key=context.key("undo"))

    def _deed(self, operations: Sequence[Operation]) -> str:
        return deed(self._context.state.view.render_context, operations[0], len(operations))

    # The outbox

    def show(self) -> None:
        """What waits, what failed, and what can be done about it."""
        context = self._context
        lines = outbox_text.alike(context.state)
        self._told = [frozenset(one.operation.id for one in line) for line in lines]
        context.terminal.say(
            context.tr("outbox.title"), *outbox_text.lines(context.state, context.steady(), context.key)
        )
        if context.state.outbox.entries:
            keys = {one: context.key(f"outbox-{one}") for one in ("send", "send-all", "repeat", "drop")}
            context.say("plain.outbox", **{one.replace("-", "_"): key for one, key in keys.items()})
        context.terminal.say(*outbox_text.ended(context.state, context.outbox.finished))

    async def tell(self, number: str) -> None:
        """Whom one line is about, what their letter says, and when it goes."""
        context, lines = self._context, outbox_text.alike(self._context.state)
        if not number and len(lines) != 1:
            context.say("plain.which-line" if lines else "outbox.empty")
        elif found := self._chosen(number):
            operations = [one.operation for one in found]
            if unread(context.state.view.render_context, operations) and (
                answer := await read_addresses(context.session, context.inbox)
            ):
                context.states.dispatch(answer)
            context.terminal.say(*outbox_text.whole(context.state, found, context.steady(), context.key))

    def send(self, number: str) -> None:
        """End the wait of one line."""
        if found := self._chosen(number):
            self._context.say("plain.hurried", deed=self._deed([one.operation for one in found]))
            self._context.outbox.send_now({one.operation.id for one in found})

    def send_all(self) -> None:
        """End the wait of everything that waits for no moment."""
        self._context.outbox.send_now()

    async def drop(self, number: str) -> None:
        """Give one line up."""
        context, found = self._context, self._chosen(number)
        if not found:
            return
        dropped = context.outbox.drop(*(one.operation.id for one in found))
        context.states.dispatch(WritesDropped(dropped))
        if not dropped:
            context.say("plain.on-its-way", deed=self._deed([one.operation for one in found]))
        elif await context.kept():
            context.say("outbox.taken-out", deed=self._deed(dropped), key=context.key("undo"))
        self.show()

    def _chosen(self, number: str) -> Sequence[OutboxEntry]:
        """The line of this number, or the only one there is."""
        found = outbox_text.alike(self._context.state)
        return found[0] if not number and len(found) == 1 else self._line(number)

    def _line(self, number: str) -> Sequence[OutboxEntry]:
        """What is still open of the line that was told with this number; why nothing is, is told."""
        context, place = self._context, number_of(number)
        if place is None or not 1 <= place <= len(self._told):
            context.say("plain.no-line", line=number or "?")
            return ()
        told = self._told[place - 1]
        found = [one for one in context.state.outbox.entries if one.operation.id in told]
        if not found:
            context.say("plain.line-gone", line=place)
            self.show()
        return found
