"""Baseline B: a line-API list of two-line rows, and one card that follows the cursor."""

import sys
from collections.abc import Callable, Hashable

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.cache import LRUCache
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

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


class Lines(ScrollView, can_focus=True):
    """Paints the lines in view, and no others, each once: strips are kept by what they show."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: LRUCache[Hashable, list[Strip]] = LRUCache(200)
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Styles are others."""
        super().notify_style_update()
        self._styles.clear()

    def style_of(self, component: str) -> Style:
        """The style of a component, or of the widget where that is empty."""
        if component not in self._styles:
            self._styles[component] = self.get_visual_style(component) if component else self.visual_style
        return self._styles[component]

    def painted(self, key: Hashable, content: Callable[[], Content], width: int, style: Style) -> list[Strip]:
        """The lines of a content in this style, painted unless they were so lately."""
        strips = self._strips.get((key, width, style))
        if strips is None:
            rich_style = style.rich_style
            texts = [one.plain for one in content().wrap(width)]
            strips = [
                Strip([Segment(text, rich_style)]).adjust_cell_length(width, rich_style) for text in texts
            ]
            self._strips[key, width, style] = strips
        return strips


class List(Lines):
    """Rows with a cursor."""

    DEFAULT_CSS = """
    List {
        width: 2fr; height: 1fr; scrollbar-size: 0 0; text-wrap: nowrap;
        & .list--cursor { background: $primary; }
    }
    """
    COMPONENT_CLASSES = {"list--row", "list--cursor"}  # noqa: RUF012  (as Textual has it)
    BINDINGS = [Binding("j", "move(1)", ""), Binding("k", "move(-1)", ""), Binding("g", "move(-1000000)", "")]  # noqa: RUF012

    cursor: reactive[int] = reactive(0, repaint=False)

    def __init__(self, rows: int, card: "Card") -> None:
        super().__init__()
        self._rows = rows
        self._card = card
        self.virtual_size = Size(0, rows * HEIGHT)

    def action_move(self, delta: int) -> None:
        """A row up or down."""
        self.cursor = max(0, min(self._rows - 1, self.cursor + delta))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint two rows, keep the cursor in view, and let the card follow."""
        for row in (before, now):
            self.refresh_lines(row * HEIGHT, HEIGHT)
        top, height = now * HEIGHT, self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + HEIGHT > self.scroll_offset.y + height:
            self.scroll_to(y=top + HEIGHT - height, animate=False, immediate=True)
        self._card.show(now)

    def render_line(self, y: int) -> Strip:
        """One line."""
        index, part = divmod(y + self.scroll_offset.y, HEIGHT)
        width = self.scrollable_content_region.width
        style = self.style_of("list--cursor" if index == self.cursor else "list--row")
        if index >= self._rows:
            return Strip.blank(width, style.rich_style)
        return self.painted(index, lambda: Content("\n".join(lines(index))), width, style)[part]


class Card(Lines):
    """What there is to tell about the row under the cursor."""

    DEFAULT_CSS = "Card { width: 3fr; height: 1fr; scrollbar-size: 0 0; border: round $primary; }"

    def __init__(self) -> None:
        super().__init__()
        self._index = 0

    def show(self, index: int) -> None:
        """Another row is under the cursor."""
        self._index = index
        self.refresh(self.size.region)

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, style = self.size.width, self.style_of("")
        strips = self.painted(self._index, lambda: card(self._index), width, style)
        return strips[y] if y < len(strips) else Strip.blank(width, style.rich_style)


class Rows(App[None]):
    """The least that a list with a card costs: nothing is laid out by a key, and no line is painted twice."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._card = Card()
        self._list = List(rows, self._card)

    def compose(self) -> ComposeResult:
        """Side by side."""
        with Horizontal():
            yield self._list
            yield self._card

    def on_mount(self) -> None:
        """Keys go to the list."""
        self._list.focus()


if __name__ == "__main__":
    Rows(int(sys.argv[1])).run()
