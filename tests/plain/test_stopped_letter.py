"""A letter that the person's own command stopped: newer decisions leave its words."""

from functools import partial

import pytest

from hh_tui.errors import HookRefused
from hh_tui.plain.inbox import PlainInbox
from tests.plain import sitting
from tests.plain.sitting import Sitting


async def _refuses(_: object) -> None:
    raise HookRefused(hook="before_send", exit_code=1, words="no")


async def test_its_words_are_a_draft_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitting, "PlainInbox", partial(PlainInbox, before_send=_refuses))
    anna = Sitting(lang="en")
    told = await anna.types(
        "r", "write", "Dear", ".", "yes", lambda: anna.passes(11), "3", "z", "r", "1", ".", "no", "q"
    )
    before, _, after = told.partition("A draft again: Letter")
    assert before.count("did not let it go") == 1
    assert "Dear" in after
    assert anna.writes == []
