"""What survives a lost connection, a killed program, a full disk and a second window."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.demo.faults import Fault
from hh_tui.errors import NotKept
from hh_tui.store.files import JOURNAL
from hh_tui.store.journal import Journal
from hh_tui.store.store import Store
from hh_tui.ui.app import HHApp
from hh_tui.ui.dialogs.picker import Picker
from tests.api.desk import refusing
from tests.recruiter import Clock, Recruiter
from tests.store.samples import damage, fill

GONE: dict[str, Any] = {"exception": "connect"}


async def _put_aside(anna: Recruiter) -> str:
    """Decide silently about the candidate under the cursor; returns who that was."""
    nid = anna.selected_id
    await anna.press(anna.digit("consider"))
    return nid


async def _to_one_who_can_be_written_to(anna: Recruiter) -> str:
    await anna.press("c", *"Телеф", "enter")
    while (row := anna.state.selected) is None or not row.negotiation.can_write:
        await anna.press("j")
    return row.id


def _cut(anna: Recruiter) -> None:
    anna.server.faults.add("*", ".", 10_000, **GONE)


def _paths(anna: Recruiter) -> list[str]:
    return [path for _, path, _ in anna.writes]


# Starting from the disk


async def test_a_start_without_a_connection_shows_what_was_there(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.press("j", "j", "enter")
        nid, text = anna.selected_id, anna.text
        first_words = (anna.state.threads[nid].messages[0].text or "")[:30]
        assert anna.sees(first_words)
        await anna.press("escape")
    anna.clock.seconds += 3600
    _cut(anna)
    async with anna.again() as anna:
        assert anna.selected_id == nid
        assert anna.sees("данные от 11:30", "нет связи")
        assert anna.title.split("  ")[1] in text
        await anna.press("enter")
        anna.app.clear_notifications()
        await anna.settle()
        assert anna.sees(first_words)
        await anna.press("escape")
        decided = await _put_aside(anna)
        await anna.wait(6)
        assert decided not in anna.ids
        assert "ждёт связи" in anna.status
        anna.server.faults.clear()
        for _ in range(5):
            await anna.wait(11)
        assert any("Связь есть" in one for one in anna.told)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/consider/{decided}"]


async def test_account_that_is_refused_is_not_taken_for_no_connection() -> None:
    async with Recruiter() as anna:
        _cut(anna)
        nid = await _put_aside(anna)
        await anna.wait(6)
        assert "ждёт связи" in anna.status
        anna.server.faults.clear()
        blocked = {"errors": [{"type": "manager_accounts", "value": "used_manager_account_forbidden"}]}
        anna.server.faults.add("GET", "^/me$", 10_000, status=403, body=blocked)
        for _ in range(3):
            await anna.wait(11)
        assert "ждёт связи" not in anna.status
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]


async def test_a_start_with_a_connection_paints_before_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.press("j", "j", "j")
        nid, place = anna.selected_id, anna.state.listing.cursor
    vacancy = anna.state.vacancy_id or ""
    anna.clock.seconds += 600
    newcomer = anna.server.world.new_response(vacancy)
    before = len(anna.server.received)
    again = anna.again()
    asked: list[int] = []
    begin = again.app.opening.begin

    def watched() -> None:
        begin()
        asked.append(len(again.server.received) - before)
        assert again.selected_id == nid

    monkeypatch.setattr(again.app.opening, "begin", watched)
    async with again:
        assert asked == [0]
        assert again.selected_id == nid
        rows = again.ids
        assert newcomer in rows
        assert rows.index(nid) == place + 1
        assert "данные от" not in again.text


# Writes that an earlier run left


async def test_writes_of_an_earlier_run_wait_for_an_answer(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _put_aside(anna)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        assert later.sees("1 отправка ждёт", "Отправить сейчас")
        assert nid not in later.ids
        await later.wait(600)
        assert later.writes == []
        await later.press("down", "enter")
        await later.wait(1)
        assert _paths(later) == [f"/negotiations/consider/{nid}"]


async def test_writes_of_an_earlier_run_can_be_looked_at_and_dropped(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _put_aside(anna)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        await later.press("enter")
        assert later.sees("Исходящие", "ждёт вас с 11:30", "Подумать")
        await later.press("x")
        assert later.sees("отменено 11:30")
        await later.press("escape")
        assert nid in later.ids
        await later.wait(60)
        assert later.writes == []
        later.crash(tmp_path / "c")
    async with later.again(tmp_path / "c") as last:
        assert not isinstance(last.app.screen, Picker)


async def test_what_waits_for_the_person_stands_above_the_rest(tmp_path: Path) -> None:
    """The cursor is on what was asked about: the first key does not hit a letter of tomorrow."""
    async with Recruiter(home=tmp_path / "a") as anna:
        await anna.press("enter", "r")
        await anna.write("Добрый день")
        await anna.press("f4")
        await anna.write("завтра 10")
        await anna.press("enter", "escape", "j")
        nid = await _put_aside(anna)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        await later.press("enter")
        lines = [line for line in later.lines if "Письмо ·" in line or "Подумать ·" in line]
        assert "▌‖ Подумать" in lines[0]
        assert "◷ Письмо" in lines[1]
        await later.press("x", "escape")
        assert nid in later.ids
        assert "запланировано 1" in later.title


async def test_what_has_waited_long_asks_first() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", ".", **GONE)
        nid = await _put_aside(anna)
        anna.server.faults.add("GET", "/me$", 10_000, **GONE)
        await anna.wait(6)
        assert "ждёт связи" in anna.status
        await anna.wait(1000)
        anna.server.faults.clear()
        for _ in range(4):
            await anna.wait(61)
        assert anna.sees("Отправить сейчас", "Не отправлять")
        assert len(anna.writes) == 0
        await anna.press("down", "enter")
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]


async def test_what_was_being_sent_is_looked_after(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _put_aside(anna)
        anna.server.faults.add("PUT", ".", exception="read", after=True)
        anna.server.faults.add("GET", f"/negotiations/{nid}$", 10_000, status=503, after_write=True)
        anna.clock.seconds += 6
        anna.app.sender.tick()
        await anna.until(lambda: anna.state.outbox.entries[0].error is not None)
        anna.crash(tmp_path / "b")
        anna.server.faults.clear()
    async with anna.again(tmp_path / "b") as later:
        await later.settle()
        assert not later.state.outbox.entries
        assert len(later.writes) == 1
        await later.command("outbox")
        assert later.sees("отправлено")


# Leaving


async def test_leaving_asks_and_what_is_kept_goes_after_the_next_start(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        resume = anna.row.negotiation.resume
        assert resume is not None
        nid = await _put_aside(anna)
        await anna.press("q")
        assert anna.sees(
            "Остаться", "Отправить сейчас и выйти", "спросить при следующем запуске", "Отменить то"
        )
        await anna.press("down", "down", "enter")
        assert not anna.app.is_running
    assert anna.writes == []
    async with anna.again() as anna:
        assert anna.sees("1 отправка не ушла: что с ней делать?", f"Подумать · {resume.last_name}")
        await anna.press("down", "enter")
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]


async def test_leaving_sends_only_what_its_question_names(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        old = await _put_aside(anna)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        await later.press("escape")
        new = await _put_aside(later)
        assert new != old
        await later.press("q")
        assert later.sees("Отправить сейчас и выйти")
        await later.press("down", "enter")
        assert not later.app.is_running
    assert _paths(later) == [f"/negotiations/consider/{new}"]
    async with later.again(tmp_path / "b") as last:
        assert last.sees("1 отправка ждёт")


async def test_leaving_sends_or_drops(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        sent = await _put_aside(anna)
        await anna.press("q", "down", "enter")
        assert not anna.app.is_running
    async with anna.again() as anna:
        assert not isinstance(anna.app.screen, Picker)
        await _put_aside(anna)
        await anna.press("q", "down", "down", "down", "enter")
        assert not anna.app.is_running
    async with anna.again() as anna:
        assert not isinstance(anna.app.screen, Picker)
        assert _paths(anna) == [f"/negotiations/consider/{sent}"]


async def test_a_write_that_ends_while_the_screen_is_taken_down(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    unmount = HHApp.on_unmount

    async def late(app: HHApp) -> None:
        app.notices.outbox_changed()
        app.notices.connection(False)
        await unmount(app)
        ended.append(True)

    monkeypatch.setattr(HHApp, "on_unmount", late)
    async with Recruiter() as anna:
        await _put_aside(anna)
    assert ended == [True]


# Colleagues


async def test_a_candidate_moved_by_a_colleague_is_not_moved_again() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        anna.clock.seconds += 70
        await anna.press(anna.digit("consider"))
        colleague_moves(anna.server.world, nid, "phone_interview")
        await anna.wait(180)
        assert anna.writes == []
        assert any("Телефонное интервью" in one and "3 минуты назад" in one for one in anna.told)
        await anna.command("repeat")
        await anna.wait(6)
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]


async def test_a_candidate_moved_by_a_colleague_can_be_left_there() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        anna.clock.seconds += 70
        await anna.press(anna.digit("consider"))
        colleague_moves(anna.server.world, nid, "phone_interview")
        await anna.wait(6)
        await anna.command("undo")
        await anna.wait(60)
        assert anna.writes == []
        assert not anna.state.outbox.entries
        vacancy = anna.state.vacancy_id or ""
        assert nid in anna.server.world.topics_of(vacancy, "phone_interview")


async def test_a_refusal_because_of_the_stage_says_where_he_is(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        nid, fault_for = anna.selected_id, anna.server.fault_for

        def meanwhile(request: httpx.Request) -> Fault | None:
            """The colleague is quicker than the write, but not than the look before it."""
            if request.method == "PUT" and not anna.server.writes:
                colleague_moves(anna.server.world, nid, "phone_interview")
            return fault_for(request)

        monkeypatch.setattr(anna.server, "fault_for", meanwhile)
        await anna.press(anna.digit("consider"))
        body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
        anna.server.faults.add("PUT", ".", status=403, body=body)
        await anna.wait(6)
        assert any("Телефонное интервью" in one for one in anna.told)
        await anna.command("repeat")
        await anna.wait(6)
        assert [one.processed for one in anna.server.writes] == [False, True]


# What was typed


async def test_what_was_typed_is_there_after_a_crash(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _to_one_who_can_be_written_to(anna)
        await anna.command("reply")
        await anna.write("Добрый день, Мария")
        await anna.until(lambda: anna.app.disk.store.drafts().get(nid) == "Добрый день, Мария")
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        assert later.selected_id == nid
        assert later.sees("✎")
        await later.command("reply")
        assert later.sees("Добрый день, Мария")
        later.server.faults.add("POST", ".", **refusing(400, "bad_request", "spam_detected"))
        await later.press("f2")
        assert "✎" not in later.text
        await later.wait(11)
        assert later.sees("✎")
        await later.command("reply")
        await later.press("f2")
        await later.wait(11)
        assert "✎" not in later.text
        assert later.app.disk.store.drafts() == {}
        assert [one.text for one in later.state.threads[nid].messages][-1] == "Добрый день, Мария"


async def test_what_was_typed_into_a_form_is_there_after_a_crash(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        await anna.press(anna.digit("discard_by_employer"))
        await anna.write("Спасибо за отклик")
        await anna.until(lambda: "Спасибо за отклик" in str(anna.app.disk.store.sheets()))
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        await later.press(later.digit("discard_by_employer"))
        assert later.sees("Спасибо за отклик")


# The outbox


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 45)])
async def test_the_outbox_tells_where_everything_stands(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        if columns < 100:
            await anna.press("enter", "enter")
        first, second = await _put_aside(anna), await _put_aside(anna)
        anna.server.faults.add("GET", f"/negotiations/{first}$", status=502)
        await anna.wait(6)
        third = await _put_aside(anna)
        await anna.command("outbox")
        anna.app.clear_notifications()
        await anna.settle()
        assert anna.sees("не ушло", "через 5 с", "отправлено 11:30", "сегодня")
        await anna.wait(2)
        assert anna.sees("через 3 с")
        assert anna.sees("Можно повторить (R)", "R повторить".replace(" ", "\u00a0"))
        await anna.press("j", "s")
        assert _paths(anna)[-1].endswith(third)
        await anna.press("g", "g", "k", "k", "R")
        await anna.wait(6)
        assert _paths(anna)[-1].endswith(first)
        assert not anna.state.outbox.entries
        assert {second, third, first} <= {path.rsplit("/", 1)[1] for path in _paths(anna)}


async def test_a_letter_is_edited_in_the_outbox() -> None:
    async with Recruiter() as anna:
        nid = await _to_one_who_can_be_written_to(anna)
        await anna.command("reply")
        await anna.write("Добрый вечер")
        await anna.press("f2")
        await anna.command("outbox")
        await anna.press("e")
        assert anna.sees("Добрый вечер")
        await anna.press("ctrl+end")
        await anna.write(" Мария")
        await anna.press("f2")
        await anna.wait(11)
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", [("message", "Добрый вечер Мария")])]


async def test_giving_up_brings_the_candidate_back() -> None:
    async with Recruiter() as anna:
        nid = await _put_aside(anna)
        await anna.command("outbox")
        await anna.press("x")
        assert anna.sees("отменено 11:30")
        await anna.press("e")
        assert any("отменено и не уйдёт" in one for one in anna.told)
        await anna.press("escape")
        assert nid in anna.ids
        await anna.wait(60)
        assert anna.writes == []


# Two windows, no disk, another account


async def test_a_second_window_reads_only_until_the_first_is_closed(tmp_path: Path) -> None:
    first = Recruiter(home=tmp_path)
    decided: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    closing = asyncio.Event()

    async def first_window() -> None:
        async with first:
            decided.set_result(await _put_aside(first))
            await closing.wait()
            await first.press("q", "down", "down", "enter")

    window = asyncio.create_task(first_window())
    nid = await decided
    async with first.again() as second:
        assert any("уже открыт другой hh-tui" in one for one in second.told)
        before = second.selected_id
        await second.press(second.digit("consider"))
        assert second.selected_id == before
        assert not second.state.outbox.entries
        closing.set()
        await window
        assert second.writes == []
        await second.wait(1)
        assert any("Другой hh-tui закрыт" in one for one in second.told)
        assert second.sees("1 отправка ждёт")
        await second.press("down", "enter")
        await second.wait(1)
        assert _paths(second) == [f"/negotiations/consider/{nid}"]
        other = await _put_aside(second)
        await second.wait(6)
        assert _paths(second)[-1].endswith(other)


@pytest.mark.parametrize("is_open", [False, True])
async def test_what_is_found_wrong_when_taking_over_is_told(tmp_path: Path, is_open: bool) -> None:
    folder = tmp_path / "default"
    folder.mkdir(mode=0o700)
    fill(folder)
    first = Store.open(folder, keep_days=30, clock=Clock().now)
    async with Recruiter(home=tmp_path) as anna:
        anna.told.clear()
        first.close()
        if is_open:
            (folder / JOURNAL).chmod(0o644)
        else:
            damage(folder)
        await anna.wait(1)
        said = str(folder / JOURNAL) if is_open else "Файл с решениями повреждён; спасено"
        await anna.until(lambda: any(said in one for one in anna.told))
        assert sum(said in one for one in anna.told) == 1


async def test_a_full_disk_says_that_a_mark_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotKept(why="database or disk is full")

    async with Recruiter(home=tmp_path) as anna:
        with monkeypatch.context() as context:
            context.setattr(Journal, "put_marks", full)
            await anna.press("e")
            assert len([one for one in anna.told if "Пометка не записана на диск" in one]) == 1
        await anna.press("e")
        assert len([one for one in anna.told if "Пометка не записана на диск" in one]) == 1
        aside = set(anna.state.snapshot.snoozed.people)
        assert len(aside) == 2
    async with anna.again() as later:
        assert len(later.state.snapshot.snoozed.people) == 1


async def test_a_full_disk_sends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter(home=tmp_path) as anna:

        def full(*_: object) -> None:
            raise NotKept(why="database or disk is full")

        with monkeypatch.context() as context:
            context.setattr(Journal, "write", full)
            nid = await _put_aside(anna)
            await anna.wait(60)
            assert anna.writes == []
            assert nid in anna.ids
            assert any("ничего не отправлено" in one for one in anna.told)
        await anna.command("repeat")
        await anna.wait(6)
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]


async def test_a_full_disk_is_not_told_as_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotKept(why="database or disk is full")

    async with Recruiter(home=tmp_path) as anna:
        monkeypatch.setattr(Journal, "write", full)
        await anna.press("x", "j", "x", anna.digit("consider"), "f2")
        await anna.wait(8)
        assert anna.writes == []
        assert anna.told[-1].startswith("Сделано: 0 · не отправлено: 2 · остались отмечены: 2. ")
        await anna.press("g", "b")
        assert anna.sees("Не отправлено: 2 · остались отмечены: 2", "Не получается записать на диск")
        assert not anna.sees("hh.ru не принял")


async def test_another_accounts_writes_are_not_sent(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        await _put_aside(anna)
        anna.crash(tmp_path / "b")
    async with anna.again(tmp_path / "b") as later:
        later.app.sender.known_as("somebody else")
        await later.press("down", "enter")
        await later.wait(60)
        assert later.writes == []
        assert len(later.state.outbox.entries) == 1


async def test_without_a_disk_nothing_can_be_kept_for_the_next_start() -> None:
    async with Recruiter() as anna:
        await _put_aside(anna)
        await anna.press("q")
        assert anna.sees("Отправить сейчас и выйти")
        assert "после следующего запуска" not in anna.text
