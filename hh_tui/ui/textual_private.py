"""Names of Textual that are not its public ones, in one place: what an upgrade may take away.

Methods of Textual's that are overridden stand in the classes that override them: `App._display`,
`App._build_driver`, `App._fatal_error`, `Screen._dispatch_message`.
"""

from typing import Any

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets._toast import Toast, ToastRack

__all__ = ["Toast", "ToastRack", "flush_callbacks", "has_callbacks", "queued", "rendered", "scroll_update"]


async def flush_callbacks(app: App[Any]) -> None:
    """Run what was put off until the next message of the app: answers of dialogs are handed over so."""
    await app._flush_next_callbacks()


def has_callbacks(app: App[Any]) -> bool:
    """Whether something was put off until the next message of the app."""
    return bool(app._next_callbacks)


def queued(app: App[Any]) -> tuple[object, ...]:
    """What the app has been told and has not handled."""
    return tuple(app._message_queue.values)


def rendered(screen: Screen[Any]) -> list[str]:
    """The lines of a screen as they are written to a terminal, also while another one stands on it."""
    return [strip.render(screen.app.console) for strip in screen._compositor.render_strips()]


def scroll_update(view: ScrollView, size: Size) -> None:
    """The size of what a view scrolls is another one: scroll bars follow, and nothing is laid out."""
    view._scroll_update(size)
