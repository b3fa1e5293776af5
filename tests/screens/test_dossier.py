"""The tabs of a candidate: what each costs, tells, and says where it can't be had."""

from typing import Any

import pytest

from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.tab_line import TabLine
from tests.recruiter import Recruiter

TABS = {
    "tab-resume": "/resumes/",
    "tab-history": "/negotiations_history",
    "tab-notes": "/applicant_comments/",
    "tab-test": "/test/solution",
}


def _refusal(status: int, type_: str, value: str = "") -> dict[str, Any]:
    reason = {"type": type_, "value": value} if value else {"type": type_}
    return {"status": status, "body": {"request_id": "R1", "errors": [reason]}}


async def _to(anna: Recruiter, **wanted: bool) -> str:
    """Put the cursor on a candidate with, or without, a resume, a test, news; returns the id."""
    while True:
        row = anna.row
        one = row.negotiation
        found = {
            "resume": one.resume is not None,
            "test": one.test_result is not None,
            "news": one.has_updates,
            "notes": bool(one.resume and one.resume.owner and one.resume.owner.comments
                          and one.resume.owner.comments.counters
                          and one.resume.owner.comments.counters.total),
            "closed": bool(one.resume and not one.resume.can_view_full_info),
        }  # fmt: skip
        if all(found[name] is wish for name, wish in wanted.items()):
            return row.id
        before = anna.state.listing.cursor
        await anna.pilot.press("j")
        assert anna.state.listing.cursor != before, f"nobody with {wanted}"


async def test_each_tab_is_one_request_at_its_first_opening_only() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True, test=True)
        before = len(anna.server.received)
        for number, (command, path) in enumerate(TABS.items(), 1):
            await anna.command(command)
            assert len(anna.server.received) == before + number
            assert path in anna.server.received[-1].path
        await anna.command(*TABS)
        assert len(anna.server.received) == before + len(TABS)
        await anna.command("refresh")
        assert len(anna.reads("/test/solution")) == 2
        assert len(anna.reads("/applicant_comments/")) == 1


async def test_moving_with_a_tab_chosen_asks_for_nothing() -> None:
    async with Recruiter() as anna:
        await anna.command("tab-history")
        await anna.press("escape")
        before = len(anna.server.received)
        await anna.press("j", "j", "k")
        assert len(anna.server.received) == before


async def test_only_the_resume_tab_marks_as_viewed() -> None:
    async with Recruiter() as anna:
        nid = await _to(anna, resume=True, test=True, news=True)
        for command in ("tab-history", "tab-notes", "tab-test"):
            await anna.command(command)
            row = anna.row
            assert row.negotiation.has_updates
            assert not anna.viewed
        unread = anna.server.world.topic(nid).unread
        await anna.command("tab-resume")
        row = anna.row
        assert not row.negotiation.has_updates
        assert row.negotiation.unread == unread
        assert anna.viewed == (nid,)
        assert anna.server.world.topic(nid).viewed


async def test_the_next_candidate_is_opened_at_the_same_tab() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("tab-notes")
        first = anna.reads("/applicant_comments/")
        await anna.command("next-candidate")
        assert anna.at(Pane.CANDIDATE)
        assert anna.state.tab == "notes"
        assert len(anna.reads("/applicant_comments/")) - len(first) <= 1
        assert not anna.reads("/messages")
        await anna.command("previous-candidate")
        assert len(anna.reads("/applicant_comments/")) <= 2


async def test_the_resume_says_everything_it_has() -> None:
    async with Recruiter(rows=200) as anna:
        nid = await _to(anna, resume=True, closed=False)
        await anna.command("tab-resume")
        resume = anna.state.dossier(nid).resume
        assert resume is not None
        phone = next(one.text for one in resume.contact if one.text)
        assert anna.sees(phone, "★", "Желаемая работа", "Гражданство:", "Языки", "Образование")
        assert anna.sees("Командировки", "Переезд", "Разрешение на работу", resume.alternate_url or "?")


async def test_a_hidden_field_is_explained() -> None:
    async with Recruiter(rows=200) as anna:
        while True:
            row = anna.row
            resume = row.negotiation.resume
            if resume and any(one.id == "phones" for one in resume.hidden_fields):
                break
            await anna.pilot.press("j")
        await anna.command("tab-resume")
        assert anna.sees("скрыто кандидатом", "Это решил кандидат")


async def test_closed_contacts_are_opened_after_naming_the_price() -> None:
    async with Recruiter(rows=60) as anna:
        await _to(anna, closed=True)
        await anna.command("tab-resume")
        assert anna.sees("Контакты закрыты", "250", "₽", "g c")
        await anna.command("contacts")
        assert anna.sees("Спишется один контакт", "Не открывать", "250")
        await anna.press("enter")
        await anna.command("contacts")
        await anna.press("escape")
        assert not anna.server.world.contacts_opened
        await anna.command("contacts")
        await anna.press("down", "enter")
        assert len(anna.server.world.contacts_opened) == 1
        assert not anna.sees("Контакты закрыты")
        assert anna.sees("+7 (")


async def test_there_is_nothing_to_spend_on_open_contacts() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True, closed=False)
        await anna.command("contacts")
        assert "Сначала откройте резюме" in anna.status
        await anna.command("tab-resume", "contacts")
        assert "платных контактов" in anna.status
        assert not anna.reads("/limits/")


REFUSALS = [
    (_refusal(403, "api_access_payment", "action_must_be_payed"), "платный"),
    (_refusal(403, "forbidden"), "нет прав"),
    (_refusal(403, "resumes", "no_available_service"), "нет подходящей услуги"),
    (_refusal(403, "resumes", "cant_view_contacts"), "недоступны"),
    (_refusal(429, "resumes", "view_limit_exceeded"), "просмотр"),
    (_refusal(404, "not_found"), "не находит"),
]


@pytest.mark.parametrize(("command", "path"), list(TABS.items()))
async def test_a_refused_tab_says_why_and_the_others_go_on(command: str, path: str) -> None:
    async with Recruiter(rows=60) as anna:
        nid = await _to(anna, resume=True, test=True)
        for fault, words in REFUSALS:
            anna.server.faults.add("GET", path, **fault)
            if anna.state.dossier(nid)[anna.state.tab].error is None:
                await anna.command(command)
            else:
                await anna.command("refresh")
            assert anna.sees(words, "Остальные вкладки работают"), words
            assert anna.toasts == []
        await anna.command("refresh")
        assert not anna.sees("Остальные вкладки работают")


async def test_a_tab_that_was_read_stays_when_reading_it_anew_fails() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True, test=True)
        await anna.command("tab-test")
        assert anna.sees("Проверка")
        anna.server.faults.add("GET", "/test/solution", status=403, body={"errors": [{"type": "forbidden"}]})
        await anna.command("refresh")
        assert anna.sees("Проверка", "нет прав")


async def test_without_a_connection_the_tab_can_be_opened_once_more() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        anna.server.faults.add("GET", "/negotiations_history", exception="connect")
        await anna.command("tab-history")
        assert anna.sees("Остальные вкладки работают")
        assert "нет связи" in anna.title
        await anna.command("tab-history")
        assert anna.sees("эта вакансия")
        assert "нет связи" not in anna.title


async def test_who_has_no_resume_and_no_test_costs_no_request() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=False)
        before = len(anna.server.received)
        for command, words in (
            ("tab-resume", "скрыл или удалил"),
            ("tab-history", "Истории нет"),
            ("tab-notes", "Заметки недоступны"),
        ):
            await anna.command(command)
            assert anna.sees(words)
        await anna.press("escape")
        await _to(anna, test=False)
        await anna.command("tab-test")
        assert anna.sees("не проходил тест")
        assert len(anna.server.received) == before


async def test_a_tab_keeps_its_place_for_each_candidate() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _to(anna, resume=True)
        await anna.command("tab-resume")
        await anna.press("j", "j", "j")
        assert anna.state.candidate.scrollable.scroll_y == 3
        await anna.command("tab-notes")
        assert anna.state.candidate.scrollable.scroll_y == 0
        await anna.command("tab-resume")
        assert anna.state.candidate.scrollable.scroll_y == 3
        await anna.command("next-candidate")
        assert anna.state.candidate.scrollable.scroll_y == 0
        await anna.command("previous-candidate")
        assert anna.state.candidate.scrollable.scroll_y == 3


@pytest.mark.parametrize("columns", [80, 100, 120, 160])
async def test_the_tabs_fit_and_can_be_clicked(columns: int) -> None:
    async with Recruiter(columns=columns, rows=24) as anna:
        await _to(anna, resume=True, test=True)
        await anna.command("tab-history")
        await anna.paint()
        line = anna.state.widget("TabLine", TabLine)
        last = line._places[-1]
        assert last.tab == "test"
        assert last.end <= line.content_size.width
        await anna.click("TabLine", offset=(last.start + 2, 0))
        assert anna.state.tab == "test"
        assert len(anna.reads("/test/solution")) == 1


async def test_an_answer_that_comes_late_stays_with_its_candidate() -> None:
    async with Recruiter() as anna:
        first = await _to(anna, resume=True)
        await anna.pilot.press("g", "n", "J")
        await anna.settle()
        assert anna.state.dossier(first).notes is not None


@pytest.mark.parametrize("lang", ["ru", "en"])
async def test_hostile_data_leaves_every_tab_standing(lang: Any) -> None:
    async with Recruiter(hostile=True, lang=lang, columns=80, rows=24) as anna:
        for _ in range(4):
            await anna.command(*TABS)
            assert anna.app.is_running
            assert "\x1b" not in anna.text
            assert "\u202e" not in anna.text
            await anna.press("escape", "j")
