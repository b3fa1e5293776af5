"""Chips: short words that a click removes."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from hh_tui.ui.presenters.filters import Chip
from hh_tui.ui.widgets.flow import FlowLayout

REMOVE = "×"


class ChipButton(Static):
    """One chip."""

    DEFAULT_CSS = """
    ChipButton {
        width: auto;
        height: 1;
        padding: 0 1;
        background: $raised;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:hover { background: $primary-muted; }
    }
    """

    class Removed(Message):
        """The chip was clicked."""

        def __init__(self, chip: str) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, chip: str, label: str) -> None:
        super().__init__(Content.assemble(label, " ", (REMOVE, "$text-muted")), markup=False)
        self._chip = chip

    def on_click(self) -> None:
        """Away with it."""
        self.post_message(self.Removed(self._chip))


class ChipLine(Container):
    """The filters that are on, over the list; no line at all without them."""

    DEFAULT_CSS = """
    ChipLine { height: auto; max-height: 3; padding: 0 1; display: none; }
    ChipLine.-some { display: block; }
    """

    chips: var[tuple[Chip, ...]] = var(tuple)

    class Removed(Message):
        """What a group of filters says is no longer wanted."""

        def __init__(self, group: str) -> None:
            super().__init__()
            self.group = group

    def compose(self) -> ComposeResult:
        """Nothing at first."""
        yield from ()

    def on_mount(self) -> None:
        """Lay the chips out in lines."""
        self.styles.set_rule("layout", FlowLayout())

    async def watch_chips(self) -> None:
        """Other filters are on."""
        self.set_class(bool(self.chips), "-some")
        await self.remove_children()
        await self.mount_all(ChipButton(one.group, one.label) for one in self.chips)

    @on(ChipButton.Removed)
    def removed(self, message: ChipButton.Removed) -> None:
        """Say which one."""
        message.stop()
        self.post_message(self.Removed(message.chip))
