"""A write counts as carried out on the answer that hh.ru promises for it, and on no other."""

from collections.abc import Awaitable, Callable
from typing import Final
from uuid import UUID

import httpx
import pytest

from hh_tui.api.client import HHClient
from hh_tui.api.models import Owner
from hh_tui.errors import HHError, ServerError, UnreadableAnswer
from tests.api.desk import Desk
from tests.factory import action, negotiation

Write = Callable[[HHClient], Awaitable[object]]

PAGE: Final = "<!DOCTYPE html><html><body>DDoS-Guard</body></html>"
OWNER: Final = Owner(id="1")
KEY: Final = UUID(int=1)
STEP: Final = action("later", "1", url="https://api.hh.ru/negotiations/later/1")
OFFER: Final = action("go", "1", method="POST", url="https://api.hh.ru/negotiations/go")

WRITES: Final[dict[str, tuple[Write, int, dict[str, str], str]]] = {
    "step": (lambda to: to.negotiations.perform(STEP, []), 204, {}, ""),
    "steps": (lambda to: to.negotiations.perform_on_all(STEP, ["1", "2"]), 204, {}, ""),
    "invitation": (
        lambda to: to.negotiations.invite(OFFER, "r", "v"),
        201,
        {"Location": "/negotiations/7"},
        "",
    ),
    "read marks": (lambda to: to.negotiations.mark_read(["1"]), 204, {}, ""),
    "letter": (lambda to: to.messages.write(negotiation("1"), "x"), 201, {"Content-Type": "text/html"}, ""),
    "letter answered null": (lambda to: to.messages.write(negotiation("1"), "x"), 201, {}, "null"),
    "chat letter": (lambda to: to.chats.send("1", "x", KEY), 201, {}, '{"id": "5"}'),
    "chat edit": (lambda to: to.chats.edit("1", "2", "x"), 204, {}, ""),
    "chat deletion": (lambda to: to.chats.delete("1", "2"), 200, {}, "{}"),
    "chat read mark": (lambda to: to.chats.mark_read("1", "2"), 204, {}, ""),
    "comment": (lambda to: to.comments.add(OWNER, "x", "owner"), 201, {}, '{"id": "5", "text": "x"}'),
    "comment edit": (lambda to: to.comments.edit(OWNER, "2", text="x"), 204, {}, ""),
    "comment deletion": (lambda to: to.comments.delete(OWNER, "2"), 204, {}, ""),
    "template": (lambda to: to.templates.reword("1", "2", "x"), 204, {}, ""),
    "order": (lambda to: to.vacancies.prefer_order("1", "relevance"), 204, {}, ""),
}
"""What sends each write, and the status, headers and body of its promised answer."""

OTHERS: Final[tuple[tuple[int, str, dict[str, str]], ...]] = (
    (200, PAGE, {"Content-Type": "text/html"}),
    (201, PAGE, {"Content-Type": "application/json", "Location": "/negotiations/7"}),
    (202, PAGE, {}),
    (202, "", {}),
    (206, "{}", {}),
    (301, "", {"Location": "https://hh.ru/"}),
    (302, PAGE, {"Location": "https://api.hh.ru/negotiations/7"}),
    (304, "", {}),
    (401, PAGE, {}),
    (403, PAGE, {}),
    (403, "", {}),
    (404, PAGE, {}),
    (503, PAGE, {}),
)


async def _outcome(name: str, status: int, body: str, headers: dict[str, str]) -> HHError | None:
    calls: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        return httpx.Response(status, content=body, headers=headers)

    async with Desk(handle=handle) as desk:
        try:
            await WRITES[name][0](desk.client)
        except HHError as error:
            return error
        finally:
            assert len(calls) == 1
    return None


@pytest.mark.parametrize("name", WRITES)
async def test_only_the_promised_answer_means_done(name: str) -> None:
    _, status, headers, body = WRITES[name]
    assert await _outcome(name, status, body, headers) is None
    swapped = 204 if status == 201 else 201
    for other, said, with_headers in (*OTHERS, (swapped, "", headers)):
        error = await _outcome(name, other, said, with_headers)
        assert type(error) is (ServerError if other == 503 else UnreadableAnswer), (other, said, error)
        assert error.outcome_unknown


async def test_an_invitation_without_its_address_is_unknown() -> None:
    assert isinstance(await _outcome("invitation", 201, "", {}), UnreadableAnswer)
