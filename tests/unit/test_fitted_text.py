"""A text that takes the lines it needs."""

from textual.app import App, ComposeResult
from textual.content import Content

from hh_tui.ui.widgets.static_text import FittedText

LONG = "Писать нельзя: слишком много ваших сообщений подряд, дождитесь ответа кандидата."


class Page(App[None]):
    CSS = "FittedText { height: 1; }"

    def compose(self) -> ComposeResult:
        yield FittedText()

    def words(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return "".join("".join(part.text for part in strip) for strip in strips).split()


async def test_a_long_text_is_seen_whole_at_any_width() -> None:
    app = Page()
    async with app.run_test(size=(30, 10)) as pilot:
        text = app.query_one(FittedText)
        for columns in (30, 100, 20, 60):
            await pilot.resize_terminal(columns, 10)
            while text.size.width != columns:  # the toolkit gathers resizes for some milliseconds
                await pilot.pause(0.01)
            text.text = Content(LONG)
            await pilot.pause()
            assert app.words() == LONG.split()
            assert (text.size.height == 1) == (columns > len(LONG))
            text.text = Content("Да")
            await pilot.pause()
            assert text.size.height == 1
