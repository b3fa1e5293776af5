"""A thread, shown from its newest end."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var
from textual.widgets import Button, Static

from hh_tui.view.messages import Line

PORTION = 60
"""Entries that are mounted at once; earlier ones come as one scrolls up."""


class Entry(Static):
    """One entry of the thread."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.content, classes=f"-{line.side}", markup=False)
        self.line = line


class ThreadView(VerticalScroll):
    """Entries, oldest first, anchored at the end until one scrolls up.

    `earlier` is the label of the button that brings older entries.
    """

    DEFAULT_CSS = """
    ThreadView {
        scrollbar-size-vertical: 1;
        padding: 0 1;
        & Entry { height: auto; margin: 0 0 1 0; }
        & Entry.-ours { margin: 0 0 1 8; padding: 0 1; border-left: tall $primary; }
        & Entry.-theirs { margin: 0 8 1 0; padding: 0 1; border-left: tall $accent; }
        & Entry.-middle { text-align: center; }
        & #earlier { width: 100%; display: none; }
        & #earlier.-more { display: block; }
    }
    """

    lines: var[Sequence[Line]] = var(tuple)
    first: var[int] = var(0)

    def compose(self) -> ComposeResult:
        """Only the way to older entries stands fixed."""
        yield Button("", id="earlier", compact=True)

    def show(self, lines: Sequence[Line], earlier: str, *, anew: bool) -> None:
        """Show these lines; `anew` starts at the newest end, else what is there stays where it is."""
        if anew:
            self.first = max(0, len(lines) - PORTION)
        self.lines = lines
        entries = list(self.query(Entry))
        kept = 0 if anew else self._kept(entries, lines[self.first :])
        with self.app.batch_update():
            for entry in entries[kept:]:
                entry.remove()
            self.mount_all([Entry(line) for line in lines[self.first + kept :]])
        self._show_earlier(earlier)
        if anew:
            self.anchor()
            self.call_after_refresh(self._show_beginning)

    def _show_beginning(self) -> None:
        """A newest entry that is longer than the view is read from its first line."""
        entries = self.query(Entry)
        if entries and entries.last().outer_size.height > self.size.height:
            self.release_anchor()
            self.scroll_to_widget(entries.last(), top=True, animate=False, immediate=True)

    @staticmethod
    def _kept(entries: Sequence[Entry], lines: Sequence[Line]) -> int:
        """How many entries stay; one that means the same but reads differently now is rewritten."""
        kept = 0
        for entry, line in zip(entries, lines, strict=False):
            if entry.line.key != line.key:
                break
            if not entry.line.content.is_same(line.content):
                entry.update(line.content)
                entry.line = line
            kept += 1
        return kept

    def _show_earlier(self, label: str) -> None:
        button = self.query_one("#earlier", Button)
        button.label = label
        button.set_class(self.first > 0, "-more")

    @on(Button.Pressed, "#earlier")
    def show_earlier(self, event: Button.Pressed) -> None:
        """One more portion above; what one reads stays where it is."""
        event.stop()
        before = self.first
        self.first = max(0, before - PORTION)
        self.release_anchor()
        entries = [Entry(line) for line in self.lines[self.first : before]]
        height = self.virtual_size.height
        self.mount_all(entries, after=0)
        event.button.set_class(self.first > 0, "-more")
        self.call_after_refresh(
            lambda: self.scroll_to(y=self.virtual_size.height - height + self.scroll_y, animate=False)
        )
