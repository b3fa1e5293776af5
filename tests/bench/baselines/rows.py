"""Baseline B: a line-API list of two-line rows, and one card that follows the cursor."""

import sys

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

HEIGHT = 2


def lines(index: int) -> tuple[str, str]:
    """What a row tells: as much as a candidate's does."""
    return (
        f"● Иванова Мария {index}, {20 + index % 40}            2 ч   ✉ 2",
        f"  Backend developer · {150 + index % 200} 000 ₽ · {index % 20} л 3 м · Вектор",
    )


def card(index: int) -> Content:
    """What the card tells: as much as a candidate's does."""
    jobs = [f"{2010 + job}–{2012 + job} · Компания {index + job} · Разработчик" for job in range(6)]
    head, wish = lines(index)
    return Content(
        "\n".join((head, wish, "Москва · полный день · гибрид", "", *jobs, "", "Python, SQL, Git"))
    )


class List(ScrollView, can_focus=True):
    """Paints the lines in view, and no others."""

    DEFAULT_CSS = "List { width: 2fr; height: 1fr; & .list--cursor { background: $primary; } }"
    COMPONENT_CLASSES = {"list--row", "list--cursor"}  # noqa: RUF012  (as Textual has it)
    BINDINGS = [Binding("j", "move(1)", ""), Binding("k", "move(-1)", ""), Binding("g", "move(-1000000)", "")]  # noqa: RUF012

    cursor: reactive[int] = reactive(0, repaint=False)

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.virtual_size = Size(0, rows * HEIGHT)

    def action_move(self, delta: int) -> None:
        """A row up or down."""
        self.cursor = max(0, min(self._rows - 1, self.cursor + delta))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint two rows, keep the cursor in view, and let the card follow."""
        for row in (before, now):
            self.refresh_lines(row * HEIGHT - self.scroll_offset.y, HEIGHT)
        top, height = now * HEIGHT, self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + HEIGHT > self.scroll_offset.y + height:
            self.scroll_to(y=top + HEIGHT - height, animate=False, immediate=True)
        self.app.query_one(Static).update(card(now))

    def render_line(self, y: int) -> Strip:
        """One line."""
        index, part = divmod(y + self.scroll_offset.y, HEIGHT)
        width = self.scrollable_content_region.width
        style = self.get_visual_style("list--cursor" if index == self.cursor else "list--row")
        if index >= self._rows:
            return Strip.blank(width, style.rich_style)
        return Visual.to_strips(self, Content(lines(index)[part]), width, 1, style, pad=True)[0]


class Rows(App[None]):
    """The least that a list with a card costs."""

    CSS = "Static { width: 3fr; height: 1fr; border: round $primary; }"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Side by side."""
        with Horizontal():
            yield List(self._rows)
            yield Static(card(0), markup=False)


if __name__ == "__main__":
    Rows(int(sys.argv[1])).run()
