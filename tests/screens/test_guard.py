"""Colleagues: what a decision is about is what was on the screen when it was begun."""

from datetime import datetime, timedelta

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.system.structs import replace
from hh_tui.ui import events as heard
from tests.recruiter import Clock, Recruiter
from tests.screens.test_bulk import _digit, _digit_of, mark
from tests.screens.test_haste import _composes


async def _moved_and_read(anna: Recruiter, nid: str) -> None:
    """Five minutes pass, a colleague moves them, and their row follows while something is open."""
    anna.clock.seconds += 300
    colleague_moves(anna.server.world, nid, "discard_by_employer")
    anna.control.post(
        heard.NegotiationRead(await anna.app.worker.client.negotiations.one(nid), anna.clock.now())
    )
    await anna.settle()


async def _stopped(anna: Recruiter) -> None:
    """Nothing was sent when its time had come, and it is said why."""
    await anna.wait(11)
    assert anna.writes == []
    assert any("кандидата перевели" in one for one in anna.told)


async def test_a_form_left_open_while_the_list_is_read_without_him() -> None:
    async with Recruiter() as anna:
        row, query = anna.state.selected, anna.state.listing.query
        assert row is not None
        assert query is not None
        await anna.press("1")
        anna.clock.seconds += 300
        colleague_moves(anna.server.world, row.id, "discard_by_employer")
        anna.control.read_list(query)
        await anna.settle()
        assert row.id not in anna.ids
        await anna.press("f2")
        await _stopped(anna)


async def test_a_form_left_open_while_his_row_is_read_again() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.press("1")
        await _moved_and_read(anna, row.id)
        await anna.press("f2")
        await _stopped(anna)


async def test_a_letter_begun_before_his_row_is_read_again() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        await anna.write("Ждём вас")
        await _moved_and_read(anna, nid)
        await anna.press("f2")
        await _stopped(anna)


async def test_a_letter_opened_from_outbox_is_about_what_was_seen_then() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        await anna.write("Ждём вас")
        await anna.press("f4")
        await anna.write("+3 ч")
        await anna.press("enter")
        await _moved_and_read(anna, nid)
        await anna.command("outbox")
        await anna.press("e", "f2")
        await _stopped(anna)


async def test_a_move_during_the_hold_stops_a_decision_and_a_letter() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.press("3")
        colleague_moves(anna.server.world, row.id, "discard_by_employer")
        before = len(anna.server.received)
        await anna.wait(6)
        assert anna.writes == []
        assert any("кандидата перевели" in one for one in anna.told)
        assert anna.state.selected is not None
        assert [one.path for one in anna.server.received[before:]].count(f"/negotiations/{row.id}") == 1
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        await anna.write("Ждём вас")
        await anna.press("f2")
        colleague_moves(anna.server.world, nid, "discard_by_employer")
        await _stopped(anna)


async def test_a_clock_set_back_hides_no_colleague() -> None:
    class Wrong(Clock):
        off = timedelta()

        def now(self) -> datetime:
            return super().now() + self.off

    clock = Wrong()
    async with Recruiter(clock=clock) as anna:
        clock.off = -timedelta(hours=1)
        colleague_moves(anna.server.world, anna.row.id, "discard_by_employer")
        await anna.press("3")
        await _stopped(anna)


async def test_a_decision_costs_one_read_more_and_views_nobody() -> None:
    async with Recruiter() as anna:
        row = anna.row
        viewed = anna.server.world.topic(row.id).viewed
        before = len(anna.server.received)
        body = {"errors": [{"type": "negotiations", "value": "edit_forbidden"}]}
        anna.server.faults.add("PUT", ".", status=403, body=body)
        await anna.press("3")
        await anna.wait(6)
        about = [(one.method, one.path) for one in anna.server.received[before:] if row.id in one.path]
        assert about == [
            ("GET", f"/negotiations/{row.id}"),
            ("PUT", f"/negotiations/consider/{row.id}"),
        ]
        assert anna.server.world.topic(row.id).viewed is viewed


async def test_two_steps_of_ones_own_in_a_row_blame_nobody() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.press("3")
        steps = [one for one in row.negotiation.actions if one.id in {"phone_interview", "assessment"}]
        first = anna.state.outbox.entries[0].operation
        await anna.wait(6)
        second = replace(first, id="second", action=steps[0], decided_at=anna.clock.now())
        anna.app.sender.hold(second)
        await anna.settle()
        await anna.wait(6)
        assert not anna.told, anna.told
        assert [path for _, path, _ in anna.writes] == [
            f"/negotiations/consider/{row.id}",
            f"/negotiations/{steps[0].id}/{row.id}",
        ]


async def test_without_an_answer_to_the_look_nothing_is_sent() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", r"/negotiations/\d+$", status=502)
        await anna.press("3")
        await anna.wait(6)
        assert anna.writes == []
        assert any("Узнать, где кандидат сейчас, не удалось" in one for one in anna.told)
        await anna.command("repeat")
        await anna.wait(6)
        assert len(anna.writes) == 1


async def test_a_batch_stops_for_a_marked_one_whom_a_colleague_moved() -> None:
    """What one did oneself before they were read last explains nothing of what happened since."""
    async with Recruiter() as anna:
        moved, other = anna.ids[:2]
        await anna.press(_digit_of(anna, "remind"), "f2")
        await anna.wait(12)
        anna.clock.seconds += 300
        anna.control.post(
            heard.NegotiationRead(await anna.app.worker.client.negotiations.one(moved), anna.clock.now())
        )
        await anna.settle()
        await mark(anna, anna.state.rows[:2])
        reminded = len(anna.writes)
        anna.clock.seconds += 300
        colleague_moves(anna.server.world, moved, "phone_interview")
        await anna.command("refresh")
        assert moved not in anna.ids
        assert set(anna.marked) == {moved, other}
        await anna.press(_digit(anna, "consider"), "f2")
        await anna.wait(12)
        assert anna.writes[reminded:] == [("PUT", "/negotiations/consider", [("topic_id", other)])]
        assert anna.server.world.topic(moved).stage.id == "phone_interview"
        assert "не отправлено: 1" in anna.toasts[-1]
