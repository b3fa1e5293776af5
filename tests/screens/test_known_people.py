"""A candidate calls and names no vacancy: found by name in all lists that were read, and gone to."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.api.models import Vacancy
from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui import way_to_candidate
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.prompt import Prompt
from hh_tui.ui.view import Pane
from hh_tui.worker.session import Profiles
from tests.api.desk import refusing
from tests.recruiter import Clock, Recruiter, client
from tests.reshaped import reshaped


async def _enters(anna: Recruiter, name: str) -> None:
    await anna.command("vacancy")
    await anna.write(name)
    await anna.press("enter")


async def _looks_for(anna: Recruiter, name: str) -> None:
    await anna.command("find-candidate")
    await anna.write(name)
    await anna.press("enter")


def _name(row: Row) -> str:
    """Last and first name, as hh.ru has them."""
    assert row.negotiation.resume is not None
    return row.negotiation.resume.name


def _named_once(anna: Recruiter, skip: int = 0) -> Row:
    """Somebody of the list whose name nobody else there begins with."""
    names = [row.negotiation.resume.name if row.negotiation.resume else "" for row in anna.state.rows]
    rows = [row for row in anna.state.rows if row.negotiation.resume and names.count(_name(row)) == 1]
    return [row for row in rows if len(_name(row).split()) == 2][skip]


def _called(anna: Recruiter, name: str) -> str:
    """The negotiation of whoever in the list is called so."""
    return next(row.id for row in anna.state.rows if row.negotiation.resume and _name(row) == name)


def _here(anna: Recruiter) -> Vacancy:
    assert anna.state.vacancy is not None
    return anna.state.vacancy


async def _knows_one_elsewhere(anna: Recruiter) -> Row:
    """Somebody in the list of testers, while one is in the vacancy of the start again."""
    start = _here(anna).name
    await _enters(anna, "QA")
    row = _named_once(anna)
    await _enters(anna, start)
    assert anna.state.rows.index_of(row.id) is None
    return row


async def test_who_calls_is_found_in_another_vacancy_and_gone_to() -> None:
    async with Recruiter() as anna:
        row = await _knows_one_elsewhere(anna)
        last, first = _name(row).split()
        before = len(anna.server.received)
        await anna.press("g", "N")
        assert anna.sees("Найти кандидата во всех вакансиях", "которые уже читала")
        await anna.write(f"{first.lower()} {last[:4]}")
        await anna.press("enter")
        assert len(anna.server.received) == before, "what was read is looked through, and hh.ru is not asked"
        assert anna.sees(f"{last} {first}", "QA-инженер", "Неразобранные", "отклик")
        await anna.press("enter")
        assert anna.on_inbox
        assert _here(anna).name.startswith("QA")
        assert (anna.selected_id, anna.pane) == (row.id, Pane.LIST)
        assert anna.viewed == ()
        assert anna.toasts == []


async def test_it_works_under_the_russian_layout_and_in_a_small_window() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        row = _named_once(anna)
        await anna.press("п", "Т")
        await anna.write(_name(row))
        await anna.press("enter")
        assert anna.sees(_name(row), "Python-разработчик", "Неразобранные")
        await anna.press("enter")
        assert anna.selected_id == row.id


async def test_it_says_how_far_it_reaches() -> None:
    async with Recruiter() as anna:
        there = [one for one in anna.state.vacancies or () if one.total]
        row = _named_once(anna)
        await _looks_for(anna, _name(row))
        assert isinstance(anna.app.screen, Picker)
        assert anna.sees(
            f"Поиск среди {len(anna.state.rows)} прочитанных", f"Ещё не читали {len(there) - 1} "
        )
        assert anna.sees("«Бухгалтер", "и ещё 1.")
        await anna.press("escape")
        await _enters(anna, "Бухгалтер")
        await _looks_for(anna, _name(row))
        assert anna.sees(f"Ещё не читали {len(there) - 2} вакансии")
        assert not anna.sees("и ещё")


async def test_nobody_of_that_name_is_told_where_it_is_typed() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        among = len(anna.state.rows)
        await _looks_for(anna, "Несуществующев")
        await anna.press("enter", "enter")
        assert isinstance(anna.app.screen, Prompt), "keys pressed ahead open nobody"
        assert anna.typed == ["Несуществующев"]
        parts = [line.split("│") for line in anna.lines]
        said = " ".join(one[2].strip() for one in parts if len(one) > 4)
        assert f"Среди {among} прочитанных кандидатов имени «Несуществующев» нет: проверьте написание" in said
        assert "(v) вакансию" in said
        assert "Ещё не читали 4 вакансии: «QA-инженер · Крылова В.»" in said
        await anna.press("escape")
        assert anna.on_inbox
        assert anna.reads("/negotiations/") == anna.reads("/negotiations/response")


async def test_with_nothing_read_there_is_nothing_to_look_through() -> None:
    server = StandIn(size="S", seed=7, clock=Clock().now)
    server.faults.add("GET", "/negotiations/response", times=9, **refusing(403, "negotiations", "forbidden"))
    async with Recruiter(server=server, lang="en") as anna:
        await _looks_for(anna, "Иванов")
        assert anna.toasts[-1] == (
            "There is nothing to look through yet: no list was read. Open a vacancy (v) and repeat (g N)."
        )


def _doubles(request: httpx.Request, told: Any) -> Any:
    """The first response of every list comes from somebody of the same name."""
    if request.url.path == "/negotiations/response":
        first = next(one for one in told["items"] if one["resume"])
        first["resume"] |= {"last_name": "Двойник", "first_name": "Пётр", "middle_name": None}
    return told


async def test_one_name_on_several_vacancies_is_told_apart() -> None:
    server = StandIn(size="S", seed=7, clock=Clock().now)
    async with Recruiter(server=server, transport=reshaped(server, _doubles)) as anna:
        await _enters(anna, "QA Крылова")
        there = _called(anna, "Двойник Пётр")
        await _enters(anna, "QA Сомов")
        await _looks_for(anna, "петр двойник")
        assert anna.sees("«петр двойник»: 3 отклика")
        assert anna.sees("Двойник Пётр · Python-разработчик", "Двойник Пётр · QA-инженер · Сомов И.")
        await anna.write("Крылова")
        await anna.press("enter")
        assert anna.selected_id == there


async def test_whom_a_colleague_moved_is_found_where_they_are_now() -> None:
    async with Recruiter() as anna:
        row = await _knows_one_elsewhere(anna)
        colleague_moves(anna.server.world, row.id, "phone_interview")
        await _looks_for(anna, _name(row))
        assert anna.sees("Неразобранные")
        await anna.press("enter")
        assert anna.selected_id == row.id
        query = anna.state.listing.query
        assert query is not None
        assert query.collection_id == "phone_interview"
        assert anna.sees(f"{_name(row)}", "было «Неразобранные», теперь «Телефонное интервью».")
        assert anna.viewed == ()


async def test_what_one_has_decided_oneself_is_told() -> None:
    async with Recruiter() as anna:
        row = _named_once(anna)
        anna.control.point(anna.state.rows.index_of(row.id) or 0)
        await anna.settle()
        await anna.press(anna.digit("consider"))
        there = anna.selected_id
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert anna.selected_id == there
        assert anna.sees("решение ещё ждёт отправки", "g o")
        await anna.wait(6)
        await _looks_for(anna, _name(row))
        assert anna.sees("Подумать ·")
        await anna.press("enter")
        assert anna.selected_id == row.id
        assert not anna.sees("теперь «")


async def test_who_was_put_aside_is_told_where() -> None:
    async with Recruiter() as anna:
        row = anna.row
        await anna.command("until-reply")
        there, before = anna.selected_id, len(anna.server.received)
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert anna.sees(_name(row), " — среди отложенных: g d.")
        assert (anna.selected_id, len(anna.server.received)) == (there, before)


@pytest.mark.parametrize("status", [403, 404])
async def test_a_response_that_is_gone_is_told_of(status: int) -> None:
    async with Recruiter() as anna:
        row = await _knows_one_elsewhere(anna)
        before = anna.state.snapshot
        kind = refusing(status, "not_found" if status == 404 else "forbidden", "")
        anna.server.faults.add("GET", f"/negotiations/{row.id}$", **kind)
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert "hh.ru больше не показывает этот отклик" in anna.toasts[-1]
        assert "g N" in anna.toasts[-1]
        assert anna.state.snapshot == before


async def test_without_a_connection_one_stays_where_one_is() -> None:
    async with Recruiter() as anna:
        row = await _knows_one_elsewhere(anna)
        anna.server.faults.add("GET", f"/negotiations/{row.id}$", times=9, exception="connect")
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert not _here(anna).name.startswith("QA")
        assert anna.toasts


async def test_one_far_down_a_list_is_gone_to_with_all_above() -> None:
    async with Recruiter() as anna:
        start = _here(anna).name
        await anna.press("G")
        assert len(anna.state.rows) > 50
        row = next(one for one in reversed(list(anna.state.rows)) if one.negotiation.resume and _name(one))
        await _enters(anna, "QA")
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert _here(anna).name == start
        assert anna.selected_id == row.id
        assert len(anna.state.rows) > 50


async def test_one_too_far_down_is_shown_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way_to_candidate, "PAGES", 1)
    async with Recruiter() as anna:
        await anna.press("G")
        row = next(one for one in reversed(list(anna.state.rows)) if one.negotiation.resume and _name(one))
        await _enters(anna, "QA")
        await _looks_for(anna, _name(row))
        await anna.press("enter")
        assert anna.ids == [row.id]
        assert anna.sees("Показан только этот кандидат. Вся коллекция — F5.")
        await anna.command("refresh")
        assert len(anna.ids) > 1


async def test_the_search_that_finds_nobody_names_the_way() -> None:
    async with Recruiter() as anna:
        row = await _knows_one_elsewhere(anna)
        await anna.command("search")
        await anna.write(_name(row))
        assert anna.sees("не нашлось", "F3")
        await anna.press("f3")
        assert isinstance(anna.app.screen, Prompt)
        assert anna.typed == [_name(row)]
        await anna.press("escape")
        assert anna.sees(f"/ {_name(row)}"), "the search is kept as it was"
        await anna.press("g", "N")
        assert anna.typed == [_name(row)]
        await anna.press("enter", "enter")
        assert anna.selected_id == row.id
        assert anna.state.snapshot.search is None


async def test_a_search_with_hits_is_no_name_to_begin_with() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("tab")
        await anna.command("find-candidate")
        assert anna.typed == [""]


async def test_another_run_finds_whom_the_last_one_read(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        row = await _knows_one_elsewhere(anna)
    async with anna.again() as again:
        await _looks_for(again, _name(row))
        assert again.sees(_name(row), "QA-инженер")
        await again.press("enter")
        assert again.selected_id == row.id


@pytest.mark.parametrize("kept", [False, True])
async def test_who_waits_in_any_vacancy_was_read_as_well(kept: bool, tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path if kept else None) as anna:
        start = _here(anna).id
        await anna.command("waiting")
        queue = anna.state.snapshot.queue
        assert queue is not None
        one = next(
            one
            for one in queue.found.values()
            if one.source.vacancy_id != start and one.negotiation.resume and one.negotiation.resume.name
        )
        await anna.press("escape")
        await _looks_for(anna, one.negotiation.resume.name if one.negotiation.resume else "")
        assert not anna.sees("Ещё не читали")
        await anna.press("enter")
        assert (anna.selected_id, _here(anna).id) == (one.id, one.source.vacancy_id)


async def test_who_came_in_a_minute_ago_is_found() -> None:
    async with Recruiter() as anna:
        new = anna.server.world.new_response(_here(anna).id)
        await anna.wait(61)
        assert new not in anna.ids
        person = anna.server.world.person(anna.server.world.topic(new).person)
        await _looks_for(anna, f"{person.last_name} {person.first_name}")
        assert isinstance(anna.app.screen, Picker)
        await anna.press("enter")
        assert anna.selected_id == new


async def test_a_vacancy_archived_meanwhile_has_its_name(tmp_path: Path) -> None:
    async with Recruiter(size="M", home=tmp_path) as anna:
        await anna.command("vacancy")
        await anna.write("архив")
        await anna.press("enter")
        archived = next(one for one in anna.state.archived or ())
        await anna.press("escape")
        await _enters(anna, archived.name)
        assert _here(anna).id == archived.id
        row = _named_once(anna)
        await _enters(anna, "QA")
    async with anna.again() as again:
        assert again.state.archived is None
        await _looks_for(again, _name(row))
        assert again.sees(archived.name[:20])
        await again.press("enter")
        assert again.selected_id == row.id
        assert _here(again).name == archived.name
        assert not again.sees("Показан")


async def test_each_login_finds_its_own(tmp_path: Path) -> None:
    clock = Clock()
    servers = {name: StandIn(size="S", seed=7, clock=clock.now) for name in ("default", "second")}
    profiles = Profiles("default", lambda: tuple(servers), lambda name: client(servers[name]))
    async with Recruiter(profiles=profiles, server=servers["default"], clock=clock, home=tmp_path) as anna:
        row = await _knows_one_elsewhere(anna)
        await anna.command("account")
        await anna.write("second")
        await anna.press("enter")
        await _looks_for(anna, _name(row))
        assert anna.sees("нет: проверьте")


async def test_hostile_names_are_found_and_stay_in_their_line() -> None:
    async with Recruiter(hostile=True, columns=80, rows=24) as anna:
        for typed in ("нулевая", "[/bold]", "@click", "красный"):
            await _looks_for(anna, typed)
            assert isinstance(anna.app.screen, Picker)
            assert anna.sees("Поиск среди", typed)
            assert not anna.sees("длинноесловобезпробелов" * 4)
            await anna.press("enter")
            assert anna.on_inbox
            resume = anna.row.negotiation.resume
            assert resume is not None
            assert typed in f"{resume.last_name} {resume.first_name} {resume.middle_name}"
        assert anna.toasts == []
