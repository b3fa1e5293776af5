"""A letter that the person's own command stopped: newer decisions leave its words."""

from hh_tui.errors import HookRefused
from tests.plain.sitting import Sitting


async def _refuses(_: object) -> None:
    raise HookRefused(hook="before_send", exit_code=1, words="no")


async def test_its_words_are_a_draft_again() -> None:
    anna = Sitting(lang="en", before_send=_refuses)
    told = await anna.types(
        "r", "write", "Dear", ".", "yes", lambda: anna.passes(11), "3", "z", "r", "1", ".", "no", "q"
    )
    before, _, after = told.partition("A draft again: Letter")
    assert before.count("did not let it go") == 1
    assert "Dear" in after
    assert anna.writes == []
