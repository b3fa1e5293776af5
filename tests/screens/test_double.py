"""Nothing goes twice: what may have gone already is not brought back by a key."""

import asyncio

import pytest

from hh_tui.inbox.outbox import Stage
from tests.recruiter import Recruiter
from tests.screens.test_haste import _composes


async def test_an_unknown_letter_given_up_is_not_brought_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.inbox.composing is not None
        looked = asyncio.Event()

        async def pause(_: float) -> None:
            await looked.wait()

        monkeypatch.setattr(anna.app.worker, "pause", pause)
        nid = anna.inbox.composing.id
        anna.server.faults.add("POST", nid, exception="read", after=True)
        await anna.write("Привет")
        await anna.pilot.press("f2")
        await anna.pilot.pause()
        anna.clock.seconds += 11
        anna.app.tick()
        await anna.until(lambda: [one.stage for one in anna.app.outbox.entries] == [Stage.UNKNOWN])
        await anna.pilot.press("g", "o")
        await anna.until(lambda: anna.sees("Привет"))
        await anna.pilot.press("x", "escape")
        await anna.until(lambda: not anna.app.outbox.entries)
        await anna.pilot.press("Z")
        await anna.until(lambda: "нечего" in anna.status or bool(anna.app.outbox.entries))
        assert not anna.app.outbox.entries
        assert len(anna.writes) == 1
        looked.set()
