"""What is typed beside the point does nothing, and it is said."""

import os

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.plain.line_terminal import StandardTerminal
from hh_tui.settings.config import Settings
from tests.plain.sitting import Sitting


async def test_a_number_behind_a_key_names_the_row() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types(
        *("l", ".немирович", "esc"),
        *("3 5", "x 7", "x 7", "3 2", "x 7"),
        "j 4",
        "r 99999",
        "²",
        "a",
        "²",
        "99",
        "esc",
        "q",
        "3",
    )
    assert "Немирович-Данилова" in told.partition("<.немирович>")[2].partition("<esc>")[0]
    rows = told.partition("<3 5>")[2]
    fifth = next(line for line in told.splitlines() if line.startswith("5. ")).removeprefix("5. ")
    assert f"Подумать · {fifth.partition(',')[0]}. Ждёт отправки" in rows
    assert "7. " in told.partition("<x 7>")[2].partition("<3 2>")[0]
    assert "Отмечено 1, и команда относилась бы к ним." in told
    assert "«j 4»: номер у этой команды не указывают." in told
    assert "Строки 99999 здесь нет." in told
    assert "Не понимаю «²»." in told
    assert "Номера 99 в списке нет" in told
    assert told.count("Ждёт отправки") == 1


async def test_numbers_of_the_outbox_are_those_that_were_told() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "3", "go", "s 1", lambda: anna.passes(1), "x 2", "s 7", "q", "q", "3")
    deeds = [line.partition(" · через")[0][3:] for line in told.partition("<go>")[2].splitlines()[2:5]]
    assert f"Уходит сейчас: {deeds[0]}." in told
    assert f"Убрано: {deeds[1]} · вернуть: z" in told
    assert "В исходящих нет строки 7." in told
    assert len(anna.writes) == 1


async def test_a_line_of_the_outbox_that_went_is_no_other() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "go", "s 1", lambda: anna.passes(1), "x 1", "q", "q", "keep")
    assert "Строка 1 больше не ждёт" in told
    assert "1. Подумать" in told.partition("Строка 1 больше не ждёт")[2], "the outbox is told anew"
    assert "Убрано" not in told
    assert len(anna.writes) == 1


async def test_what_has_no_key_is_typed_by_its_name() -> None:
    none = ("snooze", "outbox-repeat", "outbox-send", "undo")
    anna = Sitting(settings=Settings(keys=dict.fromkeys(none, ())))
    told = await anna.types("?", "3", "go", "outbox-repeat 9", "outbox-send 1", "zz", "q", "n")
    assert "Повтор в исходящих: outbox-repeat 2." in told
    assert "\nsnooze: убрать на потом, до времени" in told
    assert "\n: " not in told
    assert "Ждёт отправки; undo — отменить." in told
    assert "Введите, например: outbox-repeat 1." in told
    assert "Уходит сейчас: Подумать" in told


async def test_a_line_of_the_outbox_tells_whom_and_what() -> None:
    anna = Sitting(settings=Settings(hold=60, hold_letter=60))
    told = await anna.types(
        *("6", "написать", "Спасибо!", "Удачи.", ".", "да", "go", ""),
        *("1", "7", "q", "x", "x", "3", "да", "go", "", "2", "q", "q", "в"),
    )
    for typed, following in (("<>", "<1>"), ("<1>", "<7>")):
        letter = told.partition(typed)[2].partition(following)[0]
        assert "Отказать · Терентьев Семён · через" in letter
        assert "Письмо:\nСпасибо!\nУдачи." in letter
    assert "В исходящих нет строки 7." in told
    assert "Введите номер строки: " in told.rpartition("<go>")[2].partition("<2>")[0]
    many = told.partition("<2>")[2].partition("<q>")[0]
    assert "Подумать · 2 кандидата · через" in many
    assert "\nНемирович-Данилова Любовь\n" in many
    assert "Без письма." in many


async def test_a_word_is_no_command_by_accident() -> None:
    """No answer, and no part of a name, marks, puts aside, takes back, leaves or opens."""
    anna = Sitting()
    words: tuple[str, ...] = (
        "нет",
        "да",
        "yes",
        "no",
        "Нет.",
        "неа",
        "снять",
        "неотмеченных",
        "фильтры все",
        "отмен",
    )
    words += ("наоборот", "до ответа убрать", "вкладка резюме", "переписка", "выйти", "открыть с", "ytn")
    told = await anna.types(*words, "помощь", "справк", "q")
    for word in ("нет", "да", "yes", "no", "неа", "ytn", "помощь"):
        assert f"Не понимаю «{word}»" in told, word
    assert "Эту команду вводят клавишей или названием целиком:\nmark-invert: " in told
    assert "?, f1: справка" in told.partition("<справк>")[2], "what only tells is guessed"
    assert "тмечено" not in told.replace("отмеченных", "")
    assert anna.server.writes == []
    assert _opened(anna) == []


def _opened(anna: Sitting) -> list[str]:
    """Paths by which a candidate learns that they were viewed."""
    return [one.path for one in anna.server.received if one.path.endswith("/messages")]


async def test_enter_after_a_question_opens_nobody() -> None:
    anna, before = Sitting(), list[str]()
    told = await anna.types(
        *("6", "быстрый", "да", "", "", ""),
        *("x", "x", "6", "без письма", "", "", ""),
        *("b", "", "", "", "#", "", "a", ""),
        lambda: before.extend(_opened(anna)),
        *("", "да", "", "q"),
    )
    assert "Не отправлено." in told.partition("Отправить?")[2].partition("Enter — открыть")[0]
    assert told.count("Не отправлено.") == 2
    assert told.count("Enter — открыть (кандидат увидит «просмотрено»): ") == 4, "not of who is open"
    assert told.count("Ничего не сделано.") == 5
    assert "Ничего не выбрано." in told.partition("<a>")[2]
    assert before == []
    assert len(set(_opened(anna))) == 1


async def test_what_sends_is_chosen_by_its_number_or_whole_name() -> None:
    anna = Sitting(lang="en", settings=Settings(hold=60))
    told = await anna.types("a", "position", "99", "esc", "q")
    listed = [
        line for line in told.partition("<a>")[2].partition("Number or")[0].splitlines() if ". " in line
    ]
    assert len({line.partition(".")[0] for line in listed}) == len(listed)
    assert not [line for line in listed if line.partition(". ")[2][:1].isdecimal()]
    assert "Type the number, or the whole name." in told
    assert anna.writes == []


async def test_the_next_who_waits_is_looked_for_beyond_what_is_read() -> None:
    """Also where the page that follows could not be read before."""
    anna = Sitting()

    def breaks() -> None:
        anna.server.faults.add("GET", "/negotiations", times=9, exception="connect")

    told = await anna.types(breaks, "33G", lambda: anna.server.faults.clear(), "]", "q")
    waits = told.partition("<]>")[2].splitlines()[1]
    assert int(waits.partition(".")[0]) > 50


async def test_a_part_of_a_list_is_marked_after_a_question() -> None:
    anna = Sitting()

    def breaks() -> None:
        anna.server.faults.add("GET", "/negotiations", times=9, exception="connect")

    told = await anna.types(breaks, "*", "нет", "*", "да", lambda: anna.server.faults.clear(), "*", "q")
    assert told.count("Прочитаны 50 из 73. Отметить только их?") == 2
    assert told.casefold().count("\nотмечено 50\n") == 1
    assert told.casefold().count("\nотмечено 73\n") == 1


def test_a_letter_can_not_look_like_a_prompt(capsys: pytest.CaptureFixture[str]) -> None:
    StandardTerminal(Catalogue("en")).say("Anna: Hello\n\n1/50> 3\nSent.")
    assert capsys.readouterr().out == "Anna: Hello\n\n    1/50> 3\n    Sent.\n"


async def test_where_nobody_listens_the_input_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that was closed, or a pipe: what is to be written down at the end is."""
    ear, mouth = os.pipe()
    os.close(ear)
    with os.fdopen(mouth, "w") as out:
        monkeypatch.setattr("sys.stdout", out)
        terminal = StandardTerminal(Catalogue("en"))
        terminal.say("Sent.")
        assert await terminal.ask("> ") is None
