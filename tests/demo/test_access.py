"""Who may ask, and what the stand-in remembers of it."""

import httpx
import pytest

from hh_tui.demo import TOKEN
from tests.demo.driver import AGENT, API, Recruiter, headers, refusal


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


def test_who_am_i(recruiter: Recruiter) -> None:
    me = recruiter.get("/me")
    accounts = recruiter.get("/manager_accounts/mine")
    assert me["is_employer"] is True
    assert accounts["current_account_id"] in [account["id"] for account in accounts["items"]]
    assert accounts["current_account_id"] != me["manager"]["id"]


def test_a_user_agent_is_wanted(recruiter: Recruiter) -> None:
    request = httpx.Request("GET", f"{API}/me", headers={"authorization": f"Bearer {TOKEN}"})
    request.headers.pop("user-agent", None)
    answer = recruiter.standin.handle(request)
    assert refusal(answer) == (400, "bad_user_agent", "unset")
    request.headers["hh-user-agent"] = AGENT
    assert recruiter.standin.handle(request).status_code == 200


@pytest.mark.parametrize(
    "agent", ["python-httpx/0.28.1", "MyApp (mail@example.com)", "MyApp/1.0", "MyApp/1.0 (mail)", "a/1 (@)"]
)
def test_a_user_agent_names_the_program_and_a_mail_address(recruiter: Recruiter, agent: str) -> None:
    for given in ({"user-agent": agent}, {"hh-user-agent": agent}):
        assert refusal(recruiter.http.get("/me", headers=given)) == (400, "bad_user_agent", "blacklisted")
    assert recruiter.http.get("/me", headers={"hh-user-agent": AGENT}).status_code == 200


@pytest.mark.parametrize("authorization", ["", "Bearer wrong", TOKEN])
def test_a_token_is_wanted(recruiter: Recruiter, authorization: str) -> None:
    answer = recruiter.http.get("/me", headers={"authorization": authorization})
    assert refusal(answer) == (403, _word_for_tokens(recruiter), "bad_authorization")


def test_a_token_runs_out(recruiter: Recruiter) -> None:
    recruiter.standin.expire_token()
    assert refusal(recruiter.http.get("/me")) == (403, _word_for_tokens(recruiter), "token_expired")


def _word_for_tokens(recruiter: Recruiter) -> str:
    return "forbidden" if recruiter.standin.world.readings.tokens_forbidden else "oauth"


def test_the_account_header(recruiter: Recruiter) -> None:
    account = recruiter.get("/manager_accounts/mine")["items"][0]["id"]
    assert recruiter.http.get("/me", headers={"x-manager-account-id": account}).status_code == 200
    wrong = recruiter.http.get("/me", headers={"x-manager-account-id": recruiter.get("/me")["manager"]["id"]})
    assert refusal(wrong) == (403, "manager_extra_accounts", "manager_extra_account_not_found")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/nothing"), ("POST", "/me"), ("GET", "/negotiations/1/2/3")]
)
def test_unknown_operations(recruiter: Recruiter, method: str, path: str) -> None:
    assert refusal(recruiter.http.request(method, path)) == (404, "not_found", None)


def test_what_is_remembered(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    recruiter.standin.received.clear()
    recruiter.get(f"/negotiations/{nid}", locale="EN")
    recruiter.write(nid, "Привет & до встречи")
    read, write = recruiter.standin.received
    assert (read.method, read.path, read.query) == ("GET", f"/negotiations/{nid}", [("locale", "EN")])
    assert write.form == [("message", "Привет & до встречи")]
    assert write.at == recruiter.clock.now
    assert recruiter.standin.writes == [write]
    assert read.headers == {"user-agent": AGENT}
    assert TOKEN not in repr(recruiter.standin.received)


def test_urls_keep_to_the_contract(recruiter: Recruiter) -> None:
    """Whatever origin is asked, payloads name the API's own."""
    request = httpx.Request(
        "GET", "http://127.0.0.1:9/negotiations/" + recruiter.a_response(), headers=headers()
    )
    topic = recruiter.standin.handle(request).json()
    urls = [topic["url"], topic["messages_url"], *(action["url"] for action in topic["actions"])]
    assert all(url.startswith("https://api.hh.ru/") for url in urls)
