"""Names, titles, letters and templates as long as no person writes them."""

import json
from typing import Any

import httpx
import pytest

from hh_tui.demo import StandIn
from tests.recruiter import Clock, Recruiter

NAMES = ("first_name", "last_name", "title", "position", "company", "name", "full_name")
TEXTS = ("text", "description", "skills")
LENGTH = 100_000


def swollen(payload: Any, unit: str) -> Any:
    """A payload whose first and last object of each list have endless names and texts."""
    if isinstance(payload, list):
        ends = (0, len(payload) - 1)
        return [swollen(one, unit) if place in ends else one for place, one in enumerate(payload)]
    if not isinstance(payload, dict):
        return payload
    return {
        key: (value + " " + unit * (LENGTH // len(unit)))
        if key in (*NAMES, *TEXTS) and isinstance(value, str)
        else swollen(value, unit)
        for key, value in payload.items()
    }


def recruiter(unit: str) -> Recruiter:
    """Somebody at a server that writes such texts into everything."""
    clock = Clock()
    server = StandIn(size="S", clock=clock.now)

    def handle(request: httpx.Request) -> httpx.Response:
        answer = server.handle(request)
        if answer.status_code != 200 or not answer.headers["content-type"].startswith("application/json"):
            return answer
        return httpx.Response(200, json=swollen(json.loads(answer.content), unit))

    return Recruiter(server=server, clock=clock, transport=httpx.MockTransport(handle))


@pytest.mark.parametrize("unit", ["слово ", "漢"], ids=["words", "wide"])
async def test_endless_texts_are_cut_where_they_are_shown(unit: str) -> None:
    async with recruiter(unit) as anna:
        await anna.command("open")
        for tab in ("history", "notes", "test", "resume"):
            await anna.command(f"tab-{tab}")
        await anna.command("bottom")
        await anna.command("tab-messages", "bottom")
        assert anna.sees("Показаны первые 20\u00a0000")
        await anna.strike("O", "escape", "P", "escape", "y", "escape", "v", "escape", "c", "escape")
        await anna.command("vacancy")
        assert anna.text.count("показать архив…") == 2, "in the sidebar, and below the last vacancy to choose"
        await anna.press("escape")
        await anna.command("save-resume")
        await anna.press("enter")
        assert len(anna.typed[-1]) < 300
        await anna.press("escape")
        await anna.press("6", "ctrl+t", "enter")
        assert any("Шаблон длиннее 20\u00a0000 знаков" in one for one in anna.told)
        await anna.press("escape", "escape", "escape")
        await anna.command("outbox")
        assert anna.app.is_running
        assert anna.writes == []
