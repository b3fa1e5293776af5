"""The editor of letters and notes under any order of edits, undo, redo, pastes and resizes."""

import asyncio
import os
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.document._wrapped_document import WrappedDocument
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets.text_area import Selection

from hh_tui.ui.widgets.text_editor import TextEditor

EXAMPLES = int(os.environ.get("HH_TUI_SOAK", "0")) // 10 or 15

TWELVE = "\n".join(f"строка {number}" for number in range(12))
TEXTS = ("а", " ", "\n", "x\ny", TWELVE, "w" * 60, "\u2028", "a\vb", "a\r\nb\r\n", "ё👍🏽漢" * 5, "\t", "")
KEYS = ("up", "down", "left", "end", "home", "pageup", "pagedown", "enter", "delete", "а", "б")
EDITING = (
    "backspace",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "f7",
    "ctrl+x",
    "ctrl+v",
    "shift+up",
    "shift+end",
    "ctrl+home",
)


class Seen(TextEditor):
    """Keeps what was painted last, by line of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: dict[int, str] = {}

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        self.painted[y] = strip.text
        return strip


class Desk(App[None]):
    """An editor that is too low for a long text, so that its scroll bar comes and goes."""

    CSS = "Seen { height: 5; width: 1fr; border: round white; }"

    def compose(self) -> ComposeResult:
        yield Seen()


class Writer:
    """Does one step after the other and looks at the editor behind each."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.area = pilot.app.query_one(Seen)
        self.area.focus()

    def _place(self, part: float) -> tuple[int, int]:
        """A place in the text, between 0 its beginning and 1 its end."""
        lines = self.area.document.lines
        row = round(part * (len(lines) - 1))
        return row, round(part * 7 % 1 * len(lines[row]))

    async def step(self, kind: str, value: Any) -> None:
        area = self.area
        match kind:
            case "key":
                await self._pilot.press(value)
            case "paste":
                area.app.post_message(events.Paste(value))
            case "insert":
                area.insert(value)
            case "replace":
                text, start, end = value
                area.replace(text, self._place(start), self._place(end))
            case "all":
                area.replace(value, (0, 0), area.document.end)
            case "select":
                area.selection = Selection(*map(self._place, value))
            case "resize":
                await self._pilot.resize_terminal(*value)
        await self._pilot.pause()
        self.look()

    def look_at_screen(self) -> None:
        """Every line stands on the screen as it would be painted now."""
        shown = dict(self.area.painted)
        for line in range(self.area.size.height):
            assert shown[line] == TextEditor.render_line(self.area, line).text, line

    def look(self) -> None:
        """The cursor stands in the text, and every line is wrapped as it is."""
        area = self.area
        for row, column in area.selection:
            assert 0 <= row < area.document.line_count
            assert 0 <= column <= len(area.document[row])
        if not area.wrap_width:
            # There is no room for a letter: nothing is wrapped, and nothing seen.
            return
        wrapped = WrappedDocument(area.document, area.wrap_width, area.indent_width)
        assert area.wrapped_document.lines == wrapped.lines
        assert area.wrapped_document.height == wrapped.height


async def _written(then: Callable[[Writer], Any]) -> None:
    app = Desk()
    async with app.run_test(size=(40, 12)) as pilot:
        await then(Writer(pilot))


part = st.floats(0, 1)
text = st.sampled_from(TEXTS)
steps = st.one_of(
    st.tuples(st.just("key"), st.sampled_from((*KEYS, *EDITING, "ctrl+z", "ctrl+z", "ctrl+y"))),
    st.tuples(st.sampled_from(("paste", "insert", "all")), text),
    st.tuples(st.just("replace"), st.tuples(text, part, part)),
    st.tuples(st.just("select"), st.tuples(part, part)),
    st.tuples(st.just("resize"), st.tuples(st.integers(2, 60), st.integers(2, 12))),
)


@settings(max_examples=EXAMPLES)
@given(st.lists(steps, min_size=5, max_size=25))
def test_any_order_of_changes_can_be_taken_back(history: list[tuple[str, Any]]) -> None:
    async def writes(writer: Writer) -> None:
        for kind, value in history:
            await writer.step(kind, value)
        texts = []
        for change in (writer.area.redo, writer.area.undo, writer.area.redo):
            for _ in history:
                change()
                writer.look()
            texts.append(writer.area.text)
        assert texts == [texts[0], "", texts[0]]

    asyncio.run(_written(writes))


def test_a_long_paste_is_taken_back_and_made_again() -> None:
    async def writes(writer: Writer) -> None:
        for keys in ("", "ctrl+z", "ctrl+y", "ctrl+z"):
            await writer.step(*(("key", keys) if keys else ("paste", TWELVE)))
            assert writer.area.text == ("" if keys == "ctrl+z" else TWELVE)

    asyncio.run(_written(writes))


def test_another_width_with_as_many_lines_is_painted_anew() -> None:
    async def writes(writer: Writer) -> None:
        await writer.step("paste", "одно слово и ещё одно слово")
        for columns in (30, 28, 26, 30):
            await writer.step("resize", (columns, 12))
            writer.look_at_screen()

    asyncio.run(_written(writes))


def test_what_is_typed_after_undo_is_taken_back_by_itself() -> None:
    async def writes(writer: Writer) -> None:
        for key in ("enter", "а", "ctrl+z", "б", "ctrl+z"):
            await writer.step("key", key)
        assert writer.area.text == "\n"

    asyncio.run(_written(writes))


def test_line_ends_of_word_processors_are_line_ends() -> None:
    async def writes(writer: Writer) -> None:
        await writer.step("paste", "раз\vдва\u2028три\r\nче\x1b[31mтыре")
        assert writer.area.text == "раз\nдва\nтри\nчетыре"

    asyncio.run(_written(writes))
