"""How quiet the machine is: the same little work, again and again."""

import time

from tests.bench.figures import percentile

TURNS = 20_000
"""About a millisecond of pure Python."""


class Noise:
    """`listen` between the blocks; a machine on its own needs the same time at every turn."""

    def __init__(self) -> None:
        self._samples: list[float] = []

    def listen(self, times: int = 40) -> None:
        """Take samples."""
        for _ in range(times):
            began, total = time.perf_counter(), 0
            for turn in range(TURNS):
                total += turn
            self._samples.append(time.perf_counter() - began)

    def as_json(self) -> dict[str, float]:
        """Milliseconds, and the 99th percentile as a multiple of the median."""
        middle, high = percentile(self._samples, 50), percentile(self._samples, 99)
        told = {"p50": middle * 1000, "p99": high * 1000, "spread": high / middle}
        return {name: round(value, 2) for name, value in told.items()}
