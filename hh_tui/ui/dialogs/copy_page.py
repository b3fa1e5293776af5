"""A text to be selected with the terminal's own mouse: nothing stands beside it."""

from textual.content import Content

from hh_tui.ui.dialogs.page import Page


class CopyPage(Page):
    """The text over the whole width, and a hint below it."""

    DEFAULT_CSS = """
    CopyPage #page {
        width: 100%;
        max-width: 100%;
        border: none;
        border-top: solid $primary;
        border-bottom: solid $primary;
        padding: 0;
    }
    """

    def __init__(self, title: str, footer: str, text: str, hint: str) -> None:
        super().__init__(title, footer, Content(text) + Content.styled(f"\n\n{hint}", "$text-muted"))
