"""`j`: one candidate further, with every pane following."""

from tests.bench.contest import Entrant, contest
from tests.bench.figures import Series
from tests.bench.stage import Stage
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

DEEP = 25
"""Rows from the top at which every key scrolls."""


def _from_top(subject: Subject, top: str) -> None:
    subject.type(top)
    subject.rest()
    subject.type("j" * DEEP)
    subject.rest()


def _from_end(subject: Subject, rows: int) -> None:
    subject.type("G")
    subject.rest()
    subject.type("k" * rows)
    subject.rest()


def keys(stage: Stage) -> dict[str, Series]:
    """B, the short list, the long list at its top and at its end."""
    pressed = "j" * stage.scale.keys
    entrants = {
        "B": Entrant(stage.rows, pressed, lambda: _from_top(stage.rows, "g")),
        "100": Entrant(stage.few, pressed, lambda: _from_top(stage.few, "gg")),
        "many": Entrant(stage.many, pressed, lambda: _from_top(stage.many, "gg")),
        "end": Entrant(stage.many, pressed, lambda: _from_end(stage.many, len(pressed) + 5)),
    }
    return contest(entrants, stage.scale.rounds, stage.noise)


def verdicts(series: dict[str, Series], loaded: int) -> list[Verdict]:
    """Against B, and the long list against the short one."""
    base, few, many, end = (series[name] for name in ("B", "100", "many", "end"))
    what = f"j with {loaded} rows"
    return [
        Verdict(f"{what}, p50", many.at(50) * 1000, "ms", base.at(50) * 1000, "B", 1.2),
        Verdict(f"{what}, p95", many.at(95) * 1000, "ms", base.at(95) * 1000, "B"),
        Verdict(f"{what}, p99", many.at(99) * 1000, "ms", base.at(99) * 1000, "B", 1.3),
        Verdict(f"{what}, p50", many.at(50) * 1000, "ms", few.at(50) * 1000, "100 rows", 1.1),
        Verdict(f"{what}, at its end, p50", end.at(50) * 1000, "ms", base.at(50) * 1000, "B"),
        Verdict("CPU of a j", many.cpu_each * 1000, "ms", base.cpu_each * 1000, "B"),
        Verdict("CPU of a j with 100 rows", few.cpu_each * 1000, "ms", base.cpu_each * 1000, "B"),
    ]
