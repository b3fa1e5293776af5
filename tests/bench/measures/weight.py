"""What the program takes while it stands there: memory and processor."""

import time

from tests.bench.stage import Stage
from tests.bench.verdict import Verdict

SAMPLE = 5.0
"""Seconds of a closer look at the long list."""


def weight(stage: Stage, empty: float) -> list[Verdict]:
    """Peak memory against the empty app's (`empty`, MiB); shares of a core in percent."""
    many = stage.many
    many.rest()
    before, began = many.cpu, time.perf_counter()
    while time.perf_counter() - began < SAMPLE:
        many.look(0.2)
    busy = (many.cpu - before) / (time.perf_counter() - began)
    rows = f"{stage.loaded} rows"
    return [
        Verdict(f"peak memory with {rows}", many.peak, "MiB", empty, "A", 1.8),
        Verdict("peak memory with 100 rows", stage.few.peak, "MiB", empty, "A"),
        Verdict("CPU of nothing to do", stage.idle * 100, "%", None, "", 1.0),
        Verdict(f"CPU of nothing to do with {rows}", busy * 100, "%", None, "", 1.0),
    ]
