"""What a key costs on the way to the terminal: bytes, and the way through tmux."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from tests.bench import mail
from tests.bench.contest import Entrant, contest
from tests.bench.figures import Series
from tests.bench.inbox import OPENING, Inbox
from tests.bench.stage import SECOND, Stage
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

SIZES = {(120, 36): 4000.0, (80, 24): 2000.0}
"""Columns and rows of the terminals, and the bytes that a `j` may cost in them."""

LISTED = "⏎ открыть"
"""A hint that is there once a list is."""

SOCKET = "hh-tui-bench"
TMUX = [shutil.which("tmux") or "", "-f", "/dev/null", "-L", SOCKET]


class Inside(Inbox):
    """The program in tmux. Its screen is what tmux says of it: what tmux paints moves the cursor by ways
    that `Glass` does not know."""

    @property
    def lines(self) -> list[str]:
        """The screen."""
        self._unseen.clear()
        done = subprocess.run([*TMUX, "capture-pane", "-p"], check=False, capture_output=True, text=True)
        return done.stdout.splitlines()


def _bytes(program: Subject, times: int) -> float:
    """The bytes of a `j`, in the middle."""
    return median(sum(len(data) for _, data in program.press("j").pieces) for _ in range(times))


def _written(stage: Stage, folder: Path, size: tuple[int, int]) -> Iterator[Verdict]:
    """Bytes of a `j` at this size: ours against the goal and, where aerc is installed, against its."""
    name = "bytes of a j at {}x{}".format(*size)
    with Inbox(stage.origin, folder / name, size=size) as inbox:
        inbox.until(lambda: LISTED in inbox.text and OPENING not in inbox.text, "the list")
        inbox.rest(0.5)
        ours = _bytes(inbox, stage.scale.keys)
    yield Verdict(name, ours, "B", limit=SIZES[size])
    if mail.PROGRAM:
        with mail.Mail(folder / "aerc", size) as aerc:
            aerc.begin()
            yield Verdict(name, ours, "B", _bytes(aerc, stage.scale.keys), "aerc's")


@contextmanager
def _in_tmux(stage: Stage, folder: Path) -> Iterator[Inbox]:
    try:
        with Inside(stage.origin, folder / "tmux", before=[*TMUX, "new-session"]) as inbox:
            inbox.begin()
            inbox.pick("v", SECOND)
            yield inbox
    finally:
        subprocess.run([*TMUX, "kill-server"], check=False, capture_output=True)


def _through_tmux(stage: Stage, folder: Path) -> dict[str, Series]:
    """Seconds of a `j` until all is painted, with tmux between and without."""
    keys = "j" * stage.scale.keys
    with ExitStack() as beside:
        inside = beside.enter_context(_in_tmux(stage, folder))
        entrants = {
            "direct": Entrant(stage.few, keys, lambda: stage.few.type("gg")),
            "tmux": Entrant(inside, keys, lambda: inside.type("gg")),
        }
        return contest(entrants, stage.scale.rounds, stage.noise)


def wire(stage: Stage, folder: Path) -> tuple[dict[str, Series], list[Verdict]]:
    """Bytes of a key beside the goal and those of aerc; seconds of a key in tmux beside those without."""
    verdicts = [verdict for size in SIZES for verdict in _written(stage, folder, size)]
    if not TMUX[0]:
        return {}, verdicts
    series = _through_tmux(stage, folder)
    for share in (50, 95):
        through, direct = (series[name].at(share) * 1000 for name in ("tmux", "direct"))
        verdicts.append(Verdict(f"j through tmux, p{share}", through, "ms", direct, "without it"))
    return series, verdicts
