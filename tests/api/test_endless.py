"""Lists that never end: each ends with a page that brings nothing new, or soon after what it promised."""

from functools import partial
from typing import Any

import httpx

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.limits import GROWTH
from hh_tui.api.models import Negotiation
from hh_tui.api.origin import Origin
from hh_tui.inbox.lists.awaiting import ListSource
from hh_tui.inbox.snapshot.listing import STALLED, Listing
from hh_tui.worker.session import ApiWorker
from tests.factory import HERE, page


class Endless:
    """Answers every page of every list: with somebody new, or always with the same ones."""

    def __init__(self, *, new: bool, pages: int | None = None) -> None:
        self.new = new
        self.pages = pages
        self.asked = 0
        transport = httpx.MockTransport(self._answer)
        self.client = HHClient(
            Connection(Origin(), "token", contact="tests@example.org", transport=transport)
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        if self.asked > 1000:
            raise AssertionError("it never ends")
        if request.method != "GET":
            return httpx.Response(204)
        number = int(request.url.params.get("page", 0))
        first = self.asked * 10 if self.new else 1
        items: list[Any] = [{"id": str(first + place), "name": "?"} for place in range(5)]
        envelope = {"items": items, "found": 10**6, "page": number, "per_page": 5}
        if "/chats/" in request.url.path:
            return httpx.Response(200, json={"messages": items, "has_more": True, "id": "7"})
        return httpx.Response(200, json={**envelope, "pages": self.pages or number + 2})


async def test_a_list_that_brings_nothing_new_ends() -> None:
    server = Endless(new=False, pages=10**9)
    client = server.client
    for call in (
        partial(client.vacancies.active, "1"),
        partial(client.vacancies.archived, "1"),
        partial(client.employer.managers, "1"),
        partial(client.vacancies.to_invite_to, "1", "r"),
        partial(client.messages.all, Negotiation(id="7")),
    ):
        server.asked = 0
        assert len(await call()) == 5
        assert server.asked == 2
    await client.aclose()


async def test_a_list_that_grows_for_ever_ends() -> None:
    server = Endless(new=True)
    assert len(await server.client.vacancies.active("1")) == 5 * (2 + GROWTH)
    assert server.asked == 2 + GROWTH
    await server.client.aclose()


async def test_a_chat_that_answers_the_same_to_every_cursor_ends() -> None:
    server = Endless(new=False)
    worker = ApiWorker(server.client, threads="chats")
    thread = await worker.read_thread(Negotiation(id="7", chat_id="9"))
    assert len({message.id for message in thread.messages}) == len(thread.messages) == 5
    assert server.asked <= 4
    await server.client.aclose()


def test_a_listing_that_shrinks_for_ever_ends() -> None:
    listing, asked = Listing(HERE), 0
    while not listing.complete:
        again = page([f"c{place}" for place in range(50)], listing.next_page, found=10**6 - asked)
        listing = listing.with_page(again, ())
        asked += 1
        assert asked <= 2 * STALLED


def test_who_waits_is_looked_for_towards_the_present_only() -> None:
    source, asked = ListSource(HERE, HERE.filters, None, 7), 0
    while source.page is not None:
        source = source.read(page(["c1"], 9, found=10**6))
        asked += 1
    assert asked == 8
