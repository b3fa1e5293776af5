"""Names of Textual that are not its public ones, in one place: what an upgrade may take away.

Methods of Textual's that are overridden stand in the classes that override them: `App._display`,
`App._build_driver`, `App._fatal_error`, `Screen._dispatch_message`, `Input._on_paste`,
`LinuxDriver._run_input_thread`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.keys import _character_to_key as character_to_key
from textual.notifications import Notification
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets._toast import Toast, ToastRack

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver  # does not import on Windows

__all__ = [
    "ChopsUpdate",
    "CompositorUpdate",
    "LayoutUpdate",
    "Toast",
    "ToastRack",
    "XTermParser",
    "character_to_key",
    "close_notification",
    "driver_of",
    "flush_callbacks",
    "has_callbacks",
    "notifications",
    "queued",
    "rendered",
    "replace_output",
    "scroll_update",
    "set_modes",
    "whole_update",
]


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


def whole_update(screen: Screen[Any]) -> RenderableType | None:
    """An update of all cells of a screen, with the screens seen behind it."""
    return screen._compositor.render_update(full=True, screen_stack=screen.app._background_screens)


def notifications(app: App[Any]) -> tuple[Notification, ...]:
    """The notices that are shown, the oldest first."""
    return tuple(app._notifications)


def close_notification(app: App[Any], notification: Notification, *, refresh: bool = True) -> None:
    """Take a notice away; with `refresh` the screen shows it at once."""
    app._unnotify(notification, refresh=refresh)


def driver_of(app: App[Any]) -> Driver | None:
    """The driver of the terminal; None before the program runs."""
    return app._driver


def replace_output(driver: Driver, wrap: Callable[[TextIO], object]) -> None:
    """Let a driver that writes to a file write to what `wrap` makes of it."""
    file = getattr(driver, "_file", None)
    if file is not None:
        vars(driver)["_file"] = wrap(file)


def set_modes(driver: "LinuxDriver") -> None:
    """Write the sequences that switch on mouse, bracketed paste and reports of the size."""
    driver._enable_mouse_support()
    if driver._mouse_pixels:
        driver._enable_mouse_pixels()
    driver._enable_bracketed_paste()
    driver._disable_line_wrap()
    if driver._in_band_window_resize:
        driver._enable_in_band_window_resize()
