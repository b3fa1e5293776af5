"""How actively somebody looks for work, which only lists tell: reading one candidate again keeps it."""

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from tests.plain.sitting import Sitting

FIRST = "/negotiations/3100200149"


def _sitting() -> Sitting:
    """At an hh.ru whose lists tell the status."""
    anna = Sitting()
    anna.server = StandIn(size="S", seed=7, clock=anna.clock.now, readings=Readings())
    return anna


def _read_again(anna: Sitting) -> int:
    return sum(one.path == FIRST for one in anna.server.received)


async def test_it_stays_after_a_letter() -> None:
    anna = _sitting()
    letter = ("r", "написать своё", "Добрый день!", ".", "да", lambda: anna.passes(11))
    told = await anna.types("tab", *letter, "tab", "q")
    assert _read_again(anna) == 1
    assert told.count("Активно ищет работу") == 2, "before, and after"


async def test_it_stays_with_somebody_put_aside() -> None:
    anna = _sitting()
    told = await anna.types("tab", "b", "завтра 9", "gz", "f5", "tab", "q")
    assert _read_again(anna) == 1
    assert told.count("Активно ищет работу") == 2, "before, and after"
