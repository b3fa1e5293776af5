"""Letters of a search in what is loaded."""

from tests.bench.figures import Series
from tests.bench.inbox import ESCAPE
from tests.bench.stage import Stage
from tests.bench.verdict import Verdict

WORDS = ("иванов", "python", "москва", "разработчик")
BACKSPACE = "\x7f"


def searching(stage: Stage, base: Series) -> tuple[dict[str, Series], list[Verdict]]:
    """Each word letter by letter in the long list; the first letter of all builds the index."""
    program, series = stage.many, Series()
    program.press("/")
    for word in WORDS:
        before = program.cpu
        series.add([program.press(letter).settled for letter in word], program.cpu - before)
        program.type(BACKSPACE * len(word))
        program.rest(0.1)
        stage.noise.listen(2)
    program.type(ESCAPE)
    program.rest()
    what = f"letter of a search in {stage.loaded} rows"
    return {"": series}, [
        Verdict(f"{what}, p95", series.at(95) * 1000, "ms", base.at(95) * 1000, "B's j, p95", 3.0),
        Verdict(f"{what}, the slowest", max(series.samples) * 1000, "ms"),
    ]
