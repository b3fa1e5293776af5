"""The frame of a small form: a title, its fields, a line of text, and a row of buttons."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, ProgressBar, Static


class FormFrame(Vertical):
    """Stacks `fields` over a line of text and a row of buttons.

    `buttons` are ids with labels, the first one primary: they post `Button.Pressed`. `text` is what the line
    says at first; None leaves the line out.
    """

    def __init__(
        self, title: str, *fields: Widget, buttons: Sequence[tuple[str, str]], text: str | None = ""
    ) -> None:
        super().__init__(classes="form")
        self.border_title = Content(title)
        self._fields = fields
        self._buttons = buttons
        self._text = text

    def compose(self) -> ComposeResult:
        """Fields, line, buttons."""
        yield from self._fields
        if self._text is not None:
            yield Static(self._text, id="said", classes="label", markup=False)
        with Horizontal(classes="ways"):
            for place, (button_id, label) in enumerate(self._buttons):
                yield Button(Content(label), id=button_id, variant="default" if place else "primary")

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Put a text into the line; `trouble` paints it as an error."""
        said = self.query_one("#said", Static)
        said.update(text)
        said.set_class(trouble, "trouble")


def hidden_bar() -> ProgressBar:
    """A bar for a file on its way, not shown before there is anything to measure."""
    bar = ProgressBar(total=None, show_eta=False, show_percentage=False)
    bar.display = False
    return bar
