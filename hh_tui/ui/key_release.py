"""A confirmation by the key that opened its window: it waits until that key is surely not held.

A key that is held comes again after a while, just as a second press would; what tells them apart is what
follows. A held key comes once more within the tenth of a second, a pressed one does not.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from textual.app import App
from textual.screen import Screen
from textual.timer import Timer

WAIT: Final = 0.3
"""Seconds without the key after which it was pressed, not held: a line may bring repeats late."""


class KeyRelease:
    """Runs what waits once the key does not come again, or another one does; `held` is told of a held key."""

    def __init__(self, app: App[Any], held: Callable[[str], object]) -> None:
        self._app = app
        self._held = held
        self._key = ""
        self._run: Callable[[], Awaitable[None]] | None = None
        self._screen: Screen[Any] | None = None
        self._timer: Timer | None = None

    def wait(self, key: str, run: Callable[[], Awaitable[None]]) -> None:
        """Run this in the window on top, unless `key` comes again at once."""
        self._key, self._run, self._screen = key, run, self._app.screen
        self._timer = self._app.set_timer(WAIT, self._over)

    async def heard(self, key: str) -> None:
        """A key comes: the same one was held, another one says that it was not; Escape takes it back."""
        if self._run is not None and key in {self._key, "escape"}:
            self._take()
            if key == self._key:
                self._held(key)
        else:
            await self._over()

    async def _over(self) -> None:
        run, screen = self._take(), self._screen
        if run is not None and self._app.screen is screen:
            await run()

    def _take(self) -> Callable[[], Awaitable[None]] | None:
        run, self._run = self._run, None
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        return run
