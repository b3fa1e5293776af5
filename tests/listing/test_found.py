"""`hh-tui search`: what it prints, what it asks for, what it costs, and how it fails."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.api.connection import Connection
from hh_tui.api.origin import Origin
from hh_tui.cli.arguments import understood
from hh_tui.cli.ls.command import Form
from hh_tui.cli.search import SearchRequest, print_found
from hh_tui.cli.search.wish import SearchWish
from hh_tui.demo import TOKEN, StandIn
from hh_tui.errors import ListCutShort, NoSuchValue, NothingSuggested, NotPaid, SeveralValues
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain
from tests.recruiter import Clock

PROGRAM = [sys.executable, "-c", "import sys; from hh_tui.cli.main import main; sys.exit(main())", "search"]
COOKS = SearchWish(professional_role=("94",), period=40)


async def _printed(request: SearchRequest, server: StandIn | None = None) -> tuple[str, str, StandIn]:
    server = server or StandIn(size="S", clock=Clock().now)
    out, said = io.StringIO(), io.StringIO()
    transport = httpx.MockTransport(server.handle)
    connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)
    await print_found(connection, Catalogue("ru"), request, out, said=said)
    assert not server.world.resumes_viewed
    return out.getvalue(), said.getvalue(), server


async def test_a_page_is_two_reads_and_spends_no_view() -> None:
    text, said, server = await _printed(SearchRequest(COOKS, form="json"))
    found = json.loads(text)
    assert len(found) == 20
    assert {"resume_id", "position", "last_negotiation", "updated_at", "resume_url"} <= set(found[0])
    assert [one.path for one in server.received] == ["/me", "/resumes"]
    assert said == ""


async def test_pages_hold_everybody_once_and_end() -> None:
    one, _, server = await _printed(SearchRequest(COOKS, count=True))
    assert one.strip().isdigit()
    text, _, server = await _printed(SearchRequest(COOKS, pages=3, form="json"), server)
    ids = [one["resume_id"] for one in json.loads(text)]
    assert len(ids) == len(set(ids)) == 60
    few = SearchWish(professional_role=("94",), period=2)
    text, _, _ = await _printed(SearchRequest(few, pages=100, form="json"), server)
    assert 0 < len(json.loads(text)) < 60


@pytest.mark.parametrize("form", ["json", "table"])
async def test_a_search_that_breaks_off_prints_what_it_read(form: Form) -> None:
    server, out = StandIn(size="S", clock=Clock().now), io.StringIO()

    def breaks_off(request: httpx.Request) -> httpx.Response:
        return httpx.Response(503) if request.url.params.get("page") == "1" else server.handle(request)

    transport = httpx.MockTransport(breaks_off)
    connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)
    with pytest.raises(ListCutShort) as caught:
        await print_found(connection, Catalogue("ru"), SearchRequest(COOKS, pages=3, form=form), out)
    assert caught.value.values["shown"] == 20
    read = len(json.loads(out.getvalue())) if form == "json" else len(out.getvalue().splitlines()) - 1
    assert read == 20
    assert explain(Catalogue("ru"), caught.value, outside=True).sentence.startswith("Кандидатов в списке")


async def test_nothing_below_the_depth_of_a_search_is_asked_for() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/me":
            return httpx.Response(200, json={"id": "1", "is_employer": True})
        asked.append(request.url.params["page"])
        page = {"found": 20_000, "pages": 1_000, "page": int(asked[-1]), "per_page": 20}
        return httpx.Response(200, json={**page, "items": [{"id": f"{len(asked):016x}"}]})

    out, said = io.StringIO(), io.StringIO()
    connection = Connection(Origin(), TOKEN, contact="a@example.org", transport=httpx.MockTransport(answer))
    request = SearchRequest(SearchWish(), pages=1_000)
    await print_found(connection, Catalogue("en"), request, out, said=said)
    assert asked == [str(page) for page in range(100)]
    assert "people found, 100 shown" in said.getvalue()


async def test_names_become_ids() -> None:
    wish = SearchWish(
        text="python",
        where=("title",),
        how="любое",
        area=("москва",),
        metro=("сокольники", "2"),
        district=("центральный",),
        filter_exp_industry=("разработка",),
        filter_exp_period="последний год",
        educational_institution=("волжский",),
        citizenship=("россия",),
        include_all_folders=True,
        experience=("более 6",),
        professional_role=("программист",),
        skill=("pytest",),
        language=("английский: b1",),
        employment_form=("FULL",),
        order_by="по дате",
        period=60,
    )
    _, _, server = await _printed(SearchRequest(wish))
    query = dict(server.received[-1].query)
    asked = {
        "area": "1", "experience": "moreThan6", "professional_role": "96", "language": "eng.b1",
        "employment_form": "FULL", "order_by": "publication_time", "text.logic": "any",
        "text.field": "title", "text.period": "", "district": "123", "filter_exp_industry": "7.540",
        "filter_exp_period": "last_year", "educational_institution": "900101", "citizenship": "113",
        "include_all_folders": "true",
    }  # fmt: skip
    assert asked.items() <= query.items()
    assert [value for name, value in server.received[-1].query if name == "metro"] == ["1.101", "2"]
    assert query["skill"].isdigit()


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (SearchWish(experience=("никакой",)), NoSuchValue),
        (SearchWish(experience=("от",)), SeveralValues),
        (SearchWish(area=("тридевятое",)), NothingSuggested),
        (SearchWish(metro=("тридевятая",)), NoSuchValue),
        (SearchWish(district=("центральный",)), SeveralValues),
    ],
)
async def test_a_value_that_is_none_is_refused(wish: SearchWish, error: type[Exception]) -> None:
    with pytest.raises(error):
        await _printed(SearchRequest(wish))


async def test_without_paid_access() -> None:
    server = StandIn(size="S", clock=Clock().now)
    server.world.resume_access.search = False
    with pytest.raises(NotPaid):
        await _printed(SearchRequest(COOKS), server)


def _run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    env: dict[str, Any] = {"PATH": os.environ["PATH"], "HH_TUI_HOME": str(home), "LANG": "ru_RU.UTF-8"}
    return subprocess.run([*PROGRAM, *arguments], env=env, capture_output=True, text=True, check=False)


def test_the_program_itself(tmp_path: Path) -> None:
    done = _run("--demo", "S", "--role", "повар", "--days", "9", "--json", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 20


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["--days", "x"], "takes a whole number"),
        (["--age-from", "50", "--age-to", "30"], "Age: “from” is more than “to”."),
        (["--salary-from", "300000", "--salary-to", "9"], "Pay: “from” is more than “to”."),
        (["--relocation", "living"], "name the area, too"),
        (["--industry-years", "last_year"], "name the industry, too"),
    ],
)
def test_what_hh_ru_would_not_understand_is_refused(
    typed: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        understood(Catalogue("en"), ["search", *typed])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert why in told
    assert "search --help" in told
    assert told.count("\n") == 1


def test_an_argument_that_is_no_utf8_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        understood(Catalogue("en"), ["search", "a\udcff"])
    assert "This argument is not in UTF-8: a\ufffd." in capsys.readouterr().err


def test_what_it_understands_is_taken() -> None:
    typed = ["--relocation", "living", "--area", "1", "--industry", "7", "--industry-years", "last_year"]
    assert understood(Catalogue("en"), ["search", *typed]).area == ["1"]
