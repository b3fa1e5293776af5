"""A decision: the row leaves, the next candidate stands there, counters and outbox line have changed."""

import re

from tests.bench.figures import Series
from tests.bench.inbox import Inbox
from tests.bench.running import Broken
from tests.bench.stage import Stage
from tests.bench.verdict import Verdict

LOOK = 0.6
"""Seconds in which a decision is seen whole."""

ASIDE = re.compile(r"│ Подумать +(?:\d+/)?(\d+) ?[│▐]")
"""How many the collection has that the candidate goes to."""

MORE = re.compile(r"и ещё (\d+)")
"""How many wait besides the one that the last line names."""


def decided(program: Inbox) -> float:
    """Put aside who is under the cursor; seconds until counter, next candidate and last line tell of it."""
    button, name, before = re.search(r"([1-9]) Подумать", program.text), _name(program), _told(program)
    following = _shortened(program.beginning(1))
    if button is None or not name or not following:
        raise Broken(f"nobody to be put aside:\n{program.text}")

    def told() -> bool:
        aside, waiting = _told(program)
        stands = program.beginning().startswith(following)
        return aside > before[0] and waiting > before[1] and stands and name in program.lines[-1]

    return program.see(button[1], LOOK, told)


def _name(program: Inbox) -> str:
    """As much of it as the row has room for, without the marks behind it."""
    return _shortened(program.name)


def _shortened(name: str) -> str:
    return re.split(r",|…| ✉| \+|  ", name)[0].strip()


def _told(program: Inbox) -> tuple[int, int]:
    """How many are aside, and how many decisions wait."""
    aside, more = ASIDE.search(program.text), MORE.search(program.lines[-1])
    waiting = 1 + (int(more[1]) if more else 0) if "отменить" in program.lines[-1] else 0
    return int(aside[1]) if aside else -1, waiting


def deciding(stage: Stage, base: Series) -> tuple[dict[str, Series], list[Verdict]]:
    """One after the other on the long list, put aside with the key of that action."""
    program, series = stage.many, Series()
    program.type("gg")
    program.rest()
    for _ in range(stage.scale.decisions):
        before = program.cpu
        series.add([decided(program)], program.cpu - before)
        stage.noise.listen(1)
    shares = {share: series.at(share) * 1000 for share in (50, 99)}
    j = base.at(99) * 1000
    return {"": series}, [
        Verdict("decision, p99", shares[99], "ms", j, "B's j, p99", 2.0),
        Verdict("decision, p50", shares[50], "ms", base.at(50) * 1000, "B's j, p50"),
    ]
