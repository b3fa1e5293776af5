"""What should never fail fails: it is told, the outbox goes on, and the end is one in order."""

import asyncio
from pathlib import Path

from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from tests.plain.sitting import TICK, Sitting

TOLD = "Внутренняя ошибка (RuntimeError). Работа продолжается"


def _break_look(anna: Sitting, times: int) -> None:
    """So many looks at the outbox fail from now on."""
    assert anna.inbox is not None
    outbox = anna.inbox._context.outbox
    works, left = outbox.tick, [None] * times

    def look() -> None:
        if left:
            left.pop()
            raise RuntimeError("a bug")
        works()

    outbox.tick = look  # type: ignore[method-assign]


async def test_a_look_that_fails_is_told_and_the_next_one_comes() -> None:
    anna = Sitting()
    told = await anna.types("3", lambda: _break_look(anna, 3), lambda: anna.passes(6), "j", "q")
    assert told.count(TOLD) == 1
    assert "Отправлено: Подумать" in told
    assert [method for method, _ in anna.writes] == ["PUT"]


async def test_an_outbox_that_fails_for_good_still_ends_in_order(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path, settings=Settings(hold=60))
    told = await anna.types("3", lambda: _break_look(anna, 10_000), lambda: asyncio.sleep(10 * TICK), "j")
    assert told.count(TOLD) == 1, "however often it came meanwhile"
    assert "Не отправлено и ждёт следующего запуска: 1." in told.partition("<j>")[2]
    store = Store.open(tmp_path, keep_days=30, clock=anna.clock.now)
    try:
        assert store.why_not is None, "nobody else has it open"
        assert len(store.records()) == 1
    finally:
        store.close()
