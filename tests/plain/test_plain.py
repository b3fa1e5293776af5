"""The inbox in lines: every command a line, every fact a line."""

import asyncio
import os
import re
import subprocess
import unicodedata
from pathlib import Path

from hh_tui.errors import NotAuthorized
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from tests.plain.sitting import Sitting
from tests.program.sitting import PROGRAM
from tests.screens.test_templates import put
from tests.store.samples import damage, fill
from tests.terminal import Terminal


async def test_one_walks_the_list_in_both_layouts_and_tells_nobody() -> None:
    anna = Sitting()
    told = await anna.types("j", "о", "k", "G", "gg", "12", "3П", "pgdn", "]", "l", "в конец", "next-pane")
    assert "Python-разработчик › Неразобранные" in told
    assert "Строки 1–10 из 73, вы на 1" in told
    lines = told.splitlines()
    rows = [line.partition(".")[0] for line in lines if line.partition(".")[0].isdigit()]
    assert rows[:10] == [str(number) for number in range(1, 11)]
    assert rows[10:17] == ["2", "3", "2", "50", "1", "12", "3"]
    assert "Действия: 1 Телефонное интервью" in told
    assert told.count("Навыки: ") == 2
    assert anna.writes == []
    assert not [one for one in anna.server.received if "messages" in one.path or "chats" in one.path]


async def test_nothing_from_outside_gives_a_terminal_orders() -> None:
    """Names, letters, resumes, notes and reasons of a server that spoils every text."""
    anna = Sitting(hostile=True)
    looked = ("l", "", "j", "", "gr", "gn", "gh", "O", "a", "esc", "v", "1", "c", "2", "l", "")
    decided = ("1", "нет", "текст", ".", "нет", "esc", "x", "x", "3", "да", "go", "q", "q", "3")
    told = await anna.types(*looked, *decided)
    assert len(told) > 5000
    orders = {one for one in told if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co"}} - {"\n", "\u200d"}
    assert orders == set()


async def test_a_decision_waits_and_can_be_taken_back() -> None:
    anna = Sitting()
    told = await anna.types("3", "z", "z", "3", lambda: anna.passes(6), "я", "", "q")
    assert "Подумать: Терентьев Семён" in told
    assert "Подумать · Терентьев Семён. Ждёт отправки; z — отменить." in told
    assert "Отменено: Подумать · Терентьев Семён" in told
    assert "Отменять нечего." in told
    assert "Отправлено: Подумать · Терентьев Семён." in told
    assert [path.rpartition("/")[0] for _, path in anna.writes][:1] == ["/negotiations/consider"]
    assert "1. Немирович-Данилова Любовь" in told, "one learns on whom one is then"


async def test_a_form_is_asked_field_by_field_and_confirmed() -> None:
    anna = Sitting()
    told = await anna.types(
        *("6", "2", "нет", "Спасибо, {{слот}}", ".", "esc"),
        *("6", "быстрый", "да", "нет", "6", "написать", "Спасибо!", "Удачи.", ".", "да"),
        lambda: anna.passes(11),
        "q",
    )
    assert "Отказать → Отказ: Терентьев Семён" in told
    assert "1. Быстрый отказ" in told
    assert "впишите значение вместо {{слот}}" in told
    assert told.count("Отправить?") == 2
    (written,) = [one for one in anna.server.writes if one.path.startswith("/negotiations/")]
    assert dict(written.form)["message"] == "Спасибо!\nУдачи."
    assert "Отправлено: Отказать · Терентьев Семён." in told


async def test_a_letter_that_names_another_address_is_asked_about() -> None:
    anna = Sitting()
    letter = "Ждём вас: Казань, улица Петербургская, 52."
    told = await anna.types("2", "Яшина", "написать", letter, ".", "нет", "нет", "q")
    named = "Письмо называет адрес «Казань, улица Петербургская, 52», а в поле формы — «Москва, "
    assert named in told
    assert "Отправить как есть? да/нет" in told
    assert "Не отправлено, текст сохранён в черновике." in told


async def test_the_outbox_tells_an_address_and_an_sms() -> None:
    told = await Sitting().types("2", "Казань", "написать", "Ждём вас.", ".", "да", "да", "go", "1", "q")
    beside = "\nАдрес: Казань, улица Петербургская, 52 · вместе с СМС\n"
    assert beside in told.partition("Отправить?")[0], "before it is agreed to"
    assert beside in told.partition("<go>")[2], "while it waits"


async def test_whoever_hides_their_name_is_greeted_without_it() -> None:
    put(Созвон="{{имя}}, созвонимся завтра?")
    anna = Sitting()
    told = await anna.types("13G", "6", "быстрый", "", "esc", "esc", "6", "созвон", "нет", "esc", "esc")
    assert "Отказать → Отказ: Имя скрыто" in told
    assert "Здравствуйте! Благодарим за интерес" in told
    assert "Созвонимся завтра?" in told
    assert "Взять это письмо? да/нет (Enter — нет)>" in told


async def test_a_letter_is_a_draft_until_it_is_handed_over(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    first = await anna.types("/немирович", "к", "написать своё", "Здравствуйте!", ".", "нет", "esc")
    assert "Не отправлено, текст сохранён в черновике." in first
    again = await anna.types("2G", "r", "продолжить", "да", "да", lambda: anna.passes(11), "q")
    assert "есть черновик" in again
    texts = [dict(one.form).get("message") or (one.json or {}).get("text") for one in anna.server.writes]
    assert texts.count("Здравствуйте!") == 1


async def test_marked_ones_are_decided_on_together() -> None:
    anna = Sitting()
    told = await anna.types("x", "ч", "V", "j", "V", "3", "да", "z", "3", "y", lambda: anna.passes(6), "q")
    assert "Отмечено 4" in told
    assert "Подумать: 4 кандидата" in told
    assert "Отменено: Подумать · 4 кандидата" in told
    bulk = [one for one in anna.server.writes if one.path == "/negotiations/consider"]
    assert [sum(name == "topic_id" for name, _ in one.form) for one in bulk] == [4]


async def test_what_is_about_one_says_it_is_not_those_marked() -> None:
    told = await Sitting().types("x", "x", "/немирович", "r", "esc", "i", "esc", "q", "q")
    assert "Письмо · Немирович-Данилова Любовь, а не отмеченные (2)" in told
    assert "Куда пригласить · Немирович-Данилова Любовь, а не отмеченные (2)" in told


async def test_a_mark_goes_on_to_somebody_who_is_told() -> None:
    """Who is under the cursor now, and how many a deciding key is about."""
    told = await Sitting().types("x", "j", "esc", "q")
    asked = told.partition("<x>")[2]
    assert [line[:2] for line in asked.splitlines() if line[1:2] == "."][:3] == ["1.", "2.", "3."]
    assert "2/73, отмечено 1>" in asked
    assert told.partition("<esc>")[2].splitlines()[1:3] == ["Снята 1 отметка · вернуть: z", "3/73> "]


async def test_the_outbox_sends_drops_and_is_asked_about_when_leaving(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path, settings=Settings(hold=60))
    told = await anna.types(
        *("3", "3", "щ", "go", "x 2", "s 1"), lambda: anna.passes(1), "q", "3", "q", "keep", "q", "остаться"
    )
    assert "1. Подумать · Терентьев Семён · через 60 с" in told
    assert len(anna.writes) == 1
    assert "Ещё не отправлено:\n  Подумать · " in told
    assert "Ввод закончился. Не отправлено и ждёт следующего запуска: 1." in told
    later = await anna.types("go", "S", lambda: anna.passes(1), "q", "q")
    assert "не ушла" in later
    assert len(anna.writes) == 2


async def test_a_command_is_found_by_its_name_and_never_guessed() -> None:
    anna = Sitting(lang="en")
    named = (
        "mark",
        "отметить",
        "send",
        "g p",
        "fgh",
        "vacancy",
        "QA-инженер Сомов",
        "collection",
        "8",
        "?",
        "quit",
    )
    told = await anna.types(*named)
    assert "1 marked" in told
    assert "Several commands could be meant:" in told
    assert "Not available in lines" in told
    assert "“fgh” is not understood" in told
    assert "Бухгалтер" in told
    assert "z: undo the last thing: decision, letter, snooze (undo)" in told
    assert anna.writes == []


async def test_a_resume_notes_and_labels_are_told(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    told = await anna.types("g r", "gn", "gh", "gr", "#", "сильный", "/#сильный", "", "esc", "gx", "O")
    assert "Контакты: " in told
    assert "Опыт работы · 14 лет 2 мес: " in told
    assert "сильный" in told
    assert "Построчно этого нет" in told
    assert "https://hh.ru/resume/" in told
    reads = [one.path for one in anna.server.received if one.method == "GET"]
    assert sum(path.startswith("/resumes/") and path.count("/") == 2 for path in reads) == 1
    again = await anna.types("l")
    assert "#сильный" in again


async def test_what_is_confirmed_can_go_at_a_moment() -> None:
    anna = Sitting()
    typed = ("6", "быстрый", "да", "вчера", "завтра 9", "да")
    told = await anna.types(*typed, lambda: anna.passes(3600), "go", "q", "z", "q", "остаться")
    assert "Не понимаю время" in told or "уже прошло" in told
    assert "Уйдёт пт, 15 мая, 09:00. Верно?" in told
    assert "1. Отказать · Терентьев Семён · завтра 09:00" in told
    assert "Ждёт в исходящих (go), убрать можно там: Отказать · Терентьев Семён" in told
    assert anna.writes == []


async def test_their_clock_is_told_of_what_goes_at_a_moment() -> None:
    """Of one in Yekaterinburg; the confirmation, what was decided and the outbox say the same."""
    anna = Sitting()
    told = await anna.types("6 2", "без письма", "завтра 9", "да", "go", "q", "q")
    assert "у кандидата 09:00 (UTC+5)" in told
    assert "Уйдёт завтра 07:00 (у кандидата 09:00); z" in told
    assert "завтра 07:00 (у кандидата 09:00)" in told.partition("<go>")[2]


async def test_personal_letters_go_to_everybody_marked() -> None:
    anna = Sitting()
    typed = ("написать своё", "{{имя}}, спасибо!", ".", "да")
    told = await anna.types("12", "x", "x", "2G", "x", "6", *typed, lambda: anna.passes(11), "q")
    assert "Имя скрыто у 1 кандидата: письма ему не составить" in told
    letters = [dict(one.form)["message"] for one in anna.server.writes if one.method == "PUT"]
    assert len(set(letters)) == 2
    assert all(one.endswith(", спасибо!") and "{{" not in one for one in letters)


async def test_those_marked_are_offered_letters_of_the_company() -> None:
    anna = Sitting()
    told = await anna.types("x", "x", "6", "быстрый отказ", "да", "да", lambda: anna.passes(11), "q")
    assert "1. Быстрый отказ\n2. Быстрый отказ, каждому по имени\n" in told
    assert "[Name]" not in told
    (one,) = anna.server.writes
    assert sum(name == "topic_id" for name, _ in one.form) == 2
    assert dict(one.form)["message"].startswith("Здравствуйте! ")


async def test_a_draft_of_another_group_is_told_as_such() -> None:
    begun = ("x", "x", "6", "написать своё", "Спасибо!", ".", "нет")
    told = await Sitting().types(*begun, "x", "6", "esc", "q")
    assert "Черновик начат для другой группы: 2 кандидата." in told
    assert "F7" not in told


async def test_a_letter_of_the_company_goes_to_each_by_name() -> None:
    anna = Sitting()
    typed = ("x", "x", "6", "быстрый отказ, каждому по имени", "да", "да", lambda: anna.passes(11), "q")
    await anna.types(*typed)
    letters = {dict(one.form)["message"].partition("!")[0] for one in anna.server.writes}
    assert letters == {"Здравствуйте, Семён", "Здравствуйте, Любовь"}


async def test_without_such_letters_one_writes_to_those_marked() -> None:
    anna = Sitting()
    anna.server.faults.add("GET", "mail_templates", times=20, status=403)
    typed = ("написать своё", "Спасибо!", ".", "да")
    told = await anna.types("x", "x", "6", *typed, lambda: anna.passes(11), "q")
    assert "1. написать своё" in told
    assert [dict(one.form)["message"] for one in anna.server.writes] == ["Спасибо!"]


async def test_without_a_connection_one_can_ask_again() -> None:
    anna = Sitting()
    anna.server.faults.add("GET", ".", times=20, exception="connect")
    told = await anna.types("j", "3", lambda: anna.server.faults.clear(), "f5", "j", "q")
    assert "Не удаётся соединиться" in told
    assert "Список пуст." in told
    assert "2. Немирович-Данилова Любовь" in told
    assert told.count("Строки 1–10 из 73") == 1


async def test_beside_another_instance_nothing_is_decided(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    other = Store.open(tmp_path, keep_days=30, clock=anna.clock.now)
    told = await anna.types("3", other.close, "f5", "3", lambda: anna.passes(6), "q")
    assert told.count("С этим профилем уже открыт другой hh-tui.") == 2, "at the start, and for the digit"
    assert "Другой hh-tui закрыт" in told
    assert [path.rpartition("/")[0] for _, path in anna.writes] == ["/negotiations/consider"]


async def test_what_is_found_wrong_when_taking_over_is_told(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    fill(tmp_path)
    other = Store.open(tmp_path, keep_days=30, clock=anna.clock.now)

    def ends() -> None:
        other.close()
        damage(tmp_path)

    told = await anna.types(ends, "f5", "q")
    assert told.count("Файл с решениями повреждён; спасено") == 1


async def test_what_another_instance_has_kept_is_there_after_it(tmp_path: Path) -> None:
    begun = asyncio.Event()
    first = Sitting(home=tmp_path).types(begun.wait, "#", "срочно", "j", "b", "завтра 9", "q")
    other = asyncio.ensure_future(first)
    await asyncio.sleep(0)  # it has the disk

    async def ends() -> None:
        begun.set()
        await other

    anna = Sitting(home=tmp_path)
    told = await anna.types(ends, "f5", "#", "сильный", "gz", "q")
    assert "Немирович-Данилова Любовь" in told.partition("<gz>")[2]
    again = await anna.types("q")
    assert "#срочно #сильный" in again, "a label of ours takes none of the other's away"


async def test_a_login_that_is_over_ends_it_with_the_reason() -> None:
    anna = Sitting()
    anna.server.faults.add(
        "GET", "/me", status=403, body={"errors": [{"type": "oauth", "value": "token_revoked"}]}
    )
    await anna.types("j")
    assert isinstance(anna.error, NotAuthorized)


async def test_what_is_refused_is_told_with_its_reason() -> None:
    anna = Sitting()
    error = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
    anna.server.faults.add("PUT", ".", status=403, body=error)
    told = await anna.types("3", lambda: anna.passes(6), "go", "q", "z", "q")
    assert "Убрано, hh.ru отказал: Подумать · Терентьев Семён" in told.partition("<z>")[2]
    refused = next(line for line in told.splitlines() if line.startswith("Не отправлено: "))
    why = refused.removeprefix("Не отправлено: Подумать · Терентьев Семён. ")
    assert why != refused
    assert why in told.partition("<go>")[2], "the outbox tells the same reason"
    assert "1. Терентьев Семён" in told.partition("<q>")[2], "they are back in the list"


def _env(home: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HH_TUI_HOME": str(home), "TERM": "dumb", **more}


def test_it_works_on_pipes_in_any_encoding(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "--plain", "--demo", "S", "--lang", "ru"],
        input=b"j\n3\nq\n2\n",
        env=_env(tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout
    assert re.search(rb"\n1/[6-9]\d> ", done.stdout), "the whole list, not the page that was read"
    assert done.stderr == b""


def test_it_works_on_a_dumb_terminal(tmp_path: Path) -> None:
    env = _env(tmp_path, LANG="ru_RU.UTF-8", PYTHONUTF8="1")
    with Terminal([*PROGRAM, "--plain", "--demo", "S"], env) as screen:
        screen.wait_for("Строки 1–10")
        screen.type("3\n")
        screen.wait_for("Ждёт отправки")
        screen.type("я\n")
        screen.wait_for("Отменено")
        screen.type("q\n")
        assert screen.wait() == 0
        assert "\x1b" not in screen.raw
