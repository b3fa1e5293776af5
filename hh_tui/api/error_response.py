"""What an unhappy answer means: the API's error body as one typed error."""

from datetime import UTC, datetime
from typing import Any, Final

import httpx

from hh_tui.api.cooldown import retry_after
from hh_tui.api.models.base import Items, Line, Maybe, Model, Url
from hh_tui.api.models.reading import parsed
from hh_tui.errors import (
    AccountLocked,
    AccountUnavailable,
    BadArgument,
    BadGrant,
    BadUserAgent,
    CaptchaRequired,
    CodeExpired,
    HHError,
    LimitReached,
    NegotiationRefused,
    NotAuthorized,
    NotFound,
    NotPaid,
    RateLimited,
    RefreshEarly,
    RefreshSpent,
    Refused,
    ServerError,
    TokenDeactivated,
    TokenExpired,
    TokenRevoked,
    UnreadableAnswer,
    WrongClient,
    WrongRedirect,
    WrongToken,
)

_BY_TYPE: Final[dict[str, type[Refused]]] = {
    "oauth": NotAuthorized,
    "bad_authorization": NotAuthorized,
    "api_access_payment": NotPaid,
    "captcha_required": CaptchaRequired,
    "negotiations": NegotiationRefused,
    "bad_argument": BadArgument,
    "bad_user_agent": BadUserAgent,
    "manager_extra_accounts": AccountUnavailable,
    "manager_accounts": AccountUnavailable,
}
_BY_STATUS: Final[dict[int, type[Refused]]] = {401: NotAuthorized, 404: NotFound, 429: RateLimited}
_TOO_MANY: Final = 429
_BY_VALUE: Final[dict[str, type[Refused]]] = {
    "limit_exceeded": LimitReached,
    "in_a_row_limit": LimitReached,
    "overall_limit": LimitReached,
    "view_limit_exceeded": LimitReached,
    "quota_exceeded": LimitReached,
    "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED": LimitReached,
    "captcha_required": CaptchaRequired,
    "action_must_be_payed": NotPaid,
    "no_available_service": NotPaid,
    "bad_authorization": NotAuthorized,
    "token_expired": TokenExpired,
    "token_revoked": TokenRevoked,
    "application_not_found": WrongClient,
    "user_auth_expected": WrongToken,
    "application_auth_expected": WrongToken,
    "employer_on_additional_check_restricted": AccountUnavailable,
    "used_manager_account_forbidden": AccountUnavailable,
    "manager_extra_account_not_found": AccountUnavailable,
}
_LEGACY: Final[dict[str, str]] = {
    "token-expired": "token_expired",
    "token-revoked": "token_revoked",
    "bad-auth-type": "bad_authorization",
    "client-id-deleted": "application_not_found",
}
"""What the words of `oauth_error` are called among the values of errors."""
_DENIED: Final = frozenset({400, 401, 403, 404})
_GRANTS: Final[dict[str, type[Refused]]] = {
    "token has already been refreshed": RefreshSpent,
    "token not expired": RefreshEarly,
    "token was revoked": TokenRevoked,
    "token deactivated": TokenDeactivated,
    "code expired": CodeExpired,
    "code has already been used": CodeExpired,
    "code not found": CodeExpired,
    "code was revoke": CodeExpired,
    "code was revoked": CodeExpired,
    "bad redirect url": WrongRedirect,
    "account not found": AccountLocked,
    "account is locked": AccountLocked,
    "password invalidated": AccountLocked,
    "login not verified": AccountLocked,
}
"""What the token endpoint says in `error_description`."""


class _Reason(Model, frozen=True):
    type: Line = ""
    value: Maybe[Line] = None
    reason: Maybe[Line] = None
    captcha_url: Maybe[Url] = None
    fallback_url: Maybe[Url] = None


class _Body(Model, frozen=True):
    errors: Items[_Reason] = ()
    request_id: Maybe[Line] = None
    oauth_error: Maybe[Line] = None
    description: Maybe[Line] = None
    error: Maybe[Line] = None
    error_description: Maybe[Line] = None

    @property
    def told(self) -> tuple[_Reason, ...]:
        """All errors there are; the older word for one of the token stands behind those in the usual form."""
        if not self.oauth_error:
            return tuple(self.errors)
        return (*self.errors, _Reason("oauth", _LEGACY.get(self.oauth_error, self.oauth_error)))


def is_page(response: httpx.Response) -> bool:
    """Whether an answer, already read, has a body that is no JSON.

    The API writes none: it is a page of something that stands between. An empty body is no page, whatever
    type it says it has.
    """
    if not response.content.strip():
        return False
    try:
        response.json()
    except (ValueError, RecursionError):
        return True
    return False


def _body(response: httpx.Response) -> _Body | None:
    try:
        payload: Any = response.json()
    except (ValueError, RecursionError):
        return None
    return parsed(_Body, payload) if isinstance(payload, dict) else None


def _kind(status: int, reason: _Reason) -> type[Refused]:
    """What a value says is more than its type, and a type more than a status; but not found is not found."""
    if status == 404:
        return NotFound
    by_value = _BY_VALUE.get(reason.value or reason.reason or "")
    return by_value or _BY_STATUS.get(status) or _BY_TYPE.get(reason.type, Refused)


def _page(reason: _Reason) -> str:
    """Where a captcha is solved: an https address, or nothing."""
    for address in (reason.captcha_url, reason.fallback_url):
        if address and address.startswith("https://"):
            return address
    return ""


def refusal(response: httpx.Response) -> HHError:
    """The error that an answer other than the expected one stands for."""
    error = _refusal(response)
    if isinstance(error, RateLimited):
        error.wait = retry_after(response.headers, datetime.now(UTC))
    return error


def _refusal(response: httpx.Response) -> HHError:
    """A page says nothing by its status, but for 429: that is told by whoever counts requests."""
    status = response.status_code
    if status >= 500:
        return ServerError(status=status)
    body = _body(response) if status >= 400 else None
    if body is None:
        known = _BY_STATUS.get(status) if status == _TOO_MANY or not is_page(response) else None
        return known(status) if known else UnreadableAnswer(status=status)
    told = body.told or (_Reason(),)
    first = min(told, key=lambda one: _rank(_kind(status, one), one))
    kind = _kind(status, first)
    value = first.value or first.reason or (body.description if kind in _DESCRIBED else None) or ""
    error = kind(status, first.type, value, body.request_id or "")
    if isinstance(error, CaptchaRequired):
        error.captcha_url = _page(first)
    elif isinstance(error, BadArgument):
        error.reason = first.reason or ""
    return error


_DESCRIBED: Final = frozenset({Refused, BadArgument})
"""What is told by the legacy `description` where there is no value."""

_FIRST: Final[tuple[type[Refused], ...]] = (
    BadUserAgent,
    NotAuthorized,
    CaptchaRequired,
    AccountUnavailable,
    NotPaid,
    LimitReached,
    NegotiationRefused,
    BadArgument,
)
"""Of several errors the one counts that a person has to deal with before the others can go."""


def _rank(kind: type[Refused], reason: _Reason) -> int:
    """The place of an error among several, the most useful one first; one with a value before one without."""
    place = next((at for at, one in enumerate(_FIRST) if issubclass(kind, one)), len(_FIRST))
    return 2 * place + (not (reason.value or reason.reason))


def token_trouble(response: httpx.Response) -> type[NotAuthorized] | None:
    """What an answer of 401 or 403, already read, says of the token.

    TokenExpired asks for a refreshed one: hh.ru says so with 403, and with 401 now and then. The value
    decides: the same ones are documented with the type `oauth` and with `forbidden`.
    """
    body = _body(response)
    if body is None or not body.told:
        return TokenExpired if response.status_code == 401 and not is_page(response) else None
    kinds = [_kind(response.status_code, reason) for reason in body.told]
    if TokenExpired in kinds:
        return TokenExpired
    return NotAuthorized if any(issubclass(kind, NotAuthorized) for kind in kinds) else None


def grant_refusal(response: httpx.Response) -> HHError:
    """The error that an unhappy answer of the token endpoint stands for."""
    status = response.status_code
    body = _body(response) if 400 <= status < 500 else None
    if body is None or body.error is None:
        # Without the endpoint's own word the refresh token may be as good as before.
        return UnreadableAnswer(status=status) if status in _DENIED and body is None else refusal(response)
    said = body.error_description or body.error
    kind = WrongClient if body.error == "invalid_client" else _GRANTS.get(said.lower(), BadGrant)
    return kind(status, body.error, said, body.request_id or "")
