"""Opening a candidate whose thread was read before, from the one beside, until the thread stands."""

from contextlib import ExitStack
from pathlib import Path

from tests.bench import mail
from tests.bench.figures import Series, percentile
from tests.bench.inbox import ENTER, ESCAPE
from tests.bench.stage import TALKS, Stage
from tests.bench.stand import LONG, SHORT
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

CLOSE = f":close{ENTER}"
"""What ends a mail in aerc."""

LOOK = 0.9
"""Seconds in which a thread is seen whole; what is read anew behind it says the same and does not count."""

THREADS = {"short": ("ggj", "K"), "long": ("Gk", "J")}
"""How one gets beside the thread, and the key that opens it: the first of the list, and the last."""


def opened(program: Subject, beside: str, key: str) -> float:
    program.type(beside)
    program.rest()
    seconds = program.watch(key, LOOK)
    program.type(ESCAPE)
    program.rest()
    return seconds


def _opened_there(theirs: Subject) -> float:
    seconds = theirs.press(ENTER).settled
    theirs.type(CLOSE)
    theirs.rest()
    return seconds


def opening(stage: Stage, base: Series, folder: Path) -> tuple[dict[str, Series], list[Verdict]]:
    """A short thread, a long one, and a mail in aerc, in turn. The first time of each does not count."""
    series = {"short": Series(), "long": Series(), "mail": Series()}
    program = stage.few
    program.pick("c", TALKS)
    with ExitStack() as beside:
        theirs = beside.enter_context(mail.Mail(folder / "aerc")) if mail.PROGRAM else None
        if theirs is not None:
            theirs.begin()
        for number in range(stage.scale.opens + 1):
            for name, way in THREADS.items():
                before = program.cpu
                seconds = opened(program, *way)
                if number:
                    series[name].add([seconds], program.cpu - before)
            if theirs is not None:
                seconds = _opened_there(theirs)
                if number:
                    series["mail"].add([seconds])
            stage.noise.listen(2)
    return series, _verdicts(series, base)


def _verdicts(series: dict[str, Series], base: Series) -> list[Verdict]:
    short, long, theirs = series["short"], series["long"], series["mail"]
    what, p95 = f"open {SHORT} messages, p95", percentile(short.samples, 95) * 1000
    aerc = percentile(theirs.samples, 95) * 1000 if theirs.blocks else 0.0
    # As fast as aerc, or else three times B's key.
    told = [Verdict(what, p95, "ms", base.at(95) * 1000, "B's j", None if p95 <= aerc else 3.0)]
    if aerc:
        told.append(Verdict(what, p95, "ms", aerc, "aerc's", 1.0 if p95 <= aerc else None))
    middle, name = short.at(50) * 1000, f"open {LONG} messages, p50"
    return [*told, Verdict(name, long.at(50) * 1000, "ms", middle, f"{SHORT} messages", 2.0)]
