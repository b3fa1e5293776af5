"""What every window over the inbox has in common: it is answered once, and hears nothing afterwards."""

from collections.abc import Mapping
from functools import cached_property

from rich.console import RenderableType
from textual import events, messages
from textual.message import Message
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType
from textual.worker import Worker, WorkerState

from hh_tui.ui.commands import Handler
from hh_tui.ui.messages import AskedNoMore, Bug
from hh_tui.ui.textual_private import (
    Toast,
    ToastRack,
    close_notification,
    let_layout_come,
    notifications,
    put_compositor,
)
from hh_tui.ui.unasked_windows import came_by_itself
from hh_tui.ui.uncovered_compositor import UncoveredCompositor
from hh_tui.ui.widgets.backdrop import Backdrop
from hh_tui.ui.widgets.edge_line import EdgeLine


class Dialog(ModalScreen[ScreenResultType]):
    """A modal screen that `answer` closes.

    Workers, the mouse and keys can answer at the same moment: the first answer counts. Messages that are
    still on their way to an answered dialog are dropped, since its widgets may be gone already. A dialog
    under another one is closed when it is on top again: closing always takes the topmost screen away.
    """

    _answered = False
    _by_itself = False
    _result: ScreenResultType | None = None
    _asking = False

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        put_compositor(self, UncoveredCompositor())

    @cached_property
    def _warnings(self) -> set[str]:
        return set()

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do, by command id: every command of its scopes."""
        return {}

    _on_idle = let_layout_come

    def render(self) -> RenderableType:
        """What lies below, darker; Textual's own way to paint that asks for every colour anew."""
        below = super().render()
        return Backdrop(below.screen, below.color) if isinstance(below, BackgroundScreen) else below

    @property
    def is_open(self) -> bool:
        """Whether there are widgets to show something in, and somebody to answer."""
        return self.is_mounted and not self._answered and self.app.is_running

    def answer(self, result: ScreenResultType | None) -> None:
        """Close, and hand this to whoever opened it; nothing where that has happened already."""
        if self._answered:
            return
        self._answered, self._result = True, result
        if self.is_active:
            self._close()

    def close_by_itself(self, result: ScreenResultType | None) -> None:
        """The same without a key: keys that come until it is gone are meant for this dialog."""
        self._by_itself = self._by_itself or not self._answered
        self.answer(result)

    def warn(self, sentence: str) -> None:
        """A notice that tells why a key does nothing here: it goes with the dialog."""
        self._warnings.add(sentence)
        self.notify(sentence, severity="warning", markup=False)

    def _close(self) -> None:
        self.asking = False
        for one in notifications(self.app):
            if one.message in self._warnings:
                close_notification(self.app, one)
        if self._by_itself:
            came_by_itself(self.app)
        self.dismiss(self._result)

    @property
    def room(self) -> int:
        """Lines of the window that notices leave to the dialog."""
        return min((one.region.y for one in self.query(Toast) if one.region), default=self.size.height)

    def on_mount(self) -> None:
        """Notices are shown here from now on, and not a second time below."""
        for screen in self.app.screen_stack[:-1]:
            for rack in screen.query_children(ToastRack):
                rack.display = False

    def on_screen_suspend(self) -> None:
        """Another one stands above: the keys that this one names do nothing meanwhile.

        A dialog that goes away is suspended, too; of that one nothing is seen any more.
        """
        if not self._answered:
            self._set_covered(True)

    def on_screen_resume(self) -> None:
        """What stood over this one is gone."""
        self._set_covered(False)
        if self._answered and self.is_active:
            self._close()

    def _set_covered(self, covered: bool) -> None:
        # A class of the dialog itself would have the styles of all its widgets looked up anew.
        for line in self.query(".keys"):
            line.set_class(covered, "-covered")
        for line in self.query(EdgeLine):
            line.covered = covered

    @property
    def asking(self) -> bool:
        """Whether an answer is on its way that this dialog goes on with: keys wait for it, in order."""
        return self._asking

    @asking.setter
    def asking(self, asking: bool) -> None:
        if self._asking and not asking:
            self.app.post_message(AskedNoMore())
        self._asking = asking

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a read of the dialog is told; keys that waited for it go on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.asking = False
            self.app.post_message(Bug(event.worker.error))

    async def _dispatch_message(self, message: Message) -> None:
        """Of what was queued before the answer, only what keeps the screen itself going is heard."""
        own = isinstance(message, events.Event) or type(message).__module__ == messages.__name__
        if self._answered and not own:
            return
        await super()._dispatch_message(message)
