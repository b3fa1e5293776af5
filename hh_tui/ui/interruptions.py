"""A queue of dialogs that no key asked for: each waits until nobody types."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

PAUSE: Final = 3.0
"""Seconds without a key after which whoever was typing has paused."""


class Interruption(Struct, frozen=True):
    """A window that wants to come: of each `kind` one waits, `title` names it, `show` opens it."""

    kind: str
    title: str
    show: Callable[[], None]


class Interruptions:
    """Lets them in one at a time, in their order.

    `is_busy` tells whether somebody types or answers something now, `waits` is told the title of the next
    one, empty when there is none, `comes` is told before one opens by itself.
    """

    def __init__(
        self, is_busy: Callable[[], bool], waits: Callable[[str], None], comes: Callable[[], None]
    ) -> None:
        self._is_busy = is_busy
        self._waits = waits
        self._comes = comes
        self._queue: list[Interruption] = []

    def offer(self, kind: str, title: str, show: Callable[[], None]) -> None:
        """This wants to come: at once where nobody is busy. A newer one of its kind takes its place."""
        one = Interruption(kind, title, show)
        self._queue = [one if other.kind == kind else other for other in self._queue]
        if one not in self._queue:
            self._queue.append(one)
        if self._is_busy():
            self._tell()
        else:
            self._show_next()

    def on_tick(self, idle: float, *, is_on_top: bool) -> None:
        """Time passes: no key has come for `idle` seconds; `is_on_top` where no window is in the way."""
        if self._queue and (idle >= PAUSE or (is_on_top and not self._is_busy())):
            self._show_next()

    def show(self) -> bool:
        """The person asks for the next one; False when none waits."""
        return bool(self._queue) and self._show_next(by_itself=False)

    def _show_next(self, *, by_itself: bool = True) -> bool:
        one = self._queue.pop(0)
        self._tell()
        if by_itself:
            self._comes()
        one.show()
        return True

    def _tell(self) -> None:
        self._waits(self._queue[0].title if self._queue else "")
