"""Who waits for an answer, over all vacancies: what is seen, what it costs, and that deciding works there."""

import asyncio
from typing import Final

import httpx
import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.demo.readings import Readings
from hh_tui.i18n.text import Language
from hh_tui.inbox.lists import awaiting_list
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.view import Pane
from tests.recruiter import Clock, Recruiter

ACTIVE = ("Python-разработчик", "QA-инженер", "Бухгалтер")

LOOKED: Final = 5
"""Vacancies with responses: three of one's own, and two of colleagues that one was granted."""

COST: Final = 18
"""Requests for all of them: a board each, and the ends of lists where somebody may wait."""


class Slow(httpx.AsyncBaseTransport):
    """Answers at once until `after` requests were answered; then not before it may."""

    def __init__(self, server: StandIn) -> None:
        self.server = server
        self.after = 10_000
        self.reached, self.go_on = asyncio.Event(), asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        if len(self.server.received) >= self.after:
            self.reached.set()
            await self.go_on.wait()
        return self.server.handle(request)


def _row(anna: Recruiter, place: int = 0) -> str:
    return anna.state.listing.rows[place].id


async def _digit(anna: Recruiter, action_id: str) -> str:
    row = anna.row
    shown = [one.id for one in row.negotiation.actions if not one.hidden]
    return str(shown.index(action_id) + 1)


@pytest.mark.parametrize("command", ["waiting", "go-snoozed", "go-until-reply"])
async def test_a_search_that_was_kept_does_not_follow(command: str) -> None:
    """It narrowed down who waits to one, below the word that was looked for in another list."""
    async with Recruiter() as anna:
        await anna.command("waiting")
        await anna.command("snooze")
        await anna.press("enter")
        await anna.command("until-reply", "waiting")
        waiting = list(anna.ids)
        await anna.press("escape", "/")
        await anna.write("python")
        await anna.press("tab")
        assert anna.sees("/ python")
        await anna.command(command)
        assert anna.ids
        assert anna.ids == waiting or command != "waiting"
        assert not anna.sees("/ python")
        await anna.press("escape")
        assert not anna.sees("/ python")


async def test_one_who_waits_longest_is_first_and_names_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        assert anna.at(Pane.LIST)
        assert anna.state.listing.cursor == 0
        assert anna.sees("Ждут ответа ·", "ждёт 25 дн", *ACTIVE)
        queue = anna.state.queue
        assert queue is not None
        since = [queue.found[row.id].since for row in anna.state.listing.rows]
        assert since == sorted(since)
        assert "QA-инженер" in anna.title
        await anna.press("/")
        await anna.write("ыыщ")
        loaded = len(anna.state.listing.rows)
        assert anna.sees(f"Среди загруженных ({loaded}) никого не нашлось.", "загрузить в нём следующих: G")
        await anna.press("escape", "G")
        assert len(anna.state.listing.rows) > loaded


async def test_it_costs_a_board_and_the_ends_of_lists_and_opens_nobody() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.command("waiting")
        asked = anna.server.received[before:]
        boards = [one for one in asked if one.path == "/negotiations"]
        assert len(boards) == LOOKED
        assert [one.path for one in asked[:2]] == ["/common/chats"] * 2, "how many wrote, and where"
        assert "· 39 непрочитанных" in anna.text
        assert len(asked) == 2 + COST
        assert not [one for one in asked if "messages" in one.path or "resumes" in one.path]
        assert not anna.writes
        assert not anna.viewed
        fresh = [dict(one.query) for one in asked if one.path.endswith("/response")]
        assert [one["page"] for one in fresh] == ["1", *["0"] * (LOOKED - 1)]
        others = [dict(one.query) for one in asked if one.path.startswith("/negotiations/") and
                  not one.path.endswith("/response")]  # fmt: skip
        assert all(one["show_only_new"] == "true" for one in others)


async def test_chats_that_tell_of_nobody_hide_nobody() -> None:
    async with Recruiter() as anna:
        nothing = {"items": [], "found": 0, "page": 0, "pages": 1, "per_page": 20}
        anna.server.faults.add("GET", "/common/chats$", status=200, body=nothing)
        before = len(anna.server.received)
        await anna.command("waiting")
        queue = anna.state.queue
        assert queue is not None
        assert [one for one in queue.found.values() if one.source.collection_id != "response"]
        assert len(anna.server.received) - before == 1 + COST


async def test_without_chats_it_costs_what_it_did() -> None:
    async with Recruiter(settings=Settings(threads="negotiations")) as anna:
        before = len(anna.server.received)
        await anna.command("waiting")
        assert len(anna.server.received) - before == COST
        assert "чат" not in anna.title


async def test_everybody_of_the_first_vacancy_is_found_by_going_down() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        await anna.command("bottom", "bottom", "bottom")
        queue = anna.state.queue
        assert queue is not None
        assert queue.is_whole
        world = anna.server.world
        waiting = {
            topic.id
            for vacancy in world.vacancies
            if not vacancy.archived and vacancy.accessible
            for topic in world.roster(vacancy).topics
            if topic.unread
            or (topic.stage.id == "response" and (world.now - topic.created_at).total_seconds() >= 3 * 86_400)
        }
        rows = set(anna.ids)
        assert rows <= waiting
        missing = [world.topic(nid) for nid in waiting - rows]
        assert all(topic.messaging_status != "ok" and topic.vacancy.archived for topic in missing)
        assert f"Ждут ответа · {len(rows)} · 39 непрочитанных ─" in anna.text


async def test_the_queue_is_shown_again_for_five_minutes() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting", "down", "down")
        nid = anna.selected_id
        await anna.command("vacancy")
        await anna.press("enter")
        assert "Неразобранные" in anna.text.split("\n")[1] or anna.sees("Неразобранные ·")
        before = len(anna.server.received)
        await anna.command("waiting")
        assert anna.selected_id == nid
        assert len(anna.server.received) == before
        await anna.wait(301)
        await anna.command("waiting")
        figures = ("/negotiations_statistics", "/limits/resume")
        asked = [one for one in anna.server.received[before:] if not one.path.endswith(figures)]
        assert len(asked) == 1 + 2 + COST  # the minute's poll, and everybody looked for
        assert anna.selected_id == nid


async def test_a_refresh_brings_the_new_ones_and_keeps_the_candidate() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting", "down")
        nid = _row(anna, 1)
        anna.server.world.candidate_writes(nid, "Когда ждать ответа?")
        await anna.command("refresh")
        row = anna.row
        assert row.id == nid
        assert row.negotiation.unread == 1
        assert anna.sees("✉1")


async def test_a_decision_goes_to_its_own_vacancy_and_is_undone() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        nid, rows = _row(anna), list(anna.state.listing.rows)
        chosen = anna.state.shown_board
        await anna.press(await _digit(anna, "consider"))
        assert _row(anna) == rows[1].id
        assert anna.state.shown_board == chosen
        await anna.command("undo")
        assert anna.ids == [row.id for row in rows]
        assert anna.state.listing.cursor == 0
        await anna.press(await _digit(anna, "consider"))
        await anna.wait(6)
        assert [path for _, path, _ in anna.writes] == [f"/negotiations/consider/{nid}"]
        assert anna.state.shown_board == chosen
        assert nid not in anna.ids
        await anna.command("vacancy")
        await anna.press("enter")
        await anna.command("waiting")
        assert nid not in anna.ids


async def test_counters_follow_candidates_of_their_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        chosen = anna.state.vacancy_id
        queue, listing = anna.state.queue, anna.state.listing
        assert queue is not None
        place = next(
            number
            for number, row in enumerate(listing.rows)
            if queue.found[row.id].source.vacancy_id == chosen
        )
        for _ in range(place):
            await anna.press("j")
        board = anna.state.shown_board
        assert board is not None
        assert board.collections[0].counters is not None
        before = board.collections[0].counters.total
        await anna.press(await _digit(anna, "consider"))
        after = anna.state.shown_board
        assert after is not None
        assert after.collections[0].counters is not None
        assert after.collections[0].counters.total == before - 1


async def test_the_form_of_an_action_carries_the_rows_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        row = anna.row
        home = anna.state.home_of(row.id)
        assert home is not None
        assert home.vacancy_id != anna.state.vacancy_id
        digit = next(
            number
            for number, one in enumerate((one for one in row.negotiation.actions if not one.hidden), 1)
            if one.argument("message") and one.enabled
        )
        await anna.press(str(digit))
        await anna.press("f7", "delete")
        await anna.write("Ждём вас")
        await anna.press("f2")
        assert row.id not in anna.ids
        await anna.wait(11)
        (write,) = anna.writes
        assert row.id in write[1]
        assert ("message", "Ждём вас") in write[2]


async def test_a_letter_is_an_answer_and_takes_him_out() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        while True:
            row = anna.row
            if row.negotiation.can_write:
                break
            await anna.press("j")
        await anna.command("reply")
        await anna.write("Спасибо, ответим завтра")
        await anna.command("send")
        assert row.id not in anna.ids
        await anna.command("undo")
        assert row.id in anna.ids
        await anna.command("redo")
        await anna.wait(11)
        assert anna.writes[-1][1] == f"/negotiations/{row.id}/messages"


async def test_opening_there_counts_the_rows_own_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting", "next-attention", "open")
        row = anna.row
        assert not row.negotiation.has_updates
        home = anna.state.home_of(row.id)
        assert home is not None
        told = {one.id: one.unread for one in anna.state.vacancies or ()}
        vacancy = anna.server.world.vacancy(home.vacancy_id)
        assert vacancy is not None
        roster = anna.server.world.roster(vacancy)
        counted = sum(roster.counters(stage.id).with_updates for stage in vacancy.pipeline.stages)
        assert told[home.vacancy_id] == counted


async def test_the_sidebar_leads_there_and_back() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("escape", "escape")
        assert anna.sees("Ждут ответа")
        await anna.command("top", "open")
        assert anna.sees("ждёт 25 дн")
        await anna.press("escape")
        assert anna.sees("Неразобранные")
        assert not anna.sees("ждёт 25 дн")


async def test_a_vacancy_that_can_not_be_read_is_left_out_and_told() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "^/negotiations$", status=404, body={"errors": [{"type": "not_found"}]})
        await anna.command("waiting")
        assert "1 вакансию прочитать не удалось" in anna.status
        assert len(anna.state.listing.rows) > 5


async def test_a_list_that_can_not_be_read_leaves_the_others_out_of_it() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        queue = anna.state.queue
        assert queue is not None
        written = [key for key, one in queue.found.items() if one.source.collection_id != "response"]
        assert written
        forbidden = {"errors": [{"type": "forbidden"}]}
        anna.server.faults.add("GET", "/negotiations/response", times=99, status=403, body=forbidden)
        await anna.command("refresh")
        assert f"{LOOKED} вакансий прочитать не удалось" in anna.status
        queue = anna.state.queue
        assert queue is not None
        assert set(queue.found) == set(written), "who wrote is still there"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "В 1 вакансии hh.ru отдаёт только 2000 последних"),
        ("en", "In 1 vacancy only the newest 2000 are given by hh.ru"),
    ],
)
async def test_a_list_deeper_than_hh_goes_is_read_from_there(lang: Language, told: str) -> None:
    clock = Clock()
    server = StandIn(size="L", seed=7, clock=clock.now, readings=Readings(depth_limited=True))
    async with Recruiter(server=server, clock=clock, lang=lang, columns=200) as anna:
        await anna.command("waiting")
        await anna.until(lambda: anna.state.queue is not None and not anna.state.queue.is_looking)
        asked = [dict(one.query) for one in server.received if one.path == "/negotiations/response"]
        large = next(one["vacancy_id"] for one in asked if int(one["page"]) > 39)
        assert [one["page"] for one in asked if one["vacancy_id"] == large][:3] == ["0", "51", "39"]
        assert told in anna.status
        queue = anna.state.queue
        assert queue is not None
        assert any(one.source.vacancy_id == large for one in queue.found.values())


async def test_without_connection_it_says_why_and_refresh_looks_again() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "^/negotiations$", exception="connect")
        await anna.command("waiting")
        assert "соединиться" in anna.toasts[-1] or "Ответа от" in anna.toasts[-1]
        await anna.command("refresh")
        assert anna.sees("ждёт 25 дн")


async def test_looking_can_be_stopped() -> None:
    clock = Clock()
    slow = Slow(StandIn(size="S", clock=clock.now))
    async with Recruiter(server=slow.server, transport=slow) as anna:
        slow.after = len(anna.server.received) + 2 + 6
        await anna.pilot.press("g", "u")
        await anna.pilot.pause()
        await slow.reached.wait()
        await anna.pilot.pause()
        assert anna.sees(f"Ищу, кто ждёт ответа: 1 из {LOOKED}", f"1/{LOOKED} вакансий")
        await anna.pilot.press("escape")
        slow.go_on.set()
        await anna.settle()
        assert f"Остановлено: 1 из {LOOKED}" in anna.status
        queue = anna.state.queue
        assert queue is not None
        assert queue.stopped
        assert anna.at(Pane.LIST)
        assert len(anna.server.received) == slow.after
        assert len(anna.state.listing.rows) > 3
        slow.after = 10_000
        await anna.command("refresh")
        assert anna.sees("ждёт 25 дн")


async def test_nobody_waits() -> None:
    clock = Clock()
    server = StandIn(size="S", clock=clock.now)
    for vacancy in server.world.vacancies:
        for topic in server.world.roster(vacancy).topics:
            topic.unread, topic.created_at = 0, server.world.now
    async with Recruiter(server=server) as anna:
        await anna.command("waiting")
        assert anna.sees("Ответа никто не ждёт")
        await anna.command("action-1", "open", "reply", "mark-viewed", "next-attention")
        assert not anna.writes


async def test_patience_is_a_setting() -> None:
    async with Recruiter(settings=Settings(waiting_days=20)) as anna:
        await anna.command("waiting")
        queue = anna.state.queue
        assert queue is not None
        quiet = [one for one in queue.visible() if not one.negotiation.unread]
        assert all((anna.clock.now() - one.since).days >= 20 for one in quiet)


async def test_another_account_begins_without_it() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        anna.control.start_anew()
        await anna.settle()
        assert anna.state.queue is None
        assert anna.sees("Неразобранные ·")


async def test_hostile_answers_do_not_stop_it() -> None:
    async with Recruiter(hostile=True) as anna:
        await anna.command("waiting")
        await anna.command("bottom", "top", "politeness")
        assert anna.sees("Вежливость")


async def test_a_quicker_colleague_is_noticed_before_sending() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        anna.clock.seconds += 120
        first = _row(anna)
        colleague_moves(anna.server.world, first, "interview")
        await anna.press(await _digit(anna, "consider"))
        await anna.wait(6)
        assert not anna.writes
        assert "он уже на этапе «Интервью»" in anna.toasts[-1]


async def test_words_are_those_of_the_vacancy_in_sight() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        vacancy = anna.state.vacancy_in_sight
        assert vacancy is not None
        assert vacancy is not anna.state.vacancy
        await anna.command("keywords")
        assert anna.sees(f"· {vacancy.name}")


# The way back


@pytest.mark.parametrize(("columns", "key"), [(80, "escape"), (120, "escape"), (120, "q"), (160, "escape")])
async def test_esc_leads_back_to_the_list_one_came_from(columns: int, key: str) -> None:
    async with Recruiter(columns=columns, rows=36) as anna:
        await anna.press("c", *"Подумать", "enter", "j", "j")
        was, rows = anna.state.selected, len(anna.state.listing.rows)
        assert was is not None
        for way in ("waiting", "go-snoozed", "go-until-reply"):
            await anna.command(way)
            assert not anna.sees("Подумать ·")
            for wish in ("clear-filters", "filters", "save-filter"):
                await anna.command(wish)
                assert "hh.ru фильтрует одну вакансию (v), а не все сразу. Здесь отбирают / и +." in anna.text
                await anna.press("j")
            await anna.press(key)
            assert anna.sees("Подумать ·")
            assert anna.at(Pane.LIST)
            assert anna.state.selected == was
            assert len(anna.state.listing.rows) == rows
        await anna.command("waiting", "go-snoozed")
        await anna.press(key, "j")
        assert anna.state.selected != was
        assert anna.app.focused is anna.state.negotiations
        assert anna.on_inbox


async def test_who_was_decided_on_meanwhile_is_not_there_on_way_back() -> None:
    async with Recruiter() as anna:
        await anna.command("bottom", "bottom", "waiting")
        while (row := anna.state.selected) is None or "Python" not in anna.title:
            await anna.press("j")
        decided, before = row.id, len(anna.server.received)
        await anna.press(await _digit(anna, "consider"), "escape")
        assert anna.state.listing.rows.index_of(decided) is None
        await anna.press("z")
        assert anna.state.listing.rows.index_of(decided) is not None
        assert {one.method for one in anna.server.received[before:]} == {"GET"}


async def test_collections_are_those_of_the_vacancy_in_the_title() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        assert "Python" in anna.title
        await anna.command("waiting")
        assert "QA-инженер" in anna.title
        await anna.command("collection")
        assert isinstance(anna.app.screen, Picker)
        await anna.write("Подумать")
        await anna.press("enter")
        assert "QA-инженер" in anna.title
        assert anna.sees("Подумать ·")
        assert len(anna.state.listing.rows)
        asked = [one for one in anna.server.received if one.path.endswith("/consider")]
        assert dict(asked[-1].query)["vacancy_id"] == anna.state.vacancy_id


async def test_the_sidebar_and_the_list_tell_one_number() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        known = awaiting_list.known(anna.state.snapshot)
        shown = len(anna.state.rows)
        assert shown < known
        assert any(line.startswith("│▌Ждут ответа") and f" {known}+ │" in line for line in anna.lines)
        assert anna.sees(f"Ждут ответа · {shown} из {known}+")
        await anna.press("e")
        assert any("Ждут ответа" in line and f" {known - 1}+ │" in line for line in anna.lines)
        assert anna.sees(f"из {known - 1}+")
        await anna.command("bottom", "bottom", "bottom", "bottom")
        assert anna.state.listing.complete
        known = awaiting_list.known(anna.state.snapshot)
        assert anna.sees(f"Ждут ответа · {known} ")
        assert any("Ждут ответа" in line and f" {known} │" in line for line in anna.lines)
        await anna.command("politeness")
        assert anna.sees("Ни разу не ответили")


async def test_a_search_there_is_offered_no_search_on_hh_ru() -> None:
    async with Recruiter() as anna:
        await anna.press("slash")
        assert "⏎ искать на hh.ru" in anna.status
        await anna.press("escape")
        await anna.command("waiting")
        await anna.press("slash")
        assert "к найденным" in anna.status
        assert "hh.ru" not in anna.status
