"""What the program sends is what the OpenAPI document takes."""

import pytest

from hh_tui.inbox.decisions import action_menu
from tests.contract.schemas import ABSENT, Contract
from tests.recruiter import CLEAR, Recruiter

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

CHATS = "/common/chats"
"""Described apart from the document; held by the tests of chats."""

# Paging of negotiation messages is described in 2026; the document is of July 2025.
DOCUMENTED_LATER = {"/messages": {"page", "per_page"}}


async def _works(anna: Recruiter) -> None:
    """Everything that sends a request."""
    await anna.press("pagedown", "pagedown", "pagedown", "g", "g", "enter")
    row = anna.row
    for choice in action_menu.buttons(row.negotiation)[:6]:
        await anna.press(str(choice.digit))
        await anna.press("f2")
        await anna.wait(11)
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter", "r")
    await anna.press(*CLEAR)
    await anna.write("Добрый день")
    await anna.press("f2")
    await anna.wait(11)
    await anna.command("refresh", "previous-pane", "previous-pane", "bottom", "open")


async def test_every_request_is_a_documented_one() -> None:
    assert CONTRACT is not None
    async with Recruiter() as anna:
        await _works(anna)
        methods = {(one.method, one.path.split("/")[1]) for one in anna.server.received}
        assert ("PUT", "negotiations") in methods
        assert ("POST", "negotiations") in methods
        assert {"me", "employers", "negotiations", "message_templates"} <= {name for _, name in methods}
        described = [one for one in anna.server.received if not one.path.startswith(CHATS)]
        assert len(described) > len(anna.server.received) / 2
        for one in described:
            later = next(
                (names for part, names in DOCUMENTED_LATER.items() if one.path.endswith(part)), set()
            )
            query = [(name, value) for name, value in one.query if name not in later]
            assert CONTRACT.request(one.method, one.path, query, list(one.form)) == [], one.path
