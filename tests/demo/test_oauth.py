"""The stand-in's tokens live and die as hh.ru's do."""

import httpx
import pytest

from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET, REDIRECT, REFRESH, challenge_of
from tests.demo.driver import Recruiter

VERIFIER = "v" * 43


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


def _code(recruiter: Recruiter, **changed: str) -> httpx.URL:
    asked = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT,
        "state": "s-1",
        "code_challenge": challenge_of(VERIFIER),
        "code_challenge_method": "S256",
    }
    answer = recruiter.http.get("/oauth/authorize", params=asked | changed, headers={"authorization": ""})
    assert answer.status_code == 302, answer.text
    return httpx.URL(answer.headers["location"])


def _exchange(recruiter: Recruiter, code: str, **changed: str) -> httpx.Response:
    form = {
        "grant_type": "authorization_code",
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "redirect_uri": REDIRECT,
        "code": code,
        "code_verifier": VERIFIER,
    }
    return recruiter.http.post("/token", data=form | changed, headers={"authorization": ""})


def _refresh(recruiter: Recruiter, token: str) -> httpx.Response:
    return recruiter.http.post("/token", data={"grant_type": "refresh_token", "refresh_token": token})


def _said(answer: httpx.Response) -> tuple[int, str, str]:
    return answer.status_code, answer.json()["error"], answer.json()["error_description"]


def test_a_code_becomes_a_token_once(recruiter: Recruiter) -> None:
    back = _code(recruiter)
    assert back.params["state"] == "s-1"
    pair = _exchange(recruiter, back.params["code"]).json()
    assert pair["expires_in"] == 1209600
    signed = {"authorization": f"Bearer {pair['access_token']}"}
    assert recruiter.http.get("/me", headers=signed).status_code == 200
    again = _exchange(recruiter, back.params["code"])
    assert _said(again) == (400, "invalid_grant", "code has already been used")


@pytest.mark.parametrize(
    ("changed", "error", "description"),
    [
        ({"code": "x"}, "invalid_request", "code not found"),
        ({"client_secret": "x"}, "invalid_client", "client_id or client_secret not found"),
        ({"redirect_uri": REDIRECT + "/deeper"}, "invalid_request", "bad redirect url"),
        ({"code_verifier": "other"}, "invalid_grant", "code was revoke"),
        ({"grant_type": "password"}, "unsupported_grant_type", "unsupported grant_type"),
    ],
)
def test_what_an_exchange_is_refused_for(
    recruiter: Recruiter, changed: dict[str, str], error: str, description: str
) -> None:
    code = _code(recruiter).params["code"]
    assert _said(_exchange(recruiter, **({"code": code} | changed))) == (400, error, description)


def test_a_code_is_short_lived(recruiter: Recruiter) -> None:
    code = _code(recruiter).params["code"]
    recruiter.clock.pass_by(minutes=6)
    assert _said(_exchange(recruiter, code)) == (400, "invalid_grant", "code expired")


def test_a_refresh_works_once_and_only_after_expiry(recruiter: Recruiter) -> None:
    assert _said(_refresh(recruiter, REFRESH))[2] == "token not expired"
    recruiter.standin.expire_token()
    pair = _refresh(recruiter, REFRESH).json()
    assert _said(_refresh(recruiter, REFRESH))[2] == "token has already been refreshed"
    assert _said(_refresh(recruiter, pair["refresh_token"]))[2] == "token not expired"
    recruiter.clock.pass_by(days=15)
    assert _refresh(recruiter, pair["refresh_token"]).status_code == 200
    assert _said(_refresh(recruiter, ""))[2] == "token is empty"


def test_a_revoked_pair_is_dead(recruiter: Recruiter) -> None:
    assert recruiter.http.delete("/token").status_code == 204
    assert recruiter.http.get("/me").json()["errors"][0]["value"] == "token_revoked"
    assert _said(_refresh(recruiter, REFRESH))[2] == "token was revoked"


def test_whoever_refuses_is_led_back_with_an_error(recruiter: Recruiter) -> None:
    recruiter.standin.grants.consents = False
    assert dict(_code(recruiter).params) == {"error": "access_denied", "state": "s-1"}


@pytest.mark.parametrize(
    "changed",
    [{"client_id": "x"}, {"redirect_uri": "https://evil.example/"}, {"code_challenge_method": "plain"}],
)
def test_a_wrong_page_leads_nowhere(recruiter: Recruiter, changed: dict[str, str]) -> None:
    with pytest.raises(AssertionError):
        _code(recruiter, **changed)


def test_no_secret_is_remembered(recruiter: Recruiter) -> None:
    code = _code(recruiter).params["code"]
    _exchange(recruiter, code)
    seen = repr([(one.form, one.headers) for one in recruiter.standin.received])
    assert not [secret for secret in (CLIENT_SECRET, code, VERIFIER) if secret in seen]
