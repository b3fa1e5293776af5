"""`hh-tui ls`: what it prints, what it asks for, and how it fails."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from hh_tui.api.connection import Connection
from hh_tui.api.origin import Origin
from hh_tui.cli.ls import ListRequest, print_list
from hh_tui.cli.ls.command import Form
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.demo.readings import Readings
from hh_tui.errors import ListCutShort, NotEmployer, NothingNamed, NothingThere, SeveralNamed
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain
from tests.midday import standin
from tests.recruiter import Clock

PROGRAM = [sys.executable, "-c", "import sys; from hh_tui.cli.main import main; sys.exit(main())", "ls"]


async def _printed(wish: ListRequest, server: StandIn | None = None, lang: str = "ru") -> tuple[str, StandIn]:
    server = server or StandIn(size="S", clock=Clock().now)
    out = io.StringIO()
    await _print(wish, server, out, lang)
    return out.getvalue(), server


async def _print(wish: ListRequest, server: StandIn, out: io.StringIO, lang: str = "ru") -> None:
    connection = Connection(
        Origin(), TOKEN, contact="tests@example.org", transport=httpx.MockTransport(server.handle)
    )
    await print_list(connection, Catalogue("en" if lang == "en" else "ru"), wish, out)


async def test_the_first_page_of_the_first_list_in_four_reads() -> None:
    text, server = await _printed(ListRequest(form="json"))
    assert len(json.loads(text)) == 50
    assert [one.method for one in server.received] == ["GET"] * 4
    assert not any("messages" in one.path or "resumes" in one.path for one in server.received)


async def test_all_pages_hold_everybody_once_and_nobody_is_viewed() -> None:
    server = StandIn(size="S", clock=Clock().now)
    vacancy_id = next(one.id for one in server.world.vacancies if one.name == "Python-разработчик")
    wanted = server.world.topics_of(vacancy_id, "response")
    viewed = [server.world.topic(nid).viewed for nid in wanted]
    text, _ = await _printed(ListRequest(form="json", every=True), server)
    assert sorted(one["id"] for one in json.loads(text)) == sorted(wanted)
    assert [server.world.topic(nid).viewed for nid in wanted] == viewed


@pytest.mark.parametrize(
    ("vacancy", "collection", "last"),
    [
        ("python", "Отказ", "discard_by_employer"),
        ("93115838", "consider", "consider"),
        ("python", "резерв", "reserve"),
    ],
)
async def test_a_list_is_named_by_an_id_or_a_part_of_its_name(
    vacancy: str, collection: str, last: str
) -> None:
    text, server = await _printed(ListRequest(vacancy, collection, form="json"))
    assert {one["vacancy"] for one in json.loads(text)} <= {"Python-разработчик"}
    assert last in server.received[-1].path


@pytest.mark.parametrize("form", ["json", "csv", "table"])
async def test_what_was_read_of_a_list_is_printed_whole(form: Form) -> None:
    server = StandIn(size="L", clock=Clock().now, readings=Readings(depth_limited=True))
    out = io.StringIO()
    with pytest.raises(ListCutShort) as caught:
        await _print(ListRequest(form=form, every=True), server, out)
    if form == "json":
        assert len(json.loads(out.getvalue())) == 2000
    else:
        assert out.getvalue().count("\n") == 2001
    told = explain(Catalogue("ru"), caught.value).sentence
    assert "hh.ru отдал 2\u00a0000: дальше он списки не показывает. Остальных смотрите на hh.ru." in told
    assert "hh.ru told 2\u00a0000: it goes no deeper" in explain(Catalogue("en"), caught.value).sentence


async def test_a_list_that_breaks_off_is_still_json() -> None:
    server = StandIn(size="M", clock=Clock().now)
    out = io.StringIO()
    answered = server.handle

    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(502) if request.url.params.get("page") == "1" else answered(request)

    server.handle = handle  # type: ignore[method-assign]
    with pytest.raises(ListCutShort) as caught:
        await _print(ListRequest(form="json", every=True), server, out)
    assert len(json.loads(out.getvalue())) == 50
    told = explain(Catalogue("en"), caught.value, outside=True).sentence
    assert "50 could be read. hh.ru's server failed (502). Repeat in a minute." in told


async def test_archive_is_searched_when_no_active_vacancy_fits() -> None:
    _, server = await _printed(ListRequest("python"))
    assert not any("archived" in one.path for one in server.received)
    archived = next(one for one in server.world.vacancies if one.archived)
    text, server = await _printed(ListRequest(archived.id, form="json"))
    assert {one["vacancy_id"] for one in json.loads(text)} == {archived.id}
    assert any("archived" in one.path for one in server.received)


async def test_archives_of_colleagues_are_searched_last() -> None:
    _, server = await _printed(ListRequest("python"))
    closed = next(one for one in server.world.vacancies if one.archived and one.manager.id != "7310455")
    text, server = await _printed(ListRequest(closed.id, form="json"))
    assert {one["vacancy_id"] for one in json.loads(text)} == {closed.id}
    asked = [dict(one.query).get("manager_id") for one in server.received if "archived" in one.path]
    assert asked[0] is None
    assert closed.manager.id in asked


async def test_vacancies_in_two_reads() -> None:
    text, server = await _printed(ListRequest(vacancies=True, form="csv"))
    assert text.splitlines()[0].startswith("id,name,area")
    assert len(text.splitlines()) == 7
    assert len(server.received) == 2


async def test_collections_with_parts_and_counters_take_three_reads() -> None:
    text, server = await _printed(ListRequest("python", collections=True, form="json"))
    found = json.loads(text)
    assert len(server.received) == 3
    assert found[0]["id"] == "response"
    assert found[0]["total"] > 0
    ids = {one["id"] for one in found}
    assert {one["parent_id"] for one in found} - {None}
    assert {one["parent_id"] for one in found} - {None} <= ids
    table, _ = await _printed(ListRequest("python", collections=True))
    assert "Неразобранные" in table


async def test_the_table_has_headings_in_the_language() -> None:
    russian, _ = await _printed(ListRequest())
    english, _ = await _printed(ListRequest(), lang="en")
    assert "Желаемая должность" in russian.splitlines()[0]
    assert "Desired position" in english.splitlines()[0]
    assert len(russian.splitlines()) == 51


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (ListRequest("нет такой"), NothingNamed),
        (ListRequest("р"), SeveralNamed),
        (ListRequest("python", "нет такой"), NothingNamed),
    ],
)
async def test_what_is_not_one_thing_is_refused(wish: ListRequest, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        await _printed(wish)


async def test_nothing_to_list_and_nobody_to_list_for() -> None:
    server = StandIn(size="S", clock=Clock().now)
    none = {"items": [], "found": 0, "page": 0, "pages": 1, "per_page": 50}
    server.faults.add("GET", "/vacancies/active", status=200, body=none)
    with pytest.raises(NothingThere):
        await _printed(ListRequest(), server)
    server.faults.add("GET", "^/me$", status=200, body={"id": "1", "is_employer": False})
    with pytest.raises(NotEmployer):
        await _printed(ListRequest(), server)


async def test_hostile_answers_are_printed_without_a_control_character() -> None:
    text, _ = await _printed(
        ListRequest(form="csv", every=True), StandIn(size="S", clock=Clock().now, hostile=True)
    )
    assert not any(ord(sign) < 32 and sign not in "\r\n" for sign in text)


# The program itself


def _run(*arguments: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        env={"PATH": os.environ["PATH"], "HH_TUI_HOME": str(home), "LANG": "ru_RU.UTF-8", **env},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_over_a_real_socket_without_textual(tmp_path: Path) -> None:
    server = standin()
    with serve(server) as origin:
        done = _run("--json", home=tmp_path, HH_TUI_API_URL=origin, HH_TUI_TOKEN=TOKEN)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) == 50
    check = "import sys, hh_tui.cli.ls; assert not any(m.startswith('textual') for m in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 1, "hh-tui login"),
        (["--demo", "S", "--vacancy", "нет такой"], 1, "ls --vacancies"),
        (["--json", "--csv"], 2, "hh-tui ls --help"),
    ],
)
def test_what_goes_wrong_is_one_sentence(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = _run(*arguments, home=tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_a_contact_that_hh_refuses_names_its_setting(tmp_path: Path) -> None:
    server = standin()
    refusal = {"errors": [{"type": "bad_user_agent", "value": "blacklisted"}]}
    server.faults.add("GET", "/me", status=400, body=refusal)
    with serve(server) as origin:
        done = _run("--json", home=tmp_path, HH_TUI_API_URL=origin, HH_TUI_TOKEN=TOKEN)
    assert done.returncode == 1
    assert 'contact = "…" в config.toml' in done.stderr


def test_how_far_a_list_got_is_told_beside_it(tmp_path: Path) -> None:
    done = _run("--demo", "L", "--all", "--json", home=tmp_path, HH_DEMO_STRICT="on")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)) == 2000
    assert "дальше он списки не показывает" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_ends_early_is_no_trouble(tmp_path: Path) -> None:
    """As in `ls | head`: nothing is said, and the code is what a shell says of SIGPIPE."""
    env = {"PATH": os.environ["PATH"], "HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8"}
    with subprocess.Popen(
        [*PROGRAM, "--demo", "M", "--all", "--json"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 141


async def test_excel_opens_it() -> None:
    marked, _ = await _printed(ListRequest(form="csv", bom=True))
    assert marked.startswith("\ufeffid,name,")
    text, _ = await _printed(ListRequest(form="excel", every=True))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    plain, _ = await _printed(ListRequest(form="csv", every=True))
    told = list(csv.DictReader(io.StringIO(plain, newline="")))
    assert [(one["ID"], one["Имя"], one["Метки"]) for one in rows] == [
        (one["id"], one["name"], one["labels"]) for one in told
    ]
    months = next(int(one["experience_months"]) for one in told if one["experience_months"])
    years = next(one["Опыт"] for one in rows if one["Опыт"])
    assert re.fullmatch(rf"{months // 12} (год|года|лет)( {months % 12} мес)?", years)


@pytest.mark.parametrize("more", [{"vacancies": True}, {"collections": True}, {}])
async def test_headings_of_excel_are_in_ones_language(more: dict[str, bool]) -> None:
    text, _ = await _printed(ListRequest(form="excel", **more))  # type: ignore[arg-type]
    header = text.removeprefix("\ufeff").splitlines()[0].split(";")
    assert not [name for name in header if re.search("[a-z]", name.replace("hh.ru", ""))]
