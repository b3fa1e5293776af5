"""What was decided last is taken back in windows above the list, too, while its hold runs out below them."""

import pytest

from tests.recruiter import Recruiter
from tests.screens.test_find_people import _look_for_similar

NAMED = "z\u00a0отменить последнее"
LONG = 60
"""Seconds after which nothing waits any more."""


async def _decide(anna: Recruiter) -> str:
    """One decision without a form; whom it is about."""
    row = anna.row
    await anna.press(anna.digit("consider"))
    assert anna.state.outbox.entries
    return row.id


@pytest.mark.parametrize("key", ["z", "я"])
@pytest.mark.parametrize("columns", [80, 160])
async def test_the_outbox_takes_back_what_it_counts_down(columns: int, key: str) -> None:
    async with Recruiter(columns=columns, rows=24) as anna:
        first = await _decide(anna)
        await anna.press("z")
        words = anna.status.partition("  ")[0]
        assert words.startswith("Отменено: ")
        await _decide(anna)
        await anna.command("outbox")
        assert anna.sees(NAMED)
        assert "z отменить" in anna.status
        await anna.press(key)
        assert anna.status.startswith(words)
        assert not anna.sees(NAMED)
        assert "через" not in anna.text
        await anna.press("Z")
        assert anna.sees(NAMED)
        await anna.press("z", "escape")
        await anna.wait(LONG)
        assert anna.writes == []
        assert anna.selected_id == first


async def test_the_outbox_gives_back_what_was_taken_out_of_it() -> None:
    async with Recruiter() as anna:
        await _decide(anna)
        await anna.command("outbox", "outbox-drop")
        assert anna.status.startswith("Убрано: ")
        assert "вернуть: z" in anna.status
        await anna.press("z")
        await anna.wait(LONG)
        assert len(anna.writes) == 1


@pytest.mark.parametrize("columns", [80, 160])
async def test_the_log_shows_what_was_taken_back(columns: int) -> None:
    async with Recruiter(columns=columns, rows=24) as anna:
        await _decide(anna)
        await anna.command("log")
        assert anna.sees("ждёт отправки")
        assert "z отменить" in anna.status
        await anna.press("z")
        assert anna.status.startswith("Отменено: ")
        assert not anna.sees("ждёт отправки")
        await anna.press("Z")
        assert anna.sees("ждёт отправки")
        await anna.wait(LONG)
        assert not anna.sees("ждёт отправки"), "it has gone by now"
        assert len(anna.writes) == 1
        await anna.press("escape")
        assert anna.on_inbox
        await _decide(anna)
        assert anna.on_inbox, "what is read by then opens no window"


@pytest.mark.parametrize("window", ["politeness", "charts", "help", "compare", "worker"])
async def test_pages_to_read_take_it_back(window: str) -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        first = await _decide(anna)
        await anna.command(window)
        assert not anna.on_inbox
        assert "z отменить" in anna.status
        await anna.press("z")
        assert anna.status.startswith("Отменено: ")
        await anna.wait(LONG)
        assert anna.writes == []
        assert first in anna.ids


async def test_among_people_found_every_window_takes_it_back() -> None:
    async with Recruiter() as anna:
        first = await _decide(anna)
        await _look_for_similar(anna)
        assert "z отменить" in anna.status
        await anna.command("found-outbox")
        assert "z отменить" in anna.status
        await anna.press("z")
        assert anna.status.startswith("Отменено: ")
        await anna.press("Z", "escape")
        await anna.command("found-log")
        assert anna.sees("ждёт отправки")
        await anna.press("z")
        assert not anna.sees("ждёт отправки")
        await anna.press("Z", "escape")
        await anna.press("enter")
        await anna.press("z")
        assert anna.status.startswith("Отменено: ")
        await anna.wait(LONG)
        assert [one for one in anna.writes if "resume" not in one[1]] == []
        await anna.press("escape")
        assert first in anna.ids


async def test_where_the_key_means_nothing_it_says_so() -> None:
    async with Recruiter() as anna:
        await _decide(anna)
        await anna.command("mark", "mark", "same-again")
        assert not anna.on_inbox, "the preview of those marked"
        await anna.press("z")
        assert any("Отменить последнее решение (z) можно в списке" in one for one in anna.toasts)
        await anna.press("escape", "z")
        await anna.wait(LONG)
        assert anna.writes == []
        told = len(anna.told)
        await anna.command("same-again")
        await anna.press("z", "escape")
        assert len(anna.told) == told, "nothing waits that it could take back"
