"""Runs Python's garbage collector while no key is pressed.

Python frees objects as soon as nothing refers to them. The collector beside that looks for rings of objects
that refer to each other, and for this it stops the program and goes through all objects there are, again
and again as their number grows: with a long list on the screen, for a tenth of a second and more in the
middle of a key. Nearly all of what this program keeps (code, styles, widgets, candidates) stays until its
end or is in no ring. So the collector is off until something stands on the screen and looks less often from
then on, and what has settled is frozen: set aside, and not gone through any more. Frozen objects are freed
like all others once nothing refers to them; only a ring among them stays.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from hh_tui.system.large_blocks import give_back_large_blocks

THRESHOLDS: Final = (10_000, 10, 50)
"""New objects after which the young ones are gone through; how many such rounds until older ones are too.

Ten thousand take six milliseconds, which no key notices; fifty thousand would take a frame or two.
"""

LEFT: Final = 5_000
"""New objects that are worth looking through what is not frozen, while nobody notices."""

GROWTH: Final = 200
"""Rows that a list has more or less by now for what settled since to be frozen as well."""

PORTION: Final = 1_000
"""Rows that a list which grows has more than when it was looked through last for that to be due again: lines
that were painted meanwhile are rings, and those of a thousand rows take half a megabyte."""

QUIET: Final = 1.5
"""Seconds since the last key after which nobody notices a pause."""


class GcSchedule:
    """Freezes what has settled while the person does nothing."""

    def __init__(self) -> None:
        self._frozen: int | None = None
        self._seen = -1
        self._looked = 0

    def begin(self) -> None:
        """The program stands: what it is made of is set aside, and garbage is looked for from now on.

        Only now, for a start has no time for it, large blocks are told to go back to the system.
        """
        gc.freeze()
        gc.enable()
        give_back_large_blocks()

    def on_idle(self, rows: int, quiet: float) -> None:
        """Time passes: the list has so many rows, and the last key was `quiet` seconds ago.

        What was made since is gone through now rather than under the next keys, all of it: a screen that was
        open for a while is a ring no longer young. A list that still grows is not frozen: what is being read
        is not settled. It is looked through now and then, for what is painted meanwhile piles up.
        """
        grows, self._seen = rows != self._seen, rows
        settled = self._frozen is not None and abs(rows - self._frozen) < GROWTH
        if quiet < QUIET:
            return
        if not grows and not settled:
            self._collect(rows)
            gc.freeze()
            self._frozen = rows
        elif abs(rows - self._looked) >= PORTION or (not grows and gc.get_count()[0] > LEFT):
            self._collect(rows)

    def _collect(self, rows: int) -> None:
        gc.collect()
        self._looked = rows


@contextmanager
def scheduled_gc() -> Iterator[GcSchedule]:
    """The collector as this program wants it, off until it begins, and afterwards as it was."""
    before, was_on = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(*THRESHOLDS)
    gc.disable()
    try:
        yield GcSchedule()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
        if was_on:
            gc.enable()
