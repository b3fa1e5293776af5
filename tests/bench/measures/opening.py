"""Opening a candidate who was read before: enter, until the thread stands."""

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

LOOK = 0.6
"""Seconds in which a thread is seen whole; what is read anew behind it says the same and does not count."""


def _opened(program: Subject) -> float:
    seconds = program.watch(ENTER, LOOK)
    program.type(ESCAPE)
    program.rest()
    return seconds


def _opened_there(theirs: Subject) -> float:
    seconds = theirs.press(ENTER).settled
    theirs.type(CLOSE)
    theirs.rest()
    return seconds


def opening(stage: Stage, base: Series, folder: Path) -> tuple[dict[str, Series], list[Verdict]]:
    """A short thread, a long one, and a mail in aerc, in turn; everything was opened once before."""
    series = {"short": Series(), "long": Series(), "mail": Series()}
    program = stage.few
    program.pick("c", TALKS)
    theirs = mail.Mail(folder / "aerc") if mail.PROGRAM else None
    if theirs is not None:
        theirs.__enter__()
        theirs.begin()
    try:
        for number in range(-1, stage.scale.opens):
            for name, place in (("short", "gg"), ("long", "G")):
                program.type(place)
                program.rest()
                before = program.cpu
                seconds = _opened(program)
                if number >= 0:
                    series[name].add([seconds], program.cpu - before)
            if theirs is not None:
                seconds = _opened_there(theirs)
                if number >= 0:
                    series["mail"].add([seconds])
            stage.noise.listen(2)
    finally:
        if theirs is not None:
            theirs.__exit__()
    return series, _verdicts(series, base)


def _verdicts(series: dict[str, Series], base: Series) -> list[Verdict]:
    short, long, theirs = series["short"], series["long"], series["mail"]
    p95 = percentile(short.samples, 95) * 1000
    against = (
        (percentile(theirs.samples, 95) * 1000, "aerc's", 1.0)
        if theirs.blocks
        else (base.at(95) * 1000, "B's j", 3.0)
    )
    value, of, limit = against
    told = [Verdict(f"open {SHORT} messages, p95", p95, "ms", value, of, limit)]
    if theirs.blocks:
        told.append(Verdict(f"open {SHORT} messages, p95", p95, "ms", base.at(95) * 1000, "B's j"))
    middle = short.at(50) * 1000
    name = f"open {LONG} messages, p50"
    return [*told, Verdict(name, long.at(50) * 1000, "ms", middle, f"{SHORT} messages", 2.0)]
