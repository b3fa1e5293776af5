"""What the API worker is doing, as nouns and numbers without personal data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

SHORT: Final = 0.4
"""Seconds for which a read is not worth a word."""

SILENT: Final = 5.0
"""Seconds without any answer after which one is told: what is slow and well takes less."""


class ActiveRead(Struct, frozen=True):
    """A read on its way: the noun of `what` is read, and for how many `seconds` already."""

    what: str
    seconds: float


class FailedCall(Struct, frozen=True):
    """An error: its code, when it was, in UTC, and hh.ru's id of the request, empty when it gave none."""

    code: str
    at: datetime
    request_id: str = ""


class NetworkActivity(Struct, frozen=True):
    """`waiting` counts the reads that wait for a permit, the most urgent kind first; `writes` those sent.

    The newest of the `failed_calls` comes first. `silence` is for how many seconds hh.ru has answered nothing
    it was asked.
    """

    waiting: Sequence[int] = ()
    reads: Sequence[ActiveRead] = ()
    writes: int = 0
    failed_calls: Sequence[FailedCall] = ()
    silence: float = 0.0

    @property
    def silent_seconds(self) -> int:
        """The silence in whole seconds, once it is long enough to be told; 0 before that."""
        return int(self.silence) if self.silence >= SILENT else 0

    @property
    def long_reads(self) -> int:
        """Reads that have been on their way long enough to be noticed."""
        return sum(reading.seconds >= SHORT for reading in self.reads)
