"""The buttons of a candidate: exactly what the server offers for them now."""

from collections.abc import Sequence

from textual import events
from textual.content import Content, Span
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.ui.presenters import action_buttons
from hh_tui.ui.widgets.painted_widget import PaintedWidget

GAP = 1
"""Cells between two buttons."""


class ActionBar(PaintedWidget, can_focus=False):
    """Labels in lines, painted by one widget; a click on a label is its digit.

    While one moves on nothing is mounted, what has as many lines as before is not laid out anew, and the same
    labels are not painted again: most candidates of a list have the actions of the one above.

    `more` is the label of the last button, which opens everything else there is.
    """

    DEFAULT_CSS = """
    ActionBar { height: 0; padding: 0 1; text-wrap: nowrap; color: $button-foreground; }
    """

    choices: reactive[tuple[ActionChoice, ...]] = reactive((), repaint=False)
    more: reactive[str] = reactive("", repaint=False)
    terse: reactive[bool] = reactive(False, repaint=False)
    hovered: reactive[int | None] = reactive(None)
    """Which button is below the mouse, counted from 0."""

    class Pressed(Message):
        """A button was pressed; no digit is the one for everything else."""

        def __init__(self, digit: int | None) -> None:
            super().__init__()
            self.digit = digit

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[list[Content]] = []
        self._labels: list[tuple[int, str, Sequence[Span]]] = []
        """The room for each label, its text and its styles."""

    def watch_choices(self) -> None:
        """Other actions: other labels."""
        self._fit()

    def watch_terse(self) -> None:
        """There is more or less room for labels."""
        self._fit()

    def watch_more(self) -> None:
        """The last button comes or goes."""
        self._fit()

    def on_resize(self) -> None:
        """Another width has another number of lines."""
        self._fit()

    def _fit(self) -> None:
        width = self.content_size.width or self.container_size.width - self.gutter.width
        if width <= 0:
            return
        labels = [action_buttons.button(one, terse=self.terse) for one in self.choices]
        if self.more:
            labels.append(action_buttons.padded(Content(self.more)))
        told = [(width, one.plain, one.spans) for one in labels]
        if told == self._labels:
            return
        self._labels = told
        self._lines = action_buttons.lines([one.truncate(width, ellipsis=True) for one in labels], width, GAP)
        self.styles.height = len(self._lines)
        self.hovered = None
        self.refresh()

    def render(self) -> Content:
        """The buttons, the one below the mouse brighter."""
        gap = Content(" " * GAP)
        number = 0
        shown: list[Content] = []
        for line in self._lines:
            buttons = []
            for label in line:
                place = "$primary-muted" if number == self.hovered else self._background(number)
                buttons.append(label.stylize_before(f"on {place}"))
                number += 1
            shown.append(gap.join(buttons))
        return Content("\n").join(shown)

    def _background(self, number: int) -> str:
        enabled = number >= len(self.choices) or self.choices[number].action.enabled
        return "$raised" if enabled else "$surface"

    def _button_at(self, offset: Offset | None) -> int | None:
        return None if offset is None else action_buttons.found_at(self._lines, offset.x, offset.y, GAP)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which button a click would press."""
        self.hovered = self._button_at(event.get_content_offset(self))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Say which one was pressed."""
        number = self._button_at(event.get_content_offset(self))
        if number is not None:
            digit = self.choices[number].digit if number < len(self.choices) else None
            self.post_message(self.Pressed(digit))
