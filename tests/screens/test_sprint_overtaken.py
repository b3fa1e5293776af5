"""A sprint beside everything else: other accounts, writes of an earlier one, letters begun outside of it."""

from pathlib import Path

import pytest

from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.preview import Preview
from hh_tui.ui.dialogs.sprint_sheet import SprintSheet
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_access import MINE, _chooses, _offers
from tests.screens.test_sprint import LETTERS, _decided, _first_name, _let_all_go


async def test_another_account_has_nothing_of_this_ones_sprint(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path) as anna:
        _offers(anna, "71", MINE)
        await anna.press("g", "S", "t", "t", "escape", "escape")
        await _chooses(anna, MINE)
        await anna.press("g", "S")
        assert anna.sees("1/73", "Ещё не решено")
        await anna.press("j", "t", "escape", "ctrl+x", "y")
        assert "Разбор выброшен" in anna.status
        await _chooses(anna, "71")
        assert anna.sees("Разбор не закончен: 2 решения")
        await anna.press("enter")
        assert anna.sees("3/73", "Ещё не решено")
        await anna.press("enter", "f2")
        await _let_all_go(anna)
        assert len(_decided(anna)) == 2


async def test_a_new_choice_stays_beside_an_earlier_failed_one() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.ids[0]
        refused = {"request_id": "R", "errors": [{"type": "negotiations", "value": "disabled_by_employer"}]}
        anna.server.faults.add("PUT", first, status=403, body=refused)
        await anna.press("g", "S", "t", "enter", "f2")
        await anna.wait(12)
        assert anna.state.outbox.entries
        assert first in anna.ids
        await anna.press("g", "g", "g", "S", "t", "escape", "escape")
        # A decision beside the sprint stirs the outbox.
        await anna.press("j", "j", "3")
        await anna.press("g", "S")
        assert "пропал" not in anna.told[-1]
        await anna.press("enter")
        assert anna.sees("Итог разбора: 1 решение")
        await anna.press("f2")
        await _let_all_go(anna)
        refused_and_done = [path for _, path, _ in anna.writes if path.endswith(f"/{first}")]
        assert len(refused_and_done) == 2
        assert anna.server.world.topic(first).changes


async def test_one_choice_made_again_is_not_in_the_sprint() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.ids[0]
        await anna.press("g", "S", "t", "enter", "f2", "z", "Z")
        await anna.press("g", "S")
        assert anna.sees("Ещё не решено")
        assert not any("пропал" in one for one in anna.told)
        await anna.press("escape")
        await _let_all_go(anna)
        assert _decided(anna).keys() == {first}


async def test_who_was_moved_before_can_be_chosen_for() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.ids[0]
        await anna.press("t")
        await _let_all_go(anna)
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter")
        assert first in anna.ids
        place = anna.ids.index(first)
        await anna.press("g", "g", *"j" * place, "g", "S", "d", "f3", "escape", "escape")
        await anna.press("g", "S", "enter")
        assert isinstance(anna.app.screen, SprintSheet)
        assert anna.sees("Итог разбора: 1 решение")
        await anna.press("f2")
        await _let_all_go(anna)
        assert [path.split("/")[2] for _, path, _ in anna.writes] == ["consider", "discard_by_employer"]


async def test_a_letter_begun_outside_stays_as_it_is() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("d", *CLEAR)
        await anna.write("Своё письмо")
        await anna.press("escape", "g", "g", "g", "S", "d", "f2", "k", "e")
        assert isinstance(anna.app.screen, ActionSheet)
        assert anna.typed[0].startswith("Здравствуйте")
        await anna.press("escape", "k", "e", *CLEAR)
        await anna.write("Только в разборе")
        await anna.press("f2", "escape", "escape", "g", "g", "d")
        assert anna.typed[0] == "Своё письмо"


async def test_a_held_key_confirms_nothing_unread() -> None:
    async with Recruiter(settings=Settings(shortcuts=LETTERS.shortcuts)) as anna:
        await anna.press("x", "x", "d")
        await anna.hold("f2", 0.5, 0.03, 0.03)
        assert isinstance(anna.app.screen, Preview)
        assert not anna.state.outbox.entries
        await anna.press("f2")
        assert len(anna.state.outbox.entries) == 2


async def test_a_list_over_vacancies_is_gone_through_from_elsewhere(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        await anna.command("waiting")
        second, count = _first_name(anna, anna.ids[1]), len(anna.ids)
        await anna.press("g", "S", "d", "f2", "escape", "escape")
        anna.crash(tmp_path / "two")
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter", "g", "S")
        assert anna.sees("Есть неоконченный разбор")
        await anna.press("enter")
        assert anna.sees(second)
        assert not anna.sees("Это все.")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        await later.press("enter")
        assert later.sees(second, f"2/{count}"), "those without a choice are in it, too"


async def test_a_kept_sprint_says_whose_it_is_and_asks(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        assert anna.state.vacancy is not None
        name = anna.state.vacancy.name
        await anna.press("g", "S", "t", "t", "escape", "escape")
        anna.crash(tmp_path / "two")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        assert later.sees("Разбор не закончен: 2 решения")
        await later.press("n")
        await later.command("collection")
        await later.write("Подумать")
        await later.press("enter", "g", "S")
        assert later.sees("Есть неоконченный разбор", "Продолжить: 2 решения")
        # The list it was begun in is not shown any more.
        later.server.faults.add("GET", "/negotiations/response", times=99, status=403, body={})
        await later.press("enter")
        assert later.sees(f"Разбор · {name}", "Это все.")
        await later.press("enter")
        assert later.sees("Итог разбора: 2 решения")
        await later.press("escape")
        later.crash(tmp_path / "three")
    async with anna.again(tmp_path / "three", settings=LETTERS) as last:
        last.server.faults.add("GET", "/negotiations", times=99, status=404, body={})
        await last.press("enter")
        assert "нет доступа" in last.told[-1]
        # That nobody is shown at all need not stay so: what was chosen is kept.
        last.server.faults.clear()
        await last.press("g", "S")
        assert last.sees("Продолжить: 2 решения")
        await last.press("enter")
        assert last.sees(f"Разбор · {name}")
        await last.press("enter")
        assert last.sees("Итог разбора: 2 решения")


async def test_an_account_that_is_left_closes_the_sheet() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "t", "t", "enter")
        assert isinstance(anna.app.screen, SprintSheet)
        # As when hh.ru takes the working account away: no key asked for it.
        anna.control.start_anew()
        await anna.settle()
        await anna.wait(5)
        assert anna.sees("Разбор не закончен: 2 решения")
        await anna.press("f2")
        assert not anna.state.outbox.entries
        await anna.press("enter")
        assert anna.sees("3/73")


async def test_a_key_held_in_a_form_does_not_confirm_the_sheet() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "d", "f2", "enter", "e")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.hold("f2", 0.5, 0.03, 0.03)
        assert isinstance(anna.app.screen, SprintSheet)
        assert "держали" in anna.told[-1]
        assert not anna.state.outbox.entries
        await anna.press("f2")
        assert len(anna.state.outbox.entries) == 1


async def test_a_question_that_waited_asks_of_what_is_left(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        await anna.press("g", "S", "t", "escape", "escape")
        anna.crash(tmp_path / "two")
    later = anna.again(tmp_path / "two", settings=LETTERS)
    busy = later.app.interruptions._is_busy
    later.app.interruptions._is_busy = lambda: True
    async with later:
        await later.press("g", "S", "t", "escape", "escape")
        later.app.interruptions._is_busy = busy
        await later.wait(5)
        assert later.on_inbox
        assert not later.sees("Продолжить?")


async def test_killed_while_it_is_taken_back_it_is_decided_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The choices are on the disk again, and the journal has not heard that nothing is to be sent."""
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        first, second = anna.ids[:2]
        await anna.press("g", "S", "t", "t", "enter", "f2")
        await anna.wait(3)
        with monkeypatch.context() as killed:
            killed.setattr(JournalWriter, "flush", lambda self: None)
            await anna.press("z")
            anna.crash(tmp_path / "two")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        assert {one.operation.negotiation.id for one in later.state.outbox.entries} == {first, second}
        assert not later.sees("Разбор не закончен")
        await later.press("escape", "g", "S")
        assert later.sees("Ещё не решено")
        assert not later.sees("Продолжить?")
