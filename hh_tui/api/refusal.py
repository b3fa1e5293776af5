"""What an unhappy answer means: the API's error body as one typed error."""

from typing import Any, Final

import httpx

from hh_tui.api.models.base import Items, Line, Maybe, Model
from hh_tui.errors import (
    BadArgument,
    CaptchaRequired,
    HHError,
    LimitReached,
    NegotiationRefused,
    NotAuthorized,
    NotFound,
    NotPaid,
    Refused,
    ServerError,
    UnreadableAnswer,
)

_BY_TYPE: Final[dict[str, type[Refused]]] = {
    "oauth": NotAuthorized,
    "bad_authorization": NotAuthorized,
    "api_access_payment": NotPaid,
    "captcha_required": CaptchaRequired,
    "negotiations": NegotiationRefused,
    "bad_argument": BadArgument,
}
_BY_STATUS: Final[dict[int, type[Refused]]] = {401: NotAuthorized, 404: NotFound, 429: LimitReached}
_LIMITS: Final = frozenset(
    {"limit_exceeded", "in_a_row_limit", "overall_limit", "view_limit_exceeded", "quota_exceeded"}
)


class _Reason(Model):
    type: Line = ""
    value: Maybe[Line] = None
    reason: Maybe[Line] = None


class _Body(Model):
    errors: Items[_Reason] = ()
    request_id: Maybe[Line] = None


def _body(response: httpx.Response) -> _Body | None:
    try:
        payload: Any = response.json()
    except (ValueError, RecursionError):
        return None
    return _Body.model_validate(payload) if isinstance(payload, dict) else None


def refusal(response: httpx.Response) -> HHError:
    """The error that an answer with a status of 300 and more stands for."""
    status = response.status_code
    if status >= 500:
        return ServerError(status=status)
    body = _body(response)
    if status < 400 or body is None:
        kind = _BY_STATUS.get(status)
        return kind(status) if kind else UnreadableAnswer(status=status)
    first = body.errors[0] if body.errors else _Reason()
    value = first.value or first.reason or ""
    kind = _BY_STATUS.get(status) or _BY_TYPE.get(first.type, Refused)
    if value in _LIMITS:
        kind = LimitReached
    elif value == "captcha_required":
        kind = CaptchaRequired
    return kind(status, first.type, value, body.request_id or "")
