"""Keys while the outbox is sent and the list is read anew, against the same without."""

import time

from tests.bench.figures import Series
from tests.bench.inbox import ESCAPE
from tests.bench.stage import Stage
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

RATE = 12
"""Keys in a second: each is seen before the next."""

CURSOR = "▌".encode()
"""What a list writes when its cursor moves."""


def _held(subject: Subject, seconds: float) -> list[float]:
    """Hold `j`; for each key the seconds until the cursor has moved."""
    samples = []
    for _ in range(int(seconds * RATE)):
        subject.pieces.clear()
        at = time.perf_counter()
        subject.type("j")
        while (left := at + 1 / RATE - time.perf_counter()) > 0 or not subject.pieces:
            subject.look(max(left, 0.01))
        moved = [moment for moment, data in subject.pieces if CURSOR in data]
        samples.append((moved[0] if moved else subject.pieces[-1][0]) - at)
    return samples


def busy(stage: Stage) -> tuple[dict[str, Series], list[Verdict]]:
    """Everything that was decided goes out at once while keys are held."""
    program, series = stage.many, {"quiet": Series(), "busy": Series()}
    seconds = stage.scale.held * 2
    before = program.cpu
    series["quiet"].add(_held(program, seconds), program.cpu - before)
    program.rest()
    program.type("go")
    program.rest()
    program.type("S")
    program.rest(0.1)
    program.type(ESCAPE)
    program.type("\x1b[15~")
    before = program.cpu
    series["busy"].add(_held(program, seconds), program.cpu - before)
    ours, quiet = series["busy"], series["quiet"]
    return series, [
        Verdict(
            "j while the outbox is sent, p99", ours.at(99) * 1000, "ms", quiet.at(99) * 1000, "itself", 1.5
        ),
        Verdict("j while the outbox is sent, p50", ours.at(50) * 1000, "ms", quiet.at(50) * 1000, "itself"),
    ]
