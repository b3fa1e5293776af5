"""Every layout, every size, and text where no text is expected."""

import os
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Button, TextArea

from hh_tui.demo import StandIn
from hh_tui.keys.registry import COMMANDS, Scope
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.view import Pane
from tests.recruiter import CLEAR, Clock, Recruiter

SIZES = [(80, 24), (120, 36), (160, 45)]


async def test_cyrillic_letters_are_the_keys_they_lie_on() -> None:
    async with Recruiter() as anna:
        await anna.press("о", "о", "л")
        assert anna.state.listing.cursor == 1
        await anna.press("П")
        assert anna.state.listing.cursor == 49
        await anna.press("п", "п")
        assert anna.state.listing.cursor == 0
        await anna.press("ctrl+в")
        assert anna.state.listing.cursor > 5
        await anna.press("к")
        assert anna.state.composing
        await anna.press("escape", "escape")
        await anna.press("м")
        assert anna.sees("Начните набирать")


async def test_the_question_mark_works_where_the_layout_hides_it() -> None:
    async with Recruiter() as anna:
        await anna.press("comma")
        assert anna.sees("Раскладка не важна")


async def test_pasted_text_does_nothing() -> None:
    async with Recruiter() as anna:
        before = anna.state.snapshot
        anna.app.post_message(events.Paste("1 Здравствуйте, меня зовут qqq\n2\n3"))
        await anna.settle()
        assert anna.state.snapshot == before
        await anna.wait(60)
        assert anna.writes == []
        assert not anna.viewed


async def test_text_that_comes_in_as_keys_does_nothing() -> None:
    """A terminal without bracketed paste sends the letters one after the other, at once."""
    async with Recruiter() as anna:
        before = anna.state.snapshot
        await anna.strike(*"3раз два три1четыре3пять")
        assert anna.state.snapshot == before
        assert anna.on_inbox
        await anna.wait(60)
        assert anna.writes == []
        assert not anna.viewed


async def test_letters_that_come_at_once_are_told_of_once() -> None:
    async with Recruiter() as anna:
        await anna.strike(*"rЗдравствуйте")
        assert "букв разом" in anna.status
        assert "Нажмите нужную клавишу ещё раз" in anna.status
        await anna.wait(0.5)
        await anna.wait(6)
        assert not anna.sees("букв разом")
        while not anna.state.composing:
            await anna.command("down", "reply")
        await anna.strike(*"Здравствуйте")
        assert "Здравствуйте" in anna.typed
        assert not anna.sees("букв разом"), "they are a text"
        await anna.press("escape", "escape", "g", "o")
        await anna.strike(*"здравствуйте")
        assert "букв разом" in anna.told[-1], "the window stands over the last line"
        assert len(anna.told) == 1


async def test_a_sequence_that_has_begun_is_shown() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        hints = anna.status
        await anna.press("g")
        assert anna.status.startswith("g…  g в начало · S разбор · ")
        assert anna.status.endswith("Esc отмена")
        assert len(anna.status) <= 118
        await anna.press("G")
        assert anna.status == hints
        assert anna.state.listing.cursor == 0, "no key by itself"
        await anna.press("g", "o")
        assert not anna.sees("Esc отмена")
        await anna.press("g")
        assert anna.status == "g…  g в начало  Esc отмена"
        await anna.press("escape")
        assert not anna.sees("g…")
        assert not anna.on_inbox, "the window stays"
        await anna.press("escape", "f", "g")
        assert not anna.sees("g…"), "a letter, or nothing that goes on here"


async def test_a_sequence_that_has_begun_ends_by_itself() -> None:
    async with Recruiter(size="M", columns=120, rows=36) as anna:
        first = anna.selected_id
        await anna.press("3", "g")
        await anna.strike("z", after=2.1)
        assert "Отменено" in anna.status
        assert anna.selected_id == first
        await anna.press("G", "g")
        await anna.strike("g", after=1.9)
        assert anna.state.listing.cursor == 0, "a slow hand is in time"
        await anna.press("g")
        assert "g…" in anna.status
        await anna.until(lambda: "g…" not in anna.status)
        await anna.wait(10)
        assert anna.writes == []


async def test_a_paste_ends_a_sequence_that_has_begun() -> None:
    async with Recruiter(size="M", columns=120, rows=36) as anna:
        await anna.press("j", "j", "g")
        assert "g…" in anna.status
        anna.app.post_message(events.Paste("q"))
        await anna.settle()
        assert "g…" not in anna.status
        await anna.press("G")
        assert anna.state.listing.cursor > 3


async def test_help_shows_every_command_with_its_keys() -> None:
    async with Recruiter(columns=120, rows=360) as anna:
        await anna.command("help")
        seen = anna.text
        for command in COMMANDS:
            if not command.id.startswith(("action-", "shortcut-")):
                assert anna.app.tr(command.text) in seen
        await anna.press("q")
        assert anna.on_inbox


async def test_the_palette_runs_a_command_and_shows_its_key() -> None:
    async with Recruiter() as anna:
        await anna.command("palette")
        await anna.write("обновить")
        assert anna.sees("Команды", "F5")
        await anna.press(*["backspace"] * 8)
        await anna.write("в конец")
        await anna.press("enter")
        assert anna.state.listing.cursor == 49


async def test_the_palette_knows_a_command_by_other_words() -> None:
    async with Recruiter() as anna:
        await anna.command("palette")
        await anna.write("отложить")
        assert anna.sees("убрать на потом", "убрать до ответа")
        await anna.press(*["backspace"] * 8)
        await anna.write("убрать отложить")
        assert anna.sees("убрать на потом"), "one word of its own, one of the others"
        await anna.press(*["backspace"] * 15)
        await anna.write("vacancy отложить")
        assert not anna.sees("убрать на потом")


async def test_the_palette_leads_to_actions_lists_vacancies_and_people() -> None:
    async with Recruiter() as anna:
        decided, second = anna.selected_id, anna.ids[1]
        await anna.command("palette")
        await anna.write("подумать")
        await anna.press("enter")
        assert anna.selected_id == second
        await anna.press("enter")
        name = anna.row.negotiation.resume.name  # type: ignore[union-attr]
        await anna.press("escape", "j", "j")
        await anna.command("palette")
        await anna.write(f"кандидат {name}")
        await anna.press("enter")
        assert anna.selected_id == second
        await anna.command("palette")
        await anna.write("коллекция телеф")
        await anna.press("enter")
        assert "Телефонное интервью" in anna.text
        assert anna.state.listing.query is not None
        assert anna.state.listing.query.collection_id == "phone_interview"
        await anna.command("palette")
        await anna.write("вакансия бухг")
        await anna.press("enter")
        assert anna.state.vacancy is not None
        assert anna.state.vacancy.name.startswith("Бухгалтер")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{decided}", [])]


async def test_the_palette_decides_about_nobody_else() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        await anna.command("palette")
        await anna.press("enter")
        await anna.press("escape")
        assert anna.on_inbox
        assert anna.selected_id == first
        await anna.command("palette")
        await anna.write("подумать")
        anna.control.point(1)
        await anna.settle()
        await anna.press("enter")
        assert "ничего не решено" in anna.status
        await anna.wait(6)
        assert anna.writes == []


async def test_a_template_of_the_palette_opens_what_takes_it() -> None:
    folder = Path(os.environ["HH_TUI_HOME"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Созвон.txt").write_text("{{имя}}, созвонимся?")
    async with Recruiter() as anna:
        await anna.command("palette")
        await anna.write("шаблон быстрый отказ")
        assert anna.sees("Шаблон: Быстрый отказ → Отказать  6")
        await anna.press("enter")
        sheet = anna.app.screen
        assert isinstance(sheet, ActionSheet)
        (letter,) = sheet.query(TextArea)
        first = letter.text
        await anna.press("escape")
        await anna.command("palette")
        await anna.write("шаблон отказ после интервью")
        await anna.press("enter")
        (letter,) = anna.app.screen.query(TextArea)
        assert letter.text not in {"", first}
        await anna.press("escape")
        resume = anna.row.negotiation.resume
        assert resume is not None
        await anna.command("palette")
        await anna.write("if,kjy cjpdjy")
        assert anna.sees("Свой шаблон: Созвон → письмо  r Ctrl+T")
        await anna.press("enter")
        assert anna.state.letter == f"{resume.first_name}, созвонимся?"
        assert anna.writes == []


async def test_the_palette_offers_only_what_works_here() -> None:
    async with Recruiter() as anna:
        await anna.command("previous-pane", "palette")
        item = next(one for one in COMMANDS if one.id == "reply")
        assert item.scope is Scope.ITEM
        assert not anna.sees(anna.app.tr(item.text))


async def test_in_narrow_window_one_goes_in_and_exactly_one_level_out() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        assert anna.at(Pane.LIST)
        assert anna.sees("Python-разработчик › Неразобранные")
        await anna.press("escape")
        assert anna.at(Pane.COLLECTIONS)
        assert anna.sees("Коллекции")
        await anna.press("escape")
        assert anna.at(Pane.VACANCIES)
        assert anna.sees("QA-инженер")
        await anna.press("escape")
        assert anna.at(Pane.VACANCIES)
        await anna.press("j", "enter")
        assert anna.at(Pane.COLLECTIONS)
        await anna.press("enter")
        assert anna.at(Pane.LIST)
        await anna.press("enter")
        assert anna.at(Pane.CANDIDATE)
        assert anna.reads("/messages")
        await anna.press("escape")
        assert anna.at(Pane.LIST)


async def test_in_a_narrow_window_a_decision_goes_on_to_next_candidate() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        second = anna.state.listing.rows[1]
        await anna.press("enter")
        await anna.press("3")
        assert anna.at(Pane.CANDIDATE)
        assert second.negotiation.resume is not None
        assert anna.sees(second.negotiation.resume.name)
        assert len(anna.reads("/messages")) == 1


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_every_size_reads_decides_and_takes_back(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        await anna.press("enter")
        assert anna.sees("1 ")
        assert anna.sees("сегодня")
        await anna.press("3")
        assert "отменить" in anna.status
        await anna.press("z")
        assert anna.state.listing.cursor == 0
        await anna.wait(30)
        assert anna.writes == []


async def test_resizing_keeps_everything() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "j", "enter", "r")
        await anna.write("Пишу")
        before = anna.state.snapshot
        for columns, rows in (*SIZES, (40, 10), (160, 45)):
            await anna.resize(columns, rows)
            assert anna.state.snapshot == before
            assert anna.state.letter == "Пишу"
            assert anna.state.composing
        await anna.press("escape")
        await anna.resize(80, 24)
        assert anna.at(Pane.CANDIDATE)


async def test_no_window_is_too_small() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("enter")
        for columns in (24, 9, 6, 4, 80):
            await anna.resize(columns, 12)
        assert anna.sees("1 ")


async def test_resizing_with_an_open_form_keeps_the_letter() -> None:
    async with Recruiter() as anna:
        await anna.press("1")
        await anna.press(*CLEAR)
        await anna.write("Завтра")
        for columns, rows in SIZES:
            await anna.resize(columns, rows)
            assert anna.sees("Завтра", "F2", "F3")


async def test_from_the_left_column_to_a_middle_width() -> None:
    async with Recruiter() as anna:
        await anna.command("previous-pane")
        assert anna.at(Pane.COLLECTIONS)
        await anna.resize(120, 36)
        assert anna.at(Pane.LIST)
        await anna.press("j")
        assert anna.state.listing.cursor == 1


async def test_english_speaks_english() -> None:
    async with Recruiter(lang="en") as anna:
        assert anna.sees("Vacancies", "Collections", "online", "open", "decide")
        assert anna.sees("Unsorted", "Phone interview")
        await anna.press("enter", "3")
        assert "takes it back" in anna.status


async def test_keys_can_be_changed() -> None:
    async with Recruiter(settings=Settings(keys={"reply": ("w",)})) as anna:
        await anna.press("r")
        assert not anna.state.composing
        await anna.press("w")
        assert anna.state.composing


def _unreadable() -> StandIn:
    server = StandIn(size="S", clock=Clock().now)
    server.faults.add("GET", "/negotiations/response", status=502, body="<html>bad gateway</html>")
    return server


async def test_an_error_names_the_key_that_one_has() -> None:
    async with Recruiter(server=_unreadable(), settings=Settings(keys={"refresh": ("f12",)})) as anna:
        assert anna.sees("Повторите через минуту: F12."), "said in place of the list"
        await anna.press("f12")
        assert len(anna.state.listing.rows) == 50


async def test_an_error_names_a_command_that_has_no_key() -> None:
    async with Recruiter(server=_unreadable(), settings=Settings(keys={"refresh": ()})) as anna:
        assert anna.sees("команда «обновить всё на экране».")
        await anna.press(":")
        await anna.write("обновить всё")
        await anna.press("enter")
        assert len(anna.state.listing.rows) == 50


async def test_no_hint_is_there_without_a_key() -> None:
    async with Recruiter(settings=Settings(keys={"outbox-drop": (), "sprint-skip": ()})) as anna:
        await anna.press("3", "g", "o")
        assert anna.sees("Ещё не отправлено: можно не ждать (s)."), "no palette opens there"
        told = next(line for line in anna.lines if "открыть" in line and "закрыть" in line)
        assert "s\u00a0сейчас" in told
        assert "не отправлять" not in told
        await anna.press("escape", "g", "S")
        assert anna.sees("k назад")
        assert not anna.sees("пропустить")


async def test_a_sentence_names_a_command_in_short() -> None:
    none = ("assign-shortcut", "sprint", "reply", "open", "undo")
    async with Recruiter(settings=Settings(keys=dict.fromkeys(none, ()))) as anna:
        await anna.press("d")
        assert anna.sees("нет действия. Дать его: команда «дать действию букву».")
        assert not anna.sees("— написать", "— открыть переписку")
        await anna.command("snooze")
        await anna.press("enter")
        assert anna.sees("отменить: команда «отменить последнее»")


async def test_a_form_without_keys_has_no_gaps_above_it() -> None:
    none = ("sheet-template", "sheet-editor", "same-again", "preview-later", "confirm-later")
    async with Recruiter(settings=Settings(keys=dict.fromkeys(none, ()))) as anna:
        await anna.press(anna.digit("discard_by_employer"))
        assert anna.sees("Запланировать", "выделить всё")
        assert not anna.sees("шаблон ·")
        assert not anna.sees("команда «")


@pytest.mark.parametrize("key", ["C", "f", "6", "M"])
async def test_a_button_without_a_key_says_what_it_does(key: str) -> None:
    unbound = [one.id for one in COMMANDS if one.scope in (Scope.FORM, Scope.FILTERS, Scope.SHEET)]
    async with Recruiter(settings=Settings(keys=dict.fromkeys(unbound, ()))) as anna:
        await anna.press(key)
        labels = [str(one.label) for one in anna.app.screen.query(Button)]
        assert labels
        assert not [one for one in labels if one != one.strip()]


async def test_among_people_found_an_error_names_its_key() -> None:
    async with Recruiter(settings=Settings(keys={"refresh": ("f12",)})) as anna:
        anna.server.faults.add("GET", "/resumes", times=9, status=502, body="<html>bad gateway</html>")
        await anna.press("g", "/", "f2")
        assert anna.sees("Повторите через минуту: F5."), "another command starts a search anew"


@pytest.mark.parametrize("columns", [80, 160])
async def test_what_selects_a_whole_letter_is_named_beside_it(columns: int) -> None:
    rebound = Settings(keys={"select-text": ("f12",)})
    async with Recruiter(columns=columns, rows=30, settings=rebound) as anna:
        await anna.press(anna.digit("discard_by_employer"))
        assert anna.sees("F12 выделить всё")
        await anna.press("f12")
        await anna.write("Спасибо!")
        assert "Спасибо!" in anna.typed
        await anna.press("escape", "x", "x", anna.digit("discard_by_employer"))
        assert anna.sees("с именем · F12 выделить всё")
        await anna.press("escape", "escape", "r")
        assert anna.sees("F12 выделить всё") is (columns == 160)
        await anna.write("Начато")
        await anna.press("f12", "delete")
        assert anna.typed == [""]


async def test_the_line_of_a_search_is_selected_whole() -> None:
    async with Recruiter() as anna:
        await anna.press("/")
        await anna.write("python")
        await anna.press("f7")
        await anna.write("java")
        assert anna.typed == ["java"]
