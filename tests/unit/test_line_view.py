"""Lines painted at once are the lines that Textual paints one by one."""

from typing import Any, Final

import pytest
from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.content import Content
from textual.css.types import EdgeType
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import ContentSwitcher

from hh_tui.ui.presenters.messages import MessageLine, Side
from hh_tui.ui.widgets.text_view import TextView
from hh_tui.ui.widgets.thread_view import ThreadView

RED, BLUE = Color.parse("red"), Color.parse("#0000ff80")
TEXT: Final = "Привет, 180 000 ₽ и ещё несколько слов, 日本 " * 9


class _App(App[None]):
    CSS = "TextView { height: 12; }"

    def compose(self) -> Any:
        yield TextView(id="text")


def _edge(kind: EdgeType) -> dict[str, Any]:
    return {"border": (kind, RED)}


LOOKS: Final[dict[str, dict[str, Any]]] = {
    "plain": {},
    "framed": _edge("round"),
    "tall": _edge("tall"),
    "padded": {"padding": (0, 3, 0, 1)},
    "framed and padded": {**_edge("solid"), "padding": (1, 2)},
    "one side": {"border_left": ("heavy", BLUE)},
    "above and below": {"border_top": ("solid", RED), "border_bottom": ("solid", RED)},
    "outlined": {"outline": ("round", RED)},
    "tinted": {"tint": BLUE},
    "faint": {"opacity": 0.5},
    "faint text": {"text_opacity": 0.4},
    "hatched": {"hatch": ("+", RED), "padding": (0, 2)},
    "transparent": {"background": BLUE, "padding": (0, 1)},
}


@pytest.mark.parametrize("look", LOOKS)
async def test_lines_are_those_that_textual_paints(look: str) -> None:
    app = _App()
    async with app.run_test(size=(40, 30)) as pilot:
        view = app.query_one("#text", TextView)
        for name, value in LOOKS[look].items():
            setattr(view.styles, name, value)
        view.show(Content(TEXT))
        await pilot.pause()
        for crop in (Region(0, 0, *view.region.size), Region(0, 3, view.region.width, 4)):
            view.refresh()
            ours = _cells(view.render_lines(crop))
            view.refresh()
            theirs = _cells(ScrollView.render_lines(view, crop))
            assert ours == theirs


def _cells(lines: list[Strip]) -> list[tuple[int, list[Any]]]:
    """What is seen: a line that is asked for by itself says, too, which characters stand where."""
    seen = (
        Strip([Segment(text, style and style.clear_meta_and_links()) for text, style, _ in line])
        for line in lines
    )
    return [(line.cell_length, list(line.simplify())) for line in seen]


class _Pages(App[None]):
    CSS = "#one { padding: 0 1; }"

    def compose(self) -> Any:
        with ContentSwitcher(initial="one", id="pages"):
            yield TextView(id="one")
            yield TextView(id="two")
            yield ThreadView(id="three")


@pytest.mark.parametrize("page", ["two", "three"])
async def test_a_page_is_there_with_the_first_frame_it_is_seen_in(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app, frames, show = _Pages(), list[str](), App._display
    async with app.run_test(size=(40, 8)) as pilot:
        app.query_one("#one", TextView).show(Content("первая"))
        await pilot.pause()

        def looked(app: Any, screen: Any, update: Any) -> None:
            frames.append("".join(strip.text for strip in screen._compositor.render_strips()))
            show(app, screen, update)

        monkeypatch.setattr(App, "_display", looked)
        app.query_one("#two", TextView).show(Content("вторая"))
        lines = [MessageLine(str(one), Side.OURS, Content(f"письмо {one}")) for one in range(9)]
        app.query_one(ThreadView).show_thread(lines, "", anew=True)
        app.query_one(ContentSwitcher).current = page
        await pilot.pause()
        wanted = {"two": "вторая", "three": "письмо 8"}[page]
        assert wanted in frames[-1]
        assert not [one for one in frames if "первая" not in one and wanted not in one]
