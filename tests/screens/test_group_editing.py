"""A letter to several that waits is corrected from the outbox: the people, its words and its moment."""

from pathlib import Path

from textual.widgets import Checkbox, Select

from hh_tui.ui.dialogs.action_sheet import ActionSheet
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_bulk import mark

INTERVIEW, REFUSAL = "interview", "discard"


async def _fills_in(anna: Recruiter, action: str, text: str) -> list[str]:
    """The form of an action for the first three of the list."""
    ids = await mark(anna, list(anna.state.snapshot.listing.rows)[:3])
    choices = anna.state.choices
    await anna.press(next(str(one.digit) for one in choices if one.action.id.startswith(action)), *CLEAR)
    await anna.write(text)
    return ids


async def test_a_batch_that_waits_is_corrected_from_the_outbox() -> None:
    async with Recruiter() as anna:
        ids = await _fills_in(anna, INTERVIEW, "Ждём вас в среду")
        anna.app.screen.query_one(Select).value = "1480003"
        anna.app.screen.query_one(Checkbox).value = True
        await anna.press("f2", "f2")
        await mark(anna, anna.state.snapshot.listing.rows[:1])
        await anna.press("g", "o")
        assert anna.sees("исправить")
        await anna.press("e")
        assert isinstance(anna.app.screen, ActionSheet)
        assert set(anna.marked) == set(ids)
        assert anna.typed == ["Ждём вас в среду"]
        assert anna.sees("Казань, улица Петербургская, 52")
        assert anna.app.screen.query_one(Checkbox).value
        await anna.write(" в 11")
        await anna.press("f2", "f2")
        await anna.wait(30)
        form = anna.writes[0][2]
        assert len(anna.writes) == 1
        assert [value for name, value in form if name == "topic_id"] == ids
        assert dict(form)["message"] == "Ждём вас в среду в 11"
        assert dict(form)["address_id"] == "1480003"
        assert dict(form)["send_sms"] == "true"


async def test_the_preview_tells_the_address_and_the_sms() -> None:
    """Whatever goes out is told before it does, in the words of the outbox."""
    async with Recruiter(columns=120, rows=36) as anna:
        await _fills_in(anna, INTERVIEW, "Ждём вас в среду")
        anna.app.screen.query_one(Select).value = "1480003"
        anna.app.screen.query_one(Checkbox).value = True
        await anna.press("f2")
        assert anna.sees("Адрес: Казань, улица Петербургская, 52 · вместе с СМС", "Ждём вас в среду")
        await anna.press("escape")
        anna.app.screen.query_one(Select).value = Select.NULL
        anna.app.screen.query_one(Checkbox).value = False
        await anna.press("f2")
        assert anna.sees("Ждём вас в среду")
        assert not anna.sees("СМС")
        assert not anna.sees("Адрес")


async def test_all_fields_are_seen_in_a_small_window() -> None:
    """The letter gives up lines for those below it, also in the form of a sprint."""
    async with Recruiter(size="M", columns=80, rows=24) as anna:
        await anna.press("x", "x", "2")
        assert anna.sees("Письмо", "Адрес", "без адреса", "СМС", "F2 С письмом")
        await anna.press("escape", "escape", "g", "S", "2")
        assert anna.sees("Письмо", "Адрес", "без адреса", "СМС", "F2 С письмом")


async def test_leaving_the_form_leaves_nothing_to_go() -> None:
    async with Recruiter() as anna:
        ids = await _fills_in(anna, REFUSAL, "Нет")
        await anna.press("f2", "f2", "g", "o", "e")
        assert anna.toasts[-1].startswith("Отменено: Отказ")
        assert anna.toasts[-1].endswith("· Z вернёт")
        await anna.press("escape")
        assert anna.on_inbox
        assert set(anna.marked) == set(ids)
        await anna.wait(30)
        assert anna.writes == []
        await anna.press("Z")
        await anna.wait(30)
        assert len(anna.writes) == 1


async def test_the_moment_of_a_batch_is_offered_again() -> None:
    async with Recruiter() as anna:
        await _fills_in(anna, REFUSAL, "Нет")
        await anna.press("f4", "down", "enter", "f2")
        await anna.press("g", "o", "e")
        assert anna.toasts[-1] == (
            "Было запланировано: завтра 10:00. Выбрать время снова — F4; "
            "закрыть и вернуть всё, как было, — Z."
        )
        await anna.press("f4")
        assert anna.sees("Как было")
        await anna.press("enter", "f2", "g", "o")
        assert anna.sees("завтра 10:00", "Нет")
        await anna.wait(30)
        assert anna.writes == []


async def test_one_scheduled_in_an_earlier_run_is_corrected_too(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        ids = await _fills_in(anna, REFUSAL, "Нет")
        await anna.press("f4", "down", "enter", "f2")
    async with anna.again() as anna:
        await anna.press("g", "o", "e")
        assert set(anna.marked) == set(ids)
        assert anna.typed == ["Нет"]


async def test_letters_by_name_are_still_that_in_the_next_run(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await _fills_in(anna, REFUSAL, "Здравствуйте, {{имя}}! Увы")
        await anna.press("f4", "down", "enter", "f2")
        letters = [entry.operation.text for entry in anna.state.outbox.entries]
        assert len(set(letters)) == len(letters) == 3
    async with anna.again() as anna:
        await anna.press("g", "o")
        assert anna.sees("Здравствуйте, ‹имя›! Увы")
        await anna.press("e")
        assert anna.typed == ["Здравствуйте, {{имя}}! Увы"]
        assert anna.sees("Личные письма каждому: 3")
        await anna.press("f2", "f2")
        assert [entry.operation.text for entry in anna.state.outbox.entries] == letters


async def test_in_another_list_one_is_told_where_it_is_corrected() -> None:
    async with Recruiter() as anna:
        await _fills_in(anna, REFUSAL, "Нет")
        await anna.press("f4", "down", "enter", "f2")
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter", "g", "o", "e")
        assert anna.on_inbox
        assert "Здесь стоят не все, кому это: откройте список, где решали" in anna.text
        await anna.press("g", "o")
        assert anna.sees("завтра 10:00")
