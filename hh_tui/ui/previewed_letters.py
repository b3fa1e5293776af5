"""What goes to each of those in a preview: the words, and what is sent beside them."""

from collections.abc import Callable, Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.employer_addresses import read_addresses
from hh_tui.ui.presenters.form_choices import beside, unread


class PreviewedLetters:
    """Of the `operations` in their places; whoever is passed over stands behind them and gets nothing."""

    def __init__(self, context: Context, operations: Sequence[Operation]) -> None:
        self._context = context
        self._operations = operations
        self._addresses = context.render_context.addresses

    def letter(self, place: int) -> str:
        """The words, empty for a silent decision."""
        return (self._operations[place].text or "") if place < len(self._operations) else ""

    def beside(self, place: int) -> str:
        """The address and the SMS that go with them, in the words of the outbox."""
        if place >= len(self._operations):
            return ""
        ctx = replace(self._context.render_context, addresses=self._addresses)
        return beside(ctx, self._operations[place])

    def read_addresses(self, seen: Callable[[], object]) -> None:
        """Read the address that was chosen where nobody has yet, then tell that it is `seen`."""
        context = self._context

        async def read() -> None:
            if answer := await read_addresses(context.session, context.inbox):
                self._addresses = answer.addresses
                context.post(answer)
                seen()

        if unread(context.render_context, self._operations):
            context.tasks.start(read, group="preview-addresses")
