"""Names of Textual that are not its public ones, in one place: what an upgrade may take away.

Methods of Textual's that are overridden stand in the classes that override them: `App._display`,
`App._build_driver`, `App._fatal_error`, `Screen._dispatch_message`, `Screen._compositor_refresh`,
`Screen._on_idle`, `Input._on_paste`, `LinuxDriver._run_input_thread`, `Stylesheet._parse_rules`,
`Compositor._render_chops`.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import RenderableType
from rich.segment import Segment, Segments
from rich.style import Style as RichStyle
from textual._border import get_box
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.content import Content
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.driver import Driver
from textual.events import Event, Idle
from textual.geometry import Region, Size
from textual.keys import _character_to_key as character_to_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.notifications import Notification
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastRack

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver  # does not import on Windows

__all__ = [
    "CSSLocation",
    "ChopsUpdate",
    "Compositor",
    "CompositorUpdate",
    "LayoutUpdate",
    "RuleSet",
    "Toast",
    "ToastRack",
    "XTermParser",
    "character_to_key",
    "close_notification",
    "driver_of",
    "end_with",
    "flush_callbacks",
    "has_callbacks",
    "is_gathering",
    "keep_painted",
    "let_layout_come",
    "notifications",
    "paint_content",
    "paint_with_frame",
    "painted_line",
    "painted_lines",
    "post_together",
    "put_compositor",
    "put_into_border",
    "queued",
    "rendered",
    "replace_output",
    "scroll_update",
    "set_modes",
    "size_classes",
    "take_changed_spans",
    "variables_of",
    "whole_update",
]


async def flush_callbacks(app: App[Any]) -> None:
    """Run what was put off until the next message of the app: answers of dialogs are handed over so."""
    await app._flush_next_callbacks()


def has_callbacks(app: App[Any]) -> bool:
    """Whether something was put off until the next message of the app."""
    return bool(app._next_callbacks)


def is_gathering(app: App[Any]) -> bool:
    """Whether changes are gathered to be painted together, once they are all there."""
    return app._batch_count > 0


def queued(app: App[Any]) -> tuple[object, ...]:
    """What the app has been told and has not handled."""
    return tuple(app._message_queue.values)


def rendered(screen: Screen[Any]) -> list[str]:
    """The lines of a screen as they are written to a terminal, also while another one stands on it."""
    return [strip.render(screen.app.console) for strip in screen._compositor.render_strips()]


def size_classes(screen: Screen[Any], size: Size) -> set[str]:
    """The classes that a screen has at a size by its breakpoints, before it is told of that size."""
    across, down = screen.HORIZONTAL_BREAKPOINTS or [], screen.VERTICAL_BREAKPOINTS or []
    get = screen._get_breakpoint_classes
    return get(size.width, across) | get(size.height, down)


def variables_of(stylesheet: Stylesheet) -> Mapping[str, str]:
    """What the variables in a style sheet stand for."""
    return stylesheet._variables


def scroll_update(view: ScrollView, size: Size) -> None:
    """The size of what a view scrolls is another one: scroll bars follow, and nothing is laid out."""
    view._scroll_update(size)


def put_into_border(widget: Widget, text: Content, *, below: bool = False) -> None:
    """Put a text into the upper or the lower border; of the widget only that line is painted anew."""
    line = next(iter(text.expand_tabs(4).split()), text)
    size, gutter = widget.outer_size, widget.styles.gutter
    if below:
        widget._border_subtitle = line
    else:
        widget._border_title = line
    if size:
        widget.refresh(Region(-gutter.left, (size.height - 1 if below else 0) - gutter.top, size.width, 1))


def paint_with_frame(widget: Widget) -> None:
    """The `check_idle` of a widget that may change by painting alone: its screen paints it in the next frame.

    Textual sends a message to the widget, and when that has been handled one to the screen: for a key that
    paints seven widgets these are fourteen, each of which wakes a task.
    """
    more = widget._layout_required or widget._scroll_required or widget._refresh_styles_required
    if more or not (widget._repaint_required and widget._is_mounted and widget.is_attached):
        MessagePump.check_idle(widget)
        return
    screen = widget.screen
    widget._repaint_required = False
    if screen in screen._compositor:
        screen._dirty_widgets.add(widget)
        screen.check_idle()


async def let_layout_come(screen: Screen[Any], event: Idle) -> None:
    """The `_on_idle` of a screen: what is laid out anew is painted together with the rest.

    That a widget is to be laid out its screen is told by messages, which take a moment longer than
    `paint_with_frame`: without waiting for them there would be a frame before, with all in its old place.
    """
    if screen._dirty_widgets:
        await asyncio.sleep(0)


def painted_line(widget: Widget, line: Content, style: Style, width: int = 0) -> Strip:
    """One line of content as the cells it takes, at least `width`, on `style`; it is neither wrapped nor cut.

    Of what Textual paints a content by, this leaves out what a line does not need: tabs, alignment, and the
    place of each character for a selection with the mouse. That is three quarters of the time.
    """
    blank = max(0, width - line.cell_length)
    if not line.spans:
        return Strip([Segment(line.plain + " " * blank, style.rich_style)], line.cell_length + blank)
    parts = line.render(style, end="", parse_style=widget._get_style)
    segments = [Segment(text, one.rich_style) for text, one in parts]
    if blank:
        segments.append(Segment(" " * blank, style.rich_style))
    return Strip(segments, line.cell_length + blank)


def painted_lines(view: ScrollView) -> dict[int, Strip]:
    """The lines of a view as they were painted, by their place in it, without those to be painted anew."""
    cache, top = view._styles_cache, view.styles.gutter.top
    dirty, lines = cache._dirty_lines, range(top, top + view.size.height)
    return {line - top: strip for line, strip in cache._cache.items() if line in lines and line not in dirty}


def keep_painted(view: ScrollView, lines: Mapping[int, Strip]) -> None:
    """These lines of a view are good as they are, at these places in it."""
    cache, top = view._styles_cache, view.styles.gutter.top
    for line, strip in lines.items():
        cache._cache[line + top] = strip
        cache._dirty_lines.discard(line + top)


def paint_content(view: Widget, lines: range, paint: Callable[[int], Strip]) -> None:
    """Paint those of these lines of a view that are not painted or have changed; `paint` takes its own lines.

    `lines` counts the upper border, too. Textual would ask for every border, outline, tint and opacity again
    for each line. A view that has more of these than a frame is left to it.
    """
    cache, styles = view._styles_cache, view.styles
    size, gutter = view.region.size, styles.gutter
    if size.width != cache._width:
        cache.clear()
        cache._width = size.width
    anew = cache._dirty_lines.union(line for line in lines if line not in cache._cache)
    inside = range(max(lines.start, gutter.top), min(lines.stop, size.height - gutter.bottom))
    wanted = [line for line in inside if line in anew]
    if not wanted or not _has_a_frame_at_most(view):
        return
    left, right, blank = _sides(view)
    width = size.width - gutter.width
    for line in wanted:
        strip = paint(line - gutter.top)
        if gutter.width or strip.cell_length != width:
            strip = strip if strip.cell_length <= width else strip.crop(0, width)
            behind = [Segment(" " * (width - strip.cell_length), blank)] if strip.cell_length < width else []
            strip = Strip([*left, *strip, *behind, *right], size.width)
        cache._cache[line] = strip
    cache._dirty_lines.difference_update(wanted)


def _has_a_frame_at_most(view: Widget) -> bool:
    styles = view.styles
    return (
        bool(styles.border_left[0]) == bool(styles.border_right[0])
        and not any(edge for edge, _ in styles.outline)
        and not styles.tint.a
        and not styles.has_rule("hatch")
        and styles.text_opacity == 1.0
        and view.opacity == 1.0
    )


def _sides(view: Widget) -> tuple[list[Segment], list[Segment], RichStyle]:
    """What stands beside a line, its frame and what is kept free, and the style of what is free."""
    styles = view.styles
    below, background = view.background_colors
    inner, outer = Style(background=below + background), Style(background=below)
    left, right = (
        [Segment(" " * cells, inner.rich_style)] if cells else []
        for cells in (styles.padding.left, styles.padding.right)
    )
    for (edge, colour), place, side in ((styles.border_left, 0, left), (styles.border_right, 2, right)):
        if edge:
            frame = get_box(edge, inner, outer, Style(foreground=below + colour))[1][place]
            side.insert(place * len(side) // 2, frame)
    return left, right, inner.rich_style


def put_compositor(screen: Screen[Any], compositor: Compositor) -> None:
    """Let a screen that has not been laid out yet be put together by this one."""
    screen._compositor = compositor


def take_changed_spans(compositor: Compositor) -> list[tuple[int, int, int]]:
    """Line, begin and end of what has changed on a screen, line by line; it counts as painted then."""
    screen, regions = compositor.size.region, compositor._dirty_regions
    changed = [region for one in regions if (region := one.intersection(screen))]
    regions.clear()
    return list(compositor._regions_to_spans(changed))


def whole_update(screen: Screen[Any]) -> RenderableType | None:
    """An update of all cells of a screen, with the screens seen behind it."""
    return screen._compositor.render_update(full=True, screen_stack=screen.app._background_screens)


def notifications(app: App[Any]) -> tuple[Notification, ...]:
    """The notices that are shown, the oldest first."""
    return tuple(app._notifications)


def close_notification(app: App[Any], notification: Notification, *, refresh: bool = True) -> None:
    """Take a notice away; with `refresh` the screen shows it at once."""
    app._unnotify(notification, refresh=refresh)


def forward_event(widget: Widget, event: Event) -> None:
    """Hand input to a widget, whatever has the focus."""
    widget._forward_event(event)


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


def post_together(driver: Driver, messages: Sequence[Message]) -> None:
    """Tell the app, out of another thread, all of them before it handles the first."""

    def post() -> None:
        for message in messages:
            driver._app.post_message(message)

    driver._loop.call_soon_threadsafe(post)


def end_with(app: App[Any], sentence: str) -> None:
    """End with these very words on the terminal; nothing is asked of a console, which may fail."""
    app._exit_renderables.append(Segments([Segment(sentence)]))
    app._close_messages_no_wait()
