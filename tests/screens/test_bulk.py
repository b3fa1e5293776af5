"""Deciding on many: one hold, few requests, an exact report, exactly once on the server."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import httpx
import pytest
from textual.widgets import OptionList, TextArea

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.settings.config import Settings
from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.dialogs.preview import Preview
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.widgets.people_list import PeopleList
from tests.recruiter import CLEAR, Clock, Recruiter
from tests.screens.test_templates import put, takes

SILENT = "consider"
LETTERED = "discard"

SHUT = ("in_a_row_limit", "archived", "in_a_row_limit", "overall_limit")
"""Why single chats take no letter."""


def _digit(anna: Recruiter, action_id: str) -> str:
    choices = anna.state.choices
    return next(str(one.digit) for one in choices if one.action.id.startswith(action_id) and one.digit)


async def _mark(anna: Recruiter, count: int, first: int = 0) -> list[str]:
    """So many rows from the top, or from that place, as if each had been marked."""
    return await mark(anna, anna.state.snapshot.listing.rows[first : first + count])


async def mark(anna: Recruiter, rows: Iterable[Row]) -> list[str]:
    """These rows, as if each had been marked."""
    inbox, rows = anna.state.snapshot, tuple(rows)
    marks = Selection(list_key(inbox)).with_all(rows)
    anna.control.show(replace(inbox, selection=marks))
    await anna.settle()
    return [row.id for row in rows]


def _digit_of(anna: Recruiter, action_id: str) -> str:
    """The key of the action for the one under the cursor."""
    choices = action_menu.buttons(anna.row.negotiation)
    return next(str(one.digit) for one in choices if one.action.id.startswith(action_id))


def _offers(row: Row, action_id: str) -> bool:
    return any(one.id == action_id and one.enabled for one in row.negotiation.actions)


async def _all_700(anna: Recruiter) -> list[str]:
    """A vacancy whose first list holds 700, all of them marked."""
    await anna.press("asterisk")
    await anna.settle()
    return list(anna.marked)


def _moved(anna: Recruiter, ids: list[str]) -> Counter[str]:
    return Counter(anna.server.world.topic(one).stage.id for one in ids)


def _topics(anna: Recruiter) -> list[list[str]]:
    return [[value for name, value in form if name == "topic_id"] for _, _, form in anna.writes]


async def test_a_decision_on_many_is_previewed_held_and_one_request() -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, 3)
        await anna.press(_digit(anna, SILENT))
        assert isinstance(anna.app.screen, Preview)
        assert anna.sees("Подумать · 3 кандидата", "Без письма.")
        await anna.press("escape")
        assert set(anna.marked) == set(ids)
        await anna.press(_digit(anna, SILENT), "f2")
        assert "Подумать · 3 кандидата · через 5 с · z отменить" in anna.status
        assert not anna.marked
        assert anna.writes == []
        assert not anna.viewed, "the preview opens nobody"
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/{SILENT}", [("topic_id", one) for one in ids])]
        assert anna.toasts[-1] == "Сделано: 3"
        assert _moved(anna, ids) == {"consider": 3}


async def test_the_key_that_addresses_tells_how_to_go_back() -> None:
    """The last line of the form named what had just been done."""
    async with Recruiter() as anna:
        await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED))
        assert anna.sees("F9 с именем")
        await anna.press("f9")
        assert anna.sees("F9 одно на всех")
        assert not anna.sees("F9 с именем")
        await anna.press("f9")
        assert anna.sees("F9 с именем")
        await anna.press("f9")
        await anna.write("!")
        assert anna.sees("F9 одно на всех"), "other words with a name in them are one each, too"


@pytest.mark.parametrize("way", ["after undo", "from the outbox", "from the preview"])
async def test_a_form_opened_again_knows_how_it_addresses(way: str) -> None:
    """Its last line offered a name where names stood, and the key put one more behind the last word."""
    async with Recruiter(settings=Settings(hold=60)) as anna:
        await _mark(anna, 3)
        digit = _digit(anna, LETTERED)
        await anna.press(digit)
        same = anna.typed[0]
        await anna.press("f9")
        own = anna.typed[0]
        await anna.press("f2")
        if way == "from the preview":
            await anna.press("escape")
        elif way == "after undo":
            await anna.press("f2", "z", digit)
        else:
            await anna.press("f2")
            await anna.command("outbox")
            await anna.press("e")
        assert anna.typed == [own]
        assert anna.sees("Личные письма каждому: 3", "F9 одно на всех")
        await anna.press("f9")
        assert anna.typed == [same]
        assert anna.sees("Одно письмо на всех (3)", "F9 с именем")
        await anna.press("f9")
        assert anna.typed == [own]
        assert anna.sees("F9 одно на всех")


async def test_own_words_begun_earlier_lose_their_names_again() -> None:
    async with Recruiter() as anna:
        await _mark(anna, 3)
        digit = _digit(anna, LETTERED)
        await anna.press(digit, *CLEAR)
        await anna.write("Добрый день! Спасибо, но нет.")
        await anna.press("f9")
        assert anna.typed == ["Добрый день, {{имя}}! Спасибо, но нет."]
        assert anna.sees("Личные письма каждому: 3", "F9 одно на всех")
        await anna.press("escape", digit)
        assert anna.sees("F9 одно на всех")
        await anna.press("f9")
        assert anna.typed == ["Добрый день! Спасибо, но нет."]
        assert anna.sees("F9 с именем")


async def test_a_name_inside_a_sentence_is_shown_and_not_cut_out() -> None:
    async with Recruiter() as anna:
        await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await anna.write("Вас зовут {{имя}}, верно?")
        await anna.press("f9")
        assert anna.typed == ["Вас зовут {{имя}}, верно?"]
        assert any("Имя стоит внутри фразы" in one for one in anna.told)
        assert anna.app.screen.query_one(TextArea).selected_text == "{{имя}}"


async def test_a_preview_cuts_no_pay_inside_its_number() -> None:
    """`325 …` is another sum: where the pay does not fit, it is not there."""
    async with Recruiter(size="M", columns=80, rows=24) as anna:
        await anna.press("x", "x", "2", "f2")
        assert isinstance(anna.app.screen, Preview)
        assert anna.sees("Шмелёва Екатерина, 33 · Москва · Стажёр-разработчик")
        assert [line for line in anna.lines if re.search(r"\d\s…", line)] == []


async def test_undo_takes_the_whole_batch_back_and_redo_holds_it_again() -> None:
    async with Recruiter() as anna:
        before = anna.ids
        ids = await _mark(anna, 4)
        await anna.press(_digit(anna, SILENT), "f2", "z")
        assert anna.ids == before
        assert set(anna.marked) == set(ids)
        assert "Отменено" in anna.status
        await anna.wait(30)
        assert anna.writes == []
        await anna.press("Z", "z", "Z")
        assert "4 кандидата · через 5 с · z отменить" in anna.status
        assert "Отменено" not in anna.status
        await anna.wait(6)
        assert _topics(anna) == [ids]


async def test_one_letter_for_all_never_has_the_first_ones_name() -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED))
        assert isinstance(anna.app.screen, ActionSheet)
        assert anna.sees("Одно письмо на всех (3)", "Письмо каждому с его именем: F9")
        assert anna.reads("message_templates") == []
        await anna.press(*CLEAR)
        await anna.write("Спасибо, нет.")
        await anna.press("f2")
        assert anna.sees("Отказать · 3 кандидата", "Спасибо, нет.")
        await anna.press("f2")
        await anna.wait(12)
        form = anna.writes[0][2]
        assert len(anna.writes) == 1
        assert sorted(form) == sorted([*(("topic_id", one) for one in ids), ("message", "Спасибо, нет.")])


async def test_a_text_begun_for_one_group_is_told_to_the_next(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED))
        assert not anna.sees("для другой группы")
        await anna.press(*CLEAR)
        await anna.write("Нет")
        await anna.press("escape", _digit(anna, LETTERED))
        assert anna.typed == ["Нет"]
        assert not anna.sees("для другой группы")
        await anna.press("escape", "escape")
        await _mark(anna, 2)
        await anna.press(_digit(anna, LETTERED))
        assert anna.typed == ["Нет"]
        assert anna.sees("для другой группы", "3 кандидата")
        await anna.press("escape")
    async with anna.again() as anna:
        await _mark(anna, 4)
        await anna.press(_digit(anna, LETTERED))
        assert anna.typed == ["Нет"]
        assert anna.sees("для другой группы", "3 кандидата")


@pytest.mark.parametrize("key", ["f7", "f12"])
async def test_how_a_text_of_others_is_cleared_is_told(key: str) -> None:
    """By the key that selects a text, where it has not become another command's."""
    async with Recruiter(settings=Settings(keys={"repaint": (key,)})) as anna:
        await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED))
        await anna.write("Нет")
        await anna.press("escape", "escape")
        await _mark(anna, 2)
        await anna.press(_digit(anna, LETTERED))
        assert anna.sees("для другой группы")
        assert anna.sees("стереть: ") is (key == "f12")
        assert anna.sees("сотрите его.") is (key == "f7")


async def test_a_sent_text_is_unsent_again_after_undo() -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await anna.write("Нет")
        await anna.press("f2", "escape")
        assert anna.typed == ["Нет"], "out of the preview one goes back to the form"
        await anna.press("f2", "f2")
        await _mark(anna, 2)
        await anna.press(_digit(anna, LETTERED))
        assert anna.typed[0].startswith("Здравствуйте!")
        await anna.press("escape", "escape", "z")
        assert await _mark(anna, 3) == ids
        await anna.press(_digit(anna, LETTERED))
        assert anna.typed == ["Нет"]
        assert not anna.sees("для другой группы")


async def test_text_that_went_to_a_part_is_nobody_elses_nor_lost() -> None:
    anna = Recruiter()
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    gone = world.topics_of(first.id, "response")[1]
    world.hide_resume(gone)
    async with anna:
        ids = await _mark(anna, 5)
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await anna.write("Нет")
        await anna.press("f2", "j", "x", "f2")
        await anna.wait(11)
        assert set(anna.marked) == {ids[0]}
        await mark(anna, [row for row in anna.state.listing.rows if row.id in {ids[0], gone}])
        await anna.press(_digit(anna, LETTERED))
        assert anna.typed == ["Нет"]
        assert not anna.sees("для другой группы")
        await anna.press("escape")
        await _mark(anna, 4, first=2)
        await anna.press(_digit(anna, LETTERED))
        assert anna.sees("для другой группы", "1 кандидат")
        await anna.press("escape", "escape")
        await anna.command("quit")
        assert anna.app._exit


@pytest.mark.parametrize("differ", [True, False])
async def test_a_letter_for_all_names_only_a_shared_vacancy(differ: bool) -> None:
    put(Ответ="Спасибо за отклик на «{{вакансия}}»!")
    async with Recruiter() as anna:
        await anna.command("waiting")
        inbox, vacancies = anna.state.snapshot, dict[str, str]()
        for row in inbox.listing.rows:
            vacancy = inbox.vacancy_of(row.id)
            assert vacancy is not None
            vacancies[row.id] = vacancy.name
        first, *others = (row for row in inbox.listing.rows if _offers(row, "phone_interview"))
        second = next(row for row in others if (vacancies[row.id] != vacancies[first.id]) is differ)
        marks = Selection(list_key(inbox)).with_all(row for row in (first, second))
        anna.control.show(replace(inbox, selection=marks))
        await anna.settle()
        await anna.press(_digit(anna, "phone_interview"))
        assert anna.sees("Личные письма каждому: 2") is differ
        await takes(anna, "Ответ")
        letter = anna.app.screen.query(TextArea).first().text
        called = "{{вакансия}}" if differ else vacancies[first.id]
        assert letter == f"Спасибо за отклик на «{called}»!"
        await anna.press("f2", "f2")
        await anna.wait(12)
        told = {one: f"Спасибо за отклик на «{vacancies[one]}»!" for one in (first.id, second.id)}
        assert _letters(anna) == told


async def test_what_nobody_can_do_says_so() -> None:
    clock = Clock()
    # An action that is shut for everybody has an address in this reading alone, and so a place in the menu.
    server = StandIn(size="S", seed=7, clock=clock.now, readings=Readings())
    async with Recruiter(server=server, clock=clock) as anna:
        await _mark(anna, 2)
        choice = next(one for one in anna.state.choices if not one.count and one.digit)
        await anna.press(str(choice.digit))
        assert "не предлагает никому из отмеченных (2)" in anna.toasts[-1]
        assert anna.writes == []


async def test_who_lacks_action_is_skipped_by_name_and_stays_marked() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.command("waiting")
        rows = anna.state.listing.rows
        lacking = next(row for row in rows if not _offers(row, SILENT))
        able = [row for row in rows if _offers(row, SILENT) and row.negotiation.resume][:2]
        inbox, people = anna.state.snapshot, (*able[:1], lacking, *able[1:])
        marks = Selection(list_key(inbox)).with_all(people)
        anna.control.show(replace(inbox, selection=marks))
        await anna.settle()
        await anna.press(_digit(anna, SILENT))
        resume = lacking.negotiation.resume
        assert resume is not None
        who = f"{resume.last_name} {resume.first_name}"
        assert anna.sees("Подумать · 2 кандидата", "Пропустим 1 кандидата", who, "нет этого действия")
        assert anna.text.count(who) >= 2
        await anna.press("f2")
        await anna.wait(6)
        assert [one for topics in _topics(anna) for one in topics] == [row.id for row in able]
        assert anna.marked == (lacking.id,)


async def test_x_in_the_preview_leaves_somebody_out_who_stays_marked() -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, 4)
        await anna.press(_digit(anna, SILENT), "x", "x", "x", "x", "f2")
        assert isinstance(anna.app.screen, Preview)
        assert "Никого не осталось" in anna.toasts[-1]
        await anna.press("k", "k", "x", "x")
        assert anna.sees("Подумать · 2 кандидата", "Не трогаем 2 кандидатов: отметки останутся")
        assert anna.text.count("отметка останется") == 2
        await anna.press("f2")
        assert set(anna.marked) == {ids[0], ids[3]}
        await anna.wait(6)
        assert _topics(anna) == [ids[1:3]]
        assert set(anna.marked) == {ids[0], ids[3]}


async def test_the_preview_tells_of_each_what_the_list_tells() -> None:
    anna = Recruiter(columns=80, rows=24)
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    world.hide_resume(world.topics_of(first.id, "response")[1])
    async with anna:
        rows = anna.state.listing.rows
        of_note = next(row for row in rows if row.negotiation.resume and row.negotiation.resume.age)
        resume = of_note.negotiation.resume
        assert resume is not None
        assert resume.area is not None
        marked = replace(resume, favorited=True)
        seen = replace(of_note.negotiation, resume=marked)
        anna.control.show(anna.state.snapshot.with_negotiation(seen))
        await _mark(anna, 8)
        await anna.press(_digit(anna, SILENT))
        line = next(
            one for one in anna.lines if f"{resume.last_name} {resume.first_name}, {resume.age}" in one
        )
        assert f"{resume.age} · {resume.area.name}" in line
        assert "★" in line
        assert anna.sees("У 1 резюме скрыто или удалено")
        gone = next(one for one in anna.lines if "Резюме скрыто или удалено" in one)
        assert "hh.ru может не принять" in gone


async def test_a_group_is_offered_letters_of_step_and_no_invitation() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _mark(anna, 3)
        await anna.press(_digit(anna, LETTERED))
        assert anna.sees("Отказ после отклика", "Быстрый отказ", "Отказ после интервью")
        letter = anna.typed[0]
        assert letter.startswith("Здравствуйте! Благодарим")
        assert "[" not in letter
        assert "{{" not in letter
        await anna.press("ctrl+t")
        options = anna.app.screen.query_one(OptionList).options
        names = [str(one.prompt).partition("  ")[0] for one in options]
        assert names[:3] == ["Быстрый отказ", "Отказ после отклика", "Отказ после интервью"]
        assert not anna.sees("Приглашение")
        await anna.press("escape", "escape", "escape", _digit(anna, LETTERED), "ctrl+t")
        assert not anna.sees("Приглашение")


async def test_outbox_shows_a_batch_as_one_line_that_can_be_dropped() -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, 5)
        await anna.press(_digit(anna, SILENT), "f2")
        people = [one.operation.negotiation for one in anna.state.outbox.entries]
        first, second, *others = (name(anna.app.render_context(), one) for one in people)
        await anna.command("outbox")
        assert anna.sees(f"{first}, {second} +3")
        assert not any(one in anna.text.partition("Исходящие")[2] for one in others)
        await anna.press("enter")
        assert anna.sees(first, second, *others)
        await anna.press("escape", "x", "escape")
        assert set(anna.marked) == set(ids)
        await anna.wait(20)
        assert anna.writes == []


class SpottyLine(httpx.AsyncBaseTransport):
    """Loses the answer to the write that was carried out as the `lost`-th; `then` something else happens."""

    def __init__(self, lost: int = 0, then: Callable[[], None] = lambda: None) -> None:
        self.lost = lost
        self.then = then
        self.server: StandIn | None = None
        self.carried_out = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert self.server is not None
        answer = self.server.handle(request)
        if request.method == "PUT" and answer.status_code == 204:
            self.carried_out += 1
            if self.carried_out == self.lost:
                self.then()
                raise httpx.ReadTimeout("lost", request=request)
        return answer


def _a_vacancy_of_700(lost: int = 0, then: Callable[[], None] = lambda: None) -> Recruiter:
    """All responses of the first vacancy are where responses come in."""
    line = SpottyLine(lost, then)
    anna = Recruiter(size="M", transport=line)
    line.server = anna.server
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    stage = first.pipeline.stages[0]
    for topic in world.roster(first).topics:
        topic.stage, topic.sub, topic.public, topic.hidden = stage, None, stage.public, False
        topic.resume_hidden = False
        topic.changes.clear()
    return anna


def _colleague_takes(anna: Recruiter, ids: list[str]) -> None:
    for one in ids:
        topic = anna.server.world.topic(one)
        topic.stage = next(other for other in topic.vacancy.pipeline.stages if other.id == SILENT)


async def _decide(anna: Recruiter) -> None:
    await anna.press(_digit(anna, SILENT), "f2")
    for _ in range(3):
        await anna.wait(6)


def _went_exactly_once(anna: Recruiter, good: list[str], moved: list[str]) -> None:
    world = anna.server.world
    assert [len([change for change in world.topic(one).changes if change.stage.id == SILENT])
            for one in good] == [1] * len(good)  # fmt: skip
    assert not [one for one in moved if world.topic(one).changes]
    report = anna.state.report
    assert report is not None
    assert {one.negotiation.id for one in report.done} == set(good)
    assert {one.negotiation.id for one, _ in report.unsent} == set(moved)
    assert not report.unknown
    assert not anna.marked, "whom a colleague has moved is nobody to decide the same about"


async def test_a_whole_collection_with_a_letter_is_four_keys() -> None:
    async with Recruiter(size="M") as anna:
        found = anna.state.listing.found or 0
        assert found > len(anna.ids), "pages are still to be read"
        keys = ["asterisk", _digit_of(anna, LETTERED), "f2", "f2"]
        await anna.press(*keys)
        assert len(keys) == 4
        held = anna.state.outbox.entries
        assert 0 < len(held) + len(anna.marked) <= found + len(held)
        assert all(entry.operation.text for entry in held)
        assert len(held) > len(anna.server.world.vacancies)
        for _ in range(3):
            await anna.wait(12)
        told = [one for topics in _topics(anna) for one in topics]
        assert set(told) == {entry.operation.negotiation.id for entry in held}


async def test_700_decisions_are_14_requests() -> None:
    async with _a_vacancy_of_700() as anna:
        ids = await _all_700(anna)
        assert len(ids) == 700
        await _decide(anna)
        assert [len(topics) for topics in _topics(anna)] == [50] * 14
        _went_exactly_once(anna, ids, [])
        assert anna.toasts == ["Сделано: 700"]
        assert not anna.reads("/negotiations/31")


async def test_those_without_a_resume_stop_nobody_else() -> None:
    anna = Recruiter()
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    gone = world.topics_of(first.id, "response")[3:30:9]
    for one in gone:
        world.hide_resume(one)
    async with anna:
        await _mark(anna, 40)
        await anna.press(_digit(anna, SILENT))
        shown = [one.negotiation.id for one in anna.app.screen.query_one(PeopleList).rows]
        assert shown[:3] == gone, "whom the server may refuse can be found, and taken out"
        await anna.press("f2")
        await anna.wait(11)
        assert _topics(anna)[1:] == [gone]
        assert len(_topics(anna)[0]) == 37
        assert anna.sees("Сделано: 37 · hh.ru не принял: 3. Причины: g b")
        assert not anna.marked, "nobody is decided on in vain again"
        await anna.press("g", "b")
        assert anna.sees("резюме больше нет")


@pytest.mark.parametrize("count", [1, 3])
async def test_who_is_gone_is_not_marked_and_keys_are_for_the_cursor(count: int) -> None:
    async with Recruiter() as anna:
        ids = await _mark(anna, count)
        for one in ids:
            anna.server.faults.add("GET", one, times=9, status=404)
        anna.server.faults.add("PUT", "/negotiations/consider", times=9, status=404)
        await anna.press(_digit(anna, SILENT), "f2")
        await anna.wait(11)
        assert not anna.marked
        assert len(anna.told) == 1
        assert "отмечен" not in anna.told[0]
        anna.server.faults.clear()
        await anna.press("G")
        at = anna.selected_id
        await anna.press(_digit_of(anna, SILENT))
        await anna.wait(11)
        assert _moved(anna, [*ids, at]) == {"response": count, SILENT: 1}


async def test_a_chat_that_takes_no_letter_stops_nobody_else() -> None:
    anna = Recruiter()
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    closed = {}
    for one, status in zip(world.topics_of(first.id, "response")[3:40:9], SHUT, strict=False):
        closed[one] = world.topic(one).messaging_status = status
    async with anna:
        rows = [row for row in anna.state.listing.rows if row.negotiation.resume][:40]
        ids = await mark(anna, rows)
        closed = {one: status for one, status in closed.items() if one in ids}
        assert len(closed) > 2
        before = len(anna.reads())
        await anna.press(_digit(anna, LETTERED), "f2", "f2")
        await anna.wait(11)
        await anna.wait(11)
        assert len(anna.writes) == 1 + len(set(closed.values())), (
            "each reason is told once, and all others go"
        )
        assert set(_topics(anna)[-1]) == set(ids) - closed.keys()
        assert len(anna.reads()) - before < 12
        assert set(anna.marked) == closed.keys()
        assert anna.sees(f"остались отмечены: {len(closed)}", "снять отметки: Esc")
        await anna.press("g", "b")
        assert anna.sees("остались отмечены: ")
        anna.app.clear_notifications()
        await anna.press("escape", "escape", "g", "b")
        assert not anna.sees("остались отмечены: ")


async def test_700_with_a_colleague_and_a_lost_answer() -> None:
    """Before each chunk a page is looked at, and whoever is not on it: nobody is moved back."""
    async with _a_vacancy_of_700(lost=7) as anna:
        ids = await _all_700(anna)
        moved = ids[7::20]
        _colleague_takes(anna, moved)
        good = [one for one in ids if one not in set(moved)]
        await _decide(anna)
        _went_exactly_once(anna, good, moved)
        assert len(anna.toasts) == 1
        assert "Сделано: 665 · не отправлено: 35" in anna.toasts[0]
        await anna.press("g", "b")
        assert isinstance(anna.app.screen, Page)
        assert anna.sees("Сделано: 665", "Не отправлено: 35")
        assert len(anna.writes) == 14
        # By themselves: those who are not in the list any more, and those of the chunk without an answer.
        assert len(anna.reads("/negotiations/31")) <= len(moved) + 50


async def test_moved_by_a_colleague_before_a_look_is_in_doubt() -> None:
    ids: list[str] = []

    def colleague() -> None:
        topic = anna.server.world.topic(ids[0])
        topic.stage = next(one for one in topic.vacancy.pipeline.stages if one.id == "interview")

    async with _a_vacancy_of_700(1, colleague) as anna:
        ids += anna.ids[:3]
        await anna.press("x", "x", "x")
        await _decide(anna)
        report = anna.state.report
        assert report is not None
        assert {one.negotiation.id for one in report.done} == set(ids[1:])
        assert [one.negotiation.id for one in report.unknown] == ids[:1]
        assert len(anna.writes) == 1


async def test_undo_between_chunks_keeps_the_rest_selected() -> None:
    async with _a_vacancy_of_700() as anna:
        ids = await _all_700(anna)
        await anna.press(_digit(anna, SILENT), "f2")
        anna.server.faults.add("PUT", "/negotiations/consider$", times=1, exception="connect")
        await anna.wait(6)
        assert "700 кандидатов · ждёт связи" in anna.state.countdown
        await anna.press("z")
        assert set(anna.marked) == set(ids)
        await anna.wait(60)
        assert not [one for one in ids if anna.server.world.topic(one).changes]


def _letters(anna: Recruiter) -> dict[str, str]:
    """The letter that hh.ru was told for each topic, the same each time where it was told again."""
    found: dict[str, str] = {}
    for _, _, form in anna.writes:
        for field, value in form:
            if field == "topic_id":
                letter = dict(form)["message"]
                assert found.setdefault(value, letter) == letter
    return found


def _first_names(anna: Recruiter, ids: list[str]) -> dict[str, str]:
    rows = {row.id: row.negotiation.resume for row in anna.state.listing.rows}
    return {one: resume.first_name or "" for one in ids if (resume := rows[one]) is not None}


async def test_personal_letters_go_to_each_with_their_name() -> None:
    anna = Recruiter(columns=80, rows=24)
    world = anna.server.world
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics))
    nameless = world.topics_of(first.id, "response")[2]
    world.hide_resume(nameless)
    async with anna:
        ids = await _mark(anna, 6)
        names = _first_names(anna, [one for one in ids if one != nameless])
        assert len(set(names.values())) == 5
        await anna.press(_digit(anna, LETTERED))
        assert anna.sees("Письмо каждому с его именем: F9")
        await anna.press("f9")
        assert "{{имя}}" in anna.typed[0]
        assert anna.sees("Личные письма каждому: 5, уйдут по одному", "У 1 имя скрыто")
        await anna.press("f9")
        assert "{{" not in anna.typed[0]
        await anna.press("f9", "f2")
        assert anna.sees("Отказать · 5 кандидатов", "Личные письма каждому: 5")
        assert anna.sees("имя скрыто, письмо не составить")
        assert anna.sees(names[ids[0]])
        shown = anna.app.screen.query_one("#preview-text").render()
        assert names[ids[0]] in str(shown)
        await anna.press("j")
        assert names[ids[1]] in str(anna.app.screen.query_one("#preview-text").render())
        await anna.press("f2")
        assert "5 кандидатов" in anna.status
        await anna.press("z", _digit(anna, LETTERED))
        assert "{{имя}}" in anna.typed[0], "what was written is there again, and nobody's name"
        assert not anna.sees("для другой группы")
        await anna.press("f2", "f2")
        await anna.wait(12)
        letters = _letters(anna)
        assert letters.keys() == names.keys()
        assert all(names[one] in letter and "{{" not in letter for one, letter in letters.items())
        assert len(anna.writes) == 5
        assert anna.toasts == ["Сделано: 5"]
        assert anna.marked == (nameless,)


async def test_a_personal_letter_without_an_answer_goes_once() -> None:
    line = SpottyLine(2)
    anna = Recruiter(transport=line)
    line.server = anna.server
    put(Ответ="{{имя}}, спасибо за отклик на «{{вакансия}}»!")
    async with anna:
        ids = await mark(anna, [row for row in anna.state.listing.rows if row.negotiation.resume][:4])
        names = _first_names(anna, ids)
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await takes(anna, "Ответ")
        await anna.press("f2", "f2")
        for _ in range(3):
            await anna.wait(12)
        assert _letters(anna) == {
            one: f"{name}, спасибо за отклик на «Python-разработчик»!" for one, name in names.items()
        }
        assert not anna.marked
        report = anna.state.report
        assert report is not None
        assert len(report.done) == 4
        await anna.command("outbox")
        await anna.press("j")
        assert anna.sees("hh.ru это принял", "Каждому составлено своё письмо, все — ⏎. Первое из них:")
        assert anna.sees(f"{names[ids[0]]}, спасибо за отклик")
        assert "{{имя}}" not in anna.text


async def test_a_letter_to_several_that_waits_is_told_in_words() -> None:
    put(Ответ="{{имя}}, спасибо за отклик на «{{вакансия}}»!")
    async with Recruiter() as anna:
        await mark(anna, [row for row in anna.state.listing.rows if row.negotiation.resume][:2])
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await takes(anna, "Ответ")
        await anna.press("f2", "f2", "q")
        assert anna.sees("‹имя›, спасибо за отклик на «Python-разработчик»!")
        assert "{{" not in anna.text
        await anna.press("escape", "g", "o")
        assert anna.sees("‹имя›, спасибо за отклик на «Python-разработчик»!")
        assert "{{" not in anna.text


async def test_of_a_batch_only_what_may_succeed_is_repeated() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("enter", "enter")
        ids = await _mark(anna, 5)
        refused = {"errors": [{"type": "negotiations", "value": "limit_exceeded"}]}
        anna.server.faults.add("PUT", ".", status=403, body=refused)
        await anna.press(_digit(anna, SILENT), "f2")
        await anna.wait(11)
        await anna.command("outbox")
        assert anna.sees("+3", "дневной лимит", "Сегодня повтор не")
        assert "повторить" not in anna.lines[-3]
        await anna.press("R")
        assert any("так ему не помочь" in one for one in anna.told)
        sent = len(anna.writes)
        anna.clock.seconds += 24 * 3600
        anna.app.clear_notifications()
        await anna.press("escape")
        await anna.command("outbox")
        assert anna.sees("Можно повторить (R)")
        await anna.press("R")
        assert len({one.operation.batch for one in anna.state.outbox.of(Stage.HELD)}) == 1
        await anna.press("s", "escape")
        assert len(anna.writes) == sent + 1
        assert _moved(anna, ids) == {SILENT: 5}


async def test_a_name_is_put_into_ones_own_words() -> None:
    async with Recruiter() as anna:
        await _mark(anna, 2)
        await anna.press(_digit(anna, LETTERED), *CLEAR)
        await anna.write("Добрый день, ")
        await anna.press("f9")
        assert anna.typed == ["Добрый день, {{имя}}"]
        await anna.write(" и {{слот}}")
        await anna.press("f2")
        assert isinstance(anna.app.screen, ActionSheet), "nobody knows what else is to stand there"
        await anna.press("escape", "escape")
        await mark(anna, ())
        choices = action_menu.buttons(anna.row.negotiation)
        digit = next(one.digit for one in choices if one.action.id.startswith(LETTERED))
        await anna.press(str(digit), "f9")
        assert "Письмо одному человеку: имя из шаблона уже в нём" in anna.toasts[-1]
        await anna.press("escape")
        assert anna.toasts == [], "it was about the form"
