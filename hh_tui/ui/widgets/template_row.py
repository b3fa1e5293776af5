"""Templates of a letter by name, each a button: as many lines of them as it takes."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Button, Static

from hh_tui.ui.widgets.flow import FlowLayout


class TemplateRow(Container):
    """No line at all without templates. A name longer than the row ends in an ellipsis."""

    DEFAULT_CSS = """
    TemplateRow { height: auto; display: none; }
    TemplateRow.-some { display: block; }
    TemplateRow Button {
        min-width: 5;
        height: 1;
        padding: 0 1;
        background: $raised;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    TemplateRow .label { color: $text-muted; width: auto; }
    """

    names: var[tuple[str, ...]] = var(tuple)

    class Chosen(Message):
        """The template of this number was asked for."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, label: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label

    def compose(self) -> ComposeResult:
        """What the buttons are."""
        yield Static(self._label, classes="label", markup=False)

    def on_mount(self) -> None:
        """Lay the buttons out in lines."""
        self.styles.set_rule("layout", FlowLayout())

    async def watch_names(self) -> None:
        """Other templates are offered."""
        self.set_class(bool(self.names), "-some")
        await self.remove_children(Button)
        await self.mount_all(
            Button(Content(name), name=str(number), compact=True) for number, name in enumerate(self.names)
        )

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """Say which one."""
        event.stop()
        self.post_message(self.Chosen(int(event.button.name or 0)))
