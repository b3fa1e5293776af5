"""A program under measurement: keys in, seconds out."""

import os
import select
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.bench.running import Broken, Program

QUIET = 0.06
"""Seconds without a byte after which what a key did is done."""

SILENCE = 20.0
"""Seconds after which a key counts as one that does nothing."""

LONG = 2.0
"""Seconds after which a screen that goes on changing counts as at rest."""


_SCROLLBARS = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇", " "))


@dataclass
class Stroke:
    """What a key led to: moments and bytes of everything written after it."""

    at: float
    pieces: list[tuple[float, bytes]] = field(default_factory=list)

    @property
    def first(self) -> float:
        """Seconds until something was seen."""
        return self.pieces[0][0] - self.at

    @property
    def settled(self) -> float:
        """Seconds until nothing more came."""
        return self.pieces[-1][0] - self.at


class Subject(Program):
    """`with Subject(command, env) as program: program.press("j").settled`."""

    def rest(self, quiet: float = 0.25) -> None:
        """Until nothing was written for so long; a clock on the screen may go on."""
        count, end = -1, time.perf_counter() + LONG
        while count != len(self.pieces) and time.perf_counter() < end:
            count = len(self.pieces)
            self.look(quiet)
        self.pieces.clear()

    def type(self, keys: str) -> None:
        """Press keys and go on."""
        os.write(self._master, keys.encode())

    def press(self, keys: str, quiet: float = QUIET) -> Stroke:
        """Press keys, and wait until all is done that they do. Raises Broken where that is nothing."""
        while select.select([self._master], [], [], 0)[0]:
            self.look(0)
        self.pieces = []
        stroke = Stroke(time.perf_counter(), self.pieces)
        self.type(keys)
        self.look(SILENCE)
        if not self.pieces:
            raise Broken(f"{keys!r} does nothing:\n{self.text}")
        count = 0
        while count != len(self.pieces):
            count = len(self.pieces)
            self.look(quiet)
        return stroke

    def watch(self, keys: str, seconds: float) -> float:
        """Press keys and look on for so long; seconds until the screen said all that is new.

        The first line, scrollbars, and digits of the last line count for nothing: they tell of the connection
        and the time. Raises Broken where nothing changes.
        """
        before, last = self._told(), None
        for moment in self._frames(keys, seconds):
            if (now := self._told()) != before:
                before, last = now, moment
        if last is None:
            raise Broken(f"{keys!r} changes nothing:\n{self.text}")
        return last

    def see(self, keys: str, seconds: float, done: Callable[[], object]) -> float:
        """Press keys and look on for so long; seconds until what is to be seen stood there.

        Raises Broken where that never comes.
        """
        came = [moment for moment in self._frames(keys, seconds) if done()]
        if not came:
            raise Broken(f"{keys!r} does not do what it is for:\n{self.text}")
        return came[0]

    def _frames(self, keys: str, seconds: float) -> Iterator[float]:
        """Press keys, take in what is written within so many seconds, or longer until there is something, and
        then show it piece by piece: the seconds at which each came."""
        self.pieces.clear()
        at = time.perf_counter()
        self.type(keys)
        while (left := at + seconds - time.perf_counter()) > 0 or (not self.pieces and left > -SILENCE):
            self.look(max(left, 0.02))
        self._unseen.clear()
        for moment, data in self.pieces:
            self._show(data)
            yield moment - at

    def _told(self) -> list[str]:
        _, *lines, last = self.lines
        told = [line.translate(_SCROLLBARS) for line in lines]
        return [*told, "".join("#" if letter.isdigit() else letter for letter in last)]
