"""At a glance: figures in the first line, whom to answer, marking viewed, the next that needs attention."""

from datetime import UTC, datetime, timedelta

import pytest
from textual.widgets import OptionList

from hh_tui.demo import StandIn
from hh_tui.inbox.snapshot.row_facts import needs_attention
from hh_tui.settings.config import from_table
from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.response_rate import ResponseRatePage
from hh_tui.ui.view import Pane
from tests.recruiter import Clock, Recruiter
from tests.screens.test_dossier import _to
from tests.screens.test_found_answers import Late


async def _half_a_minute(anna: Recruiter) -> None:
    anna.control.count()
    await anna.settle()


async def test_statistics_cost_two_reads_and_none_at_the_start() -> None:
    async with Recruiter() as anna:
        paths = [one.path for one in anna.server.received]
        assert len(paths) == 5
        assert paths[4] == "/saved_searches/resumes", "for the left column, once the list stands"
        assert "вежливость" not in anna.title
        await _half_a_minute(anna)
        assert [one.path.rpartition("/")[2] for one in anna.server.received[5:]] == [
            "negotiations_statistics",
            "resume",
        ]
        assert all(
            part in anna.title for part in ("вежливость 48", "ответ за 5,1 дн", "отвечено 48 %", "резюме 500")
        )
        await _half_a_minute(anna)
        assert len(anna.server.received) == 7
        anna.clock.seconds += 1_800
        await _half_a_minute(anna)
        assert len(anna.server.received) == 9


async def test_an_opened_resume_takes_a_view_at_once() -> None:
    async with Recruiter() as anna:
        await _half_a_minute(anna)
        spent = anna.server.world.resume_access.spent
        await _to(anna, resume=True)
        await anna.command("tab-resume")
        assert "резюме 499" in anna.title
        await anna.command("refresh")
        assert spent(anna.server.world.now) == 1
        assert "резюме 499" in anna.title, "the same resume costs nothing once more"
        await anna.press("escape", "j")
        await _to(anna, resume=True)
        await anna.command("tab-resume")
        assert "резюме 498" in anna.title
        anna.server.world.resume_access.views -= 40
        anna.clock.seconds += 1_800
        await _half_a_minute(anna)
        assert "резюме 458" in anna.title


@pytest.mark.parametrize(
    ("status", "value", "left"), [(429, "view_limit_exceeded", 0), (404, "not_found", 499)]
)
async def test_a_resume_not_shown_has_the_views_read_anew(status: int, value: str, left: int) -> None:
    async with Recruiter() as anna:
        await _half_a_minute(anna)
        await _to(anna, resume=True)
        body = {"errors": [{"type": "resumes", "value": value}]}
        anna.server.faults.add("GET", r"/resumes/\w+$", status=status, body=body)
        await anna.command("tab-resume")
        assert f"резюме {left}" in anna.title
        await _half_a_minute(anna)
        assert "резюме 500" in anna.title


async def test_an_answer_asked_for_before_does_not_bring_a_view_back() -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    late = Late(server)
    async with Recruiter(server=server, clock=clock, transport=late) as anna:
        await _half_a_minute(anna)
        await _to(anna, resume=True)
        late.hold("limits/resume")
        clock.seconds += 1_800
        anna.control.count()
        await anna.until(lambda: len(anna.reads("limits")) == 2)
        await anna.press("g", "r", settle=False)
        await anna.until(lambda: "резюме 499" in anna.title)
        late.answer()
        await anna.settle()
        assert "резюме 499" in anna.title


async def test_figures_wait_until_the_list_stands() -> None:
    async with Recruiter() as anna:
        anna.control.start_anew()
        anna.control.count()
        await anna.settle()
        assert not anna.reads("statistics")


@pytest.mark.parametrize(
    ("path", "gone", "stays"),
    [("statistics", "вежливость", "резюме 500"), ("limits", "резюме", "вежливость 48")],
)
async def test_what_is_not_told_is_absent_without_a_word(path: str, gone: str, stays: str) -> None:
    async with Recruiter() as anna:
        body = {"errors": [{"type": "api_access_payment", "value": "action_must_be_payed"}]}
        anna.server.faults.add("GET", path, status=403, body=body)
        await _half_a_minute(anna)
        assert gone not in anna.title
        assert stays in anna.title
        assert not anna.toasts


async def test_a_narrow_screen_keeps_what_matters_most() -> None:
    async with Recruiter() as anna:
        await _half_a_minute(anna)
        for columns, seen, not_seen in (
            (120, "ответ за 5,1 дн", "просмотров"),
            (80, "22 новых", "отвечено"),
            (60, "в сети", "вежливость"),
        ):
            await anna.resize(columns, 24)
            assert seen in anna.title
            assert not_seen not in anna.title


async def test_the_page_tells_the_figures_and_leads_to_whom_to_answer() -> None:
    async with Recruiter() as anna:
        await anna.command("politeness")
        assert anna.sees("Индекс вежливости — 48 из 100", "Ещё 49 ответов", "500 просмотров резюме")
        assert anna.sees("Ни разу не ответили", "25 дн  Маслов Константин")
        await anna.press("j", "enter")
        row = anna.row
        assert row.negotiation.resume is not None
        assert row.negotiation.resume.last_name == "Толстых"
        assert anna.sees("Ждут ответа ·")
        assert not anna.writes
        assert not anna.viewed


@pytest.mark.parametrize("key", ["x", "*"])
async def test_the_page_leads_to_where_several_are_answered(key: str) -> None:
    async with Recruiter() as anna:
        await anna.command("politeness")
        assert anna.sees("отметить нескольких")
        await anna.press("j", key)
        resume = anna.row.negotiation.resume
        assert resume is not None
        assert resume.last_name == "Толстых"
        assert anna.sees("Ждут ответа ·", "Здесь отмечают: x — одного, * — всех.")
        await anna.press("x", "x")
        assert anna.sees("отмечено 2")
        assert not anna.writes
        assert not anna.viewed


async def test_two_responses_that_read_alike_are_told_apart() -> None:
    clock = Clock(datetime(2026, 11, 30, 9, tzinfo=UTC))
    async with Recruiter(server=StandIn("M", clock=clock.now), clock=clock, columns=80, rows=24) as anna:
        await anna.command("politeness")
        await anna.wait(5)
        page = anna.app.screen
        assert isinstance(page, ResponseRatePage)
        told = [(one.detail, one.label) for one in page._said[2]]
        assert len(told) == len(set(told))
        labels = [label for _, label in told]
        assert "Гончарук Ольга, 31 · Тестировщик ПО · QA-инженер · Сомов И." in labels
        assert "Беккер Максим, 24 · Водитель-экспедитор · 19 ноября 17:27 · Курьер-водитель" in labels


async def test_the_page_without_any_figure() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add(
            "GET", "statistics|limits", status=403, times=2, body={"errors": [{"type": "forbidden"}]}
        )
        await anna.command("politeness")
        assert anna.sees("Показателей нет", "Ни разу не ответили")
        await anna.press("escape")
        assert anna.sees("Неразобранные ·")


async def test_marking_asks_once_and_tells_hh_ru() -> None:
    async with Recruiter() as anna:
        row = anna.row
        board = anna.state.shown_board
        assert board is not None
        assert board.collections[0].counters is not None
        before = board.collections[0].counters.with_updates
        await anna.command("mark-viewed")
        assert anna.sees("Отметить 1 отклик просмотренным?")
        await anna.press("escape")
        assert not anna.viewed
        await anna.command("mark-viewed")
        await anna.press("enter")
        assert anna.writes == [("POST", "/negotiations/read", [("topic_id", row.id)])]
        assert anna.viewed == (row.id,)
        assert anna.server.world.topic(row.id).viewed
        after = anna.row
        assert not needs_attention(after.negotiation)
        assert anna.sees(f"{before - 1}/73")
        assert anna.status.startswith("Просмотрен 1 кандидат")
        await anna.command("mark-viewed")
        assert anna.status.startswith("Уже просмотрено")
        await anna.command("next-attention", "mark-viewed")
        assert len(anna.writes) == 2


async def test_many_are_marked_fifty_at_a_time_and_by_vacancy() -> None:
    async with Recruiter(size="M") as anna:
        anna.app.disk.remember("asked", "mark-viewed", "yes")
        await anna.press(*["pagedown"] * 8)
        rows = [row.negotiation for row in anna.state.listing.rows]
        wanted = [replace(one, has_updates=True) for one in rows][:120]
        anna.control.mark_viewed(wanted)
        await anna.settle()
        assert [len(form) for _, _, form in anna.writes] == [50, 50, 20]
        await anna.command("waiting")
        anna.control.mark_viewed([row.negotiation for row in anna.state.listing.rows])
        await anna.settle()
        places = [{anna.server.world.topic(nid).vacancy.id for _, nid in form} for _, _, form in anna.writes]
        assert all(len(vacancies) == 1 for vacancies in places)
        assert len({one for vacancies in places for one in vacancies}) > 1


async def test_a_mark_refused_says_why_and_changes_nothing() -> None:
    async with Recruiter() as anna:
        anna.app.disk.remember("asked", "mark-viewed", "yes")
        anna.server.faults.add(
            "POST", "/negotiations/read", status=403, body={"errors": [{"type": "forbidden"}]}
        )
        await anna.command("mark-viewed")
        row = anna.row
        assert needs_attention(row.negotiation)
        assert anna.toasts


async def test_what_was_opened_here_has_a_sign_and_a_moment() -> None:
    async with Recruiter() as anna:
        await anna.command("open", "back")
        row = anna.row
        assert anna.sees("◎")
        assert anna.app.disk.remembered("opened") == {row.id: "2026-05-14T08:30:00+00:00"}
        anna.control.start_anew()
        await anna.settle()
        assert anna.sees("Открыто здесь 14 мая, 11:30", "◎")


async def test_marking_is_not_opening() -> None:
    async with Recruiter() as anna:
        anna.app.disk.remember("asked", "mark-viewed", "yes")
        await anna.command("mark-viewed")
        assert not anna.app.disk.remembered("opened")
        assert not anna.sees("◎")


async def test_the_next_one_that_needs_attention_however_far() -> None:
    async with Recruiter() as anna:
        viewed: list[int] = []
        for _ in range(30):
            await anna.press("]")
            row = anna.row
            if viewed and viewed[-1] == anna.state.listing.cursor:
                break
            assert needs_attention(row.negotiation)
            viewed.append(anna.state.listing.cursor)
        assert viewed == sorted(viewed)
        assert anna.status.startswith("Дальше никто не ждёт внимания")
        assert len(anna.state.listing.rows) == 73
        assert len(anna.reads("/negotiations/response")) == 2
        await anna.press("х")
        assert anna.state.listing.cursor == viewed[-2]
        await anna.press("home", "[")
        assert anna.status.startswith("Выше никто не ждёт внимания")


async def test_pages_are_read_in_search_of_one_but_not_without_end() -> None:
    async with Recruiter(size="L") as anna:
        world, vacancy_id = anna.server.world, anna.state.vacancy_id
        assert vacancy_id is not None
        vacancy = world.vacancy(vacancy_id)
        assert vacancy is not None
        for topic in world.roster(vacancy).topics:
            topic.look()
        world.roster(vacancy).changed()
        await anna.command("refresh")
        before = len(anna.reads("/negotiations/response"))
        await anna.press("ъ")
        assert len(anna.reads("/negotiations/response")) - before <= 11
        assert anna.status.startswith("Дальше никто не ждёт внимания")
        assert anna.state.listing.cursor == 0
        assert not anna.writes
        assert not anna.viewed


@pytest.mark.parametrize(("advance", "at"), [("next", 2), ("previous", 1), ("stay", 2)])
async def test_after_a_decision_the_cursor_goes_where_one_wants_it(advance: str, at: int) -> None:
    async with Recruiter(settings=from_table({"advance": advance})) as anna:
        await anna.command("down", "down")
        ids = anna.ids
        await anna.command("open")
        await anna.press("3")
        row = anna.row
        assert row.id == (ids[3] if at == 2 else ids[1])
        assert anna.state.listing.cursor == at
        assert anna.at(Pane.CANDIDATE) is (advance == "stay")
        await anna.command("undo")
        assert anna.selected_id == ids[2]


async def test_whoever_came_too_long_ago_to_count_is_passed_over() -> None:
    async with Recruiter(size="M") as anna:
        for vacancy in anna.server.world.vacancies:
            for topic in anna.server.world.roster(vacancy).topics[: vacancy.responses // 2]:
                topic.created_at -= timedelta(days=60)
        await anna.command("politeness")
        assert anna.sees("Ни разу не ответили", " дн  ")
        page = anna.app.screen
        assert isinstance(page, ResponseRatePage)
        assert page.query_one(OptionList).option_count >= 20
        await anna.press("enter")
        row = anna.row
        assert row.negotiation.created_at is not None
        assert (anna.clock.now() - row.negotiation.created_at).days <= 30
