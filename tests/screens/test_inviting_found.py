"""Inviting those who were found: whoever was here is left out, and everybody else is invited once."""

from collections import Counter
from functools import partial
from pathlib import Path

import httpx
import pytest
from textual.widgets import OptionList, TextArea

from hh_tui.demo import StandIn
from hh_tui.demo.reluctance import CLOSED, REFUSALS, temper
from hh_tui.demo.resume_ids import person_of
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from hh_tui.ui.dialogs.group_sheet import GroupSheet
from hh_tui.ui.dialogs.preview import Preview
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from tests.recruiter import Clock, Recruiter

INVITE = "/negotiations/phone_interview"


def _list(anna: Recruiter) -> NegotiationList:
    assert isinstance(anna.app.screen, FoundPage)
    return anna.app.screen.query_one(NegotiationList)


def _has_more(anna: Recruiter, rows: int) -> bool:
    return len(_list(anna).rows) > rows


def _open(anna: Recruiter) -> set[str]:
    """Resumes of invitations in the outbox."""
    found = (entry.operation.invitation for entry in anna.state.outbox.entries)
    return {one.resume_id for one in found if one is not None}


async def _finds(anna: Recruiter, pages: int = 1) -> None:
    """People like the candidate under the cursor."""
    await anna.press("g", "F")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))
    for page in range(1, pages):
        await anna.press("G")
        more = 20 * page
        await anna.until(partial(_has_more, anna, more))


async def _chooses(anna: Recruiter, vacancy: str = "QA") -> None:
    await anna.press("i")
    await anna.write(vacancy)
    await anna.press("enter")
    await anna.until(lambda: not isinstance(anna.app.screen, FoundPage))


def _invited(anna: Recruiter) -> Counter[str]:
    """How often hh.ru has got an invitation of each resume."""
    return Counter(dict(form)["resume_id"] for _, path, form in anna.writes if path == INVITE)


def _willing(resume_id: str) -> bool:
    return temper(person_of(resume_id) or (0, 0)) not in {*REFUSALS, CLOSED}


async def _let_go(anna: Recruiter) -> None:
    """A second after the other, until nothing more goes today."""
    while anna.state.outbox.hurrying(anna.clock.now()):
        anna.clock.seconds += 1
        anna.app.sender.tick()
        await anna.settle()


async def test_one_goes_by_the_form_and_never_twice() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        first = next(place for place, row in enumerate(_list(anna).rows) if _willing(row.id))
        await anna.press(*("j",) * first)
        who = _list(anna).rows[first].id
        assert "i пригласить" in anna.status
        await anna.press("i")
        assert "i пригласить" not in anna.status, "no key of the list works below a window"
        await anna.press("escape")
        assert "i пригласить" in anna.status
        await _chooses(anna)
        assert isinstance(anna.app.screen, ActionSheet)
        assert not isinstance(anna.app.screen, GroupSheet)
        await anna.press("f2")
        assert anna.sees("приглашаем: «QA")
        before = len(anna.server.received)
        await anna.press("i")
        await anna.write("QA")
        await anna.press("enter")
        await anna.until(lambda: any("приглашение уже отправляется" in one for one in anna.toasts))
        await anna.wait(11)
        assert _invited(anna) == {who: 1}
        assert anna.sees("приглашение «QA")
        await anna.press("i")
        assert anna.sees("уже здесь: Телефонное интервью")
        await anna.press("escape")
        assert _invited(anna) == {who: 1}
        paths = [one.path for one in anna.server.received[before:]]
        assert not any(path.startswith("/resumes/") and "history" not in path for path in paths)
        assert not anna.server.world.resumes_viewed


@pytest.mark.parametrize("several", [False, True])
async def test_the_vacancy_one_came_from_is_offered_first(several: bool) -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("QA")
        await anna.press("enter")
        here = anna.state.vacancy
        assert here is not None
        assert here.name.startswith("QA")
        found = [place for place, row in enumerate(anna.state.rows) if row.negotiation.resume]
        anna.control.point(found[0])
        await anna.settle()
        await _finds(anna)
        await anna.press(*("x", "x") if several else (), "i")
        await anna.until(lambda: bool(anna.app.screen.query(OptionList)))
        offered = anna.app.screen.query_one(OptionList)
        line = offered.get_option_at_index(offered.highlighted or 0).prompt
        assert str(line).startswith(here.name)
        assert str(line).endswith("✓ эта вакансия")


async def test_an_invitation_takes_marks_and_undo_brings_them_back() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        rows = list(_list(anna).rows)
        willing = [place for place, row in enumerate(rows) if _willing(row.id)]
        first, other = willing[:2]
        await anna.press(*("j",) * first, "x")
        assert anna.sees("отмечен 1")
        await _chooses(anna)
        await anna.press("f2")
        assert not anna.sees("отмечен 1"), "that one is decided on"
        assert anna.sees("приглашаем: «QA")
        await anna.press("z")
        assert anna.sees("отмечен 1"), "as before"
        assert not anna.sees("приглашаем"), "nobody is about to be invited"
        assert set(_list(anna).marked) == {rows[first].id}
        await anna.press("escape", "g", "g", *("j",) * other)
        await _chooses(anna)
        await anna.press("f2", "z")
        assert not anna.sees("отмечен"), "who had no mark gets none"
        await anna.press("g", "g", "x", "x", "x")
        await _chooses(anna)
        await anna.press("f9", "f2", "f2")
        assert isinstance(anna.app.screen, FoundPage)
        going = _open(anna)
        assert going
        assert not going & set(_list(anna).marked)
        await anna.press("z")
        assert anna.sees("отмечено 3")
        assert not anna.sees("приглашаем")
        await anna.wait(11)
        assert anna.writes == []


async def test_letters_name_everybody_and_who_was_here_stays_out() -> None:
    async with Recruiter() as anna:
        world = anna.server.world
        await _finds(anna)
        rows = _list(anna).rows[:6]
        ours = [one for one in world.vacancies if not one.archived]
        for row, name in ((rows[1], "QA-инженер"), (rows[2], "Менеджер по продажам B2B")):
            vacancy = next(one for one in ours if one.name == name)
            key, stage = person_of(row.id), vacancy.pipeline.stage("phone_interview")
            assert key is not None
            assert stage is not None
            world.invite(vacancy, key, stage, None)
        await anna.press(*("x",) * 6)
        await _chooses(anna)
        assert isinstance(anna.app.screen, GroupSheet)
        assert anna.sees("пригласить нельзя")
        await anna.press("f9", "f2")
        assert isinstance(anna.app.screen, Preview)
        assert anna.sees("уже на этой вакансии: Телефонное интервью")
        assert anna.sees("Менеджер по продажам B2B: Телефонное интервью"), "where else somebody is"
        assert anna.writes == []
        await anna.press("escape")
        assert isinstance(anna.app.screen, GroupSheet), "back in the form"
        await anna.press("f2", "f2")
        assert isinstance(anna.app.screen, FoundPage)
        assert "Телефонное интервью · " in anna.status
        assert "z отменить" in anna.status
        await anna.press("z")
        await anna.wait(11)
        assert anna.writes == []
        assert set(_list(anna).marked) == {row.id for row in rows}, "marked as they were"
        await _chooses(anna)
        assert "{{имя}}" in anna.app.screen.query_one(TextArea).text
        await anna.press("f2", "f2")
        await anna.wait(11)
        sent = {dict(form)["resume_id"]: dict(form)["message"] for _, path, form in anna.writes}
        assert rows[1].id not in sent
        assert sent
        for resume_id, letter in sent.items():
            person = world.person(person_of(resume_id) or (0, 0))
            assert person.first_name in letter
        unnamed = {row.id for row in rows if not getattr(row.negotiation.resume, "first_name", None)}
        assert not unnamed & sent.keys()


async def test_its_seconds_are_counted_in_a_small_window() -> None:
    async with Recruiter(columns=64, rows=24) as anna:
        await _finds(anna)
        first = next(place for place, row in enumerate(_list(anna).rows) if _willing(row.id))
        await anna.press(*("j",) * first)
        await _chooses(anna)
        await anna.press("f3")
        assert "через 5 с · z отменить" in anna.status


async def test_z_is_offered_while_it_takes_an_invitation_back() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        first = next(place for place, row in enumerate(_list(anna).rows) if _willing(row.id))
        await anna.press(*("j",) * first)
        await _chooses(anna)
        await anna.press("f2")
        assert "Телефонное интервью · " in anna.status
        assert "через 10 с · z отменить" in anna.status
        await anna.wait(4)
        assert "через 6 с · z отменить" in anna.status
        await anna.press("f")
        assert "отменить" not in anna.status, "no key of the list works below a window"
        await anna.press("escape", "z")
        assert "Отменено: Телефонное интервью · " in anna.status
        await anna.wait(20)
        assert anna.writes == []
        await _chooses(anna)
        await anna.press("f2")
        assert "z отменить" in anna.status
        await anna.wait(11)
        assert len(anna.writes) == 1
        assert not anna.sees("z отменить"), "it has left"
        await anna.press("z")
        assert anna.sees("Уже отправлено: Телефонное интервью · ")
        await anna.press("j")
        assert not anna.sees("Уже отправлено")
        await anna.press("z")
        assert anna.sees("Уже отправлено: Телефонное интервью · "), "said again, though the same"
        await anna.press("j", "escape")
        assert anna.on_inbox
        await anna.press(anna.digit("consider"))
        await anna.press("g", "/")
        assert anna.sees("Подумать · ", "z отменить")
        await anna.press("z")
        assert anna.sees("Отменено: Подумать"), "a decision of the inbox as well"


async def test_keys_of_the_inbox_work_in_a_search_or_say_where() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        first = next(place for place, row in enumerate(_list(anna).rows) if _willing(row.id))
        await anna.press(*("j",) * first)
        who = _list(anna).rows[first].id
        await _chooses(anna)
        await anna.press("f2", "z")
        assert anna.sees("Отменено: Телефонное интервью")
        await anna.press("Z")
        assert anna.sees("приглашаем: «QA")
        assert "z отменить" in anna.status
        await anna.press("g", "o")
        assert anna.sees("Исходящие", "Телефонное интервью")
        await anna.press("escape")
        assert isinstance(anna.app.screen, FoundPage)
        await anna.press("g", "p")
        assert anna.sees("«g p» работает в списке откликов: закройте поиск людей (Esc).")
        await anna.press("enter")
        resume = anna.app.screen
        assert isinstance(resume, FoundResumePage)
        for keys in (("g", "o"), ("g", "l")):
            await anna.press(*keys)
            await anna.until(lambda: anna.app.screen is not resume)
            await anna.press("escape")
            assert anna.app.screen is resume
        await anna.press("v")
        assert any("«v» работает в списке откликов" in one for one in anna.toasts)
        await anna.press("q")
        await anna.wait(11)
        assert _invited(anna) == {who: 1}
        await anna.press("g", "l")
        await anna.until(lambda: not isinstance(anna.app.screen, FoundPage))
        await anna.press("escape")
        assert isinstance(anna.app.screen, FoundPage)


class Unanswering(httpx.AsyncBaseTransport):
    """The stand-in, which is asked in vain about some people: by resume, a status or an error."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.about: dict[str, int | type[httpx.TransportError]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        trouble = self.about.get(request.url.params.get("resume_id", ""))
        if trouble is None:
            return self._server.handle(request)
        if isinstance(trouble, int):
            return httpx.Response(trouble)
        raise trouble("scripted", request=request)


async def test_who_could_not_be_checked_is_named_and_not_invited() -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    transport = Unanswering(server)
    async with Recruiter(server=server, clock=clock, transport=transport) as anna:
        await _finds(anna)
        people = [row for row in _list(anna).rows if getattr(row.negotiation.resume, "last_name", None)][:4]
        for row in people:
            await anna.press("g", "g", *("j",) * list(_list(anna).rows).index(row), "x")
        first, second, third, fourth = (row.id for row in people)
        transport.about = {first: 502, third: httpx.ReadError}
        surnames = [getattr(row.negotiation.resume, "last_name", "") for row in (people[0], people[2])]
        await _chooses(anna)
        assert isinstance(anna.app.screen, GroupSheet), "the vacancies were told for the second one"
        assert anna.sees("Не удалось проверить, не приглашаем", *surnames)
        assert not anna.sees("пригласить нельзя")
        await anna.press("f2")
        assert isinstance(anna.app.screen, Preview)
        lines = [line for line in anna.lines if "не удалось проверить" in line]
        assert len(lines) == 2
        assert all(surname in line for surname, line in zip(surnames, lines, strict=True))
        await anna.press("f2")
        assert anna.sees("2 приглашения в исходящих", "не проверены", *surnames)
        assert set(_list(anna).marked) == {first, third}
        await anna.wait(11)
        assert _invited(anna) == {second: 1, fourth: 1}
        transport.about = {third: httpx.ConnectError}
        await _chooses(anna)
        await anna.press("escape")
        transport.about = {first: 502, third: 404}
        await anna.press("i")
        assert anna.sees("Приглашать не начали"), "nobody at all is answered for"
        transport.about = {}
        await _chooses(anna)
        await anna.press("f2", "f2")
        await anna.wait(11)
        assert _invited(anna) == dict.fromkeys((first, second, third, fourth), 1)


class CutShort(httpx.AsyncBaseTransport):
    """The stand-in, which tells one vacancy alone for some people, and refuses further pages."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.about: set[str] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._server.handle(request)
        if request.url.params.get("resume_id") not in self.about:
            return answer
        if "page" in request.url.params:
            return httpx.Response(400, json={"errors": [{"type": "bad_argument", "value": "page"}]})
        body = answer.json()
        return httpx.Response(200, json=body | {"items": body["items"][-1:], "pages": len(body["items"])})


async def test_who_is_not_told_of_a_vacancy_is_not_closed_to_it() -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    transport = CutShort(server)
    async with Recruiter(server=server, clock=clock, transport=transport) as anna:
        await _finds(anna)
        named = [row for row in _list(anna).rows if getattr(row.negotiation.resume, "last_name", None)]
        rows = [row for row in named if _willing(row.id)][:3]
        for row in rows:
            await anna.press("g", "g", *("j",) * list(_list(anna).rows).index(row), "x")
        transport.about = {rows[1].id}
        name = getattr(rows[1].negotiation.resume, "last_name", "")
        await _chooses(anna)
        assert isinstance(anna.app.screen, GroupSheet)
        assert anna.sees("Не удалось проверить, не приглашаем", name)
        assert not anna.sees("пригласить нельзя")
        await anna.press("f2")
        assert any("не удалось проверить" in line for line in anna.lines)
        assert not anna.sees("hh.ru не предлагает")
        await anna.press("f2")
        await anna.wait(11)
        assert _invited(anna) == {rows[0].id: 1, rows[2].id: 1}


async def test_sixty_are_invited_once_each(tmp_path: Path) -> None:
    """A lost answer, a kill, and the limit of a day in the middle."""
    async with Recruiter(home=tmp_path / "a") as anna:
        access = anna.server.world.resume_access
        access.invitations = 30
        await _finds(anna, pages=4)
        await anna.press("*")
        await _chooses(anna)
        assert isinstance(anna.app.screen, GroupSheet)
        await anna.press("f2", "f2")
        assert isinstance(anna.app.screen, FoundPage)
        chosen = _open(anna)
        assert len(chosen) >= 60
        anna.clock.seconds += 11
        while len(_invited(anna)) < 8:
            anna.app.sender.tick()
            await anna.settle()
        faults = anna.server.faults
        faults.add("POST", "phone_interview", 2, exception="read", after=True)
        faults.add("GET", "vacancies/active", 10_000, status=502)
        anna.app.sender.tick()
        await anna.until(lambda: len(anna.state.outbox.of(Stage.UNKNOWN)) == 2)
        await anna.until(lambda: not anna.state.outbox.of(Stage.SENDING))
        anna.crash(tmp_path / "b")
    faults.clear()
    async with anna.again(tmp_path / "b") as later:
        assert later.sees("Отправить сейчас")
        await later.press("down", "enter")
        await _let_go(later)
        put_off = [one for one in later.told if "Дневной лимит приглашений исчерпан" in one]
        assert len(put_off) == 1
        assert "завтра 09:00" in put_off[0]
        waiting = later.state.outbox.of(Stage.HELD)
        assert f"исчерпан: {len(waiting)} приглаш" in put_off[0]
        assert len({entry.operation.sprint for entry in waiting}) == 1
        assert all(entry.operation.not_before for entry in waiting)
        today = len(_invited(later))
        access.invitations = 200
        due = next(one.operation.not_before for one in waiting if one.operation.not_before)
        later.clock.seconds += (due - later.clock.now()).total_seconds() + 1
        later.app.sender.tick()
        await _let_go(later)
        assert len(waiting) > 20
        refused = _open(later)
        world = later.server.world
        made = [topic.person for topic in world.all_topics() if topic in world._invited]
        assert len(made) == len(set(made))
        reached = {one for one in chosen if person_of(one) in set(made)}
        assert reached | refused == chosen
        assert not any(_willing(one) for one in refused)
        assert today < len(_invited(later))
