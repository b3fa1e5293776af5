"""Answers that come late, or not at all, while people are looked for: none is shown where nobody waits."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from textual.widgets import Static

from hh_tui.demo import StandIn
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.search_form import SearchForm
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from tests.recruiter import Clock, Recruiter
from tests.screens.test_access import MINE

RESUME = r"^/resumes/\w+$"


class Late(httpx.AsyncBaseTransport):
    """The stand-in, which does at once what it is asked for, and answers some of it when it is let to."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self._held = "^$"
        self._gate = asyncio.Event()

    def hold(self, path: str) -> asyncio.Event:
        """Answers to these wait; returns what those wait for that waited before."""
        before = self._gate
        self._held, self._gate = path, asyncio.Event()
        return before

    def answer(self) -> None:
        """They come."""
        self._gate.set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        gate, is_held = self._gate, re.search(self._held, request.url.path)
        answer = self._server.handle(request)
        if is_held:
            await gate.wait()
        return answer


@asynccontextmanager
async def _similar() -> AsyncIterator[tuple[Recruiter, Late]]:
    """People like the candidate under the cursor."""
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    late = Late(server)
    async with Recruiter(server=server, clock=clock, transport=late) as anna:
        await _finds(anna)
        yield anna, late
        late.answer()


async def _finds(anna: Recruiter) -> None:
    await anna.press("g", "F")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))


def _list(anna: Recruiter) -> NegotiationList:
    assert isinstance(anna.app.screen, FoundPage)
    return anna.app.screen.query_one(NegotiationList)


def _asks(anna: Recruiter) -> bool:
    page = anna.app.screen
    return isinstance(page, FoundPage) and page.asking


def _views(anna: Recruiter) -> int:
    return anna.server.world.resume_access.spent(anna.server.world.now)


async def test_paid_contacts_are_shown_with_their_own_person() -> None:
    async with _similar() as (anna, late):
        rows = _list(anna).rows
        closed = [
            place
            for place, row in enumerate(rows)
            if not getattr(row.negotiation.resume, "can_view_full_info", False)
        ]
        first, second = closed[:2]
        await anna.press(*("j",) * first, "enter")
        late.hold(RESUME)
        await anna.press("g", "c")
        await anna.press("y", settle=False)
        await anna.until(lambda: isinstance(anna.app.screen, FoundResumePage))
        answer = late.hold("^$")
        one = anna.app.screen
        await anna.press("q", settle=False)
        await anna.until(lambda: isinstance(anna.app.screen, FoundPage))
        await anna.press(*("j",) * (second - first), "enter", settle=False)
        await anna.until(lambda: anna.app.screen is not one and isinstance(anna.app.screen, FoundResumePage))
        page = anna.app.screen
        before = str(page.query_one(Static).content)
        answer.set()
        await anna.settle()
        assert anna.app.screen is page
        assert str(page.query_one(Static).content) == before
        await anna.press("q", *("k",) * (second - first), "enter", "g", "c")
        assert any("Контакты уже открыты" in one for one in anna.toasts)


async def test_a_resume_given_up_is_kept_and_opens_nothing_by_itself() -> None:
    async with _similar() as (anna, late):
        late.hold(RESUME)
        await anna.press("x")
        await anna.press("enter", settle=False)
        await anna.until(lambda: _views(anna) == 1)
        await anna.click_on(getattr(_list(anna).rows[4].negotiation.resume, "title", ""), settle=False)
        assert _list(anna).cursor == 1
        await anna.until(lambda: anna.sees("Осталось просмотров на сегодня: 499"))
        await anna.press("escape", settle=False)
        await anna.until(lambda: anna.sees("отметки на месте"))
        assert len(_list(anna).marked) == 1
        late.answer()
        await anna.until(lambda: anna.sees("Потрачен просмотр"))
        assert isinstance(anna.app.screen, FoundPage)
        await anna.press("enter")
        assert isinstance(anna.app.screen, FoundResumePage)
        assert _views(anna) == 1


async def test_an_invitation_given_up_opens_nothing() -> None:
    async with _similar() as (anna, late):
        await anna.press("x", "x", "x", "i")
        late.hold("vacancies/active")
        assert isinstance(anna.app.screen, Picker)
        await anna.write("QA")
        await anna.press("enter", settle=False)
        await anna.until(lambda: _asks(anna))
        await anna.press("escape", settle=False)
        await anna.until(lambda: anna.sees("отметки на месте"))
        late.answer()
        await anna.settle()
        assert isinstance(anna.app.screen, FoundPage)
        assert len(_list(anna).marked) == 3
        late.hold("saved_searches")
        await anna.press("c", settle=False)
        await anna.until(lambda: _asks(anna))
        await anna.press("escape", settle=False)
        await anna.until(lambda: not _asks(anna))
        late.answer()
        await anna.settle()
        assert isinstance(anna.app.screen, FoundPage)
        anna.server.faults.add("GET", "vacancies/active", 20, exception="connect")
        await anna.press("i")
        assert anna.sees("Приглашать не начали")
        assert isinstance(anna.app.screen, FoundPage)
        anna.server.faults.clear()
        await anna.press("i")
        anna.server.faults.add("GET", "vacancies/active", 20, status=429)
        await anna.write("QA")
        await anna.press("enter")
        assert anna.sees("Приглашать не начали")
        assert len(_list(anna).marked) == 3


async def test_views_are_asked_about_where_their_number_is_unknown() -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    async with Recruiter(server=server, clock=clock) as anna:
        server.faults.add("GET", "limits/resume", 100, status=503)
        await _finds(anna)
        await anna.press("enter")
        assert isinstance(anna.app.screen, Confirm)
        assert anna.sees("не сообщил, сколько осталось просмотров")
        await anna.press("n")
        assert _views(anna) == 0
        server.faults.clear()
        await anna.press("f5")
        await anna.until(lambda: anna.sees("Осталось просмотров на сегодня: 500"))
        server.faults.add("GET", "limits/resume", 100, status=503)
        await anna.press("enter", "q")
        assert anna.sees("Осталось просмотров на сегодня: 499")
        server.faults.clear()
        server.faults.add("GET", RESUME, 9, exception="read", after=True)
        await anna.press("j", "enter")
        server.faults.clear()
        assert isinstance(anna.app.screen, FoundPage)
        assert anna.sees(f"Осталось просмотров на сегодня: {500 - _views(anna)}")


async def test_another_working_account_sees_nothing_of_it() -> None:
    async with _similar() as (anna, _):
        await anna.press("enter", "q", "x", "escape", "escape")
        assert anna.on_inbox
        body = {
            "items": [{"id": one, "employer": {"id": one, "name": one}} for one in ("71", MINE)],
            "current_account_id": "71",
            "primary_account_id": "71",
        }
        anna.server.faults.add("GET", "/manager_accounts/mine", times=99, status=200, body=body)
        await anna.command("account")
        await anna.press("down", "enter")
        await anna.press("g", "/")
        assert isinstance(anna.app.screen, SearchForm)


async def test_a_page_that_failed_is_asked_for_again_and_marks_stay() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        await anna.press("x", "x")
        anna.server.faults.add("GET", "^/resumes$", 9, status=503)
        await anna.press("G")
        rows = len(_list(anna).rows)
        anna.server.faults.clear()
        await anna.press("G")
        await anna.until(lambda: len(_list(anna).rows) > rows)
        await anna.press("G", "x")
        await anna.press("f5")
        await anna.until(lambda: 0 < len(_list(anna).rows) <= 2 * rows)
        assert len(_list(anna).marked) == 3
