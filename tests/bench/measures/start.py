"""From exec to the first frame, to the inbox as it was left, and to the inbox that answers keys.

The inbox as it was left is a picture of the last screen, until the program itself stands there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import mail
from tests.bench.figures import Series
from tests.bench.inbox import RUNS, Inbox, standing
from tests.bench.noise import Noise
from tests.bench.running import FULL, Broken
from tests.bench.scale import Scale
from tests.bench.stage import baseline
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict
from tests.terminal import CODES

SIZE = "M"

Done = Callable[[bytes], bool]
"""Whether what was to be seen has been written, by everything written so far."""


def _text(written: bytes) -> str:
    return CODES.sub("", written.decode("utf-8", "replace"))


def _frame(written: bytes) -> bool:
    return len(_text(written)) >= FULL


def _shows(wanted: str) -> Done:
    return lambda written: wanted in _text(written)


def _answers(name: str) -> Done:
    """The candidate stands there, painted by the running program."""
    return lambda written: name in _text(written.partition(RUNS)[2])


def _seconds(subject: Subject, done: Done) -> float:
    """From exec to the piece with which it is done."""
    written = b""
    for at, data in subject.pieces:
        written += data
        if done(written):
            return at - subject.began
    raise Broken("a start that never showed anything")


def _started(subject: Subject, done: Done, what: str) -> None:
    subject.until(lambda: done(subject.written), what)


@dataclass
class Starts:
    """Series of all starts, and the peak memory of the empty app in MiB."""

    empty: Series = field(default_factory=Series)
    frame: Series = field(default_factory=Series)
    inbox: Series = field(default_factory=Series)
    answers: Series = field(default_factory=Series)
    mail: Series = field(default_factory=Series)
    peak: float = 0.0

    def verdicts(self) -> list[Verdict]:
        """Medians against the empty app's, and against aerc's."""
        empty, inbox = self.empty.at(50) * 1000, self.inbox.at(50) * 1000
        told = [
            Verdict("start to the first frame, p50", self.frame.at(50) * 1000, "ms", empty, "A", 1.15),
            Verdict("start to the inbox from disk (M), p50", inbox, "ms", empty, "A", 1.4),
            Verdict(
                "start to the inbox that answers keys, p50", self.answers.at(50) * 1000, "ms", empty, "A"
            ),
            Verdict("CPU of a start", self.answers.cpu_each * 1000, "ms", self.empty.cpu_each * 1000, "A"),
        ]
        if not self.mail.blocks:
            return [*told, Verdict("start to aerc's list", 0.0, of="aerc is not installed")]
        name = "start to the inbox against aerc's list, p50"
        return [*told, Verdict(name, inbox, "ms", self.mail.at(50) * 1000, "aerc", 1.0)]


def start(scale: Scale, noise: Noise, folder: Path) -> Starts:
    """All of them in turn. The first start of ours, which fills the disk, does not count."""
    starts = Starts()
    with standing(SIZE) as origin:
        with Inbox(origin, folder / "start") as program:
            program.begin()
            name = program.name
            program.leave()
        for _ in range(scale.starts):
            with baseline("empty") as program:
                _started(program, _frame, "the empty app")
                starts.empty.add([_seconds(program, _frame)], program.cpu)
                program.rest()
                starts.peak = max(starts.peak, program.peak)
            noise.listen(5)
            with Inbox(origin, folder / "start") as program:
                _started(program, _answers(name), "the inbox")
                starts.frame.add([_seconds(program, _frame)])
                starts.inbox.add([_seconds(program, _shows(name))])
                starts.answers.add([_seconds(program, _answers(name))], program.cpu)
                program.rest(0.5)
                program.leave()
            noise.listen(5)
            if mail.PROGRAM:
                with mail.Mail(folder / "aerc") as program:
                    _started(program, _shows(mail.SUBJECT), "aerc's list")
                    starts.mail.add([_seconds(program, _shows(mail.SUBJECT))], program.cpu)
    return starts
