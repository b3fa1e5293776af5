"""The client over a mock transport: where the token goes, what answers mean."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from hh_tui.api.auth import TokenAuth
from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Negotiation, Template
from hh_tui.api.models.reading import parsed
from hh_tui.api.origin import Origin
from hh_tui.errors import (
    AccountUnavailable,
    AnswerLost,
    BadArgument,
    BadUserAgent,
    CaptchaRequired,
    ConfigError,
    ForeignOrigin,
    HHError,
    LimitReached,
    NegotiationRefused,
    NotAuthorized,
    NotFound,
    NotPaid,
    RateLimited,
    Refused,
    ServerError,
    TokenExpired,
    TokenRevoked,
    Unreachable,
    UnreadableAnswer,
    WrongClient,
    WrongToken,
)
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.errors import explain
from tests.factory import action, negotiation

SECRET = "SECRET-TOKEN-0001"
Handler = Callable[[httpx.Request], httpx.Response]


def _client(handler: Handler, origin: str = "https://api.hh.ru") -> HHClient:
    return HHClient(
        Connection(Origin(origin), SECRET, contact="a@example.org", transport=httpx.MockTransport(handler))
    )


def _answering(status: int, body: Any = None, **headers: str) -> Handler:
    def handle(_: httpx.Request) -> httpx.Response:
        if isinstance(body, str | bytes):
            return httpx.Response(status, content=body, headers=headers)
        return httpx.Response(status, json=body, headers=headers)

    return handle


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/negotiations/1",
        "http://api.hh.ru/me",
        "https://api.hh.ru:444/me",
        "https://api.hh.ru@evil.example/me",
        "https://user:password@api.hh.ru/me",
        "https://api.hh.ru.evil.example/me",
        "//evil.example/me",
        "ftp://api.hh.ru/me",
        "javascript:alert(1)",
        "\\\\evil.example\\me",
        "",
        "https://[::1",
    ],
)
async def test_the_token_goes_nowhere_else(address: str) -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={})

    client = _client(handle)
    with pytest.raises(ForeignOrigin):
        await client.negotiations.perform(replace(action("later", "1"), url=address), [])
    with pytest.raises(ForeignOrigin):
        await client.templates.filled(Template(id="x", url=address))
    assert seen == []


async def test_an_address_of_hh_is_taken_over_to_the_configured_origin() -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"items": [], "pages": 1})

    client = _client(handle, "http://127.0.0.1:8080")
    await client.negotiations.page("https://api.hh.ru/negotiations/fresh?vacancy_id=7&order_by=created_at", 2)
    url = seen[0].url
    assert (url.scheme, url.host, url.port, url.path) == ("http", "127.0.0.1", 8080, "/negotiations/fresh")
    assert dict(url.params) == {
        "vacancy_id": "7", "order_by": "created_at", "page": "2", "per_page": "50", "locale": "RU",
        "with_job_search_status": "true",
    }  # fmt: skip
    assert seen[0].headers["Authorization"] == f"Bearer {SECRET}"


@pytest.mark.parametrize(
    "address",
    [
        "http://api.hh.ru",
        "http://192.168.0.5:80",
        "ftp://localhost",
        "https://x/path",
        "nonsense",
        "https://a:b@x",
    ],
)
def test_only_https_or_loopback_can_be_configured(address: str) -> None:
    with pytest.raises(ConfigError):
        Origin(address)


@pytest.mark.parametrize(
    "address", ["https://api.hh.ru", "http://localhost:1", "http://127.9.0.1:1", "http://[::1]:1"]
)
def test_these_can_be_configured(address: str) -> None:
    assert str(Origin(address).base).rstrip("/") == address


def test_the_guard_itself_refuses_a_foreign_request() -> None:
    auth = TokenAuth(SECRET, Origin())
    with pytest.raises(ForeignOrigin):
        next(auth.auth_flow(httpx.Request("GET", "https://evil.example/")))
    assert SECRET not in repr(auth)


async def test_a_redirect_is_not_followed() -> None:
    with pytest.raises(UnreadableAnswer):
        await _client(_answering(302, "", Location="https://evil.example/")).account.me()


def _body(type_: str, value: str = "", **more: Any) -> dict[str, Any]:
    return {"request_id": "r-1", "errors": [{"type": type_, "value": value, **more}]}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (403, _body("oauth", "token_expired"), TokenExpired),
        (403, _body("oauth", "token_revoked"), TokenRevoked),
        (403, _body("oauth", "bad_authorization"), NotAuthorized),
        (403, _body("oauth", "user_auth_expected"), WrongToken),
        (403, _body("oauth", "application_not_found"), WrongClient),
        (403, _body("forbidden", "bad_authorization"), NotAuthorized),
        (403, _body("forbidden", "user_auth_expected"), WrongToken),
        (403, {"errors": [{"type": "forbidden"}], "oauth_error": "token-expired"}, TokenExpired),
        (403, {"errors": [{"type": "forbidden"}], "oauth_error": "bad-auth-type"}, NotAuthorized),
        (403, {"oauth_error": "token-revoked"}, TokenRevoked),
        (403, {"oauth_error": "client-id-deleted"}, WrongClient),
        (403, _body("manager_accounts", "used_manager_account_forbidden"), AccountUnavailable),
        (403, _body("resumes", "no_available_service"), NotPaid),
        (401, {}, NotAuthorized),
        (403, _body("api_access_payment", "action_must_be_payed"), NotPaid),
        (403, _body("captcha_required", "captcha_required", captcha_url="https://hh.ru/x"), CaptchaRequired),
        (429, _body("resumes", "view_limit_exceeded"), LimitReached),
        (429, "too many", RateLimited),
        (403, _body("negotiations", "limit_exceeded"), LimitReached),
        (403, _body("negotiations", "in_a_row_limit"), LimitReached),
        (403, _body("negotiations", "wrong_state"), NegotiationRefused),
        (404, _body("negotiations", "topic_not_found"), NotFound),
        (404, "", NotFound),
        (404, "<html>", UnreadableAnswer),
        (401, "<html>", UnreadableAnswer),
        (429, "<html>", RateLimited),
        (400, _body("bad_argument", "page"), BadArgument),
        (400, _body("bad_user_agent", "unset"), BadUserAgent),
        (400, _body("bad_user_agent", "blacklisted"), BadUserAgent),
        (400, {"errors": [{"type": "bad_request", "reason": "spam_detected"}]}, Refused),
        (403, "<html>ddos guard</html>", UnreadableAnswer),
        (403, [], UnreadableAnswer),
        (403, {"errors": "nonsense"}, Refused),
        (502, "<html>", ServerError),
        (503, _body("service_unavailable"), ServerError),
        (200, "<html>hello</html>", UnreadableAnswer),
        (200, "null", UnreadableAnswer),
        (200, b"\xff\xfe\x00", UnreadableAnswer),
        (200, "[" * 100_000, UnreadableAnswer),
    ],
)
async def test_an_unhappy_answer_has_a_name(status: int, body: Any, kind: type[HHError]) -> None:
    with pytest.raises(HHError) as caught:
        await _client(_answering(status, body)).account.me()
    assert type(caught.value) is kind
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, _body("bad_argument", "page"), True),
        (400, {"errors": [{"type": "bad_request"}]}, True),
        (400, {"description": "Bad request"}, True),
        (400, _body("bad_user_agent", "blacklisted"), False),
        (400, _body("negotiations", "resume_not_found"), False),
        (400, _body("negotiations", "limit_exceeded"), False),
        (403, _body("forbidden"), False),
        (404, _body("not_found"), False),
    ],
)
async def test_what_is_a_bad_request(status: int, body: Any, expected: bool) -> None:
    with pytest.raises(Refused) as caught:
        await _client(_answering(status, body)).account.me()
    assert caught.value.is_bad_request is expected


async def test_the_reason_is_read_where_the_value_is_missing() -> None:
    with pytest.raises(Refused) as caught:
        await _client(
            _answering(400, {"errors": [{"type": "x", "reason": "spam_detected"}], "request_id": "r"})
        ).account.me()
    assert caught.value.value == "spam_detected"
    assert caught.value.request_id == "r"


@pytest.mark.parametrize(
    ("pages", "kept"),
    [
        (
            {"captcha_url": "https://hh.ru/captcha?x=1", "fallback_url": "https://hh.ru/f"},
            "https://hh.ru/captcha?x=1",
        ),
        ({"fallback_url": "https://hh.ru/f"}, "https://hh.ru/f"),
        ({"captcha_url": "javascript:alert(1)"}, ""),
        ({"captcha_url": 5}, ""),
    ],
)
async def test_the_page_of_a_captcha_is_kept(pages: dict[str, Any], kept: str) -> None:
    with pytest.raises(CaptchaRequired) as caught:
        await _client(_answering(403, _body("captcha_required", "captcha_required", **pages))).account.me()
    assert caught.value.captcha_url == kept


@pytest.mark.parametrize(
    ("error", "kind", "unknown"),
    [
        (httpx.ConnectError, Unreachable, False),
        (httpx.ConnectTimeout, Unreachable, False),
        (httpx.PoolTimeout, Unreachable, False),
        (httpx.ReadTimeout, AnswerLost, True),
        (httpx.ReadError, AnswerLost, True),
        (httpx.WriteError, AnswerLost, True),
        (httpx.RemoteProtocolError, AnswerLost, True),
    ],
)
async def test_a_write_knows_whether_it_left(
    error: type[httpx.TransportError], kind: type[HHError], unknown: bool
) -> None:
    calls = 0

    def handle(request: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        raise error("broken", request=request)

    with pytest.raises(kind) as caught:
        await _client(handle).negotiations.perform(action("later", "1"), [])
    assert caught.value.outcome_unknown is unknown
    assert calls == 1


async def test_a_write_is_a_form_by_the_actions_own_method_and_url() -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    client = _client(handle)
    await client.negotiations.perform(
        action("later", "1", method="PATCH"), [("message", "Да & нет"), ("topic_id", "1"), ("topic_id", "2")]
    )
    request = seen[0]
    assert request.method == "PATCH"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    form = httpx.QueryParams(request.content.decode())
    assert form.multi_items() == [("message", "Да & нет"), ("topic_id", "1"), ("topic_id", "2")]


async def test_an_empty_answer_to_a_letter_is_a_success() -> None:
    await _client(_answering(201, "", **{"Content-Type": "text/html"})).messages.write(
        negotiation("1"), "Добрый день"
    )


async def test_ids_can_not_leave_their_place_in_a_path() -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"id": "1"})

    await _client(handle).negotiations.one("../token?x=1#")
    assert seen[0].url.raw_path.startswith(b"/negotiations/..%2Ftoken%3Fx%3D1%23")


def test_a_negotiation_without_anything_but_an_id_is_one() -> None:
    bare = parsed(Negotiation, {"id": 5, "resume": None, "actions": None, "counters": "x", "brand_new": 1})
    assert bare.id == "5"
    assert bare.resume is None
    assert bare.actions == ()
    assert bare.unread == 0


def test_null_items_are_left_out_and_the_others_kept() -> None:
    read = parsed(
        Negotiation,
        {
            "id": "1",
            "actions": [None, {"id": "a"}, {"id": "b", "method": "PUT", "url": "/b", "name": "a\x1b[2Jb"}],
        },
    )
    assert [one.id for one in read.actions] == ["b"]
    assert read.actions[0].name == "ab"


@pytest.mark.parametrize("method", ["", "ПУТ", "PUT /x HTTP/1.1\r\nX: y", "P"])
async def test_an_action_without_a_method_is_refused_unsent(method: str) -> None:
    with pytest.raises(BadArgument):
        await _client(lambda _: pytest.fail("sent")).negotiations.perform(
            replace(action("later", "1"), method=method), []
        )


TOKEN_EXPIRED = {"type": "oauth", "value": "token_expired"}
CAPTCHA = {"type": "captcha_required", "value": "captcha_required", "captcha_url": "https://hh.ru/captcha"}
FORBIDDEN = {"type": "forbidden"}
GONE = {"type": "negotiations", "value": "resume_not_found"}


@pytest.mark.parametrize(
    ("errors", "kind", "value"),
    [
        ([FORBIDDEN, CAPTCHA], CaptchaRequired, "captcha_required"),
        ([FORBIDDEN, GONE], NegotiationRefused, "resume_not_found"),
        ([GONE, CAPTCHA, TOKEN_EXPIRED], TokenExpired, "token_expired"),
        ([{"type": "negotiations"}, GONE], NegotiationRefused, "resume_not_found"),
        ([{"type": "bad_argument", "value": "page"}, FORBIDDEN], BadArgument, "page"),
        ([None, FORBIDDEN], Refused, ""),
    ],
)
async def test_of_several_errors_the_most_useful_counts(errors: Any, kind: type[Refused], value: str) -> None:
    with pytest.raises(kind) as caught:
        await _client(_answering(403, {"errors": errors})).account.me()
    assert (type(caught.value), caught.value.value) == (kind, value)


async def test_a_captcha_behind_another_error_keeps_its_page() -> None:
    with pytest.raises(CaptchaRequired) as caught:
        await _client(_answering(403, {"errors": [FORBIDDEN, CAPTCHA]})).account.me()
    assert caught.value.captcha_url == "https://hh.ru/captcha"


async def test_a_refusal_with_a_description_alone_shows_it() -> None:
    with pytest.raises(Refused) as caught:
        await _client(_answering(400, {"description": "Vacancy is closed"})).account.me()
    assert explain(Catalogue("en"), caught.value).what == "hh.ru did not accept it: Vacancy is closed."


@pytest.mark.parametrize(
    ("language", "entry", "told"),
    [
        (
            "en",
            {"value": "text", "reason": "too_long_value"},
            "This is too long for hh.ru: the text. Shorten it",
        ),
        ("ru", {"value": "text", "reason": "too_long_value"}, "слишком длинно: текст. Сократите"),
        ("en", {"reason": "too_long_value"}, "This is too long for hh.ru: the value. Shorten it"),
        ("en", {"value": "topic_id", "reason": "too_many_arguments"}, "the candidates. Choose fewer"),
        ("ru", {"value": "topic_id", "reason": "too_many_arguments"}, "кандидаты. Выберите меньше"),
        ("en", {"value": "topic_id", "reason": "too_many_bulk_items"}, "candidates at once. Mark fewer"),
        ("ru", {"value": "topic_id", "reason": "too_many_bulk_items"}, "Отметьте меньше кандидатов"),
        ("en", {"value": "date_to", "reason": "invalid"}, "does not understand this: date_to. Check how"),
        ("ru", {"value": "date_to", "reason": "invalid"}, "не понимает это значение: date_to. Проверьте"),
        ("en", {"value": "text", "reason": "new_one"}, "did not take a value: the text. Correct it"),
        ("en", {"value": "text"}, "did not take a value: the text. Correct it"),
    ],
)
async def test_what_is_wrong_with_a_value_is_told(
    language: Language, entry: dict[str, str], told: str
) -> None:
    with pytest.raises(BadArgument) as caught:
        await _client(_answering(400, {"errors": [{"type": "bad_argument"} | entry]})).account.me()
    assert told in explain(Catalogue(language), caught.value).sentence


@pytest.mark.parametrize(
    ("language", "value", "told"),
    [
        (
            "en",
            "unset",
            "name and mail address are missing. Write your own mail address into the settings (contact",
        ),
        ("en", "blacklisted", "on its black list. Write your own mail address into the settings (contact"),
        ("ru", "unset", "нет названия и адреса почты. Впишите в настройки адрес своей почты (contact"),
        ("ru", "blacklisted", "в чёрном списке. Впишите в настройки адрес своей почты (contact"),
    ],
)
@pytest.mark.parametrize("outside", [False, True])
async def test_a_refused_contact_names_its_setting(
    language: Language, value: str, told: str, outside: bool
) -> None:
    with pytest.raises(BadUserAgent) as caught:
        await _client(_answering(400, _body("bad_user_agent", value))).account.me()
    assert told in explain(Catalogue(language), caught.value, outside=outside).sentence


async def test_no_right_to_a_vacancy_has_a_next_step() -> None:
    with pytest.raises(NegotiationRefused) as caught:
        await _client(
            _answering(403, {"errors": [{"type": "negotiations", "value": "invalid_vacancy"}]})
        ).account.me()
    told = explain(Catalogue("ru"), caught.value)
    assert "нет к ней доступа" in told.what
    assert "дать доступ" in told.hint
