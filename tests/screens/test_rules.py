"""Marking by a rule: seen before it is done, kept under a name, and nothing is sent by it."""

from pathlib import Path

import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.dialogs.group_sheet import GroupSheet
from tests.recruiter import Clock, Recruiter
from tests.screens.test_asking import Slow


async def test_a_rule_marks_whom_it_fires_on() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.press("+")
        assert anna.sees("Отметить по правилу", "Сравните, что известно из списка")
        await anna.write("зп > 10")
        assert anna.sees("Меньше 1000 — это тысячи: зп > 10\u00a0000\u00a0₽. Сработает на", "⏎ отметить")
        await anna.resize(120, 24)
        assert anna.sees("Сработает на", "⏎ отметить · F4 в разбор")
        await anna.write(" и ")
        assert anna.sees("Дальше — что сравнить", "Сработает на")
        await anna.press("ctrl+u")
        await anna.write("зрп > 10")
        assert anna.sees("Место 1: «зрп»", "Может быть, «зп»?")
        await anna.press("ctrl+u")
        await anna.write("жп > 10 и ")
        await anna.press("ctrl+u")
        await anna.write("зп > 100000 тыс")
        await anna.press("enter")
        assert anna.sees("Правило ни на ком не срабатывает")
        assert not anna.marked
        await anna.press("ctrl+u")
        await anna.write("не скрыт и зп > 1")
        await anna.press("enter")
        resumes = {row.id: row.negotiation.resume for row in anna.state.rows}
        pays = {key: one.salary for key, one in resumes.items() if one and one.salary}
        roubles = {key for key, one in pays.items() if one.amount and one.currency in {"RUR", "RUB"}}
        assert set(anna.marked) == roubles
        assert anna.writes == []
        assert not anna.viewed


async def test_the_whole_list_is_loaded_for_a_rule_without_marks() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        anna.server.faults.add("GET", "/negotiations/", status=400)
        await anna.press("+")
        await anna.write("не скрыт")
        assert anna.sees("загружены 50 из 73; всех — F5")
        await anna.press("f5")
        assert anna.sees("не загрузить: есть 50 из 73; ещё раз — F5")
        await anna.press("f5")
        assert anna.sees(" из 73.")
        assert not anna.sees("загружены 50")
        await anna.press("escape")
        assert not anna.marked, "whom a rule was tried out on is not marked by that"
        assert len(anna.ids) == 73
        assert anna.writes == []


async def test_whoever_waits_for_an_answer_is_loaded_for_a_rule() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.command("waiting")
        loaded = len(anna.ids)
        await anna.press("+")
        await anna.write("не скрыт")
        assert anna.sees(f"загружены {loaded} из ", "+; всех — F5")
        await anna.press("f5")
        await anna.settle()
        queue = anna.state.queue
        assert queue is not None
        assert queue.is_whole, "pages lead to each other until nobody is left"
        assert not anna.sees("загружаются")
        assert not anna.sees("всех — F5")
        await anna.press("escape")
        assert len(anna.ids) > loaded


async def test_whoever_waits_for_an_answer_is_marked_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    slow = Slow(server := StandIn(size="S", seed=7, clock=clock.now))
    async with Recruiter(columns=120, rows=36, server=server, clock=clock, transport=slow) as anna:
        await anna.command("waiting")
        loaded = len(anna.ids)
        monkeypatch.setattr("hh_tui.ui.controllers.selection.PAGES_UNASKED", 0)
        reads = len(server.received)
        await anna.command("mark-all")
        assert anna.sees("Отметить всех, кто ждёт ответа?", "Да, дочитать 1 страницу")
        assert len(server.received) == reads
        await anna.press("escape")
        assert len(anna.ids) == loaded == len(anna.marked)
        slow.answers.clear()
        await anna.go_on_typing("f5", "*")
        assert not anna.sees("Отметить всех, кто ждёт ответа?"), "nobody knows yet how many pages it is"
        slow.answers.set()
        await anna.settle()
        await anna.press("enter")
        await anna.settle()
        assert len(anna.marked) == len(anna.ids) > loaded, "pages lead to each other until nobody is left"
        assert f"Отмечено {len(anna.ids)}" in anna.status


async def test_what_could_follow_is_completed() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("+")
        await anna.write("го")
        await anna.press("tab")
        assert anna.sees("город ")
        await anna.press("tab")
        assert anna.sees("город > ") or anna.sees("город = ")


async def test_a_rule_with_an_action_opens_its_form() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.press("x")
        await anna.press("+")
        await anna.write("зп > 100 и опыт > 1 -> отказать")
        await anna.press("enter")
        assert not anna.on_inbox
        assert anna.sees("Отказать")
        await anna.press("escape")
        assert anna.writes == []
        assert anna.marked
        await anna.press("+", "ctrl+u")
        await anna.write("зп > 100 -> такого нет")
        await anna.press("enter")
        assert "Действия «такого нет» у отмеченных нет" in anna.status
        await anna.press("+", "ctrl+u")
        await anna.write("зп > 100 -> отказ")
        await anna.press("enter")
        assert "Действий «отказ» у отмеченных несколько" in anna.status


async def test_a_kept_rule_is_chosen_next_time(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path, columns=120, rows=36) as anna:
        await anna.press("+")
        await anna.write("зп > 250")
        await anna.press("f3")
        await anna.write("Дорогие")
        await anna.press("enter", "down", "enter")
        assert anna.sees("Правило «Дорогие» сохранено")
        await anna.press("escape", "escape")
    async with anna.again(tmp_path) as anna:
        await anna.press("+")
        assert anna.sees("Дорогие", "зп > 250")
        await anna.press("enter")
        assert anna.sees("Сработает на")
        await anna.press("f6", "+")
        assert anna.sees("Сравните, что известно из списка")


async def test_a_rule_decides_about_nobody_it_did_not_fire_on() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        titles = {row.id: row.negotiation.resume.title for row in anna.state.rows if row.negotiation.resume}
        name = titles[anna.ids[-1]]
        fired = [key for key, title in titles.items() if title == name]
        await anna.press("+")
        await anna.write(f'должность = "{name}" -> подумать')
        assert anna.sees(f"Сработает на {len(fired)} из")
        for one in fired:
            colleague_moves(anna.server.world, one, "consider")
        anna.control.refresh()
        await anna.settle()
        await anna.press("enter")
        assert anna.on_inbox
        assert "в списке уже нет" in anna.status
        await anna.wait(60)
        assert anna.writes == []


async def test_a_rule_fills_the_sheet_of_a_sprint(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path, columns=120, rows=36) as anna:
        await anna.press("+")
        await anna.write("зп > 100 и опыт > 1")
        await anna.press("f4")
        assert anna.sees("Для разбора нужно действие")
        await anna.write(" -> Отказать")
        await anna.press("f4")
        assert anna.sees("{{имя}}"), "the letter is filled in once, for each with their own name"
        await anna.press("f2")
        assert anna.sees("Итог разбора", "Отказать", "ничего ещё не отправлено")
        hint = next(one for one in anna.lines if "F2" in one and "Esc" in one).strip(" │")
        await anna.press("f1")
        assert not anna.sees(hint), "no key of the sheet works below the help"
        await anna.press("f1")
        assert anna.sees(hint)
        assert not anna.marked
        assert anna.writes == []
        chosen = anna.app.disk.remembered("sprint")
        fired = len(chosen) - 1
        assert fired > 3
        await anna.press("j", "x", "f2")
        held = anna.state.outbox.of(Stage.HELD)
        assert len(held) == fired - 1, "what was taken out on the sheet does not go"
        assert all(one.operation.text and "{{" not in one.operation.text for one in held)
        await anna.press("z")
        await anna.wait(30)
        assert anna.writes == []


async def test_a_rule_asks_what_becomes_of_an_earlier_sprint(tmp_path: Path) -> None:
    """Its choices go on, or give way once the form is filled in; nothing is mixed without a word."""
    async with Recruiter(home=tmp_path, columns=120, rows=36) as anna:

        async def into_a_sprint(rule: str) -> None:
            await anna.press("+")
            await anna.write(rule)
            await anna.press("f4")

        def chosen() -> dict[str, str]:
            kept = anna.app.disk.remembered("sprint")
            return {key: text for key, text in kept.items() if '"action"' in text or '"kind"' in text}

        await into_a_sprint("зп > 100 -> подумать")
        assert anna.sees("Итог разбора"), "nothing was chosen before: nobody is asked"
        before = chosen()
        for _ in range(2):
            await anna.press("escape")
        assert anna.on_inbox
        assert before
        await into_a_sprint("опыт > 1 -> Отказать")
        count = len(before)
        assert anna.sees("Есть неоконченный разбор", f"Добавить к прежним решениям: {count}", "выбросить")
        await anna.press("n")
        assert anna.on_inbox
        assert chosen() == before
        await into_a_sprint("опыт > 1 -> Отказать")
        await anna.press("t")
        assert anna.sees("{{имя}}")
        await anna.press("escape")
        assert chosen() == before, "the form was left: nothing was thrown away"
        await into_a_sprint("опыт > 1 -> Отказать")
        await anna.press("c", "f2")
        added = chosen()
        assert before.items() <= added.items()
        assert len(added) > count
        for _ in range(2):
            await anna.press("escape")
        await into_a_sprint("опыт > 1 -> Отказать")
        await anna.press("t", "f2")
        assert not before.items() & chosen().items()
        assert anna.sees("Отказать")
        assert anna.sees("Итог разбора")
        assert anna.writes == []


@pytest.mark.parametrize("word", ["reject", "refuse"])
async def test_a_refusal_in_english_has_either_name(word: str) -> None:
    async with Recruiter(lang="en") as anna:
        await anna.press("+")
        await anna.write(f"pay > 100 and experience > 1 -> {word}")
        await anna.press("enter")
        assert isinstance(anna.app.screen, GroupSheet)
        assert anna.sees("Reject")
