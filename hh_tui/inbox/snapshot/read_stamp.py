"""When a read was asked for: what its answer can't know of, and which of two answers is the newer one."""

from collections.abc import Callable
from itertools import count

from msgspec import Struct


class ReadStamp(Struct, frozen=True):
    """`epoch` decisions had been carried out when it was asked for, `turn` counts the reads that were."""

    epoch: int = 0
    turn: int = 0


UNSTAMPED = ReadStamp()
"""Of what was read before any other read."""


class ReadClock:
    """Stamps reads; `epoch` tells how many decisions have been carried out."""

    def __init__(self, epoch: Callable[[], int]) -> None:
        self._epoch = epoch
        self._turns = count(1)

    def stamp(self) -> ReadStamp:
        """The stamp of a read that is asked for now."""
        return ReadStamp(self._epoch(), next(self._turns))
