"""Sending later: a moment is chosen, waits on the disk, and comes."""

from datetime import timedelta
from pathlib import Path

import pytest

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.ui.dialogs.picker import Picker
from tests.api.desk import refusing
from tests.recruiter import MORNING, Clock, Recruiter

DAY = 24 * 3600
UNTIL_TOMORROW = 22.5 * 3600
"""From half past eleven to ten the next morning."""


def _paths(anna: Recruiter) -> list[str]:
    return [path for _, path, _ in anna.writes]


def _total(anna: Recruiter) -> int:
    """How many the first collection is said to hold."""
    board = anna.state.shown_board
    assert board is not None
    counters = board.collections[0].counters
    return counters.total if counters else 0


async def _begin_letter(anna: Recruiter, text: str = "Добрый день") -> str:
    await anna.press("c", *"Телеф", "enter")
    while (row := anna.state.selected) is None or not row.negotiation.can_write:
        await anna.press("j")
    await anna.command("reply")
    await anna.write(text)
    return row.id


async def _letter_tomorrow(anna: Recruiter) -> str:
    nid = await _begin_letter(anna)
    await anna.press("f4", "down", "enter")
    return nid


async def _refuse_tomorrow(anna: Recruiter) -> str:
    nid = anna.selected_id
    await anna.press(anna.digit("discard_by_employer"))
    await anna.write("Спасибо")
    await anna.press("f4", "down", "enter")
    return nid


# Choosing


async def test_a_letter_goes_at_its_moment_and_not_before() -> None:
    async with Recruiter() as anna:
        nid = await _begin_letter(anna)
        await anna.press("f4")
        assert anna.sees(
            "Через 2 часа", "чт, 14 мая, 13:30", "Завтра в 10:00", "В понедельник", "У кандидата"
        )
        await anna.press("down", "enter")
        assert "завтра 10:00" in anna.status
        assert anna.sees("◷ завтра 10:00", "ещё не отправлено")
        assert "запланировано 1" in anna.title
        assert "исходящие" not in anna.title
        await anna.wait(UNTIL_TOMORROW - 1)
        assert anna.writes == []
        await anna.wait(1)
        await anna.wait(1)
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", [("message", "Добрый день")])]
        assert "запланировано" not in anna.title


async def test_the_composer_stays_open_when_no_moment_is_chosen() -> None:
    async with Recruiter() as anna:
        await _begin_letter(anna)
        await anna.press("f4", "escape")
        assert anna.state.composing is not None
        assert anna.sees("Добрый день")
        assert not anna.state.outbox.entries


async def test_a_letter_that_changed_meanwhile_is_not_scheduled() -> None:
    """An earlier letter is refused while a moment is chosen, and put above this one."""
    async with Recruiter() as anna:
        await _begin_letter(anna, "В среду")
        await anna.press("f2", "r")
        await anna.write("В четверг")
        await anna.press("f4")
        for path in ("/messages", "/negotiations/"):
            anna.server.faults.add("POST", path, 1, **refusing(403, "forbidden", "no"))
        await anna.wait(11)
        await anna.press("down", "enter")
        assert "текст изменился: ничего не запланировано" in anna.told[-1]
        assert anna.state.letter == "В среду\n\nВ четверг"
        assert not anna.state.outbox.entries
        await anna.press("f4", "down", "enter")
        assert [one.operation.text for one in anna.state.outbox.entries] == ["В среду\n\nВ четверг"]


async def test_a_decision_leaves_the_list_until_its_moment() -> None:
    async with Recruiter() as anna:
        total = _total(anna)
        nid = await _refuse_tomorrow(anna)
        assert nid not in anna.ids
        assert "завтра 10:00 · z отменить" in anna.status
        assert _total(anna) == total - 1
        await anna.wait(UNTIL_TOMORROW)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/discard_by_employer/{nid}"]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 45)])
async def test_what_is_typed_is_understood_or_explained(columns: int, rows: int) -> None:
    """Of one in Yekaterinburg."""
    async with Recruiter(columns=columns, rows=rows) as anna:
        await anna.press("j")
        if columns < 100:
            await anna.press("enter", "enter")
        await anna.press(anna.digit("discard_by_employer"))
        await anna.write("Спасибо")
        await anna.press("f4")
        await anna.write("1.1.2025")
        assert anna.sees("уже прошло")
        await anna.press("ctrl+u")
        await anna.write("никогда")
        assert anna.sees("Не понимаю время")
        await anna.press("enter")
        assert not anna.state.outbox.entries
        await anna.press("ctrl+u")
        await anna.write("18.05 9:15")
        assert anna.sees("пн, 18 мая, 07:15")
        await anna.press("enter")
        assert "пн 07:15 (у кандидата 09:15)" in anna.status
        await anna.press("g", "o")
        assert anna.sees("пн 07:15 (у кандидата 09:15)")


async def test_a_form_that_lacks_something_says_so_before_it_asks_when() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("interview"))
        anna.app.screen.query_one("TextArea").text = "Напишите {{слот}}"  # type: ignore[attr-defined]
        await anna.settle()
        await anna.press("f4")
        assert not isinstance(anna.app.screen, Picker)
        assert not anna.state.outbox.entries


async def test_many_are_decided_on_later_with_one_moment() -> None:
    async with Recruiter() as anna:
        people = anna.ids[:3]
        await anna.press("x", "x", "x", anna.digit("consider"))
        assert anna.sees("F4 запланировать")
        await anna.press("f4", "enter")
        assert set(people).isdisjoint(anna.ids)
        await anna.wait(2 * 3600 - 1)
        assert anna.writes == []
        await anna.wait(1)
        await anna.wait(1)
        assert len(anna.writes) == 1
        assert not anna.state.outbox.entries


async def test_the_moment_for_many_can_be_chosen_in_their_form() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", anna.digit("discard_by_employer"))
        await anna.write("Спасибо")
        await anna.press("f4", "down", "enter")
        assert anna.sees("2 кандидата · завтра 10:00", "Спасибо")
        await anna.press("f2")
        assert [one.operation.not_before for one in anna.state.outbox.entries] == [
            anna.clock.now() + timedelta(seconds=UNTIL_TOMORROW)
        ] * 2


async def test_mornings_are_the_candidates_where_hh_tells_his_zone() -> None:
    async with Recruiter() as anna:
        everywhere = [{"id": str(one), "name": "?", "utc_offset": "+07:00"} for one in range(1, 120)]
        body = [{"id": "113", "name": "Россия", "areas": everywhere}]
        anna.server.faults.add("GET", "/areas$", body=body, status=200)
        await _begin_letter(anna)
        await anna.press("f4")
        assert anna.sees("Дни ваши, часы кандидата", "UTC+7", "06:00 · у кандидата 10:00")
        await anna.press("down", "enter")
        (entry,) = anna.state.outbox.entries
        assert entry.operation.not_before == anna.clock.now() + timedelta(hours=18, minutes=30)


async def test_days_are_ones_own_and_hours_the_candidates() -> None:
    evening = Clock(MORNING + timedelta(hours=8, minutes=30))  # eight in the evening in Moscow
    async with Recruiter(columns=80, rows=24, clock=evening) as anna:
        everywhere = [{"id": str(one), "name": "Анадырь", "utc_offset": "+12:00"} for one in range(1, 120)]
        anna.server.faults.add("GET", "/areas$", body=[{"id": "113", "areas": everywhere}], status=200)
        await anna.press("enter", "enter")
        await _begin_letter(anna)
        await anna.press("f4")
        assert anna.sees("Дни ваши, часы кандидата", "UTC+12", "пт, 15 мая, 01:00 · у кандидата 10:00")
        await anna.write("завтра 8:30")
        assert anna.sees("чт, 14 мая, 23:30 · у кандидата пт, 15 мая, 08:30 (UTC+12)")
        await anna.press("enter")
        (entry,) = anna.state.outbox.entries
        assert entry.operation.not_before == anna.clock.now() + timedelta(hours=3, minutes=30)


# Taking back and changing


async def test_z_takes_it_back_right_after_and_later_leaves_it_alone() -> None:
    async with Recruiter() as anna:
        nid = await _refuse_tomorrow(anna)
        await anna.press("z")
        assert nid in anna.ids
        await anna.press("Z")
        assert "запланировано 1" in anna.title
        await anna.wait(61)
        await anna.press("z")
        assert "Ждёт в исходящих (g o), убрать можно там: Отказать · " in anna.status
        assert nid not in anna.ids


async def test_the_outbox_sends_it_now_edits_it_and_drops_it() -> None:
    async with Recruiter() as anna:
        nid = await _letter_tomorrow(anna)
        await anna.command("outbox")
        assert anna.sees("завтра 10:00", "Добрый день")
        await anna.press("S")
        await anna.wait(30)
        assert anna.writes == []
        await anna.press("e")
        assert anna.state.composing is not None
        assert any("Было запланировано: завтра 10:00" in one for one in anna.told)
        await anna.press("ctrl+end")
        await anna.write(" Мария")
        await anna.press("f4")
        assert anna.sees("Как было")
        await anna.press("enter")
        await anna.command("outbox")
        assert anna.sees("завтра 10:00", "Добрый день Мария")
        await anna.press("s")
        await anna.wait(1)
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", [("message", "Добрый день Мария")])]


async def test_giving_it_up_brings_the_candidate_back() -> None:
    async with Recruiter() as anna:
        nid = await _refuse_tomorrow(anna)
        await anna.command("outbox")
        await anna.press("x", "escape")
        assert nid in anna.ids
        await anna.wait(2 * DAY)
        assert anna.writes == []


# What happens meanwhile


async def test_own_step_and_own_letter_do_not_stop_each_other() -> None:
    async with Recruiter() as anna:
        nid = await _letter_tomorrow(anna)
        await anna.press(anna.digit("discard_by_employer"))
        assert anna.sees("Уже запланировано и уйдёт всё равно: завтра 10:00")
        await anna.press("escape", anna.digit("consider"))
        assert any("завтра 10:00" in one for one in anna.told)
        await anna.wait(6)
        assert _paths(anna) == [f"/negotiations/consider/{nid}"]
        await anna.wait(UNTIL_TOMORROW)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/consider/{nid}", f"/negotiations/{nid}/messages"]
        assert not any("перевели" in one for one in anna.told)


async def test_own_old_step_is_known_and_a_colleagues_stops(
    tmp_path: Path,
) -> None:
    async with Recruiter(home=tmp_path) as anna:
        letters = []
        for _ in range(2):
            letters.append(await _begin_letter(anna))
            await anna.press("f4")
            await anna.write("18.05 9:15")
            await anna.press("enter")
            await anna.settle()
            await anna.press(anna.digit("consider"))
            await anna.wait(6)
        assert len(set(letters)) == len(anna.writes) == 2
        await anna.press("q")
    colleague_moves(anna.server.world, letters[1], "phone_interview")
    anna.clock.seconds += 3.5 * DAY
    async with anna.again() as anna:
        await anna.wait(DAY / 2 - 2.25 * 3600)
        await anna.wait(1)
        assert _paths(anna)[2:] == [f"/negotiations/{letters[0]}/messages"]
        assert any("кандидата перевели" in one for one in anna.told)


async def test_a_candidate_moved_by_a_colleague_is_not_moved_at_moment() -> None:
    async with Recruiter() as anna:
        nid = await _refuse_tomorrow(anna)
        colleague_moves(anna.server.world, nid, "phone_interview")
        await anna.wait(UNTIL_TOMORROW)
        await anna.wait(1)
        assert anna.writes == []
        assert any("Телефонное интервью" in one for one in anna.told)


# Leaving and coming back


async def test_leaving_with_scheduled_writes_only_asks_nothing(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        nid = await _refuse_tomorrow(anna)
        await anna.press("q")
        assert not anna.app.is_running
        assert "1 отправка остаётся запланированной" in anna.app.farewell
        assert "hh-tui flush" in anna.app.farewell
    async with anna.again() as anna:
        assert not isinstance(anna.app.screen, Picker)
        assert nid not in anna.ids
        assert "запланировано 1" in anna.title
        await anna.press("z")
        assert len(anna.state.outbox.entries) == 1
        await anna.wait(UNTIL_TOMORROW)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/discard_by_employer/{nid}"]


async def test_leaving_with_others_open_asks_about_those_alone(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        later = await _refuse_tomorrow(anna)
        now = anna.selected_id
        await anna.press(anna.digit("consider"), "q")
        assert anna.sees("1 действие ещё не отправлено", "Ещё не отправлено:", "  Подумать · ", "(1)")
        assert anna.sees("Запланировано, остаётся: завтра 10:00 Отказать · ")
        await anna.press("down", "enter")
        assert not anna.app.is_running
        assert _paths(anna) == [f"/negotiations/consider/{now}"]
    async with anna.again() as anna:
        assert [one.operation.negotiation.id for one in anna.state.outbox.entries] == [later]


async def test_without_a_disk_leaving_tells_scheduled_ones_apart() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        nid = await _refuse_tomorrow(anna)
        await anna.press("q")
        assert anna.sees("1 запланированная отправка пропадёт", "завтра 10:00 Отказать · ")
        assert not anna.sees("действие ещё не отправлено", "Отправить сейчас и выйти")
        await anna.press("escape", anna.digit("consider"), "q")
        assert anna.sees("1 действие ещё не отправлено", "Отправить сейчас и выйти")
        await anna.press("escape", "z", "q", "down", "enter")
        assert not anna.app.is_running
        assert _paths(anna) == [f"/negotiations/discard_by_employer/{nid}"]


async def test_killed_it_waits_on_and_goes_at_its_moment(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "a") as anna:
        nid = await _letter_tomorrow(anna)
        anna.crash(tmp_path / "b")
    anna.clock.seconds += UNTIL_TOMORROW - 60
    async with anna.again(tmp_path / "b") as anna:
        assert not isinstance(anna.app.screen, Picker)
        await anna.wait(30)
        assert anna.writes == []
        await anna.wait(31)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/{nid}/messages"]


async def test_a_moment_that_has_just_passed_is_kept_after_a_hold(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        nid = await _letter_tomorrow(anna)
        await anna.press("escape", "q")
    anna.clock.seconds += UNTIL_TOMORROW + 14 * 60
    async with anna.again() as anna:
        assert not isinstance(anna.app.screen, Picker)
        await anna.wait(11)
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/{nid}/messages"]


async def test_a_moment_long_past_asks_first(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        nid = await _letter_tomorrow(anna)
        await anna.press("escape", "q")
    anna.clock.seconds += UNTIL_TOMORROW + 16 * 60
    async with anna.again() as anna:
        assert anna.sees("1 отправка не ушла", "Отправить сейчас")
        await anna.wait(60)
        assert anna.writes == []
        await anna.press("down", "enter")
        await anna.wait(1)
        assert _paths(anna) == [f"/negotiations/{nid}/messages"]
