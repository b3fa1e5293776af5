"""An answer that comes late knows nothing of what was done since it was asked for."""

import re

from tests.late_network import passes, recruiter
from tests.recruiter import Recruiter


def _counts(anna: Recruiter, *names: str) -> list[int]:
    """The counters behind these collections in the left column."""
    found = (re.search(rf"{name} +(?:\d+/)?(\d+)", anna.text) for name in names)
    return [int(one[1]) for one in found if one is not None]


async def test_f5_behind_a_slow_poll_brings_nobody_back() -> None:
    anna, network = recruiter()
    async with anna:
        vacancy_id, nid = anna.state.vacancy_id, anna.selected_id
        assert vacancy_id is not None
        anna.server.world.new_response(vacancy_id)
        network.keep_back("/negotiations/response")
        await passes(anna, 61)
        assert network.late, "the poll reads the list"
        await anna.press(anna.digit("consider"), settle=False)
        await passes(anna, 6)
        assert [path for _, path, _ in anna.writes] == [f"/negotiations/consider/{nid}"]
        await anna.press("f5", settle=False)
        network.let_come()
        await anna.settle()
        assert nid not in anna.ids


async def test_counters_behind_a_slow_poll_know_the_decision() -> None:
    anna, network = recruiter()
    async with anna:
        vacancy_id = anna.state.vacancy_id
        assert vacancy_id is not None
        anna.server.world.new_response(vacancy_id)
        network.keep_back("/negotiations")
        await passes(anna, 61)
        assert network.late == ["/negotiations"], "the poll reads the collections"
        assert _counts(anna, "Неразобранные", "Подумать") == [73, 15]
        await anna.press(anna.digit("consider"), settle=False)
        await passes(anna, 6)
        network.let_come()
        await anna.settle()
        assert _counts(anna, "Неразобранные", "Подумать") == [73, 16]
