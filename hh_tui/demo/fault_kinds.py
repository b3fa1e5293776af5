"""Kinds of misfortune that every client of hh.ru meets one day, as arguments of ``Faults.add``."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

Kind = Mapping[str, Any]

GUARD_PAGE: Final = "<!DOCTYPE html><html><body><h1>Checking your browser</h1></body></html>"
_HTML: Final = {"content-type": "text/html; charset=utf-8"}

LOST: Final[tuple[Kind, ...]] = (
    {"exception": "connect"},
    {"exception": "read"},
    {"exception": "read", "after": True},
    {"exception": "timeout"},
    {"exception": "timeout", "after": True},
    {"exception": "half"},
    {"status": 502},
    {"status": 502, "after": True},
)
"""Connections that fail before or behind the work."""

EXPIRED: Final[Kind] = {"status": 403, "body": {"errors": [{"type": "oauth", "value": "token_expired"}]}}
REVOKED: Final[Kind] = {"status": 403, "body": {"errors": [{"type": "oauth", "value": "token_revoked"}]}}
WRONG_STATE: Final[Kind] = {
    "status": 403,
    "body": {"errors": [{"type": "negotiations", "value": "wrong_state"}]},
}
FORBIDDEN: Final[Kind] = {"status": 403, "body": {"errors": [{"type": "forbidden"}]}}
BAD_REQUESTS: Final[tuple[Kind, ...]] = (
    {"status": 400, "body": {"errors": [{"type": "bad_argument"}]}},
    {"status": 400, "body": {"errors": [{"type": "bad_request"}]}},
    {"status": 400, "body": {"description": "Bad request"}},
)
"""Requests that were not understood, in the three forms there are for that; none says by what."""

CAPTCHA: Final[Kind] = {
    "status": 403,
    "body": {"errors": [{"type": "captcha_required", "value": "captcha_required"}]},
}
CLOSED_CHAT: Final[tuple[Kind, ...]] = (
    {"status": 404, "body": {"errors": [{"type": "not_found", "reason": "chat_not_found"}]}},
    {"status": 403, "body": {"errors": [{"type": "forbidden", "reason": "not_a_participant"}]}},
    {"status": 502},
)
"""A chat that does not answer, where the negotiation does; for the paths of chats."""

BUSY: Final[tuple[Kind, ...]] = ({"status": 429}, {"status": 429, "headers": {"retry-after": "40"}})
"""Too many requests, without and with the seconds to wait."""


def unpromised(method: str) -> Iterator[Kind]:
    """Yield answers to ``method`` that the contract does not promise, before and behind the work.

    Every one of them can be told from the promised answer: 204 to a PUT is none, 201 to a POST neither.
    """
    empty = {"PUT": (200, 201, 202), "POST": (200, 202, 204)}.get(method, ())
    for after in (False, True):
        for status in (200, 201, 202, 302, 401, 403, 404, 503):
            yield {"status": status, "body": GUARD_PAGE, "headers": _HTML, "after": after}
        for status in empty:
            yield {"status": status, "after": after}
        yield {"status": 302, "headers": {"location": "https://hh.ru/account/login"}, "after": after}
        yield {"status": 403, "after": after}
