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
from tests.bench.inbox import Inbox
from tests.bench.stage import SECOND, Stage
from tests.bench.subject import Subject
from tests.bench.verdict import Verdict

TMUX = shutil.which("tmux")
SOCKET = "hh-tui-bench"


def _bytes(program: Subject, times: int) -> float:
    """The bytes of a `j`, in the middle."""
    written = []
    for _ in range(times):
        stroke = program.press("j")
        written.append(sum(len(data) for _, data in stroke.pieces))
    return median(written)


@contextmanager
def _in_tmux(stage: Stage, folder: Path) -> Iterator[Inbox]:
    command = [TMUX or "tmux", "-f", "/dev/null", "-L", SOCKET]
    try:
        with Inbox(stage.origin, folder / "tmux", before=[*command, "new-session"]) as inbox:
            inbox.begin()
            inbox.pick("v", SECOND)
            yield inbox
    finally:
        subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def wire(stage: Stage, folder: Path) -> tuple[dict[str, Series], list[Verdict]]:
    """Bytes of a key beside those of B and of aerc; seconds of a key in tmux beside those without."""
    times = stage.scale.keys
    verdicts = []
    with ExitStack() as beside:
        stage.few.type("gg")
        stage.few.rest()
        stage.rows.type("g")
        stage.rows.rest()
        ours = _bytes(stage.few, times)
        verdicts.append(Verdict("bytes of a j", ours, "B", _bytes(stage.rows, times), "B"))
        if mail.PROGRAM:
            theirs = beside.enter_context(mail.Mail(folder / "aerc"))
            theirs.begin()
            verdicts.append(Verdict("bytes of a j", ours, "B", _bytes(theirs, times), "aerc's"))
        if TMUX is None:
            return {}, verdicts
        inside = beside.enter_context(_in_tmux(stage, folder))
        series = contest(
            {
                "direct": Entrant(stage.few, "j" * times, lambda: stage.few.type("gg")),
                "tmux": Entrant(inside, "j" * times, lambda: inside.type("gg")),
            },
            stage.scale.rounds,
            stage.noise,
        )
    through, direct = series["tmux"].at(50) * 1000, series["direct"].at(50) * 1000
    return series, [*verdicts, Verdict("j through tmux, p50", through, "ms", direct, "without it")]
