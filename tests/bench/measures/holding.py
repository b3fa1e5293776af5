"""A key held down: whether the screen keeps up with it."""

import time

from tests.bench.stage import Stage
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

RATE = 60
"""Keys in a second, as a keyboard repeats them at its fastest."""

STILL = 1.0
"""Seconds without a byte after which everything is seen: what falls behind may paint nothing for long."""

LIMIT = 50.0
"""Milliseconds after the last key at which the last frame stands."""


def lag(subject: Subject, seconds: float) -> float:
    """Hold `j`; seconds from the last key to the last byte."""
    subject.rest()
    began = time.perf_counter()
    for number in range(int(seconds * RATE)):
        while (left := began + number / RATE - time.perf_counter()) > 0:
            subject.look(left)
        at = time.perf_counter()
        subject.type("j")
    subject.pieces.clear()
    count = -1
    while count != len(subject.pieces):
        count = len(subject.pieces)
        subject.look(STILL)
    return max(0.0, subject.pieces[-1][0] - at) if subject.pieces else 0.0


def holding(stage: Stage) -> list[Verdict]:
    """The worst of a few times, ours and B's."""
    ours, base = 0.0, 0.0
    for _ in range(max(1, stage.scale.rounds // 2)):
        for subject, top in ((stage.rows, "g"), (stage.many, "gg")):
            subject.type(top)
            seconds = lag(subject, stage.scale.held)
            ours, base = (max(ours, seconds), base) if top == "gg" else (ours, max(base, seconds))
    return [
        Verdict(f"j held at {RATE}/s: last frame after last key", ours * 1000, "ms", None, "", LIMIT),
        Verdict("  the same in B", base * 1000, "ms"),
    ]
