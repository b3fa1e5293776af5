"""The frame of a small form: a title, its fields, a line of text, and a row of two buttons."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, ProgressBar, Static


class FormFrame(Vertical):
    """Stacks `fields` over a line of text and the buttons `#save` and `#cancel`.

    `save` and `cancel` are the labels of the buttons with their keys, `text` is what the line says at first.
    The buttons post `Button.Pressed` with these ids.
    """

    def __init__(self, title: str, *fields: Widget, save: str, cancel: str, text: str = "") -> None:
        super().__init__(classes="form")
        self.border_title = Content(title)
        self._fields = fields
        self._save, self._cancel, self._text = save, cancel, text

    def compose(self) -> ComposeResult:
        """Fields, line, buttons."""
        yield from self._fields
        yield Static(self._text, id="said", classes="label", markup=False)
        with Horizontal(classes="ways"):
            yield Button(Content(self._save), id="save", variant="primary")
            yield Button(Content(self._cancel), id="cancel")

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
