"""What we use of Textual that is not public: an upgrade that takes it away fails here."""

import inspect
from typing import Any

import pytest
from textual.app import App
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.widgets import Static

from hh_tui.ui import textual_private


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
        assert isinstance(textual_private.queued(app), tuple)
        view = below.query_one(ScrollView)
        view.set_reactive(ScrollView.virtual_size, Size(0, 400))
        textual_private.scroll_update(view, Size(0, 400))
        assert view.show_vertical_scrollbar
        assert below.query_children(textual_private.ToastRack)
        assert issubclass(textual_private.Toast, Static)


@pytest.mark.parametrize(
    ("owner", "name", "parameters"),
    [
        (App, "_display", ["self", "screen", "renderable"]),
        (App, "_build_driver", ["self", "headless", "inline", "mouse", "size"]),
        (App, "_fatal_error", ["self"]),
        (Screen, "_dispatch_message", ["self", "message"]),
    ],
)
def test_what_is_overridden_is_called_as_it_was(owner: type, name: str, parameters: list[str]) -> None:
    assert list(inspect.signature(getattr(owner, name)).parameters) == parameters
