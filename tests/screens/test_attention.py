"""Marking: whom, how it is seen, what stays and what goes."""

import pytest

from hh_tui.inbox.decisions.target import in_list
from tests.recruiter import Recruiter


async def test_x_marks_and_goes_on_and_looking_sends_nothing() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.press("x", "space")
        assert set(anna.marked) == set(anna.ids[:2])
        assert anna.state.cursor == 2
        assert anna.sees("отмечено 2", "×2")
        assert anna.text.count("■") == 2
        await anna.press("k", "x")
        assert set(anna.marked) == set(anna.ids[:1])
        assert len(anna.server.received) == before


async def test_a_range_follows_the_cursor_both_ways() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "j", "V", "j", "j")
        assert set(anna.marked) == set(anna.ids[2:5])
        await anna.press("k", "k", "k")
        assert set(anna.marked) == set(anna.ids[1:3])
        await anna.press("V", "j", "j", "j")
        assert set(anna.marked) == set(anna.ids[1:3])


async def test_selection_stays_through_search_and_refresh() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x")
        marked = set(anna.marked)
        await anna.press("slash", *"docker", "tab")
        assert set(anna.marked) == marked
        await anna.press("escape")
        assert set(anna.marked) == marked
        await anna.command("refresh")
        assert set(anna.marked) == marked
        await anna.press("escape")
        assert not anna.marked
        assert "отметки" in anna.status
        assert "■" not in anna.text


async def test_all_that_match_and_once_more_drops_them() -> None:
    async with Recruiter() as anna:
        await anna.press("slash", *"docker", "tab", "asterisk")
        hits = set(anna.ids)
        assert set(anna.marked) == hits
        await anna.press("asterisk")
        assert not anna.marked


async def test_all_pages_are_read_many_after_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter(size="M") as anna:
        found = anna.state.listing.found or 0
        await anna.press("asterisk")
        assert len(anna.marked) == found
        await anna.press("asterisk")
        assert not anna.marked
    monkeypatch.setattr("hh_tui.ui.controllers.selection.PAGES_UNASKED", 1)
    async with Recruiter(size="M") as anna:
        await anna.press("asterisk")
        assert len(anna.marked) == len(anna.ids) < found
        assert anna.sees(f"Отметить всех: {found}")
        await anna.press("enter")
        assert len(anna.marked) == found
        assert anna.sees(f"отмечено {found}")
        assert not anna.writes
        assert not anna.viewed


async def test_who_leaves_loses_the_mark_and_undo_gives_it_back() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x")
        first = anna.ids[0]
        await anna.press("escape", "k", "k", "x", "x", "k", "k")
        assert first in anna.marked
        negotiation = anna.state.listing.rows[0].negotiation
        action = next(one for one in negotiation.actions if one.enabled and not one.arguments)
        seen = in_list(anna.state.snapshot, negotiation)
        assert seen is not None
        anna.control.submit(seen, action)
        await anna.settle()
        assert first not in anna.marked
        await anna.press("z")
        assert first in anna.marked


async def test_all_selected_are_marked_viewed_not_the_cursors() -> None:
    async with Recruiter() as anna:
        rows = [row for row in anna.state.listing.rows if row.facts.needs_attention][:3]
        for row in rows[:2]:
            await _goes_to(anna, row.id)
            await anna.press("x")
        await _goes_to(anna, rows[2].id)
        await anna.command("mark-viewed")
        assert anna.sees("Отметить 2 отклика просмотренными?")
        assert not anna.viewed
        await anna.press("enter")
        assert anna.writes == [("POST", "/negotiations/read", [("topic_id", row.id) for row in rows[:2]])]
        assert anna.status.startswith("Просмотрены 2 кандидата")
        assert not anna.server.world.topic(rows[2].id).viewed


async def _goes_to(anna: Recruiter, negotiation_id: str) -> None:
    place = next(n for n, row in enumerate(anna.state.rows) if row.id == negotiation_id)
    way = place - anna.state.cursor
    await anna.press(*["j" if way > 0 else "k"] * abs(way))


async def test_another_collection_has_marks_of_its_own() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "c", "down", "enter")
        assert not anna.marked
        assert "отмечено" not in anna.text


async def test_during_a_search_all_are_those_that_were_found() -> None:
    async with Recruiter(size="M") as anna:
        await anna.press("slash", *"docker", "tab")
        await anna.command("mark-all")
        assert 0 < len(anna.marked) == len(anna.ids) < len(anna.state.listing.rows)
