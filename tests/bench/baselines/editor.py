"""Baseline C: a Textual app that is one text area."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Editor(App[None]):
    """The least that typing costs."""

    def compose(self) -> ComposeResult:
        """Nothing else."""
        yield TextArea()


if __name__ == "__main__":
    Editor().run()
