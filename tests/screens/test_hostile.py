"""Text from outside that wants to do harm, and payloads that keep no promise."""

import unicodedata

import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.settings.config import Settings
from tests.recruiter import Clock, Recruiter


def _harmless(text: str) -> bool:
    return not any(
        unicodedata.category(character) in {"Cc", "Cs"}
        or unicodedata.bidirectional(character) in {"LRO", "RLO", "LRE", "RLE", "LRI", "RLI"}
        for character in text
        if character != "\n"
    )


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 45)])
async def test_nothing_hostile_reaches_the_terminal(columns: int, rows: int) -> None:
    async with Recruiter(hostile=True, columns=columns, rows=rows) as anna:
        assert len(anna.state.listing.rows) > 10
        for _ in range(12):
            await anna.command("open")
            assert _harmless(anna.text)
            await anna.command("back", "down")
        await anna.command("actions")
        assert _harmless(anna.text)
        await anna.press("escape")
        await anna.command("vacancy")
        assert _harmless(anna.text)
        await anna.press("escape")
        await anna.command("collection")
        assert _harmless(anna.text)


async def test_markup_is_shown_and_not_obeyed() -> None:
    async with Recruiter(hostile=True) as anna:
        names = [row.negotiation.resume.name for row in anna.state.listing.rows if row.negotiation.resume]
        assert any("[" in name for name in names)
        assert anna.sees("[")


async def test_the_raw_output_carries_no_clipboard_command() -> None:
    """What Textual hands to the terminal, style codes and all."""
    from rich.console import Console

    async with Recruiter(hostile=True) as anna:
        await anna.command("open")
        console = Console(force_terminal=True, color_system="truecolor", width=160)
        with console.capture() as capture:
            for strip in anna.app.screen._compositor.render_strips():
                console.print(*strip, sep="", end="")
        assert "\x1b]52" not in capture.get()
        assert "\x9b" not in capture.get()


async def test_a_foreign_address_gets_no_request_and_says_so() -> None:
    """The stand-in's hostile seed puts other servers into actions and threads."""
    async with Recruiter(hostile=True) as anna:
        rows = anna.state.listing.rows
        foreign = [
            (place, number)
            for place, row in enumerate(rows)
            for number, action in enumerate([one for one in row.negotiation.actions if not one.hidden], 1)
            if "evil.example" in action.url and action.enabled and number <= 9
        ]
        assert foreign
        place, digit = foreign[0]
        await anna.press(*["j"] * place)
        await anna.press(str(digit))
        if not anna.on_inbox:
            await anna.press("f3")
        if not anna.on_inbox:
            await anna.press("f2")
        await anna.wait(30)
        assert any("чужой сервер" in toast for toast in anna.toasts)
        assert anna.writes == []


async def test_a_foreign_thread_is_not_read() -> None:
    server = StandIn(size="S", clock=Clock().now, hostile=True, readings=Readings())
    async with Recruiter(server=server, settings=Settings(threads="negotiations")) as anna:
        rows = anna.state.listing.rows
        place = next(
            (n for n, row in enumerate(rows) if "evil.example" in (row.negotiation.messages_url or "")), None
        )
        assert place is not None
        await anna.press(*["j"] * place)
        await anna.command("open")
        assert "чужой сервер" in anna.toasts[-1]


async def test_a_candidate_without_a_resume_can_be_read_and_decided_on() -> None:
    server = StandIn(size="S", clock=Clock().now)
    vacancy = next(one for one in server.world.vacancies if one.name == "Python-разработчик")
    nid = server.world.topics_of(vacancy.id, "response")[0]
    server.world.hide_resume(nid)
    async with Recruiter(server=server) as anna:
        assert anna.sees("Резюме скрыто или удалено")
        await anna.press("enter")
        assert anna.sees("сегодня")
        await anna.press("3")
        await anna.wait(6)
        assert anna.writes == [("PUT", f"/negotiations/consider/{nid}", [])]


HOSTILE_ADDRESSES = [
    "[bold red]Тверская[/]",
    "[@click=app.quit]x[/]",
    "a [/][/bold][link=x] b",
    "\x1b]52;c;AAA\x07Лесная",
]


async def test_markup_in_an_address_is_only_text() -> None:
    server = StandIn(size="S", clock=Clock().now)
    items = [{"id": str(n), "raw": text, "city": text} for n, text in enumerate(HOSTILE_ADDRESSES)]
    body = {"items": items, "found": len(items), "page": 0, "pages": 1, "per_page": 50}
    server.faults.add("GET", "/addresses", status=200, body=body)
    async with Recruiter(server=server) as anna:
        await anna.press("2")
        select = anna.app.screen.query_one("Select")
        select.focus()
        await anna.press("enter")
        assert anna.sees("[bold red]Тверская[/]", "[@click=app.quit]x[/]", "a [/][/bold][link=x] b", "Лесная")
        await anna.press("escape")
        assert anna.app.is_running


async def test_a_time_no_calendar_shows_is_no_time() -> None:
    server = StandIn(size="S", clock=Clock().now)
    item = {
        "id": "1",
        "updated_at": "9999-12-31T23:59:59Z",
        "created_at": "0001-01-01T00:00:00+0300",
        "resume": {},
    }
    body = {"items": [item], "found": 1, "page": 0, "pages": 1, "per_page": 50}
    server.faults.add("GET", "/negotiations/response", times=9, status=200, body=body)
    async with Recruiter(server=server) as anna:
        assert anna.sees("Имя скрыто")
