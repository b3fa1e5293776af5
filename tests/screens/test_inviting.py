"""Inviting: whom, where to, held like any decision, and what hh.ru says to it."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, OptionList, TextArea

from hh_tui.api.models import Resume
from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.demo.reluctance import A_DAY, CLOSED, REFUSALS, REMOVED_ADDRESS, temper
from hh_tui.demo.resume_ids import person_of
from hh_tui.i18n.text import Language
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.ask import Ask
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.events import InvitableRead
from tests.recruiter import Clock, Recruiter

PLACES = "vacancies/active"
LINK = "https://hh.ru/resume/"


def _temper(resume: Resume | None) -> int:
    key = person_of(resume.id or "") if resume else None
    return temper(key) if key else -1


async def _to(anna: Recruiter, wanted: int | None = None) -> Resume:
    """To a candidate of that kind; without one, to one whom hh.ru lets us invite."""
    for place, row in enumerate(anna.state.listing.rows):
        kind = _temper(row.negotiation.resume)
        fits = kind not in {-1, CLOSED, *REFUSALS} if wanted is None else kind == wanted
        if fits and row.negotiation.resume is not None:
            anna.control.point(place)
            await anna.settle()
            return row.negotiation.resume
    raise AssertionError("nobody of that kind")


def _offers(anna: Recruiter) -> list[str]:
    return [str(option.prompt) for option in anna.app.screen.query_one(OptionList).options]


def _offered(anna: Recruiter) -> str:
    """The vacancy under the cursor."""
    place = anna.app.screen.query_one(OptionList).highlighted
    return _offers(anna)[place or 0].partition("  ")[0]


async def _chooses(anna: Recruiter, vacancy: str = "QA") -> ActionSheet:
    await anna.command("invite")
    assert isinstance(anna.app.screen, Picker)
    await anna.write(vacancy)
    await anna.press("enter")
    assert isinstance(anna.app.screen, ActionSheet)
    return anna.app.screen


async def _invites(anna: Recruiter, vacancy: str = "QA") -> None:
    """From the key to what became of it."""
    await _chooses(anna, vacancy)
    await anna.press("f2")
    await anna.wait(11)


async def test_where_to_is_asked_and_what_is_impossible_is_told() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        before = len(anna.server.received)
        await anna.command("invite")
        asked = anna.server.received[before:]
        assert [one.method for one in asked] == ["GET"]
        assert PLACES in asked[0].path
        assert ("resume_id", resume.id) in asked[0].query
        assert len(_offers(anna)) == 4
        here = anna.state.vacancy
        assert here is not None
        assert f"{here.name}  уже здесь: Неразобранные · ✓ эта вакансия" in _offers(anna)
        assert _offered(anna) != here.name, "there they are already"
        await anna.write(here.name)
        await anna.press("enter")
        assert "уже на вакансии" in anna.toasts[-1]
        assert anna.on_inbox
        assert anna.writes == []


async def test_one_way_goes_straight_to_form_and_form_into_hold() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        row, shown = anna.state.selected, anna.lines[2:-1]
        sheet = await _chooses(anna)
        assert anna.sees("QA-инженер", "может списать контакт")
        letter = sheet.query_one(TextArea).text
        assert resume.first_name is None or resume.first_name in letter
        await anna.press("f2")
        assert anna.state.selected is row
        assert "QA-инженер" in anna.status
        assert "через 10 с" in anna.status
        assert anna.writes == []
        await anna.command("undo")
        await anna.wait(20)
        assert anna.writes == []
        assert anna.lines[2:-1] == shown
        await anna.command("redo")
        await anna.wait(11)
        (method, path, form), *more = anna.writes
        assert (method, path, more) == ("POST", "/negotiations/phone_interview", [])
        assert [name for name, _ in form] == ["resume_id", "vacancy_id", "message"]
        assert dict(form)["resume_id"] == resume.id
        assert dict(form)["message"] == letter.rstrip()


async def test_in_a_small_window_the_ways_out_stay_in_sight() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _to(anna)
        await _chooses(anna)
        assert anna.sees("может списать контакт", "F2 С письмом", "Esc В черновик")


@pytest.mark.parametrize("columns", [48, 80])
async def test_in_a_small_window_its_seconds_are_counted(columns: int) -> None:
    async with Recruiter(columns=columns, rows=24) as anna:
        who = (await _to(anna)).name or ""
        await _chooses(anna, "Бухгалтер")
        await anna.press("f3")
        await anna.wait(1)
        assert "через 4 с · z отменить" in anna.status
        assert who[:7] in anna.status
        await anna.press("z")
        await anna.wait(30)
        assert anna.writes == []


async def test_an_invitation_elsewhere_stands_in_the_row(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        who = (await _to(anna)).name
        await _chooses(anna)
        await anna.press("f2")
        assert anna.sees("приглашаем: «QA-инженер»")
        await anna.press("j")
        await anna.wait(11)
        assert not anna.sees("приглашаем")
        assert anna.sees("приглашение «QA-инженер»")
    async with anna.again(columns=80, rows=24) as later:
        line = next(place for place, one in enumerate(later.lines) if who in one)
        assert "приглашение «QA-инженер»" in later.lines[line + 1]


async def test_whoever_waits_is_taken_to_the_new_negotiation() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        await _invites(anna)
        inbox = anna.state.snapshot
        assert inbox.vacancy is not None
        assert inbox.vacancy.name == "QA-инженер"
        assert inbox.selected is not None
        assert inbox.selected.negotiation.resume is not None
        assert inbox.selected.negotiation.resume.id == resume.id
        assert inbox.selected.negotiation.employer_state is not None
        assert inbox.selected.negotiation.employer_state.id == "phone_interview"
        assert not anna.reads("messages")


async def test_whoever_went_on_stays_and_learns_the_way() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        await _chooses(anna)
        await anna.press("f2")
        await anna.command("down")
        here = anna.state.selected
        await anna.wait(11)
        assert anna.state.selected is here
        assert "g j" in anna.toasts[-1]
        assert "QA-инженер" in anna.toasts[-1]
        await anna.command("go-to-invited")
        found = anna.row
        assert found.negotiation.resume is not None
        assert found.negotiation.resume.id == resume.id


async def test_whoever_writes_a_letter_is_not_disturbed() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        await _chooses(anna)
        await anna.press("f2")
        await anna.command("reply")
        await anna.write("Добрый")
        await anna.wait(11)
        assert len(anna.writes) == 1
        assert anna.state.composing is not None
        assert anna.state.letter == "Добрый"


async def test_the_letter_of_an_invitation_stands_in_no_other_thread() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        await anna.command("open")
        await _chooses(anna)
        await anna.press("f2")
        assert not anna.sees("ещё не отправлено")
        totals = anna.state.shown_board
        assert totals == anna.state.board


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("resume_not_found", "резюме скрыто или удалено"),
        ("application_denied", "g e"),
        ("invalid_vacancy", "в архиве или скрыта"),
        ("not_enough_purchased_services", "hh.ru/price"),
    ],
)
async def test_each_refusal_says_what_to_do(kind: str, said: str) -> None:
    async with Recruiter() as anna:
        await _to(anna, next(key for key, value in REFUSALS.items() if value == kind))
        await _invites(anna)
        assert len(anna.writes) == 1
        assert said in anna.toasts[-1]
        assert "Приглашение не отправлено" in anna.toasts[-1]
        assert "не ушло 1" in anna.title
        await anna.command("details")
        assert anna.sees(kind)


async def test_beyond_the_daily_limit_it_goes_tomorrow_by_itself() -> None:
    async with Recruiter() as anna:
        world = anna.server.world
        resume = await _to(anna)
        vacancy = next(one for one in world.vacancies if one.name == "QA-инженер" and not one.archived)
        stage = vacancy.pipeline.stage("phone_interview")
        assert stage is not None
        for number in range(A_DAY):
            world.invite(vacancy, (2, 100 + number), stage, None)
        await _chooses(anna)
        await anna.press("f2")
        await anna.wait(4)
        await anna.press("j")
        await _chooses(anna)
        await anna.press("f2")
        await anna.press("b", "down", "enter")
        await anna.wait(7)
        assert "исчерпан: 2 приглашения ждут" in anna.toasts[-1]
        await anna.press("z")
        assert "Отменено «На потом»" in anna.status
        assert "до завтра 09:00" in anna.toasts[-1]
        due = anna.state.outbox.entries[0].operation.not_before
        assert due is not None
        await anna.wait((due - anna.clock.now()).total_seconds() + 1)
        assert len(anna.writes) == 3
        assert anna.writes[0] in anna.writes[1:]
        assert any(topic.person == person_of(resume.id or "") for topic in world.roster(vacancy).topics)


async def test_an_address_that_is_gone_keeps_the_letter() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        sheet = await _chooses(anna)
        sheet.query_one("Select").value = REMOVED_ADDRESS  # type: ignore[attr-defined]
        await anna.write("P.S.")
        await anna.press("f2")
        await anna.wait(11)
        assert "такого адреса больше нет" in anna.toasts[-1]
        sheet = await _chooses(anna)
        assert sheet.query_one(TextArea).text.endswith("P.S.")


@pytest.mark.parametrize("value", ["already_applied", "already_invited"])
async def test_who_is_there_already_is_a_key_away(value: str) -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        world = anna.server.world
        await _chooses(anna)
        vacancy = next(one for one in world.vacancies if one.name == "QA-инженер" and not one.archived)
        stage = vacancy.pipeline.stage("phone_interview")
        key = person_of(resume.id or "")
        assert stage is not None
        assert key is not None
        topic = world.invite(vacancy, key, stage, "Коллега был раньше")
        if value == "already_invited":
            body = {"errors": [{"type": "negotiations", "value": value}]}
            anna.server.faults.add("POST", "/negotiations", status=403, body=body)
        await anna.press("f2")
        await anna.wait(11)
        assert "g j" in anna.toasts[-1]
        before = len(anna.server.received)
        await anna.command("go-to-invited")
        assert anna.selected_id == topic.id
        assert len(anna.server.received) - before <= 6


async def test_where_the_way_can_not_be_read_one_is_told() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        here = anna.state.vacancy
        assert here is not None
        await anna.command("invite")
        await anna.write(here.name)
        await anna.press("enter")
        anna.server.faults.add("GET", "negotiations_history", status=403, body={"errors": []})
        await anna.command("go-to-invited")
        assert "найдите его там" in anna.toasts[-1]
        await anna.command("go-to-invited")
        assert anna.state.selected is not None


async def test_nobody_was_invited_yet() -> None:
    async with Recruiter() as anna:
        await anna.command("go-to-invited")
        assert "Пока никого не пригласили" in anna.status


async def test_people_out_of_reach_are_explained() -> None:
    async with Recruiter() as anna:
        await _to(anna, CLOSED)
        await anna.command("invite")
        assert any(line.endswith("hh.ru не предлагает") for line in _offers(anna))
        await anna.write("QA")
        await anna.press("enter")
        assert "Доступ к базе резюме" in anna.toasts[-1]
        assert anna.writes == []


def _place(**fields: Any) -> dict[str, Any]:
    return {"id": "1", "name": "Слесарь", "can_invite": True, **fields}


def _way(id_: str, **fields: Any) -> dict[str, Any]:
    url = f"https://api.hh.ru/negotiations/{id_}"
    return {"id": id_, "name": id_.title(), "method": "POST", "url": url, "arguments": [], **fields}


async def test_of_several_ways_one_is_chosen_and_a_closed_one_says_so() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        ways = [_way("first"), _way("second", enabled=False), _way("third", hidden=True)]
        page = {"items": [_place(negotiations_actions=ways)], "found": 1, "pages": 1, "page": 0}
        anna.server.faults.add("GET", PLACES, 2, status=200, body=page)
        await anna.command("invite")
        await anna.press("enter")
        assert [line.strip() for line in _offers(anna)] == ["1  First", "2  Second", "Third"]
        await anna.write("Second")
        await anna.press("enter")
        assert "не разрешает" in anna.toasts[-1]
        await anna.command("invite")
        await anna.press("enter")
        await anna.write("Third")
        await anna.press("enter")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.press("f2")
        await anna.wait(11)
        assert anna.writes[0][1] == "/negotiations/third"


async def test_nowhere_to_invite_to() -> None:
    async with Recruiter() as anna:
        await _to(anna)
        page = {"items": [], "found": 0, "pages": 1, "page": 0}
        anna.server.faults.add("GET", PLACES, status=200, body=page)
        await anna.command("invite")
        assert "Среди ваших активных вакансий нет подходящих этому резюме" in anna.toasts[-1]
        assert "чужие hh.ru не предлагает" in anna.toasts[-1]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", ("Подходящих вакансий у вас 40, hh.ru назвал из них 20", "пригласите на сайте hh.ru")),
        ("en", ("40 of your vacancies suit, and hh.ru told 20 of them", "on hh.ru's site")),
    ],
)
async def test_a_list_that_is_cut_short_says_so(lang: Language, told: tuple[str, ...]) -> None:
    clock = Clock()
    readings = Readings(resume_id_alone=True)
    server = StandIn(size="L", seed=7, clock=clock.now, readings=readings)
    async with Recruiter(server=server, clock=clock, lang=lang) as anna:
        await _to(anna)
        await anna.command("invite")
        assert len(_offers(anna)) == 20
        assert anna.sees(*told), anna.lines
        server.world.readings = Readings()
        await anna.press("escape")
        await anna.command("invite")
        assert len(_offers(anna)) == 40
        assert not anna.sees(told[0])


async def test_an_answer_that_comes_late_opens_nothing() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        await anna.command("invite")
        await anna.press("escape")
        await anna.command("reply")
        anna.control.post(InvitableRead(resume, (), unseen=False))
        await anna.settle()
        assert anna.on_inbox
        assert anna.toasts == []


# Anyone, by a link


async def _asks(anna: Recruiter, text: str) -> None:
    await anna.command("invite-other")
    assert isinstance(anna.app.screen, Ask)
    anna.app.screen.query_one(Input).value = text
    await anna.press("enter")


async def test_a_link_leads_to_the_same_choice_and_spends_nothing() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        before = len(anna.server.received)
        await _asks(anna, f"{LINK}{resume.id}?from=search")
        assert len(anna.server.received) - before == 1
        assert anna.server.world.resumes_viewed == set()
        assert anna.sees(f"Резюме {(resume.id or '')[:8]}…", "Сначала узнать, кто это", "1 просмотр")
        await anna.write("QA")
        await anna.press("enter")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.press("f2")
        await anna.wait(11)
        assert dict(anna.writes[0][2])["resume_id"] == resume.id
        assert anna.server.world.resumes_viewed == set()


async def test_by_a_link_the_vacancy_one_is_in_is_offered_first() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        await anna.command("vacancy")
        await anna.write("QA")
        await anna.press("enter")
        here = anna.state.vacancy
        assert here is not None
        assert here.name.startswith("QA")
        await _asks(anna, f"{LINK}{resume.id}")
        assert _offered(anna) == here.name
        assert anna.sees("✓ эта вакансия")


async def test_a_link_is_pasted_with_what_stood_around_it() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        await anna.command("invite-other")
        anna.app.post_message(events.Paste(f"\n\u00a0[Анна]({LINK}{resume.id}?from=search).\r\nСпасибо"))
        await anna.press("enter")
        assert anna.sees(f"Резюме {(resume.id or '')[:8]}…")


async def test_who_it_is_costs_a_view_and_only_when_asked() -> None:
    async with Recruiter() as anna:
        resume = await _to(anna)
        anna.control.count()
        await _asks(anna, resume.id or "")
        assert "просмотров резюме 500" in anna.title
        await anna.write("Сначала узнать")
        await anna.press("enter")
        assert len(anna.server.world.resumes_viewed) == 1
        assert anna.sees(f"Куда пригласить · {resume.name}")
        assert not anna.sees("Сначала узнать")
        assert "просмотров резюме 499" in anna.title


async def test_what_is_no_resume_is_refused_unsent() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await _asks(anna, "https://evil.example/resume/3f2a91c07b5e4d6f8a1b2c3d4e5f60718293a4")
        assert isinstance(anna.app.screen, Ask)
        assert anna.sees("Это не резюме hh.ru")
        await anna.press("x")
        assert not anna.sees("Это не резюме hh.ru")
        await anna.press("escape")
        assert len(anna.server.received) == before


async def test_a_link_to_nobody() -> None:
    async with Recruiter() as anna:
        await _asks(anna, "f" * 38)
        assert "не знает такого резюме" in anna.toasts[-1]


async def test_without_a_resume_there_is_nobody_to_invite() -> None:
    async with Recruiter() as anna:
        anna.server.world.hide_resume(anna.state.listing.rows[0].id)
        await anna.command("refresh")
        await anna.command("invite")
        assert "пригласить нельзя" in anna.status


async def test_hostile_vacancies_are_text() -> None:
    async with Recruiter(hostile=True) as anna:
        place = next(number for number, row in enumerate(anna.state.listing.rows) if row.negotiation.resume)
        anna.control.point(place)
        await anna.command("invite")
        assert isinstance(anna.app.screen, Picker)
        assert "\x1b" not in anna.text
