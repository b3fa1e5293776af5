"""Filters, rules, lists over all vacancies, putting aside, files and invitations, in lines."""

import asyncio
import json
import shlex
from pathlib import Path

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.demo.reluctance import CLOSED, REFUSALS, temper
from hh_tui.demo.resume_ids import resume_id
from hh_tui.inbox.snapshot import invited_log
from hh_tui.settings.config import Hooks, Settings
from hh_tui.store.store import Store
from tests.plain.sitting import TURNS, Sitting


async def test_the_list_is_narrowed_down_by_filters_and_by_a_rule() -> None:
    anna = Sitting()
    narrow = ("f", "опыт", "более 6", "f", "доход", "200 000", "", "f", "esc", "f", "возраст", "50", "40")
    told = await anna.types(*narrow, "F", "F", "+зарп > 1", "+зп > 250 -> подумать", "да", "да", "нет")
    assert "Фильтры: опыт: более 6 лет" in told
    assert "Фильтры: опыт: более 6 лет · доход от 200\u00a0000. Убрать: F." in told
    assert "Возраст: «от» больше, чем «до»." in told
    assert "Фильтров нет. Задать: f." in told
    assert "Место 1: «зарп»" in told
    assert "Загружены 50 из 73" in told
    assert "Сработает на" in told
    assert "зп 300\u00a0000\u00a0₽" in told
    assert "Подумать: " in told, "the action of the rule is decided on as by its digit"
    assert anna.writes == []


async def test_what_candidates_have_is_asked_for_in_lines() -> None:
    anna = Sitting()
    told = await anna.types("f", "медкнижка", "f", "самозанятость", "f", "медкнижка", "q")
    assert "Фильтры: с медкнижкой." in told
    assert "Фильтры: с медкнижкой · самозанятые." in told
    assert "Фильтры: самозанятые." in told
    asked = [dict(one.query) for one in anna.server.received if one.path == "/negotiations/response"][-3:]
    names = ("show_only_with_medical_book", "show_only_with_self_employment")
    assert [tuple(one.get(name) for name in names) for one in asked] == [
        ("true", None),
        ("true", "true"),
        (None, "true"),
    ]


async def test_without_filters_one_is_where_one_was() -> None:
    narrow = ("f", "слова", "ничьё слово")
    told = await Sitting().types("15G", *narrow, "F", "f", "опыт", "более 6", "9G", "F", "q")
    first, second = told.split("<F>")[1:]
    assert "<ничьё слово>\nPython-разработчик › Неразобранные · 0" in told
    assert "Строки 11–20 из 73, вы на 15." in first
    here = second.partition("вы на ")[2].partition(".")[0]
    name = told.partition("<9G>")[2].partition("9. ")[2].partition(" · ")[0]
    assert f"\n{here}. {name} · " in second, "whoever was under the cursor is there in the whole list as well"
    assert int(here) > 9


async def test_a_filter_that_is_not_understood_changes_nothing() -> None:
    anna = Sitting()
    anna.server.faults.add("GET", "/areas", status=404, body={})
    anna.server.faults.add("GET", "/languages", times=9, status=404, body={})
    told = await anna.types(
        "f", "возраст", "25", "40", "f", "регион", "f", "возраст", "тридцать", "30", "", "q"
    )
    assert "не «тридцать»" in told.partition("<тридцать>")[2].partition("<30>")[0], "it is asked again"
    assert "возраст от 30" in told.partition("<30>")[2]
    failed = told.partition("<регион>")[2].partition("<f>")[0]
    assert "hh.ru этого не находит" in failed
    assert "Такого у hh.ru нет" not in failed, "nobody knows which there are"
    assert not any(one.path == "/languages" for one in anna.server.received), "a region is no language"


async def test_what_is_searched_is_told_with_the_rows_there_are() -> None:
    told = await Sitting().types("/преподав", "gg", "f5", "esc", "q")
    found = told.partition("</преподав>")[2].partition("<esc>")[0]
    rows = [line for line in found.partition("<gg>")[0].splitlines() if line[:1].isdigit() and ". " in line]
    assert 0 < len(rows) < 10
    assert f"Поиск «преподав»: {len(rows)} из загруженных 50. Весь список: esc." in found
    assert f"Строки 1–{len(rows)} из {len(rows)}, вы на " in found
    assert "Дальше" not in found
    assert "из 73, вы на" in told.partition("<esc>")[2]


async def test_lists_over_all_vacancies_are_told_and_left() -> None:
    anna = Sitting()
    told = await anna.types("gu", "j", "l", "F", "f", "f5", "esc", "gz", "gd", "esc")
    assert "Ждут ответа · " in told
    assert told.count("hh.ru фильтрует одну вакансию (v), а не все сразу. Здесь отбирают / и +.") == 2
    row = next(line for line in told.splitlines() if line.startswith("2. ") and "QA-инженер" in line)
    assert row, "a row of such a list says what they have answered"
    assert told.count("Ищу, кто ждёт ответа") == 2, "once, and anew on F5"
    assert told.count("Python-разработчик › Неразобранные") == 3
    assert "На потом" in told
    assert anna.writes == []


async def test_a_search_does_not_follow_to_who_waits() -> None:
    told = await Sitting().types("/python", "gu", "esc", "q")
    waiting = told.partition("<gu>")[2].partition("<esc>")[0]
    assert "Ждут ответа ·" in waiting
    assert "Поиск" not in waiting
    assert "Бухгалтер на участок" in waiting


async def test_somebody_is_put_aside_and_comes_back(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    first = await anna.types("b", "вчера", "завтра 9", "e", "z", "B", "3 дня", "gd", "e", "esc", "gz")
    assert "Терентьев Семён: убрать на потом, до" in first.partition("<b>")[2]
    assert "До завтра 09:00: Терентьев Семён" in first
    assert "До ответа: Немирович-Данилова Любовь" in first
    assert "Отменено" in first
    assert "До ответа, но не позже" in first
    assert "Снова в списке: Немирович-Данилова Любовь" in first
    later = await anna.types("gz", lambda: setattr(anna.clock, "seconds", 86_400), "esc", "gg")
    assert "1. Терентьев Семён" in later.partition("<gz>")[2]
    assert "Терентьев Семён" in later.partition("<esc>")[2], "the moment has come"
    assert anna.writes == []


async def test_files_of_a_candidate_are_saved(tmp_path: Path) -> None:
    anna = Sitting(settings=Settings(downloads=tmp_path))
    told = await anna.types("P", "pdf", "P", "esc")
    saved = next(line for line in told.splitlines() if line.endswith(".pdf"))
    assert saved.startswith("Сохранено: ")
    assert Path(saved.removeprefix("Сохранено: ")).stat().st_size  # noqa: ASYNC240


async def test_anyone_is_invited_by_a_link(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    world = anna.server.world
    vacancy = next(one for one in world.vacancies if not one.archived)
    people = [one.person for one in world.roster(vacancy).topics]
    who = next(one for one in people if temper(one) not in {CLOSED, *REFUSALS})
    link = f"https://hh.ru/resume/{resume_id(who)}"
    typed = ("gi", "что-то", "gi", link, "1", "gi", link, "QA", "5", "1", "да", "нет", "да")
    told = await anna.types(*typed, lambda: anna.passes(11), "q")
    assert "Это не резюме hh.ru" in told
    assert "С этим человеком уже есть переписка по вакансии «Python-разработчик»" in told
    assert "Отправлено: " in told
    (written,) = anna.server.writes
    assert dict(written.form)["resume_id"] == resume_id(who)
    assert not world.resumes_viewed, "whoever is invited by a link is not looked at"
    store = Store.open(tmp_path, keep_days=30, clock=anna.clock.now)
    assert "QA" in str(invited_log.recalled(store.values(invited_log.KIND))[resume_id(who)])
    store.close()


async def test_a_list_that_is_cut_short_says_so_in_lines() -> None:
    anna = Sitting()
    anna.server = StandIn("L", seed=7, clock=anna.clock.now, readings=Readings(resume_id_alone=True))
    world = anna.server.world
    link = f"https://hh.ru/resume/{resume_id(world.roster(world.vacancies[0]).topics[0].person)}"
    told = await anna.types("gi", link, "", "q")
    assert "Подходящих вакансий у вас 40, hh.ru назвал из них 20." in told


async def test_the_outbox_says_what_helps() -> None:
    anna = Sitting()
    error = {"errors": [{"type": "negotiations", "value": "resume_not_found"}]}
    anna.server.faults.add("PUT", ".", status=403, body=error)
    told = await anna.types("3", lambda: anna.passes(6), "go", "q", "q")
    assert "Повтор не поможет: это можно только убрать (x)" in told.partition("<go>")[2]


async def test_the_outbox_tells_what_was_sent_and_what_was_not() -> None:
    anna = Sitting()
    told = await anna.types("3", lambda: anna.passes(6), "3", "go", "x", "q", "q")
    before, after = told.partition("<go>")[2].split("<x>")
    assert "сегодня:\nПодумать · Терентьев Семён · отправлено 11:30" in before
    assert "Исходящих нет: ничто не ждёт отправки." in after
    assert "Немирович-Данилова Любовь · отменено 11:30\nПодумать · Терентьев Семён · отправлено" in after


async def test_the_hook_hears_of_responses_in_lines_too(tmp_path: Path) -> None:
    kept = tmp_path / "heard"
    hook = shlex.join(["sh", "-c", f'echo "$(cat)" >> {kept}'])
    anna = Sitting(settings=Settings(hooks=Hooks(new_response=hook)))
    world, new = anna.server.world, list[str]()
    here = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    other = next(one for one in world.vacancies if one.name.startswith("Бухгалтер") and not one.archived)

    def comes(vacancy_id: str) -> None:
        anna.clock.seconds += 60
        new.append(world.new_response(vacancy_id))

    async def heard() -> None:
        for _ in range(TURNS):
            if kept.exists() and len(kept.read_text().splitlines()) == len(new):
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the hook never heard of it")

    await anna.types(lambda: comes(here.id), "f5", heard, lambda: comes(other.id), "f5", "v", "3", heard, "q")
    told = [json.loads(line)["candidate"]["id"] for line in kept.read_text().splitlines()]
    assert told == new
