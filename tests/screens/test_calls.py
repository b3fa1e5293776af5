"""Calling a candidate by a link, and the calls that were made."""

from datetime import timedelta

import pytest
import segno

from hh_tui.api.models.call import Transcripts
from hh_tui.api.models.reading import parsed
from hh_tui.demo.calls import Call
from hh_tui.demo.readings import Readings
from hh_tui.demo.standin import StandIn
from hh_tui.ui.presenters.qr_code import QUIET
from tests.api.desk import refusing
from tests.recruiter import Clock, Recruiter

_MODULES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def _code(anna: Recruiter) -> list[list[int]]:
    """The modules of the code on the screen, read off its half blocks; none where there is no code."""
    screen = anna.app.screen
    region = screen.query_one("#code").region
    cells = [line[region.x : region.right] for line in anna.lines[region.y : region.bottom]]
    if any(cell not in _MODULES for line in cells for cell in line):
        return []
    halves = [[[_MODULES[cell][half] for cell in line] for half in (0, 1)] for line in cells]
    return [row for pair in halves for row in pair]


async def _to_somebody(anna: Recruiter) -> None:
    while anna.row.negotiation.resume is None:
        await anna.press("j")


@pytest.mark.parametrize(("columns", "rows", "lang"), [(80, 24, "ru"), (120, 36, "en")])
async def test_the_link_is_a_code_that_a_telephone_reads(columns: int, rows: int, lang: str) -> None:
    async with Recruiter(columns=columns, rows=rows, lang=lang) as anna:  # type: ignore[arg-type]
        await _to_somebody(anna)
        before = len(anna.server.received)
        await anna.command("call-link")
        assert len(anna.server.received) == before, "what it does is told first"
        await anna.press("enter")
        (asked,) = anna.server.received[before:]
        resume = anna.row.negotiation.resume
        assert resume is not None
        query = dict(asked.query)
        assert (asked.path, query["resume_id"]) == ("/calls/link", resume.id)
        assert query["vacancy_id"] == anna.state.vacancy_id
        (link_id,) = anna.server.world.calls.links
        link = f"https://hh.ru/call/{link_id}"
        drawn = segno.make_qr(link, error="l", boost_error=False)
        expected = [list(map(int, row)) for row in drawn.matrix_iter(border=QUIET)]
        assert _code(anna)[: len(expected)] == expected
        assert anna.sees(link, resume.name)
        await anna.until(
            lambda: anna.sees("Отправлено терминалу" if lang == "ru" else "Sent to the terminal")
        )
        assert anna.app.clipboard == link
        assert not anna.told, "no notice covers the code"
        await anna.press("escape")
        assert anna.on_inbox
        assert not anna.writes


async def test_a_window_too_small_says_how_large() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _to_somebody(anna)
        await anna.resize(60, 14)
        await anna.command("call-link")
        await anna.press("y")
        assert anna.sees("https://hh.ru/call/", "Для QR-кода нужно окно")
        await anna.resize(80, 24)
        assert len(_code(anna)) > 20


@pytest.mark.parametrize(("status", "type_"), [(403, "forbidden"), (404, "not_found")])
async def test_an_account_without_calls(status: int, type_: str) -> None:
    async with Recruiter() as anna:
        await _to_somebody(anna)
        anna.server.faults.add("GET", "/calls/", times=2, **refusing(status, type_, ""))
        await anna.command("call-link")
        await anna.press("д")
        assert any("Ссылок на звонки hh.ru этой учётной записи не даёт" in one for one in anna.told)
        await anna.command("tab-calls")
        assert anna.sees("Истории звонков у этой учётной записи на hh.ru нет")


async def test_nobody_is_asked_about_calls_before_the_tab_is_open() -> None:
    async with Recruiter() as anna:
        await _to_somebody(anna)
        await anna.command("open", "tab-resume", "tab-history")
        assert not any("/calls/" in one.path for one in anna.server.received)
        assert not anna.sees("Звонки")
        await anna.command("tab-calls")
        assert anna.sees("[Звонки 0]", "Звонков через hh.ru не было")
        asked = [one for one in anna.server.received if "/calls/" in one.path]
        assert [one.path for one in asked] == ["/calls/history"], "no call, so no text of one"
        await anna.press("z")


def _talked(server: StandIn, status: str) -> Call:
    """A call of the vacancy one begins in that somebody took, with a text in this state."""
    first = next(one for one in server.world.vacancies if not one.archived)
    return next(
        one
        for one in server.world.all_calls()
        if one.topic.vacancy is first
        and one.successful
        and one.transcript == status
        and not one.topic.resume_hidden
        and one.topic.stage.id == "interview"
    )


@pytest.mark.parametrize("readings", [Readings(), Readings.strict()], ids=["lax", "strict"])
async def test_calls_stand_with_their_texts(readings: Readings) -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now, readings=readings)
    call = _talked(server, "READY")
    async with Recruiter(server=server, clock=clock, rows=60) as anna:
        await anna.command("collection")
        await anna.write("Интервью")
        await anna.press("enter")
        for _ in range(anna.ids.index(call.topic.id)):
            await anna.press("j")
        await anna.command("tab-calls")
        asked = [one for one in server.received if "/calls/" in one.path]
        assert [one.path for one in asked] == ["/calls/history", "/calls/transcripts/search"]
        since = call.topic.created_at - timedelta(days=1)
        assert dict(asked[0].query)["date_from"].startswith(f"{since:%Y-%m-%d}")
        assert anna.sees("[Звонки 1]", "исходящий" if call.outgoing else "входящий")
        link = f"https://hh.ru/call/{call.id}/transcript.txt"
        assert anna.sees(link, "мин" if (call.seconds or 0) >= 60 else " с")
        await anna.command("copy")
        await anna.write("расшифровку")
        await anna.press("enter")
        await anna.until(lambda: anna.app.clipboard == link)


def test_texts_of_calls_come_in_two_shapes() -> None:
    one = {"c1": {"status": "READY", "transcript_url": "https://hh.ru/1"}}
    assert parsed(Transcripts, one) == parsed(Transcripts, {"transcripts": one})
    assert not parsed(Transcripts, {"transcripts": None}).transcripts
