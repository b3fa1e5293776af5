"""Small widgets that are painted by the line look as Textual paints them."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.widget import Widget

from hh_tui.ui.widgets.painted_widget import PaintedWidget

WIDTH, HEIGHT = 16, 3

CONTENTS = (
    Content(""),
    Content("коротко"),
    Content.assemble("Иванова, ", ("29", "bold"), (" · Backend", "$accent"), " developer · Москва"),
    Content("первая\n\nтретья, которая длиннее\nчетвёртая"),
    Content("слово" * 12),
    Content("до\tпосле"),
    Content("家族 家族 家族 家族 家族"),
    Content("конец  \n"),
)
WAYS = (
    "text-wrap: wrap; text-overflow: fold;",
    "text-wrap: wrap; text-overflow: ellipsis;",
    "text-wrap: nowrap; text-overflow: ellipsis;",
    "text-wrap: nowrap; text-overflow: clip;",
    "text-wrap: nowrap; text-overflow: fold;",
)
FRAMES = (
    "",
    "padding: 0 1;",
    "border: round red; padding: 0 1;",
    "text-style: bold; color: red; background: blue;",
    "content-align: right bottom; text-align: right;",
)


class _Plain(Widget):
    content = Content("")

    def render(self) -> Content:
        return self.content


class _Painted(PaintedWidget):
    content = Content("")

    def render(self) -> Content:
        return self.content


class _Pair(App[None]):
    CSS = f"_Plain, _Painted {{ width: {WIDTH}; height: {HEIGHT}; }}"

    def compose(self) -> ComposeResult:
        yield _Plain()
        yield _Painted()


def _cells(widget: Widget) -> list[list[tuple[Any, ...]]]:
    """Every cell of a widget as it looks: of a blank one its background is seen, and nothing else."""
    lines = widget.render_lines(Region(0, 0, *widget.outer_size))
    return [
        [
            (one, style and style.bgcolor, *((style.color, style.bold) if style and one != " " else ()))
            for text, style, _ in line
            for one in text
        ]
        for line in lines
    ]


def _looks(widgets: tuple[_Plain, _Painted], content: Content) -> Iterator[Any]:
    for widget in widgets:
        widget.content = content
        widget.refresh()
        yield _cells(widget)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("way", WAYS)
async def test_a_painted_widget_looks_as_any_other(frame: str, way: str) -> None:
    app = _Pair()
    app.stylesheet.add_source(f"_Plain, _Painted {{ {frame} {way} }}")
    async with app.run_test(size=(40, 20)):
        pair = app.screen.query_one(_Plain), app.screen.query_one(_Painted)
        for content in CONTENTS:
            plain, painted = _looks(pair, content)
            assert painted == plain, content.plain


async def test_what_is_selected_in_it_stands_out_and_can_be_found() -> None:
    app = _Pair()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = app.screen
        pair = screen.query_one(_Plain), screen.query_one(_Painted)
        for widget in pair:
            widget.content = Content("Иванова Мария")
            widget.refresh()
        await pilot.pause(0.1)
        place = pair[1].region.offset + Offset(8, 0)
        assert screen.get_widget_and_offset_at(*place) == (pair[1], Offset(8, 0))
        screen.selections = dict.fromkeys(pair, Selection(Offset(0, 0), Offset(7, 0)))
        await pilot.pause(0.1)
        plain, painted = (_cells(widget) for widget in pair)
        assert painted == plain
        assert painted[0][0][1] != painted[0][9][1]
