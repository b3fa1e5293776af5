"""What a command of the person's own says, while it runs and afterwards."""

from collections.abc import Awaitable, Callable

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.system.child_process import Ended
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters import command_output
from hh_tui.ui.presenters.errors import explain


class Finished(Message):
    """The command has ended."""

    def __init__(self, ended: Ended) -> None:
        super().__init__()
        self.ended = ended


class NotStarted(Message):
    """It could not be started."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error


class CommandOutput(Page):
    """Runs the command when it opens; closing ends it with all that it started."""

    def __init__(
        self,
        command: str,
        run: Callable[[], Awaitable[Ended]],
        tr: Catalogue,
        keys: Callable[[str], str],
    ) -> None:
        footer = tr("pipe.running", key=key) if (key := keys("close-page")) else ""
        super().__init__(f"! {one_line(command)}", footer, Content.styled(tr("pipe.wait"), "$text-muted"))
        self._run, self._tr, self._keys = run, tr, keys

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self._work()

    @work(exit_on_error=False)
    async def _work(self) -> None:
        try:
            ended = await self._run()
        except HHError as error:
            self.post_message(NotStarted(error))
        else:
            self.post_message(Finished(ended))

    @on(Finished)
    def finished(self, message: Finished) -> None:
        """Show what it said, and how it ended."""
        self._show(
            command_output.text(self._tr, message.ended), command_output.ending(self._tr, message.ended)
        )

    @on(NotStarted)
    def not_started(self, message: NotStarted) -> None:
        """Say why."""
        self._show(Content(explain(self._tr, message.error).what), "")

    def _show(self, text: Content, ending: str) -> None:
        page = self.query_one(VerticalScroll)
        page.query_one(Static).update(text)
        key = self._keys("close-page")
        close = self._tr("pipe.close", key=key) if key else ""
        page.border_subtitle = Content(" · ".join(filter(None, (ending, close))))
