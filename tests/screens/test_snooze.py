"""Snoozing and done until reply: hidden here, unknown to hh.ru, back by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

import httpx
import pytest

from hh_tui.demo import TOKEN
from hh_tui.demo.chats import chat_id
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.decisions import action_menu
from hh_tui.store.database import transaction
from tests.recruiter import Recruiter

UNTIL_TOMORROW = 22.5 * 3600


async def _snooze_until_tomorrow(anna: Recruiter) -> str:
    nid = anna.selected_id
    await anna.press("b", "down", "enter")
    return nid


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36), (160, 45)])
async def test_a_snoozed_one_is_gone_until_his_moment(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        before = len(anna.server.received)
        following = anna.ids[1]
        nid = await _snooze_until_tomorrow(anna)
        assert nid not in anna.ids
        assert anna.selected_id == following
        assert anna.sees("убрано 1", "До завтра 10:00")
        assert len(anna.server.received) == before
        await anna.wait(UNTIL_TOMORROW - 1)
        assert nid not in anna.ids
        await anna.wait(1)
        assert anna.ids[0] == nid
        assert anna.selected_id == following
        anna.app.clear_notifications()
        await anna.settle()
        assert anna.sees("⏰ пора")
        assert any("снова в списке" in one for one in anna.told)
        assert anna.writes == []


async def test_several_who_come_back_by_undo_are_marked_again() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "e")
        assert anna.marked == ()
        await anna.press("z")
        assert list(anna.marked) == anna.ids[:2]
        await anna.press("b", "down", "enter")
        assert anna.sees("2 кандидата · отменить: z")
        await anna.press("z", "escape", "e", "z")
        assert anna.marked == (), "who was put aside by themselves had no mark"


async def test_whom_we_owe_an_answer_is_told_when_waiting_for_theirs() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("e")
        assert "До ответа: " in anna.status
        assert "· но ответить должны вы · отменить: z" in anna.status
        await anna.press("z", "x", "x", "e")
        assert "2 кандидата · но ответить должны вы: 2 · отменить: z" in anna.status
        await anna.press("z", "escape", "r")
        await anna.write("Добрый день!")
        await anna.press("f2", "e")
        assert "До ответа: " in anna.status
        assert "ответить должны вы" not in anna.status, "our letter is on its way"
        await anna.press("z")
        await anna.press("b", "down", "enter")
        assert "ответить должны вы" not in anna.status, "put aside for ourselves, nobody is waited for"


async def test_the_moments_offered_say_for_whom() -> None:
    async with Recruiter() as anna:
        await anna.press("b")
        assert anna.sees("Терентьев Семён: убрать на потом, до")
        await anna.press("escape", "x", "x", "b")
        assert anna.sees("2 кандидата: убрать на потом, до")


async def test_the_place_shows_when_and_b_there_brings_back() -> None:
    async with Recruiter() as anna:
        nid = await _snooze_until_tomorrow(anna)
        assert anna.sees("На потом                 1")
        await anna.press("g", "z")
        assert anna.sees("На потом · 1", "⏰ завтра 10:00", "Python-разработчик ·")
        assert anna.app.focused is anna.state.negotiations
        assert anna.ids == [nid]
        await anna.press("b")
        assert anna.sees("На потом никого нет")
        await anna.press("v", "enter")
        assert nid in anna.ids
        assert "На потом" not in anna.text
        assert "⏰" not in anna.text


async def test_the_sidebar_leads_there_and_back() -> None:
    async with Recruiter() as anna:
        nid = await _snooze_until_tomorrow(anna)
        await anna.press("h", "h", "g", "g", "j", "enter")
        assert anna.ids == [nid]
        await anna.press("h", "h", "j", "enter")
        assert nid not in anna.ids
        assert anna.sees("Неразобранные · 73 · убрано 1")


async def test_z_takes_the_last_thing_back_in_its_order() -> None:
    async with Recruiter() as anna:
        decided = anna.selected_id
        await anna.press(anna.digit("consider"))
        snoozed = await _snooze_until_tomorrow(anna)
        await anna.press("z")
        assert "Отменено «На потом», снова в списке: " in anna.status
        assert snoozed in anna.ids
        assert decided not in anna.ids
        assert anna.selected_id == snoozed
        await anna.press("z")
        assert decided in anna.ids
        await anna.press("e")
        other = anna.selected_id
        await anna.press(anna.digit("consider"), "z")
        assert other in anna.ids
        assert anna.sees("До ответа")


async def test_z_says_what_was_sent_and_touches_nothing_older() -> None:
    """Somebody put aside in one vacancy stays so after a decision in another has left."""
    async with Recruiter() as anna:
        aside = anna.selected_id
        await anna.press("e", "v", *"QA", "enter")
        while (decided := anna.row.negotiation.resume) is None:
            await anna.press("j")
        await anna.press(anna.digit("consider"))
        await anna.wait(11)
        assert len(anna.writes) == 1
        for _ in range(2):
            await anna.press("z")
            assert "Уже отправлено: Подумать · " in anna.status
            assert (decided.last_name or "") in anna.status
            assert "Можно решить заново" in anna.status
        assert list(anna.state.shelf.people) == [aside]
        await anna.press("Z")
        assert "Возвращать нечего" in anna.status
        await anna.press("e", "z")
        assert "Отменено «До ответа»" in anna.status
        await anna.press("z")
        assert "Уже отправлено" in anna.status
        assert list(anna.state.shelf.people) == [aside]
        assert len(anna.writes) == 1


async def test_capital_z_does_again_what_z_took_back_in_its_order() -> None:
    async with Recruiter() as anna:
        decided = anna.selected_id
        await anna.press(anna.digit("consider"))
        aside = anna.selected_id
        await anna.press("e", "z", "z")
        assert {decided, aside} <= set(anna.ids)
        await anna.press("Z")
        assert decided not in anna.ids
        assert aside in anna.ids
        await anna.press("Z")
        assert aside not in anna.ids
        assert "До ответа: " in anna.status
        await anna.press("Z")
        assert "Возвращать нечего" in anna.status
        await anna.press("z", "z")
        assert {decided, aside} <= set(anna.ids)
        await anna.press("e", "z", "Z", "g", "d", "e", "z")
        assert len(anna.ids) == 1
        assert "снова в «До ответа»" in anna.status
        await anna.press("Z")
        assert anna.ids == []
        assert anna.writes == []


async def test_what_was_dropped_in_the_outbox_comes_back_by_z() -> None:
    """Whoever was put aside before that stays aside."""
    async with Recruiter() as anna:
        await anna.press("e")
        aside, decided = list(anna.state.shelf.people), anna.selected_id
        await anna.press(anna.digit("consider"), "g", "o", "e")
        assert "Здесь это не исправить" in anna.toasts[-1]
        await anna.press("x", "x")
        assert "Это отменено и не уйдёт" in anna.toasts[-1]
        assert not anna.state.outbox.entries
        assert "Убрано: Подумать · " in anna.status
        assert "вернуть: z" in anna.status
        await anna.press("escape")
        assert decided in anna.ids
        await anna.press("z")
        assert "Снова ждёт отправки: Подумать · " in anna.status
        assert decided not in anna.ids
        await anna.press("z")
        assert decided in anna.ids
        assert list(anna.state.shelf.people) == aside
        assert anna.writes == []


async def test_done_until_they_write() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "j", "j")
        nid = anna.selected_id
        await anna.press("e")
        assert nid not in anna.ids
        await anna.press("f5")
        assert nid not in anna.ids
        await anna.press("g", "d")
        assert anna.ids == [nid]
        await anna.press("v", "enter")
        anna.clock.seconds += 120
        anna.server.world.candidate_writes(nid, "Здравствуйте, я согласен")
        await anna.press("f5")
        assert nid in anna.ids
        assert anna.sees("⏰ есть ответ")
        assert any("Есть ответ" in one for one in anna.told)
        index = anna.ids.index(nid)
        await anna.press("g", "g", *("j" * index), "enter")
        assert "есть ответ" not in anna.text
        assert anna.writes == []


async def test_a_colleagues_letter_is_no_answer_of_theirs() -> None:
    async with Recruiter(columns=170) as anna:
        waited, snoozed = anna.ids[:2]
        await anna.press("e", "b", "down", "enter")
        anna.clock.seconds += 120
        for nid in (waited, snoozed):
            anna.server.world.write(anna.server.world.topic(nid), "Добрый день, это ваш коллега")
        await anna.press("f5")
        await anna.wait(61)
        assert not {waited, snoozed} & set(anna.ids)
        assert not any("Есть ответ" in one for one in anna.told)
        anna.clock.seconds += 120
        anna.server.world.candidate_writes(waited, "Здравствуйте, я согласен")
        await anna.press("f5")
        assert waited in anna.ids
        assert anna.sees("⏰ есть ответ")


async def test_what_was_read_elsewhere_is_news_and_no_answer() -> None:
    """Their letter is read on the site before it is seen here: hh.ru tells no more than that it came."""
    async with Recruiter(columns=170) as anna:
        nid = anna.selected_id
        await anna.press("e")
        anna.clock.seconds += 120
        anna.server.world.candidate_writes(nid, "Здравствуйте")
        anna.server.world.topic(nid).look()
        await anna.press("f5")
        assert nid in anna.ids
        assert any("Новое в переписке, снова в списке" in one for one in anna.told)
        assert anna.sees("⏰ новое в переписке")
        assert not anna.sees("есть ответ")


async def test_his_letter_is_noticed_when_the_counters_are_polled() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "e")
        ((nid, aside),) = anna.state.shelf.people.items()
        anna.clock.seconds += 120
        anna.server.world.candidate_writes(nid, "Здравствуйте")
        await anna.wait(61)
        await anna.settle()
        assert nid in anna.ids
        assert anna.sees("⏰ есть ответ")
        assert aside.returned is None


async def test_a_letter_of_ours_does_not_bring_him_back() -> None:
    async with Recruiter() as anna:
        await anna.press("c", *"Интер", "enter")
        while (row := anna.state.selected) is None or not row.negotiation.can_write:
            await anna.press("j")
        await anna.command("reply")
        await anna.write("Ждём ответа")
        await anna.press("f2", "e")
        assert row.id not in anna.ids
        await anna.wait(11)
        assert len(anna.writes) == 1
        await anna.wait(120)
        await anna.press("f5")
        assert row.id not in anna.ids
        await anna.press("g", "d", "f5")
        assert anna.ids == [row.id]


async def test_letters_to_him_speak_of_his_own_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.press("v", *"QA", "enter", "c", *"Интер", "enter")
        while (row := anna.state.selected) is None or not row.negotiation.can_write:
            await anna.press("j")
        await anna.press("e", "v", *"Python", "enter", "g", "d")
        assert "QA-инженер" in anna.title
        await anna.command("reply")
        writing = anna.state.writing
        assert writing is not None
        assert writing.facts["vacancy"] == "QA-инженер"
        assert anna.state.candidate.vacancy is not None
        assert anna.state.candidate.vacancy.name == "QA-инженер"


async def test_several_puttings_aside_are_taken_back_one_after_other() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        await anna.press("e")
        second = anna.selected_id
        await anna.press("e", "z")
        assert anna.selected_id == second
        assert first not in anna.ids
        await anna.press("z")
        assert anna.selected_id == first
        await anna.press("z")
        assert "Отменять нечего." in anna.status
        assert "отправлено" not in anna.status


async def test_he_is_opened_and_decided_on_where_he_stands() -> None:
    async with Recruiter() as anna:
        nid = await _snooze_until_tomorrow(anna)
        vacancy = anna.state.vacancy_id or ""
        await anna.press("g", "z", "enter")
        assert anna.reads(f"/common/chats/{chat_id(anna.server.world.topic(nid))}/messages")
        await anna.press("escape", anna.digit("consider"))
        assert anna.ids == []
        await anna.press("z")
        assert anna.ids == [nid]
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert nid in anna.server.world.topics_of(vacancy, "consider")
        await anna.wait(UNTIL_TOMORROW)
        assert not anna.state.shelf.people


async def test_a_colleagues_move_is_noticed_before_a_decision_in_place() -> None:
    async with Recruiter() as anna:
        nid = await _snooze_until_tomorrow(anna)
        anna.clock.seconds += 70
        await anna.press("g", "z", _digit_of(anna, nid, "consider"))
        colleague_moves(anna.server.world, nid, "phone_interview")
        await anna.wait(6)
        assert anna.writes == []
        assert any("кандидата перевели" in one for one in anna.told)


def _digit_of(anna: Recruiter, nid: str, action_id: str) -> str:
    negotiation = anna.state.shelf.people[nid].negotiation
    return next(str(one.digit) for one in action_menu.buttons(negotiation) if one.action.id == action_id)


async def test_marked_ones_are_put_aside_together() -> None:
    async with Recruiter() as anna:
        people = anna.ids[:3]
        await anna.press("x", "x", "x", "e")
        assert set(people).isdisjoint(anna.ids)
        assert anna.sees("3 кандидата")
        assert not anna.marked
        await anna.press("z")
        assert set(people) <= set(anna.ids)


async def test_a_scheduled_decision_stands_among_the_snoozed() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.press(anna.digit("discard_by_employer"))
        await anna.write("Спасибо")
        await anna.press("f4", "down", "enter")
        assert anna.sees("На потом                 1")
        await anna.press("g", "z")
        assert anna.ids == [nid]
        assert anna.sees("◷ завтра 10:00")
        await anna.press("b")
        assert anna.ids == [nid]
        assert "исходящих" in anna.status
        await anna.command("outbox")
        await anna.press("x", "escape")
        assert anna.ids == []


async def test_they_are_still_aside_after_a_crash(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        snoozed = await _snooze_until_tomorrow(anna)
        await anna.press("j")
        done = anna.selected_id
        await anna.press("e")
        await anna.until(lambda: len(anna.app.disk.store.values("until-reply")) == 1)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        assert {snoozed, done}.isdisjoint(later.ids)
        await later.press("g", "z")
        assert later.ids == [snoozed]
        await later.press("g", "d")
        assert later.ids == [done]
        await later.press("e", "v", "enter")
        assert done in later.ids
    later.clock.seconds += UNTIL_TOMORROW
    async with later.again() as last:
        assert {snoozed, done} <= set(last.ids)
        assert last.sees("⏰ пора")


async def test_a_kill_on_the_way_to_the_other_list_loses_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each copy of the disk is what a kill after one more transaction would have left."""
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _snooze_until_tomorrow(anna)
        await anna.press("g", "z")
        copies = list[Path]()

        @contextmanager
        def copied(connection: Connection) -> Iterator[Connection]:
            with transaction(connection) as within:
                yield within
            copies.append(tmp_path / f"copy-{len(copies)}")
            anna.crash(copies[-1])

        with monkeypatch.context() as context:
            context.setattr("hh_tui.store.journal.transaction", copied)
            await anna.press("e")
    assert copies
    for copy in copies:
        async with anna.again(copy) as later:
            assert nid not in later.ids


async def test_without_a_connection_the_places_are_there(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        nid = await _snooze_until_tomorrow(anna)
    anna.server.faults.add("*", ".", 10_000, exception="connect")
    async with anna.again() as anna:
        assert nid not in anna.ids
        await anna.press("g", "z")
        assert anna.ids == [nid]
        assert anna.sees("⏰ завтра 10:00")


async def test_the_russian_layout_puts_aside_too() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.press("и", "enter")
        assert nid not in anna.ids
        done = anna.selected_id
        await anna.press("у")
        assert done not in anna.ids


async def test_snoozed_stay_when_the_disk_is_of_another_manager(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        first = anna.selected_id
    transport = httpx.MockTransport(anna.server.handle)
    headers = {"Authorization": f"Bearer {TOKEN}", "HH-User-Agent": "tests/1 (tests@example.org)"}
    async with httpx.AsyncClient(transport=transport, base_url="https://api.hh.ru", headers=headers) as http:
        me = (await http.get("/me")).json()
    me["manager"]["id"] = me["employer"]["manager_id"] = "4000001"
    anna.server.faults.add("GET", "/me", times=9, status=200, body=me)
    async with anna.again() as anna:
        nid = anna.selected_id
        assert nid == first
        await anna.press("e")
        assert list(anna.app.disk.store.values("until-reply")) == [nid]
        await anna.press("f5")
        assert nid not in anna.ids
        assert anna.sees("убрано 1")
    async with anna.again() as anna:
        assert nid not in anna.ids
        await anna.press("g", "d")
        assert anna.ids == [nid]


async def test_who_does_not_reply_in_time_is_back_as_such() -> None:
    async with Recruiter() as anna:
        silent, writes = anna.ids[:2]
        await anna.command("reply-by")
        assert anna.sees("Терентьев Семён: ждать ответа до")
        await anna.press("down", "enter")
        await anna.command("reply-by")
        await anna.press("down", "enter")
        assert anna.sees("До ответа, но не позже завтра 10:00")
        assert not {silent, writes} & set(anna.ids)
        await anna.press("g", "d")
        assert set(anna.ids) == {silent, writes}
        assert anna.sees("⏰ завтра 10:00")
        await anna.press("v", "enter")
        anna.clock.seconds += 120
        anna.server.world.candidate_writes(writes, "Согласна")
        await anna.press("f5")
        assert writes in anna.ids
        assert silent not in anna.ids
        await anna.wait(UNTIL_TOMORROW)
        assert silent in anna.ids
        assert any("Ответа нет, снова в списке" in one for one in anna.told)
        assert anna.sees("⏰ нет ответа", "⏰ есть ответ")
        assert anna.writes == []
