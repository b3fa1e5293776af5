"""The line of tabs above what is shown of a candidate."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.ui.presenters.tabs import TabLabel, TabSpan, line
from hh_tui.ui.widgets.painted_widget import PaintedWidget


class TabLine(PaintedWidget, can_focus=False):
    """One line; a click on a tab asks for it."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    tabs: reactive[tuple[TabLabel, ...]] = reactive(())
    current: reactive[Tab] = reactive(Tab.MESSAGES)

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._places: tuple[TabSpan, ...] = ()

    def render(self) -> Content:
        """As many words as there is room for."""
        content, self._places = line(self.tabs, self.current, self.content_size.width)
        return content

    def on_click(self, event: events.Click) -> None:
        """Find the tab under the mouse."""
        offset = event.get_content_offset(self)
        found = next((one for one in self._places if offset and one.start <= offset.x < one.end), None)
        if found is not None:
            self.post_message(self.Chosen(found.tab))
