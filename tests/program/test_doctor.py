"""`hh-tui doctor`: one page, a next step under everything that failed, and JSON for programs."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hh_tui.cli import main
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.settings.locations import config_file, log_file, store_folder, tokens_folder
from hh_tui.store.last_position import LastPosition
from hh_tui.store.store import Store
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.login.scene import pair_for
from tests.midday import standin


def _now() -> datetime:
    return datetime.now(UTC)


Capture = pytest.CaptureFixture[str]


@pytest.fixture
def server() -> StandIn:
    return standin()


@pytest.fixture
def origin(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with serve(server) as address:
        monkeypatch.setenv("HH_TUI_API_URL", address)
        yield address


@pytest.fixture
def _logged_in(origin: str) -> None:
    TokenStore(tokens_folder()).save(DEFAULT_PROFILE, pair_for(origin))


def _marks(capsys: Capture, code: int, *options: str) -> dict[str, dict[str, Any]]:
    assert main.main(["doctor", "--json", *options]) == code
    told = capsys.readouterr()
    assert told.err == ""
    document = json.loads(told.out)
    assert document["ok"] is (code == 0)
    return {one["id"]: one for one in document["checks"]}


@pytest.mark.usefixtures("_logged_in")
def test_all_is_well(capsys: Capture) -> None:
    marks = _marks(capsys, 0, "--lang", "en")
    for name in ("connection", "clock", "token", "role", "account", "access.1", "access.4", "budget", "log"):
        assert marks[name]["mark"] == "ok", name
    assert DEFAULT_PROFILE in marks["token"]["said"]
    assert marks["log"]["said"] == str(log_file())
    assert "500 of 500" in marks["budget"]["said"]
    assert {"size", "colours", "encoding", "keyboard", "language", "config", "redirect"} <= set(marks)


@pytest.mark.usefixtures("_logged_in")
@pytest.mark.parametrize(
    ("contact", "mark", "said"),
    [
        (None, "fail", "not set"),
        ("me@localhost", "fail", "me@localhost"),
        ("me@example.org", "ok", "me@example.org"),
    ],
)
def test_a_contact_of_nobody_is_warned_of(contact: str | None, mark: str, said: str, capsys: Capture) -> None:
    if contact is not None:
        config_file().parent.mkdir(parents=True, exist_ok=True)
        config_file().write_text(f'contact = "{contact}"\n', encoding="utf-8")
    found = _marks(capsys, 0, "--lang", "en")["contact"]
    assert (found["mark"], found["said"], found["needed"]) == (mark, said, False)
    assert ('contact = "me@example.org"' in found["hint"]) is (mark == "fail")


@pytest.mark.usefixtures("_logged_in")
def test_a_contact_that_hh_refuses_is_told(server: StandIn, capsys: Capture) -> None:
    refusal = {"errors": [{"type": "bad_user_agent", "value": "blacklisted"}]}
    server.faults.add("GET", "/me", status=400, body=refusal)
    role = _marks(capsys, 1, "--lang", "ru")["role"]
    assert "не принимает то, как программа представляется" in role["said"]
    assert "contact" in role["hint"]


@pytest.mark.usefixtures("_logged_in")
def test_a_chosen_account_that_is_closed(origin: str, server: StandIn, capsys: Capture) -> None:
    items = [{"id": "71"}, {"id": "72", "employer": {"id": "5", "name": "Фирма 72"}}]
    mine = {"items": items, "current_account_id": "71", "primary_account_id": "71"}
    server.faults.add("GET", "/manager_accounts/mine", status=200, body=mine)
    with closing(Store.open(store_folder(DEFAULT_PROFILE, origin), keep_days=30, clock=_now)) as store:
        store.keep_place(LastPosition(manager_account="72"), _now())
    account = _marks(capsys, 0)["account"]
    assert account["mark"] == "fail"
    assert account["said"].startswith("Фирма 72")
    assert "g a" in account["hint"]


@pytest.mark.usefixtures("_logged_in")
def test_a_closed_primary_account_still_names_the_others(server: StandIn, capsys: Capture) -> None:
    body = {"errors": [{"type": "manager_accounts", "value": "used_manager_account_forbidden"}]}
    mine = {"items": [{"id": "71"}, {"id": "72"}], "current_account_id": "71", "primary_account_id": "71",
            "is_primary_account_blocked": True}  # fmt: skip
    server.faults.add("GET", "/me", status=403, body=body)
    server.faults.add("GET", "/manager_accounts/mine", status=200, body=mine)
    marks = _marks(capsys, 1)
    assert marks["role"]["mark"] == marks["account"]["mark"] == "fail"
    assert "g a" in marks["account"]["hint"]


@pytest.mark.usefixtures("_logged_in")
def test_the_page_is_for_people(capsys: Capture) -> None:
    assert main.main(["doctor", "--lang", "ru"]) == 0
    page = capsys.readouterr().out
    assert "✓ Токен" in page
    assert "Всё готово к работе." in page
    assert TOKEN not in page


def test_without_a_token_the_rest_is_looked_at(origin: str, capsys: Capture) -> None:
    marks = _marks(capsys, 1)
    assert (marks["connection"]["mark"], marks["token"]["mark"], marks["role"]["mark"]) == (
        "ok",
        "fail",
        "skip",
    )
    assert "hh-tui login" in marks["token"]["hint"]


def test_without_a_connection_as_well(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("HH_TUI_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("HH_TUI_TOKEN", TOKEN)
    marks = _marks(capsys, 1)
    assert (marks["connection"]["mark"], marks["clock"]["mark"]) == ("fail", "skip")
    assert (marks["token"]["mark"], marks["role"]["mark"]) == ("ok", "skip")


def test_a_token_of_the_environment(
    origin: str, server: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("HH_TUI_TOKEN", TOKEN)
    assert "HH_TUI_TOKEN" in _marks(capsys, 0)["token"]["said"]
    server.expire_token()
    failed = _marks(capsys, 1)["token"]
    assert (failed["mark"], "hh-tui login" in failed["hint"]) == ("fail", True)


@pytest.mark.usefixtures("_logged_in")
def test_an_expired_token_is_renewed_on_the_way(server: StandIn, capsys: Capture) -> None:
    server.expire_token()
    year = str((datetime.now(UTC) + timedelta(days=14)).year)
    assert year in _marks(capsys, 0)["token"]["said"]
    assert server.grants.refreshes == 1


@pytest.mark.usefixtures("_logged_in")
@pytest.mark.parametrize(
    ("path", "body", "check", "mark", "code"),
    [
        ("^/me$", {"id": "1", "is_employer": False}, "role", "fail", 1),
        ("/method_access$", {"items": [{"id": "1", "access": {"has_access": False}}]}, "access.1", "fail", 1),
        ("/method_access$", {"items": [{"id": "2", "access": None}]}, "access.2", "fail", 0),
        ("/method_access$", [], "access", "fail", 0),
        ("/mine$", {"items": [], "is_primary_account_blocked": True}, "account", "fail", 0),
        ("/mine$", {}, "account", "skip", 0),
        ("/limits/resume$", {"limits": {"resume_view_from_api": 9}, "left": {}}, "budget", "fail", 0),
        ("/limits/resume$", {}, "budget", "skip", 0),
    ],
)
def test_what_hh_says_is_understood(
    server: StandIn, capsys: Capture, path: str, body: Any, check: str, mark: str, code: int
) -> None:
    server.faults.add("GET", path, status=200, body=body)
    found = _marks(capsys, code)[check]
    assert found["mark"] == mark
    assert bool(found["hint"]) is (mark == "fail")


@pytest.mark.usefixtures("_logged_in")
def test_a_clock_that_is_off_is_told(server: StandIn, capsys: Capture) -> None:
    headers = {"date": "Tue, 12 May 2020 12:00:00 GMT"}
    server.faults.add("GET", "/locales", status=200, body=[], headers=headers)
    assert _marks(capsys, 0)["clock"]["mark"] == "fail"


@pytest.mark.parametrize(
    ("text", "said"),
    [("hodl = 1", "hodl"), ("= broken", "config.toml"), ('api_url = "http://hh.ru"', "hh.ru")],
)
def test_broken_settings_do_not_stop_it(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, text: str, said: str
) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(text)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    marks = _marks(capsys, 1)
    assert said in str(marks)
    assert marks["log"]["mark"] == "ok"


@pytest.mark.parametrize("text", ['[keys]\nreply = ["j"]\nfly = ["ctrl+nonsense"]\n', "hold = 999\n"])
def test_wrong_settings_are_told_here_as_at_a_start(origin: str, capsys: Capture, text: str) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(text)
    assert main.main(["ls", "--demo", "S", "--lang", "ru"]) == 1
    told = capsys.readouterr().err
    marks = _marks(capsys, 1, "--lang", "ru")
    assert marks["config"]["mark"] == "fail"
    for line in told.splitlines()[: text.count("\n")]:
        sentence = line.partition("config.toml: ")[2].partition(" Исправьте")[0]
        assert sentence
        assert sentence in marks["config"]["said"]
    assert main.main(["doctor", "--lang", "ru"]) == 1
    page = capsys.readouterr().out.splitlines()
    where = next(place for place, line in enumerate(page) if "Настройки не подходят" in line)
    faults = [line.partition("config.toml: ")[2].partition(" Исправьте")[0] for line in told.splitlines()]
    several = [one for one in faults if one]
    if len(several) > 1:
        assert [line.strip() for line in page[where + 1 : where + 1 + len(several)]] == several
        assert page[where + 1 + len(several)].strip().startswith("→")
    else:
        assert page[where].endswith(several[0])
    # Which server is meant is not known: nobody is asked.
    assert marks["connection"]["mark"] == "skip"


def test_settings_of_the_login(origin: str, capsys: Capture) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text('[login]\nclient_secret = "SECRET-77"\nredirect_uri = "https://example.org/x"\n')
    assert main.main(["doctor"]) == 1
    page = capsys.readouterr().out
    assert "https://example.org/x" in page
    assert "SECRET-77" not in page


@pytest.mark.usefixtures("_logged_in")
def test_an_unsafe_token_file_is_named(capsys: Capture) -> None:
    path = tokens_folder() / f"{DEFAULT_PROFILE}.json"
    path.chmod(0o644)
    assert str(path) in _marks(capsys, 1)["token"]["said"]


@pytest.mark.usefixtures("_logged_in")
def test_the_log_has_a_line_for_each_request(capsys: Capture) -> None:
    _marks(capsys, 0)
    text = log_file().read_text()
    assert "GET /locales 403" in text
    assert "GET /employers/{}/managers/{}/limits/resume 200" in text


@pytest.mark.usefixtures("_logged_in")
def test_home_is_a_folder_of_ones_own(capsys: Capture, tmp_path: Path) -> None:
    _marks(capsys, 0)
    assert {path.name for path in (tmp_path / "home").iterdir()} == {"tokens", "log"}


@pytest.mark.usefixtures("_logged_in")
def test_what_is_no_condition_has_a_milder_sign(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    for name in ("COLORTERM", "WT_SESSION", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert main.main(["doctor", "--lang", "ru"]) == 0
    told = capsys.readouterr().out
    assert "! Цвета" in told
    assert "✗" not in told
