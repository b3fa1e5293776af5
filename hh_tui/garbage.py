"""Python's garbage collector kept out of a person's way.

Python frees objects as soon as nothing refers to them. The collector beside that looks for rings of objects
that refer to each other, and for this it stops the program and goes through all objects there are, again and
again as their number grows: with a long list on the screen, for a tenth of a second and more in the middle of
a key. Nearly all of what this program keeps (code, styles, widgets, candidates) stays until its end or is in
no ring. So the collector looks less often, and what has settled is frozen: set aside, and not gone through
any more. Frozen objects are freed like all others once nothing refers to them; only a ring among them stays.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

THRESHOLDS: Final = (10_000, 5, 50)
"""New objects after which the young ones are gone through; how many such rounds until older ones are too."""

YOUNG: Final = 1
ALL: Final = 2
"""Generations up to which objects are gone through."""

GROWTH: Final = 200
"""Rows that a list has more or less by now for what settled since to be frozen as well."""

QUIET: Final = 1.5
"""Seconds since the last key after which nobody notices a pause."""


class Collector:
    """Freezes what has settled while the person does nothing."""

    def __init__(self) -> None:
        self._frozen: int | None = None
        self._seen = -1

    def rest(self, rows: int, quiet: float) -> None:
        """Time passes: the list has so many rows, and the last key was `quiet` seconds ago.

        A list that still grows is left alone: what is being read is no garbage yet and not settled either.
        """
        grows, self._seen = rows != self._seen, rows
        settled = self._frozen is not None and abs(rows - self._frozen) < GROWTH
        if not grows and not settled and quiet >= QUIET:
            # All that the start has made would take a tenth of a second, for next to no garbage.
            gc.collect(YOUNG if self._frozen is None else ALL)
            gc.freeze()
            self._frozen = rows


@contextmanager
def collected_seldom() -> Iterator[Collector]:
    """The collector as this program wants it, and afterwards as it was."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield Collector()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
