"""A decision: the row leaves, the next candidate stands there, counters and outbox line have changed."""

import re

from tests.bench.figures import Series
from tests.bench.running import Broken
from tests.bench.stage import Stage
from tests.bench.verdict import Verdict

LOOK = 0.6
"""Seconds in which a decision is seen whole; the clock of the hold is told apart from it."""


def deciding(stage: Stage, base: Series) -> tuple[dict[str, Series], list[Verdict]]:
    """One after the other on the long list, put aside with the key of that action."""
    program, series = stage.many, Series()
    program.type("gg")
    program.rest()
    for _ in range(stage.scale.decisions):
        digit = re.search(r"([1-9]) Подумать", program.text)
        if digit is None:
            raise Broken(f"nobody to be put aside:\n{program.text}")
        before, name = program.cpu, program.name
        series.add([program.watch(digit[1], LOOK)], program.cpu - before)
        if program.name == name and "через" not in program.text:
            raise Broken(f"a decision that changed nothing:\n{program.text}")
        stage.noise.listen(1)
    shares = {share: series.at(share) * 1000 for share in (50, 99)}
    j = base.at(99) * 1000
    return {"": series}, [
        Verdict("decision, p99", shares[99], "ms", j, "B's j, p99", 2.0),
        Verdict("decision, p50", shares[50], "ms", base.at(50) * 1000, "B's j, p50"),
    ]
