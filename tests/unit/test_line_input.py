"""The one-line input: what a paste becomes."""

import pytest
from textual import events
from textual.app import App, ComposeResult

from hh_tui.ui.widgets.line_input import LineInput


class Form(App[None]):
    def compose(self) -> ComposeResult:
        yield LineInput("ab", id="free")
        yield LineInput("12345678", id="short", max_length=10)


@pytest.mark.parametrize(
    ("selector", "pasted", "value"),
    [
        ("#free", "\none\r\n two\n", "one twoab"),
        ("#free", "\n \u00a0\n", "ab"),
        ("#free", "\x1b[31mred\x1b[0m\u200b\n", "redab"),
        ("#short", "\nabcd", "ab12345678"),
    ],
)
async def test_a_paste_of_several_lines_is_one_line(selector: str, pasted: str, value: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        line = app.query_one(selector, LineInput)
        line.focus()
        line.select_on_focus = False
        await pilot.press("home")
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert line.value == value
        line.action_select_all()
        app.post_message(events.Paste("\nxyz"))
        await pilot.pause()
        assert line.value == "xyz"


async def test_keys_go_to_the_ends_of_a_line() -> None:
    app = Form()
    async with app.run_test() as pilot:
        line = app.query_one("#short", LineInput)
        line.select_on_focus = False
        line.focus()
        await pilot.press("ctrl+home", "x", "ctrl+end", "y")
        assert line.value == "x12345678y"
        await pilot.press("ctrl+shift+home")
        assert line.selected_text == "x12345678y"
        await pilot.press("ctrl+home", "ctrl+shift+end", "z")
        assert line.value == "z"
