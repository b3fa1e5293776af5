"""What the digits do for the candidate under the cursor, below a list without the candidate's own pane."""

from collections.abc import Sequence

from textual import events
from textual.content import Content, Span
from textual.reactive import reactive

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.ui.presenters import action_buttons
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.painted_widget import PaintedWidget


class ActionNames(PaintedWidget, can_focus=False):
    """At most so many `lines`, none where nobody is under the cursor. A click on a name is its digit."""

    DEFAULT_CSS = """
    ActionNames { height: 1; padding: 0 1; display: none; color: $foreground; background: $panel; }
    """

    choices: reactive[tuple[ActionChoice, ...]] = reactive((), repaint=False)
    more: reactive[str] = reactive("", repaint=False)
    """The label of what opens everything else; the whole text where there are no digits."""

    def __init__(self, *, id: str | None = None, lines: int = action_buttons.LINES) -> None:  # noqa: A002
        super().__init__(id=id)
        self._most = lines
        self._lines: list[list[Content]] = []
        self._told: list[list[tuple[str, Sequence[Span]]]] = []
        """The text and the styles of each name: the same ones are not painted again."""

    def watch_choices(self) -> None:
        """Other actions."""
        self._fit()

    def watch_more(self) -> None:
        """Something else is behind them."""
        self._fit()

    def on_resize(self) -> None:
        """Another width has another number of lines."""
        self._fit()

    def _fit(self) -> None:
        width = self.content_size.width
        if width <= 0:
            return
        lines = action_buttons.named(self.choices, self.more, width, self._most)
        told = [[(one.plain, one.spans) for one in line] for line in lines]
        if told != self._told:
            self._lines, self._told = lines, told
            self.styles.height = max(1, len(lines))
            self.refresh()

    def render(self) -> Content:
        """The names."""
        gap = Content(" " * action_buttons.GAP)
        return Content("\n").join(gap.join(line) for line in self._lines)

    def on_click(self, event: events.Click) -> None:
        """Find the name under the mouse."""
        offset = event.get_content_offset(self)
        number = action_buttons.found_at(self._lines, *offset) if offset is not None else None
        if number is not None:
            digit = self.choices[number].digit if number < len(self.choices) else None
            self.post_message(ActionBar.Pressed(digit))
