"""What we use of Textual that is not public: an upgrade that takes it away fails here."""

import ast
import asyncio
import inspect
import io
import re
import signal
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from rich.segment import Segment
from textual import events
from textual.app import App
from textual.content import Content
from textual.css.stylesheet import Stylesheet
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Input, Static

from hh_tui import ui
from hh_tui.ui import textual_private

UI: Final = Path(ui.__file__).parent

_SEQUENCE: Final = re.compile("\x1b[^m]*m")


class _App(App[None]):
    def compose(self) -> Any:
        yield Static("words")
        yield ScrollView()


async def test_private_names_do_what_they_are_used_for() -> None:
    app = _App()
    heard: list[int] = []
    async with app.run_test(size=(20, 4), notifications=True) as pilot:
        below = app.screen
        await pilot.pause()
        assert "words" in "".join(textual_private.rendered(below))
        await app.push_screen(ModalScreen())
        assert "words" in "".join(textual_private.rendered(below))
        app.call_next(heard.append, 1)
        assert textual_private.has_callbacks(app)
        await textual_private.flush_callbacks(app)
        assert heard == [1]
        assert not textual_private.has_callbacks(app)
        with app.batch_update():
            assert textual_private.is_gathering(app)
        assert not textual_private.is_gathering(app)
        assert isinstance(textual_private.queued(app), tuple)
        view = below.query_one(ScrollView)
        view.set_reactive(ScrollView.virtual_size, Size(0, 400))
        textual_private.scroll_update(view, Size(0, 400))
        assert view.show_vertical_scrollbar
        static = below.query_one(Static)
        textual_private.put_into_border(static, Content("above"))
        assert static.border_title == "above"
        assert below.query_children(textual_private.ToastRack)
        assert issubclass(textual_private.Toast, Static)
        assert isinstance(textual_private.whole_update(app.screen), textual_private.LayoutUpdate)
        assert textual_private.variables_of(app.stylesheet) == app.get_css_variables()
        assert textual_private.size_classes(below, Size(20, 4)) == set()
        app.notify("one")
        await pilot.pause()
        (shown,) = textual_private.notifications(app)
        textual_private.close_notification(app, shown)
        assert textual_private.notifications(app) == ()
        assert isinstance(textual_private.driver_of(app), HeadlessDriver)


class _Direct(Widget):
    """Is painted without messages, and keeps those that were sent to it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = "before"
        self.sent: list[Message] = []

    def render(self) -> str:
        return self.words

    check_idle = textual_private.paint_with_frame

    def post_message(self, message: Message) -> bool:
        self.sent.append(message)
        return super().post_message(message)


class _Page(Screen[None]):
    DEFAULT_CSS = "_Direct { height: 1; }"

    def compose(self) -> Any:
        yield _Direct()
        yield Static("below", id="other")

    _on_idle = textual_private.let_layout_come


class _Frames(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.frames: list[list[str]] = []

    def get_default_screen(self) -> Screen[None]:
        return _Page()

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        super()._display(screen, renderable)
        lines = textual_private.rendered(screen)
        self.frames.append([_SEQUENCE.sub("", line).rstrip() for line in lines])


@asynccontextmanager
async def _at_rest() -> AsyncIterator[tuple[_Frames, _Direct, Static]]:
    """An app that has nothing to do, and whose driver sends it nothing."""
    app = _Frames()
    async with app.run_test(size=(20, 4)):
        await asyncio.sleep(0.1)
        direct, other = app.screen.query_one(_Direct), app.screen.query_one("#other", Static)
        app.frames.clear()
        direct.sent.clear()
        direct.words = "after"
        yield app, direct, other


async def test_what_changed_alone_is_painted_without_a_message() -> None:
    async with _at_rest() as (app, direct, _):
        direct.refresh()
        assert not direct.sent
        await asyncio.sleep(0.1)
        assert app.frames == [["after", "below", "", ""]]


async def test_what_changed_is_painted_with_what_is_laid_out() -> None:
    async with _at_rest() as (app, direct, other):
        direct.refresh()
        other.styles.margin = (1, 0, 0, 0)
        await asyncio.sleep(0.1)
        assert app.frames == [["after", "", "below", ""]]


async def test_who_needs_more_than_painting_gets_it() -> None:
    async with _at_rest() as (app, direct, _):
        direct.refresh()
        direct.styles.height = 2
        await asyncio.sleep(0.1)
        assert app.frames[-1] == ["after", "", "below", ""]
        for name in ("_scroll_required", "_refresh_styles_required"):
            direct.sent.clear()
            setattr(direct, name, True)
            direct.refresh()
            assert direct.sent, name
            await asyncio.sleep(0.1)
            assert not getattr(direct, name)


async def test_who_is_in_no_screen_is_not_painted() -> None:
    async with _at_rest() as (app, direct, _):
        _Direct().refresh()
        await direct.remove()
        direct.refresh()
        await asyncio.sleep(0.1)
        assert app.frames[-1] == ["below", "", "", ""]


def test_private_names_of_input_read_what_a_terminal_sends() -> None:
    (event,) = textual_private.XTermParser().feed("\x1b[I")
    assert isinstance(event, events.AppFocus)
    assert textual_private.character_to_key("[") == "left_square_bracket"


async def test_private_names_of_the_driver_write_the_modes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    driver, written = LinuxDriver(_App(), size=(20, 4)), list[str]()
    monkeypatch.setattr(driver, "write", written.append)
    textual_private.set_modes(driver)
    assert {"\x1b[?1000h", "\x1b[?2004h"} <= set(written)
    other = io.StringIO()
    textual_private.replace_output(driver, lambda _: other)
    assert vars(driver)["_file"] is other


def _names_of_ours(trees: Iterable[ast.AST]) -> set[str]:
    """What the package itself defines, assigns or takes as an argument."""
    found: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


def _foreign(tree: ast.AST, ours: set[str]) -> Iterator[str]:
    """Private names that are not ours, imported or taken of an object."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")):
            names = [*(node.module or "").split("."), *(one.name for one in node.names)]
            yield from (name for name in names if name.startswith("_"))
        elif isinstance(node, ast.Attribute) and node.attr.startswith("_") and node.attr not in ours:
            yield from () if node.attr.endswith("__") else (node.attr,)


def test_private_names_stand_in_one_module() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")}
    ours = _names_of_ours(trees.values())
    found = {path.name: names for path, tree in trees.items() if (names := sorted(_foreign(tree, ours)))}
    assert found.keys() == {"textual_private.py"}


@pytest.mark.parametrize(
    ("owner", "name", "parameters"),
    [
        (App, "_display", ["self", "screen", "renderable"]),
        (App, "_build_driver", ["self", "headless", "inline", "mouse", "size"]),
        (App, "_fatal_error", ["self"]),
        (Screen, "_dispatch_message", ["self", "message"]),
        (Screen, "_compositor_refresh", ["self"]),
        (Screen, "_on_idle", ["self", "event"]),
        (textual_private.Compositor, "_render_chops", ["self", "crop", "is_rendered_line"]),
        (textual_private.Compositor, "render_partial_update", ["self"]),
        (Input, "_on_paste", ["self", "event"]),
        (LinuxDriver, "_run_input_thread", ["self"]),
        (
            Stylesheet,
            "_parse_rules",
            ["self", "css", "read_from", "is_default_rules", "tie_breaker", "scope"],
        ),
    ],
)
def test_what_is_overridden_is_called_as_it_was(owner: type, name: str, parameters: list[str]) -> None:
    assert list(inspect.signature(getattr(owner, name)).parameters) == parameters


class _Lines(ScrollView):
    DEFAULT_CSS = "_Lines { border: round red; scrollbar-size: 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[int] = []
        self.virtual_size = Size(10, 100)

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return Strip([Segment(f"line {y + self.scroll_offset.y}")])


async def test_a_painted_line_is_what_textual_paints_of_it() -> None:
    app = _App()
    async with app.run_test(size=(20, 4)):
        widget = app.screen.query_one(Static)
        line = Content.assemble("имя, ", ("42", "$accent"), (" ✉1", "bold"), " 家")
        style = widget.visual_style
        (whole,) = Visual.to_strips(widget, line, 20, 1, style, apply_selection=False)
        mine = textual_private.painted_line(widget, line, style)
        assert mine.text == whole.text
        assert mine.cell_length == line.cell_length == whole.cell_length
        looks = [(one.style.color, one.style.bgcolor, one.style.bold) for one in whole if one.style]
        assert [(one.style.color, one.style.bgcolor, one.style.bold) for one in mine if one.style] == looks


async def test_painted_lines_can_be_kept_and_one_of_a_border_painted() -> None:
    view = _Lines()
    app = _App()
    async with app.run_test(size=(20, 30)) as pilot:
        await app.mount(view)
        await pilot.pause()
        textual_private.rendered(app.screen)
        lines = textual_private.painted_lines(view)
        assert [strip.text.strip("│ ") for _, strip in sorted(lines.items())] == [
            f"line {number}" for number in range(view.size.height)
        ]
        view.refresh_lines(0, 1)
        assert 0 not in textual_private.painted_lines(view)
        view.painted.clear()
        view.refresh(view.size.region)
        textual_private.keep_painted(view, {1: lines[2]})
        assert any("line 2" in line for line in textual_private.rendered(app.screen))
        assert view.painted == [0, *range(2, view.size.height)]
        view.painted.clear()
        textual_private.put_into_border(view, Content("above"))
        textual_private.put_into_border(view, Content("below"), below=True)
        shown = "".join(textual_private.rendered(app.screen))
        assert "above" in shown
        assert "below" in shown
        assert not view.painted
