"""Letters in the composer, against a bare text area."""

from tests.bench.contest import Entrant, contest
from tests.bench.figures import Series
from tests.bench.inbox import ESCAPE
from tests.bench.stage import Stage
from tests.bench.verdict import Verdict

LETTER = "Добрый день! Ждём вас на собеседовании."


def typing(stage: Stage) -> tuple[dict[str, Series], list[Verdict]]:
    """A letter to somebody who is talked to; the thread stands above it."""
    program = stage.few
    program.type("gg")
    program.rest()
    program.type("r")
    program.until(lambda: "F2" in program.lines[-1], "the composer")
    program.rest()
    keys = LETTER[: stage.scale.keys]
    entrants = {
        "C": Entrant(stage.editor, keys, lambda: None),
        "composer": Entrant(program, keys, lambda: None),
    }
    series = contest(entrants, stage.scale.rounds, stage.noise)
    program.type(ESCAPE)
    program.rest()
    ours, base = series["composer"], series["C"]
    return series, [
        Verdict("letter in the composer, p99", ours.at(99) * 1000, "ms", base.at(99) * 1000, "C", 1.2),
        Verdict("letter in the composer, p50", ours.at(50) * 1000, "ms", base.at(50) * 1000, "C"),
        Verdict("CPU of a letter", ours.cpu_each * 1000, "ms", base.cpu_each * 1000, "C"),
    ]
