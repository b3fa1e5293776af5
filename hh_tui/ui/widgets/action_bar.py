"""The buttons of a candidate: exactly what the server offers for them now."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Button

from hh_tui.inbox.decisions.action_menu import DIGITS, ActionChoice
from hh_tui.ui.presenters import action_buttons
from hh_tui.ui.widgets.flow import FlowLayout


class ActionButton(Button, can_focus=False):
    """One action; its digit is its key."""

    DEFAULT_CSS = """
    ActionButton {
        min-width: 0;
        width: auto;
        &.-style-default {
            background: $raised;
            text-style: none;
            &:hover { background: $primary-muted; }
            &.-dimmed { text-style: dim strike; background: $surface; }
        }
    }
    """

    def __init__(self) -> None:
        super().__init__("", compact=True)
        self.display = False


class ActionBar(Container):
    """A fixed set of buttons, relabelled for each candidate; nothing is mounted while one moves on.

    `more` is the label of the last button, which opens everything else there is.
    """

    DEFAULT_CSS = """
    ActionBar { height: auto; padding: 0 1; }
    ActionBar .action-bar--empty { width: auto; color: $text-muted; }
    """

    choices: var[tuple[ActionChoice, ...]] = var(tuple)
    more: var[str] = var("")
    terse: var[bool] = var(False)

    @dataclass
    class Pressed(Message):
        """A button was pressed; no digit is the one for everything else."""

        digit: int | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._buttons = [ActionButton() for _ in range(DIGITS + 1)]

    def compose(self) -> ComposeResult:
        """All buttons there can ever be."""
        yield from self._buttons

    def on_mount(self) -> None:
        """Lay the buttons out in lines."""
        self.styles.set_rule("layout", FlowLayout())

    def watch_choices(self) -> None:
        """Other actions: new labels on the same buttons."""
        for button, choice in zip(self._buttons[:DIGITS], self._padded(), strict=True):
            button.display = choice is not None
            if choice is not None:
                label = action_buttons.button(choice, terse=self.terse)
                if not label.is_same(Content.from_text(button.label)):
                    button.label = label
                    button.refresh(layout=True)
                button.set_class(not choice.action.enabled, "-dimmed")

    def watch_terse(self) -> None:
        """There is more or less room for labels."""
        self.watch_choices()

    def watch_more(self) -> None:
        """The last button comes or goes."""
        self._buttons[-1].label = Content(self.more)
        self._buttons[-1].display = bool(self.more)

    def _padded(self) -> list[ActionChoice | None]:
        return [*self.choices, *[None] * (DIGITS - len(self.choices))]

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """Say which one."""
        event.stop()
        index = self._buttons.index(event.button) if event.button in self._buttons else -1
        self.post_message(self.Pressed(index + 1 if 0 <= index < DIGITS else None))
