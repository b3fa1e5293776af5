"""When the program has nothing left to do but wait: for a person, for an answer, for a clock, for a thread.

The pilot of Textual posts a message to every widget and looks at the time that the process has used. Here the
event loop is asked what it has to run, which costs next to nothing and does not depend on the machine.
"""

import asyncio
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import suppress
from functools import wraps
from typing import Any, Final
from weakref import WeakKeyDictionary, WeakSet

from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen

from hh_tui.store.store import Store

SOON: Final = 0.02
"""Seconds ahead in which a timer counts as work: a frame of Textual does, the blink of a cursor does not."""

TURNS: Final = 20_000
"""Turns of the loop until a program counts as one that never rests."""

HANGING: Final = 0.2
"""Seconds until a disk counts as one that hangs."""


_unhurried: WeakSet[App[Any]] = WeakSet()
"""Apps that paint when they are told to."""

_seen: WeakKeyDictionary[Screen[Any], list[str]] = WeakKeyDictionary()
"""The lines that a test looked at in this turn of the event loop."""

_refresh = Screen._compositor_refresh


def put_off_painting(app: App[Any]) -> None:
    """What has changed is painted by `paint` alone, once, and not with each frame on the way there.

    Layout, focus and what lies below the mouse follow at once as ever. To paint a screen of 160 columns costs
    more than all else that a key brings about.
    """
    _unhurried.add(app)
    Screen._compositor_refresh = _refresh_unhurried  # type: ignore[assignment, method-assign]


@wraps(_refresh)
def _refresh_unhurried(screen: Screen[Any]) -> None:
    app = screen.app
    if app in _unhurried and screen is app.screen:
        screen._dirty_widgets.clear()
        app._update_mouse_over(screen)
    else:
        _refresh(screen)


def paint(app: App[Any]) -> bool:
    """Paint what has changed since the last time; whether there was anything."""
    screens = _screens(app)
    if not screens or not screens[-1]._compositor._dirty_regions:
        return False
    with app._context():
        _refresh(screens[-1])
    return True


def look(app: App[Any]) -> list[str]:
    """The lines of the screen as they are now; what had changed counts as painted.

    Until the event loop turns, and so something can happen, they are put together once.
    """
    screen = app.screen
    if screen not in _seen or screen._dirty_widgets or screen._layout_required:
        screen._compositor._dirty_regions.clear()
        visible_screen_stack.set(app._background_screens)
        strips = screen._compositor.render_strips()
        _seen[screen] = ["".join(segment.text for segment in strip) for strip in strips]
        asyncio.get_running_loop().call_soon(_seen.pop, screen, None)
    return _seen[screen]


async def until_idle(app: App[Any]) -> None:
    """Until nothing is to be run any more, and all that has changed has its place."""
    loop = asyncio.get_running_loop()
    still = 0
    for _ in range(TURNS):
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            still = 0
        elif still < 1:
            # Once more: what has come from outside is not looked at before.
            still += 1
        elif _arrange(app):
            still = 0
        elif (seconds := _next_timer(loop, app)) is not None:
            await asyncio.sleep(seconds)
            still = 0
        else:
            return
    raise AssertionError("the program never rests")


async def until_kept(store: Store) -> None:
    """Until the threads of a store have done what they were given, if the disk does not hang."""
    if store.persistent:
        for lane in (store._journal_thread, store._cache_thread):
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.wrap_future(lane.submit(lambda: None)), HANGING)


def _screens(app: App[Any]) -> list[Screen[Any]]:
    return list(app.screen_stack) if app._running and app._screen_stacks else []


def _arrange(app: App[Any]) -> bool:
    """Do what the screen would do with its next frame; whether there was anything."""
    screens = _screens(app)
    if not screens or app._batch_count:
        return False
    screen = screens[-1]
    changed = screen._layout_required or screen._scroll_required or screen._repaint_required
    if not (changed or screen._dirty_widgets or screen._recompose_required or screen._callbacks):
        return False
    with app._context():
        screen._on_timer_update()
    return True


def _next_timer(loop: AbstractEventLoop, app: App[Any]) -> float | None:
    """Seconds until something happens by itself very soon, but for a frame that has nothing to paint.

    A program that is to end paints no more, and the timers of its frames go on for nothing.
    """
    if app._exit:
        return None
    frames = set(_frames(app))
    end = loop.time() + SOON
    found = [
        one.when()
        for one in loop._scheduled  # type: ignore[attr-defined]
        if not one.cancelled() and one.when() <= end and not frames.intersection(one._args or ())
    ]
    return max(0.0, min(found) - loop.time()) if found else None


def _frames(app: App[Any]) -> Iterator[object]:
    """What the timers wait for that paint frames."""
    for screen in _screens(app):
        task = screen._update_timer._task
        if task is not None:
            yield task._fut_waiter  # type: ignore[attr-defined]
