"""Keys that come faster than the screen: nothing is cut off, nobody else is decided on."""

from random import Random

import pytest
from textual.message_pump import MessagePump

from hh_tui.api.models import Negotiation
from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.ui import key_dispatch, message_queue
from hh_tui.ui.outbox_notices import OutboxNotices
from tests.api.desk import refusing
from tests.recruiter import CLEAR, PAUSE, Clock, Recruiter

EDITING = ("backspace", "delete", "left", "right", "home", "end", "up", "f7", "ctrl+w", "enter")
"""Undo is not among them: what one step of it is depends on pauses."""


async def _composes(anna: Recruiter) -> None:
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter")
    while not anna.state.composing:
        row = anna.row
        await anna.press("r" if row.negotiation.can_write else "j")


def _decided(anna: Recruiter) -> list[str]:
    """About whom decisions wait."""
    return [one.operation.negotiation.id for one in anna.state.outbox.entries]


async def test_a_letter_and_the_key_that_sends_it_at_once() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        await anna.strike(*"привет, как дела", "f2")
        await anna.wait(11)
        assert [form for _, _, form in anna.writes] == [[("message", "привет, как дела")]]


async def test_a_letter_and_the_key_that_leaves_it_at_once() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        await anna.strike(*"не дописано", "escape")
        await anna.settle()
        assert anna.state.drafts.of(nid) == "не дописано"


async def test_a_sheet_filled_in_and_sent_at_once() -> None:
    async with Recruiter() as anna:
        await anna.press("1", *CLEAR)
        await anna.strike(*"позвоним завтра", "f2")
        await anna.wait(11)
        assert [form for _, _, form in anna.writes] == [[("message", "позвоним завтра")]]


async def test_keys_typed_on_behind_a_digit_are_told_of() -> None:
    """They stand behind the letter that the form began with: nothing is thrown away, nothing goes unseen."""
    async with Recruiter() as anna:
        await anna.strike(*"6j3j6", gap=0.2)
        assert anna.typed[0].endswith("j3j6")
        letter = anna.typed[0]
        for key, does in (("f2", "отправить"), ("f4", "запланировать")):
            await anna.press(key)
            assert anna.typed[0] == letter
            assert "набрано «j3j6», и это стоит в конце письма" in anna.toasts[-1]
            assert anna.toasts[-1].endswith(f"{key.upper()} — {does} так.")
        await anna.press("f2")
        assert not anna.on_inbox, "the other key was pressed in between"
        await anna.press("f2")
        await anna.wait(11)
        assert [dict(form)["message"] for _, _, form in anna.writes] == [letter]


@pytest.mark.parametrize(
    "keys",
    [
        [("6", 1.0), ("j", 0.8)],
        [("6", 1.0), ("j", 0.2), ("backspace", 0.2)],
        [("6", 1.0), ("j", 0.2), ("3", 0.8)],
        [("6", 1.0), ("f7", 0.2), ("delete", 0.2), ("j", 0.2)],
    ],
)
async def test_what_is_typed_behind_a_letter_on_purpose_goes(keys: list[tuple[str, float]]) -> None:
    """Behind a pause, or where something else was done with the letter."""
    async with Recruiter() as anna:
        for key, after in keys:
            await anna.strike(key, after=after)
        await anna.press("f2")
        assert anna.on_inbox
        await anna.wait(11)
        assert len(anna.writes) == 1


async def test_keys_typed_on_in_a_sprint_are_told_of() -> None:
    async with Recruiter() as anna:
        await anna.command("sprint")
        await anna.strike(anna.digit("discard_by_employer"), *"j3", gap=0.2)
        letter = anna.typed[0]
        assert letter.endswith("j3")
        await anna.press("f2")
        assert anna.sees("«j3»", "F2 — отправить так")
        assert anna.typed[0] == letter
        await anna.press("f2")
        assert anna.sees("2/")


async def test_a_letter_in_place_of_what_stood_there_at_once() -> None:
    async with Recruiter() as anna:
        await anna.press("6")
        await anna.strike(*CLEAR, *"Спасибо, {{имя}}", "home", "!", "end", "backspace", "backspace", "}", "}")
        assert anna.typed[0] == "!Спасибо, {{имя}}"


async def test_keys_that_edit_do_at_once_what_they_do_one_by_one() -> None:
    chance = Random(7)
    async with Recruiter() as anna:
        await anna.press("6")
        for _ in range(12):
            keys = chance.choices((*"аб {}", *EDITING), k=16)
            texts = []
            for gap in (PAUSE, 0.0):
                await anna.press(*CLEAR)
                await anna.strike(*keys, gap=gap)
                texts.append(anna.typed[0])
            assert texts[0] == texts[1], keys


async def test_a_line_is_edited_at_once_as_it_is_one_by_one() -> None:
    async with Recruiter() as anna:
        await anna.press("v")
        await anna.strike(*"бухч", "backspace", "г", "home", "delete", "б", "end", "enter")
        assert "Бухгалтер" in anna.title


async def test_a_name_and_enter_at_once_choose_that_name() -> None:
    async with Recruiter() as anna:
        await anna.press("v")
        await anna.strike(*"бухг", "enter")
        await anna.settle()
        assert "Бухгалтер" in anna.title


async def test_undo_and_a_decision_at_once_decide_on_same_candidate() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.press("3")
        await anna.strike("z", "3")
        await anna.wait(6)
        assert [path for _, path, _ in anna.writes] == [f"/negotiations/consider/{row.id}"]


async def test_a_fast_hand_decides_on_one_after_the_other() -> None:
    async with Recruiter() as anna:
        ids = anna.ids[:4]
        await anna.strike("3", "3", "3", gap=0.15)
        await anna.wait(6)
        assert sorted(path.rsplit("/", 1)[1] for _, path, _ in anna.writes) == sorted(ids[:3])
        row = anna.row
        assert row.id == ids[3]


async def test_a_key_held_down_moves_however_fast_it_comes() -> None:
    async with Recruiter() as anna:
        await anna.strike(*"j" * 40)
        await anna.settle()
        assert anna.state.listing.cursor == 40


async def test_all_widgets_that_do_not_rest_have_one_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        ends: set[float] = set()

        async def late(_: object, until: float) -> None:
            ends.add(until)

        await anna.press("C")
        monkeypatch.setattr(key_dispatch, "emptied", late)
        anna.app.dispatcher.came_by_itself()
        await anna.app.dispatcher.settle()
        assert len(ends) == 1


async def test_a_stale_list_does_not_bring_the_candidate_back() -> None:
    async with Recruiter() as anna:
        query = anna.state.listing.query
        row = anna.state.selected
        assert query is not None
        assert row is not None
        stale = await anna.app.worker.client.negotiations.page(query.url, 0)
        asked_in = anna.state.epoch
        await anna.press("3")
        await anna.wait(6)
        from hh_tui.ui.events import ListRefreshed

        anna.control.post(ListRefreshed(query, (stale,), asked_in, anna.clock.now()))
        await anna.settle()
        assert row.id not in anna.ids


async def test_a_held_candidate_comes_back_after_a_refresh() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.press("3")
        colleague_moves(anna.server.world, row.id, "interview")
        await anna.command("refresh")
        await anna.command("undo")
        assert row.id in anna.ids


async def test_letter_stays_theirs_when_list_goes_on_without_them() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        assert anna.state.composing is not None
        nid = anna.state.composing.id
        await anna.write("Это вам")
        colleague_moves(anna.server.world, nid, "discard_by_employer")
        query = anna.state.listing.query
        assert query is not None
        anna.control.read_list(query)
        await anna.settle()
        assert nid not in anna.ids
        await anna.press("f2")
        await anna.wait(11)
        assert anna.writes == []
        assert "кандидата перевели" in anna.toasts[-1]
        await anna.press("R")
        await anna.wait(11)
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", [("message", "Это вам")])]


async def test_a_question_stops_the_clock() -> None:
    async with Recruiter() as anna:
        await anna.press("3")
        await anna.command("quit")
        await anna.wait(60)
        assert anna.writes == []
        await anna.press("escape")
        assert anna.writes == []
        await anna.wait(6)
        assert len(anna.writes) == 1


async def test_leaving_tells_of_letters_begun() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        await anna.write("Черновик")
        await anna.press("escape", "escape", "q")
        assert anna.sees("1 неотправленный текст пропадёт")
        await anna.press("escape")
        assert anna.app.is_running


async def test_a_form_keeps_its_text_after_undo_and_leaving() -> None:
    async with Recruiter() as anna:
        await anna.press("2", *CLEAR)
        await anna.write("Приходите")
        await anna.press("f3")
        await anna.press("z")
        await anna.press("2")
        assert anna.sees("Приходите")
        await anna.press("escape")
        await anna.press("2")
        assert anna.sees("Приходите")
        await anna.press("f2")
        await anna.wait(11)
        assert dict(anna.writes[-1][2])["message"] == "Приходите"


async def test_a_template_over_ones_own_letter_can_be_taken_back() -> None:
    async with Recruiter() as anna:
        await anna.press("2", *CLEAR)
        await anna.write("Своё")
        await anna.click("#templates Button")
        assert not anna.sees("Своё")
        area = anna.app.screen.query_one("TextArea")
        area.focus()
        await anna.press("ctrl+z")
        assert anna.sees("Своё")


async def test_after_a_letter_one_is_where_one_was() -> None:
    async with Recruiter() as anna:
        await _composes(anna)
        await anna.write("Письмо")
        await anna.press("f2")
        cursor = anna.state.listing.cursor
        await anna.press("j" if cursor == 0 else "k")
        assert anna.state.listing.cursor != cursor


async def test_the_wheel_brings_more_rows() -> None:
    async with Recruiter() as anna:
        assert len(anna.state.listing.rows) == 50
        anna.state.negotiations.scroll_to(y=90, animate=False)
        await anna.settle()
        assert len(anna.state.listing.rows) > 50
        assert anna.state.listing.cursor == 0


async def test_a_page_that_failed_is_marked_and_asked_for_again() -> None:
    server = StandIn(size="S", clock=Clock().now)
    async with Recruiter(server=server) as anna:
        server.faults.add("GET", "/negotiations/response", status=503)
        await anna.press("pagedown", "pagedown")
        assert anna.sees("дальше не загружено")
        await anna.press("j")
        assert not anna.sees("дальше не загружено")
        assert len(anna.state.listing.rows) > 50


async def test_a_list_that_never_ends_is_not_asked_for_ever() -> None:
    server = StandIn(size="S", clock=Clock().now)
    endless = {"items": [None, {"no": "id"}], "found": 10**9, "pages": 10**9, "page": 0, "per_page": 50}
    server.faults.add("GET", "/negotiations/response", times=9999, status=200, body=endless)
    async with Recruiter(server=server) as anna:
        assert len(anna.reads("/negotiations/response")) < 10


async def test_the_vacancys_own_counter_follows_too() -> None:
    async with Recruiter() as anna:
        before = anna.state.vacancy
        assert before is not None
        await anna.press("enter")
        after = anna.state.vacancy
        assert after is not None
        assert after.unread == before.unread - 1


async def test_a_bug_in_a_write_leaves_nothing_hanging(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:

        async def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(WriteLane, "carry_out", broken)
        row = anna.row
        await anna.press("3")
        await anna.wait(6)
        assert anna.state.listing.rows[0].id == row.id
        assert not anna.state.outbox.open
        assert any("ZeroDivisionError" in toast for toast in anna.toasts)
        await anna.press("z")
        assert "Убрано, но могло быть выполнено: Подумать" in anna.status
        assert "не ушло" not in anna.title


async def test_a_digit_before_another_candidate_is_seen_does_nothing() -> None:
    """A colleague moved the candidate: by a refresh the next one is under the cursor, and has the digits."""
    async with Recruiter() as anna:
        first = anna.selected_id
        colleague_moves(anna.server.world, first, "phone_interview")
        await anna.press("f5")
        second = anna.selected_id
        assert second != first
        await anna.strike("3", after=0.0)
        assert "нажата слишком рано" in anna.status
        assert _decided(anna) == []
        await anna.press("3")
        assert _decided(anna) == [second]


async def test_letters_behind_a_digit_refused_as_early_are_no_commands() -> None:
    """They were meant for the form that it would have opened; the digit itself is asked for again."""
    async with Recruiter() as anna:
        first = anna.selected_id
        colleague_moves(anna.server.world, first, "phone_interview")
        await anna.press("f5")
        second = anna.selected_id
        await anna.strike(anna.digit("interview"), *"xz ж", after=0.0)
        await anna.strike(*"x ", gap=0.3, after=0.3)
        assert "нажата слишком рано" in anna.status
        assert (anna.selected_id, len(anna.marked), _decided(anna)) == (second, 0, [])
        await anna.strike("3", after=1.0)
        assert _decided(anna) == [second]
        colleague_moves(anna.server.world, anna.selected_id, "phone_interview")
        await anna.press("f5")
        third = anna.selected_id
        await anna.strike("3", "3", gap=0.3, after=0.0)
        assert _decided(anna) == [second, third], "what one is asked to press again is no text"


async def test_a_digit_before_the_first_page_is_seen_does_nothing() -> None:
    async with Recruiter() as anna:
        await anna.press("v", "down", "enter")
        assert anna.row
        await anna.strike("3", after=0.0)
        assert "нажата слишком рано" in anna.status
        assert _decided(anna) == []


async def test_a_digit_before_other_actions_are_seen_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter goes out to somebody whom a colleague has moved; a digit comes as the outbox learns of it."""
    told = OutboxNotices.target_changed
    async with Recruiter() as anna:
        about, seen = anna.selected_id, anna.digit("interview")
        await anna.press("r")
        await anna.write("Когда удобно?")
        await anna.press("f2")
        pressed: list[float] = []

        def changed(notices: OutboxNotices, candidate: Negotiation) -> None:
            pressed.append(anna.hand + PAUSE)
            told(notices, candidate)
            anna._strike(seen, PAUSE)

        monkeypatch.setattr(OutboxNotices, "target_changed", changed)
        colleague_moves(anna.server.world, about, "phone_interview")
        await anna.wait(61)
        assert pressed
        assert anna.on_inbox
        assert [one for one in anna.state.outbox.entries if one.operation.action] == []


async def test_a_refresh_stops_no_letter_that_is_being_written() -> None:
    async with Recruiter() as anna:
        about = anna.selected_id
        await anna.press("r")
        await anna.write("Когда удобно?")
        colleague_moves(anna.server.world, about, "phone_interview")
        anna.app.run_command("refresh")
        await anna.settle()
        assert anna.selected_id != about
        await anna.strike("f2", after=0.0)
        assert "нажата слишком рано" not in anna.status
        assert _decided(anna) == [about]


async def _refused_while_another_is_written(anna: Recruiter) -> None:
    """The letter that waited is put above the one that is being written."""
    await _composes(anna)
    await anna.write("Приходите в среду")
    await anna.press("f2", "r")
    await anna.write("Не в среду, а в чет")
    for path in ("/messages", "/negotiations/"):
        anna.server.faults.add("POST", path, 1, **refusing(403, "forbidden", "no"))
    await anna.wait(11)


@pytest.mark.parametrize("key", ["f2", "f4"])
async def test_a_letter_that_came_back_unseen_goes_with_no_other(key: str) -> None:
    async with Recruiter() as anna:
        await _refused_while_another_is_written(anna)
        tried = len(anna.writes)
        await anna.strike(key, after=0.0)
        assert "В письме только что появился другой текст" in anna.told[-1]
        assert f"{key.upper()} ещё раз" in anna.told[-1]
        assert anna.on_inbox
        await anna.wait(11)
        assert len(anna.writes) == tried
        await anna.press("f2")
        await anna.wait(11)
        assert anna.writes[-1][2] == [("message", "Приходите в среду\n\nНе в среду, а в чет")]


async def test_one_types_on_below_a_letter_that_came_back() -> None:
    async with Recruiter() as anna:
        await _refused_while_another_is_written(anna)
        await anna.write("верг")
        assert anna.state.letter == "Приходите в среду\n\nНе в среду, а в четверг"


async def test_a_refresh_that_changes_no_digit_stops_none() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        anna.server.world.new_response(anna.state.vacancy_id or "")
        await anna.press("f5")
        await anna.strike("3", after=0.0)
        assert _decided(anna) == [first]


async def test_a_digit_means_what_it_meant_while_a_list_is_marked() -> None:
    """Everybody is being marked, page by page: the action is the one whose digit was seen, or none."""
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    async with Recruiter(server=server, clock=clock) as anna:
        await anna.press("x")
        seen = anna.digit("consider")
        await anna.press("*", settle=False)
        await anna.press(seen, settle=False)
        await anna.settle()
        assert not anna.on_inbox
        assert anna.sees("Подумать · 73 кандидата")
        assert anna.writes == []


@pytest.mark.parametrize(("key", "told"), [("x", "отмечено 1"), ("r", "Письмо ·")])
async def test_a_key_typed_behind_a_search_meets_what_it_found(key: str, told: str) -> None:
    async with Recruiter() as anna:
        await anna.strike("/", *"раз", "enter", key)
        assert anna.sees(told)


async def test_behind_steps_alone_no_key_waits_for_widgets(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[MessagePump] = []
    emptied = message_queue.emptied

    async def counted(pump: MessagePump, until: float) -> None:
        waited.append(pump)
        await emptied(pump, until)

    monkeypatch.setattr(key_dispatch, "emptied", counted)
    async with Recruiter() as anna:
        await anna.press("j", "j")
        for key, sets_off in {"j": 0, "k": 0, "x": 1, "pagedown": 1, "G": 1, "U": 1}.items():
            await anna.press(key)
            waited.clear()
            await anna.press("k")
            assert bool(waited) is bool(sets_off), key
