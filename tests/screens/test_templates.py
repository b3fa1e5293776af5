"""Templates in the composer and in the form of an action."""

import os
from pathlib import Path

import pytest
from textual.widgets import Checkbox, OptionList, Select, TextArea

from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.template_picker import TemplatePicker
from tests.recruiter import Recruiter

EMPLOYER = "4181920"


def put(**letters: str | bytes) -> Path:
    """Own letters in the folder of the settings."""
    folder = Path(os.environ["HH_TUI_HOME"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in letters.items():
        content = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.txt").write_bytes(content)
    return folder


async def writes_to_someone(anna: Recruiter) -> str:
    """The composer, open for a candidate whose correspondence is."""
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter")
    rows = anna.state.listing.rows
    place = next(
        number for number, row in enumerate(rows) if row.negotiation.can_write and row.negotiation.resume
    )
    await anna.press(*["j"] * place)
    await anna.command("reply")
    return rows[place].id


async def takes(anna: Recruiter, name: str) -> None:
    """A template by its name."""
    await anna.press("ctrl+t")
    assert isinstance(anna.app.screen, TemplatePicker)
    await anna.write(name)
    await anna.press("enter")


def text(anna: Recruiter) -> str:
    return anna.state.letter


async def test_all_letters_there_are_in_one_list() -> None:
    put(Созвон="Добрый день, {{имя}}!")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        before = len(anna.server.received)
        await anna.press("ctrl+t")
        assert anna.sees("Приглашение  hh.ru · Телефонное интервью", "шаблон компании")
        assert anna.sees("Созвон  свой · Добрый день, ‹имя›!", "Здравствуйте, ‹имя›!")
        assert "{{" not in anna.text
        assert "[Name]" not in anna.text
        new = [one.path for one in anna.server.received[before:]]
        assert new == [f"/employers/{EMPLOYER}/mail_templates"]


async def test_the_servers_letter_comes_filled() -> None:
    async with Recruiter() as anna:
        nid = await writes_to_someone(anna)
        before = len(anna.server.received)
        await anna.press("ctrl+t", "enter")
        new = [one.path for one in anna.server.received[before:]]
        assert "/message_templates/invite_after_response" in new
        row = anna.row
        assert row.id == nid
        assert row.negotiation.resume is not None
        assert text(anna).startswith(f"Здравствуйте, {row.negotiation.resume.first_name}!")
        await anna.press("f2")
        await anna.wait(11)
        assert len(anna.writes) == 1


async def test_a_company_letter_is_filled_from_what_is_known() -> None:
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await takes(anna, "Предложение о работе")
        assert "[" not in text(anna)
        assert "{{" not in text(anna)
        vacancy = anna.state.vacancy
        assert vacancy is not None
        assert f"«{vacancy.name}», Вектор" in text(anna) or vacancy.name in text(anna)


async def test_an_own_letter_is_filled_and_its_gap_must_be_filled_too() -> None:
    put(Созвон="{{имя}}, созвонимся {{слот}}?\n{{я}}")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        reads = len(anna.server.received)
        await takes(anna, "Созвон")
        row = anna.row
        assert row.negotiation.resume is not None
        first_name = row.negotiation.resume.first_name
        assert text(anna).startswith(f"{first_name}, созвонимся {{{{слот}}}}?")
        assert len(anna.server.received) == reads + 1
        assert anna.state.candidate.composer.selected_text == "{{слот}}"
        await anna.press("end", "f2")
        assert "{{слот}}" in anna.toasts[-1]
        assert anna.state.composing is not None
        assert anna.state.candidate.composer.selected_text == "{{слот}}"
        await anna.wait(30)
        assert anna.writes == []
        await anna.write("в среду в 11")
        await anna.press("f2")
        await anna.wait(11)
        account = anna.state.account
        assert account is not None
        sent = f"{first_name}, созвонимся в среду в 11?\n{account.name}"
        assert [form for _, _, form in anna.writes] == [[("message", sent)]]


async def test_a_name_that_begins_as_typed_comes_first() -> None:
    put(Встреча="Моё письмо", Вторая_встреча="Второе")
    async with Recruiter() as anna:
        await _opens_sheet(anna)
        await anna.press("ctrl+t")
        await anna.write("встр")
        options = [str(one.prompt) for one in anna.app.screen.query_one(OptionList).options]
        assert options[0].startswith("Встреча  свой")
        assert options[1].startswith("Приглашение на встречу")
        await anna.press("enter")
        assert anna.typed == ["Моё письмо"]


async def test_a_template_replaces_an_untouched_one_only() -> None:
    put(Один="Первый", Два="Второй")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await takes(anna, "Один")
        await takes(anna, "Два")
        assert text(anna) == "Второй"
        await anna.press("ctrl+end")
        await anna.write(", мой")
        await takes(anna, "Один")
        assert text(anna) == "Второй, мой\n\nПервый"
        assert "Ctrl+Z" in anna.toasts[-1]
        await anna.press("ctrl+z")
        assert text(anna) == "Второй, мой"


async def test_a_template_between_words_has_a_blank_line_on_both_sides() -> None:
    put(Один="Первый {{слот}}")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("АБ")
        await anna.press("left")
        await takes(anna, "Один")
        assert text(anna) == "А\n\nПервый {{слот}}\n\nБ"
        await anna.write("завтра")
        assert text(anna) == "А\n\nПервый завтра\n\nБ"


async def test_a_filled_letter_shows_its_start_cursor_at_its_end() -> None:
    async with Recruiter(columns=80, rows=24, size="M") as anna:
        await anna.press(anna.digit("interview"))
        (letter,) = anna.app.screen.query(TextArea)
        greeting = letter.text.splitlines()[0]
        assert anna.sees("Шаблоны:", greeting)
        await anna.write("!")
        assert letter.text.endswith("!")
        assert greeting not in anna.text


async def test_closing_the_list_changes_nothing() -> None:
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("Начало")
        await anna.press("ctrl+t", "escape")
        assert text(anna) == "Начало"
        assert anna.state.composing is not None
        await anna.write("!")
        assert text(anna) == "Начало!"


async def test_an_address_is_chosen_among_the_employers() -> None:
    put(Встреча="Ждём вас: {{адрес}}, {{слот}}")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await takes(anna, "Встреча")
        assert isinstance(anna.app.screen, Picker)
        await anna.write("Яшина")
        await anna.press("enter")
        assert text(anna) == "Ждём вас: Москва, улица Льва Яшина, 14с2, {{слот}}"
        assert anna.reads("addresses") == [f"/employers/{EMPLOYER}/addresses"]


async def test_without_a_choice_or_without_addresses_the_gap_stays() -> None:
    put(Встреча="Ждём вас: {{адрес}}")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await takes(anna, "Встреча")
        await anna.press("escape")
        assert text(anna) == "Ждём вас: {{адрес}}"
        anna.server.faults.add("GET", "addresses", status=403, body={"errors": [{"type": "forbidden"}]})
        await takes(anna, "Встреча")
        assert text(anna) == "Ждём вас: {{адрес}}"
        assert any("hh.ru не принял" in toast for toast in anna.toasts)


async def test_the_rest_is_there_when_one_kind_can_not_be_read() -> None:
    put(Один="Первый", Битый="Привет".encode("cp1251"))
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        body = {"errors": [{"type": "api_access_payment", "value": "action_must_be_payed"}]}
        anna.server.faults.add("GET", "mail_templates", status=403, body=body)
        await takes(anna, "Один")
        assert text(anna) == "Первый"
        assert any("«Битый.txt» — не UTF-8" in toast for toast in anna.toasts)
        assert any("не оплачен" in toast for toast in anna.toasts)


async def test_a_template_that_can_not_be_filled_leaves_the_list_open() -> None:
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        anna.server.faults.add(
            "GET", "message_templates", status=404, body={"errors": [{"type": "not_found"}]}
        )
        await anna.press("ctrl+t", "enter")
        assert isinstance(anna.app.screen, TemplatePicker)
        assert anna.toasts
        await anna.press("enter")
        assert text(anna)


async def test_a_bug_in_a_dialog_is_told_and_its_keys_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.press("ctrl+t")
        with monkeypatch.context() as context:
            context.setattr(anna.app.worker.client.templates, "filled", broken)
            await anna.press("enter")
        assert any("ZeroDivisionError" in one for one in anna.told)
        await anna.press("enter")
        assert text(anna)


async def test_without_own_letters_one_learns_where_they_belong() -> None:
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.press("ctrl+t")
        assert anna.sees("Свои шаблоны: файлы .txt и .md в папке")
        options = [str(one.prompt) for one in anna.app.screen.query_one(OptionList).options]
        assert options[-1].startswith("Свои шаблоны"), "no notice stands among letters"
        await anna.write("Свои шаблоны")
        await anna.press("enter")
        assert isinstance(anna.app.screen, TemplatePicker)


async def test_hostile_letters_are_text() -> None:
    put(**{"[red]x": "[bold]Привет[/] \x1b[31m{{имя}}"})
    async with Recruiter(hostile=True) as anna:
        row = next(row for row in anna.state.listing.rows if row.negotiation.can_write)
        while anna.state.selected is not row:
            await anna.press("j")
        await anna.command("reply")
        await takes(anna, "[red]x")
        assert text(anna).startswith("[bold]Привет[/] ")
        assert "\x1b" not in text(anna)


async def _opens_sheet(anna: Recruiter, wanted: str = "interview") -> ActionSheet:
    await anna.press(anna.digit(wanted))
    assert isinstance(anna.app.screen, ActionSheet)
    return anna.app.screen


async def test_the_form_of_an_action_has_the_same_list() -> None:
    put(Созвон="Созвон {{слот}}, {{адрес}}")
    async with Recruiter() as anna:
        sheet = await _opens_sheet(anna)
        area = sheet.query_one(TextArea)
        assert area.text.strip()
        select = sheet.query_one(Select)
        select.value = "1480003"
        await takes(anna, "Созвон")
        assert area.text == "Созвон {{слот}}, Казань, улица Петербургская, 52"
        await anna.press("f2")
        assert isinstance(anna.app.screen, ActionSheet)
        assert "{{слот}}" in anna.toasts[-1]
        await anna.write("завтра")
        await anna.press("f2")
        assert anna.on_inbox
        await anna.wait(11)
        assert dict(anna.writes[0][2])["message"].startswith("Созвон завтра, Казань")


MOSCOW, KAZAN = "Москва, улица Льва Яшина, 14с2", "Казань, улица Петербургская, 52"


async def test_an_address_taken_for_the_letter_is_the_forms_too() -> None:
    put(Адрес="Ждём вас по адресу {{адрес}}.")
    async with Recruiter() as anna:
        await _opens_sheet(anna)
        await takes(anna, "Адрес")
        await anna.press("enter")
        assert not anna.sees("без адреса")
        await anna.press("f2")
        await anna.wait(11)
        sent = {"message": f"Ждём вас по адресу {MOSCOW}.", "address_id": "1480001"}
        assert dict(anna.writes[0][2]) == sent


async def test_the_outbox_tells_the_address_and_the_sms() -> None:
    async with Recruiter() as anna:
        sheet = await _opens_sheet(anna)
        sheet.query_one(Select).value = "1480003"
        sheet.query_one(Checkbox).value = True
        await anna.press("f2", "g", "o")
        assert anna.sees(f"Адрес: {KAZAN} · вместе с СМС")
        await anna.press("enter")
        assert anna.sees(f"Адрес: {KAZAN} · вместе с СМС")


async def test_a_letter_with_another_address_is_told_of_once() -> None:
    put(Адрес="Ждём вас по адресу {{адрес}}.")
    async with Recruiter() as anna:
        sheet = await _opens_sheet(anna)
        await takes(anna, "Адрес")
        await anna.press("enter")
        sheet.query_one(Select).value = "1480003"
        await anna.press("f2")
        assert MOSCOW in anna.toasts[-1]
        assert KAZAN in anna.toasts[-1]
        assert sheet.query_one(TextArea).selected_text == MOSCOW
        await anna.write("у входа")
        await anna.press("f2")
        await anna.wait(11)
        assert dict(anna.writes[0][2])["message"] == "Ждём вас по адресу у входа."


async def test_an_address_in_the_letter_alone_may_be_meant() -> None:
    put(Адрес="Ждём вас по адресу {{адрес}}.")
    async with Recruiter() as anna:
        sheet = await _opens_sheet(anna)
        await takes(anna, "Адрес")
        await anna.press("enter")
        sheet.query_one(Select).clear()
        await anna.press("f2")
        assert f"«{MOSCOW}», а в форме адрес не выбран" in anna.toasts[-1]
        await anna.press("f2")
        await anna.wait(11)
        assert dict(anna.writes[0][2]) == {"message": f"Ждём вас по адресу {MOSCOW}."}


async def test_a_letter_to_several_takes_its_address_along() -> None:
    put(Адрес="Ждём вас по адресу {{адрес}}.")
    async with Recruiter() as anna:
        await anna.press("x", "x")
        await _opens_sheet(anna)
        await takes(anna, "Адрес")
        await anna.press("enter", "f2", "f2")
        await anna.wait(11)
        assert dict(anna.writes[0][2])["address_id"] == "1480001"


async def test_silent_way_sends_no_letter_and_is_not_stopped_by_one() -> None:
    put(Созвон="Созвон {{слот}}")
    async with Recruiter() as anna:
        await _opens_sheet(anna, "phone_interview")
        await takes(anna, "Созвон")
        await anna.press("f3")
        await anna.wait(11)
        assert [form for _, _, form in anna.writes] == [[]]


async def test_actions_letters_come_before_negotiations_and_each_once() -> None:
    async with Recruiter() as anna:
        action = next(one for one in anna.row.negotiation.actions if one.id == "interview")
        offered = [one.name for one in action.templates]
        assert offered
        await _opens_sheet(anna)
        await anna.press("ctrl+t")
        options = anna.app.screen.query_one(OptionList)
        shown = [str(option.prompt) for option in options.options if str(option.prompt).endswith("hh.ru")]
        names = [line.removesuffix("  hh.ru") for line in shown]
        assert names[: len(offered)] == offered
        assert len(set(names)) == len(names)


async def test_a_letter_taken_is_shown_from_its_beginning() -> None:
    put(Долгое="Здравствуйте!\n\n" + "Строка письма.\n" * 20 + "До встречи")
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("enter")
        await anna.command("reply")
        await takes(anna, "Долгое")
        assert anna.sees("Здравствуйте!")
        assert not anna.sees("До встречи")
        await anna.write("!")
        assert anna.sees("До встречи!")
