"""Deciding with what the server offers, holding, taking back, and what becomes of it."""

from typing import Any

import pytest

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.picker import Picker
from tests.recruiter import CLEAR, Recruiter


def _totals(anna: Recruiter) -> dict[str, int]:
    board = anna.state.shown_board
    assert board is not None
    return {one.id: one.counters.total for one in board.collections if one.counters}


async def test_the_bar_is_exactly_what_the_server_offers() -> None:
    async with Recruiter() as anna:
        row = anna.row
        shown = [action for action in row.negotiation.actions if not action.hidden]
        for number, action in enumerate(shown[:9], 1):
            assert anna.sees(f"{number} {action.name}")
        for action in row.negotiation.actions:
            if action.hidden:
                assert not anna.sees(action.name)


async def test_an_action_without_arguments_goes_at_once_into_the_hold() -> None:
    async with Recruiter() as anna:
        nid, second = anna.selected_id, anna.state.listing.rows[1].id
        before = _totals(anna)
        await anna.press(anna.digit("consider"))
        assert anna.selected_id == second
        assert anna.writes == []
        assert "Подумать" in anna.status
        assert "через 5 с" in anna.status
        assert _totals(anna) == {
            **before,
            "response": before["response"] - 1,
            "consider": before["consider"] + 1,
        }
        await anna.wait(4.9)
        assert anna.writes == []
        await anna.wait(0.2)
        assert anna.writes == [("PUT", f"/negotiations/consider/{nid}", [])]
        assert _totals(anna)["consider"] == before["consider"] + 1
        assert nid in anna.server.world.topics_of(anna.state.vacancy_id or "", "consider")


async def test_undo_returns_exactly_to_what_was() -> None:
    async with Recruiter() as anna:
        before = anna.state.snapshot
        screen = anna.lines[1:-1]
        await anna.press(anna.digit("consider"))
        assert anna.lines[1:-1] != screen
        await anna.command("undo")
        assert anna.state.snapshot == before
        assert anna.lines[1:-1] == screen
        assert "Отменено" in anna.status
        await anna.wait(60)
        assert anna.writes == []


async def test_a_decision_is_told_at_once_whatever_was_told_before() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "escape")
        assert "Снят" in anna.status
        await anna.press("3")
        assert "отменить" in anna.status


async def test_undo_takes_several_back_and_redo_decides_again() -> None:
    async with Recruiter() as anna:
        first, second = (row.id for row in anna.state.listing.rows[:2])
        digit = anna.digit("consider")
        await anna.press(digit)
        await anna.press(digit)
        assert "и ещё 1" in anna.status
        await anna.command("undo", "undo")
        assert anna.ids[:2] == [first, second]
        assert anna.selected_id == first
        await anna.command("undo")
        assert "Отменять нечего" in anna.status
        await anna.command("redo")
        assert anna.state.listing.rows[0].id == second
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{first}", [])]


async def test_what_was_sent_is_not_taken_back() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        await anna.command("undo")
        assert "Уже отправлено: Подумать · " in anna.status
        assert len(anna.writes) == 1


async def test_the_hold_can_be_set() -> None:
    async with Recruiter(settings=Settings(hold=1.0)) as anna:
        await anna.press(anna.digit("consider"))
        await anna.wait(1.1)
        assert len(anna.writes) == 1


async def test_sheet_is_made_from_arguments_and_filled_in_by_server() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("interview"))
        assert isinstance(anna.app.screen, ActionSheet)
        assert anna.sees("Письмо", "Адрес", "СМС", "Шаблоны", "F2 С письмом", "Без письма")
        assert anna.reads("/message_templates/")
        assert anna.reads("/addresses")
        assert anna.sees("Вектор") or anna.sees("вакансию")
        assert anna.writes == []


async def test_with_a_letter_it_waits_ten_seconds_and_the_form_is_sent() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.press(anna.digit("phone_interview"))
        await anna.press(*CLEAR)
        await anna.write("Позвоним завтра?")
        await anna.press("f2")
        assert "через 10 с" in anna.status
        await anna.wait(9)
        assert anna.writes == []
        await anna.wait(2)
        assert anna.writes == [
            ("PUT", f"/negotiations/phone_interview/{nid}", [("message", "Позвоним завтра?")])
        ]


async def test_the_silent_way_sends_no_letter_and_not_even_its_name() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.press(anna.digit("phone_interview"))
        await anna.press("f3")
        assert "без письма" in anna.status
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/phone_interview/{nid}", [])]


async def test_a_required_letter_has_no_silent_way() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("assessment"))
        assert not anna.sees("🔇")
        await anna.press("f3")
        assert isinstance(anna.app.screen, ActionSheet)
        assert "невозможно" in anna.toasts[-1]
        await anna.press(*CLEAR, "f2")
        assert anna.sees("Заполните: Письмо")
        await anna.wait(30)
        assert anna.writes == []


async def test_a_letter_left_in_a_sheet_is_there_again() -> None:
    async with Recruiter() as anna:
        digit = anna.digit("phone_interview")
        await anna.press(digit)
        await anna.press(*CLEAR)
        await anna.write("Недописано")
        await anna.press("escape")
        assert anna.writes == []
        assert anna.sees("✎")
        await anna.press(digit)
        assert anna.sees("Недописано")


async def test_a_disabled_action_explains_itself() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("transfer_to_vacancy"))
        assert "не разрешает" in anna.toasts[-1]
        await anna.wait(60)
        assert anna.writes == []


async def test_the_menu_has_everything_else() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.command("actions")
        assert isinstance(anna.app.screen, Picker)
        assert anna.sees("Отказать: Мало опыта", "Отказ: вакансия закрыта")
        await anna.write("мало опыта")
        await anna.press("enter")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.press("f3")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/discard_experience/{nid}", [])]


async def test_the_mouse_presses_the_same_buttons() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        await anna.click_on(f" {anna.digit('consider')} Подумать ")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{nid}", [])]


async def test_a_digit_without_an_action_says_so() -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("бухг")
        await anna.press("enter")
        resume = anna.row.negotiation.resume
        await anna.press("9")
        assert resume is not None
        assert f"{resume.name}: нет действия 9. Все действия: a" in anna.status


async def test_a_refusal_brings_the_candidate_back_and_says_why() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        before = _totals(anna)
        colleague_moves(anna.server.world, nid, "interview")
        anna.server.faults.add("PUT", nid, status=403, body=_error("negotiations", "wrong_state"))
        await anna.press(anna.digit("consider"))
        await anna.command("down")
        working_on = anna.selected_id
        await anna.wait(6)
        assert anna.state.listing.rows[0].id == nid
        assert anna.selected_id == working_on
        assert _totals(anna) == before
        assert "он уже на этапе «Интервью»" in anna.toasts[-1]
        assert "Всё равно — R, оставить как есть — z" in anna.toasts[-1]
        assert "не ушло 1" in anna.title


def _error(type_: str, value: str) -> dict[str, Any]:
    return {"request_id": "1", "errors": [{"type": type_, "value": value}]}


async def test_an_unknown_reason_is_shown_as_it_is() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", ".", status=403, body=_error("negotiations", "brand_new_reason"))
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert "brand_new_reason" in anna.toasts[-1]


async def test_what_failed_is_repeated_by_one_key() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        anna.server.faults.add("GET", f"/negotiations/{nid}$", status=502)
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert "не ушло 1" in anna.title
        await anna.command("repeat")
        assert "не ушло" not in anna.title
        assert nid not in anna.ids
        anna.server.faults.add("PUT", nid, status=403, body=_error("negotiations", "edit_forbidden"))
        await anna.wait(6)
        assert "Повторить — " not in anna.told[-1]
        await anna.command("repeat")
        assert anna.sees("Повтор не поможет")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{nid}", [])]


async def test_answer_lost_after_work_was_done_is_found_out_by_reading() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        anna.server.faults.add("PUT", nid, exception="read", after=True)
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert len(anna.writes) == 1
        assert f"/negotiations/{nid}" in anna.reads()
        assert nid not in anna.ids
        assert not anna.toasts


async def test_an_answer_lost_before_the_work_is_not_repeated() -> None:
    async with Recruiter() as anna:
        nid = anna.selected_id
        anna.server.faults.add("PUT", nid, exception="timeout")
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert len(anna.writes) == 1
        assert anna.state.listing.rows[0].id == nid
        assert "ничего не изменилось" in anna.toasts[-1]


async def test_leaving_with_open_writes_asks_first() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"))
        await anna.command("quit")
        assert anna.sees("ещё не отправлено", "Отправить сейчас и выйти", "Остаться")
        await anna.press("escape")
        assert anna.app.return_value is None
        assert anna.app.is_running
        await anna.command("quit")
        await anna.press("down", "enter")
        assert len(anna.writes) == 1
        assert not anna.app.is_running


async def test_new_counters_come_from_the_server_after_a_decision() -> None:
    async with Recruiter() as anna:
        vacancy_id = anna.state.vacancy_id
        assert vacancy_id is not None
        anna.server.world.new_response(vacancy_id)
        before = _totals(anna)
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert _totals(anna)["response"] == before["response"]


async def test_an_action_the_server_invents_tomorrow_works() -> None:
    """Nothing in the program knows an action by its name."""
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("QA")
        await anna.press("enter")
        row = anna.row
        known = {"message", "send_sms", "address_id"}
        action = next(
            one
            for one in row.negotiation.actions
            if {argument.id for argument in one.arguments} - known and not one.hidden and one.enabled
        )
        unknown = next(argument.id for argument in action.arguments if argument.id not in known)
        await anna.press(anna.digit(action.id))
        assert anna.sees(unknown)


async def test_no_key_leaves_without_the_question() -> None:
    """Textual has a key of its own for leaving; it asks too, even out of a form."""
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"))
        await anna.press(anna.digit("phone_interview"))
        await anna.press("ctrl+q")
        assert anna.sees("ещё не отправлено")
        assert anna.app.is_running
        await anna.press("escape", "escape", "ctrl+c")
        assert "Выйти: q" in anna.status
        assert anna.app.is_running


async def test_leaving_sends_what_waits_behind_another_write_too() -> None:
    """Two writes to one candidate go one after the other; leaving waits for both."""
    async with Recruiter() as anna:
        nid = anna.selected_id
        digit = anna.digit("remind")
        for text in ("Раз", "Два"):
            await anna.press(digit)
            await anna.press("f7", "delete")
            await anna.write(text)
            await anna.press("f2")
        await anna.command("quit")
        await anna.press("down", "enter")
        assert [form for _, path, form in anna.writes if nid in path] == [
            [("message", "Раз")], [("message", "Два")],
        ]  # fmt: skip
        assert not anna.app.is_running


async def test_the_list_counts_those_decided_on_as_the_sidebar_does() -> None:
    async with Recruiter() as anna:
        assert anna.sees("─ Неразобранные · 73 ·")
        await anna.press("3", "3")
        assert anna.sees("─ Неразобранные · 71 ·", "/71")
        await anna.press("z")
        assert anna.sees("─ Неразобранные · 72 ·", "/72")
        await anna.wait(12)
        assert anna.sees("─ Неразобранные · 72 ·", "/72")


async def test_leaving_stays_when_something_was_refused() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", ".", status=403, body=_error("negotiations", "wrong_state"))
        await anna.press(anna.digit("consider"))
        await anna.command("quit")
        await anna.press("down", "enter")
        assert anna.app.is_running
        assert "уже на другом этапе" in anna.toasts[-1]


@pytest.mark.parametrize("keys", [("6",), ("x", "j", "x", "6"), ("r",)])
async def test_words_changed_after_undo_are_not_undone_by_redo(keys: tuple[str, ...]) -> None:
    async with Recruiter() as anna:
        await anna.press(*keys, *CLEAR)
        await anna.write("Первое")
        await anna.press("f2")
        if len(keys) > 1:
            await anna.press("f2")
        await anna.press("z", keys[-1], "end")
        await anna.write(" и второе")
        await anna.press("escape", "Z")
        assert "Слова изменены, отправьте их из черновика" in anna.status
        await anna.wait(70)
        assert anna.writes == []
        await anna.press(keys[-1])
        assert anna.typed == ["Первое и второе"]
