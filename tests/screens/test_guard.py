"""Colleagues: what a decision is about is what was on the screen when it was begun."""

from hh_tui.screens import messages as heard
from tests.recruiter import Recruiter
from tests.screens.test_haste import _composes


async def _moved_and_read(anna: Recruiter, nid: str) -> None:
    """Five minutes pass, a colleague moves him, and his row follows while something is open."""
    anna.clock.seconds += 300
    anna.server.world.colleague_moves(nid, "discard_by_employer")
    anna.inbox.post_message(heard.NegotiationRead(await anna.app.worker.client.negotiation(nid)))
    await anna.settle()


async def _stopped(anna: Recruiter) -> None:
    """Nothing was sent when its time had come, and it is said why."""
    await anna.wait(11)
    assert anna.writes == []
    assert any("кандидата перевели" in one for one in anna.told)


async def test_a_form_left_open_while_the_list_is_read_without_him() -> None:
    async with Recruiter() as anna:
        row, query = anna.inbox.inbox.selected, anna.inbox.inbox.listing.query
        assert row is not None
        assert query is not None
        await anna.press("1")
        anna.clock.seconds += 300
        anna.server.world.colleague_moves(row.id, "discard_by_employer")
        anna.inbox.read_list(query, 0, anna.inbox.inbox.epoch)
        await anna.settle()
        assert row.id not in [one.id for one in anna.inbox.inbox.listing.rows]
        await anna.press("f2")
        await _stopped(anna)


async def test_a_form_left_open_while_his_row_is_read_again() -> None:
    async with Recruiter() as anna:
        row = anna.inbox.inbox.selected
        assert row is not None
        await anna.press("1")
        await _moved_and_read(anna, row.id)
        await anna.press("f2")
        await _stopped(anna)


async def test_a_letter_begun_before_his_row_is_read_again() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.inbox.composing is not None
        nid = anna.inbox.composing.id
        await anna.write("Ждём вас")
        await _moved_and_read(anna, nid)
        await anna.press("f2")
        await _stopped(anna)


async def test_a_letter_opened_from_the_outbox_is_about_what_was_seen_then() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.inbox.composing is not None
        nid = anna.inbox.composing.id
        await anna.write("Ждём вас")
        await anna.press("f4")
        await anna.write("+3 ч")
        await anna.press("enter")
        await _moved_and_read(anna, nid)
        await anna.command("outbox")
        await anna.press("e", "f2")
        await _stopped(anna)
