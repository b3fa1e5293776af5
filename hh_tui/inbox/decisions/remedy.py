"""What helps a write that failed: sending it again, changing its text, or neither."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from hh_tui.errors import (
    AccountUnavailable,
    BadArgument,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    LetterLost,
    LimitReached,
    MovedOn,
    NotAuthorized,
    NotFound,
    NotKept,
    NotOffered,
    NotPaid,
    RateLimited,
    Refused,
    Unsettled,
)
from hh_tui.inbox.decisions.conflict_check import offered_again
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.rules.daily_limit import day_of, is_for_today


class Remedy(StrEnum):
    """What a person can do about a failed write; the values are stems of the catalogue."""

    REPEAT = "repeat"
    LOOK = "look"
    """Repeating looks first whether it has arrived."""
    CAPTCHA = "captcha"
    """Repeating, after a captcha in the browser."""
    ANYWAY = "anyway"
    """Deciding the same on where the candidate is by now."""
    TOMORROW = "tomorrow"
    """Repeating, on another day."""
    REWRITE = "rewrite"
    """Changing what is sent."""
    SILENT = "silent"
    """Sending it without its letter: the chat takes none."""
    WRITE = "write"
    """Writing the letter by itself: the step took place without it."""
    ACCESS = "access"
    """What hh.ru wants of the company first; its own sentence says what."""
    REMOVE = "remove"
    """Nothing: there is nobody to decide about any more."""
    DECIDE = "decide"
    """Deciding something else where the candidate stands by now."""


_REPEATS: Final = frozenset({Remedy.REPEAT, Remedy.LOOK, Remedy.CAPTCHA, Remedy.ANYWAY})

_CLOSED: Final = frozenset({Remedy.DECIDE, Remedy.REMOVE, Remedy.WRITE, Remedy.TOMORROW})
"""Ways out that do not lead through the same decision again."""

_NOT_YET: Final = frozenset({"chat_is_not_ready", "temporary_disabled"})
"""Refusals that pass by themselves within minutes."""

_CHAT_CLOSED: Final = frozenset(
    {"in_a_row_limit", "overall_limit", "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED", "PFP_BLOCK",
     "ARCHIVED_BY_EMPLOYER", "chat_archived", "disabled_by_employer", "no_invitation"}
)  # fmt: skip
"""Refusals of a letter, whatever it says."""

_OF_THE_TEXT: Final = frozenset(
    {"empty_message", "message_cannot_be_empty", "too_long_message", "inappropriate_language_message",
     "resource_policy_violation_message", "spam_detected", "address_not_found", "required"}
)  # fmt: skip
"""Refusals of what is sent."""

_GONE: Final = frozenset({"resume_not_found", "resume_deleted", "vacancy_not_found", "invalid_vacancy"})
"""Refusals of whatever is decided about somebody."""


def remedy(entry: OutboxEntry, at: datetime) -> Remedy:
    """What helps this failed write `at` a moment, in UTC."""
    error = entry.error or HHError()
    match error:
        case MovedOn() | NotOffered():
            offered = isinstance(error, MovedOn) and entry.fresh is not None
            again = offered_again(entry.operation, entry.fresh, at) if offered and entry.fresh else None
            return Remedy.ANYWAY if again is not None else Remedy.DECIDE
        case LetterLost():
            return Remedy.WRITE
        case Unsettled():
            return Remedy.LOOK
        case CaptchaRequired():
            return Remedy.CAPTCHA
        case RateLimited() | NotAuthorized() | NotKept() | BadUserAgent():
            return Remedy.REPEAT
        case NotPaid() | AccountUnavailable():
            return Remedy.ACCESS
        case Refused():
            return _of_refusal(entry, error, at)
    return Remedy.REPEAT if error.repeatable else Remedy.DECIDE


def _of_refusal(entry: OutboxEntry, error: Refused, at: datetime) -> Remedy:
    if error.value in _NOT_YET:
        return Remedy.REPEAT
    if error.value in _GONE or isinstance(error, NotFound):
        return Remedy.REMOVE
    if is_for_today(error):
        tried = entry.began or entry.operation.decided_at
        return Remedy.REPEAT if day_of(at) > day_of(tried) else Remedy.TOMORROW
    of_chat = bool(error.value) and error.value == entry.operation.negotiation.messaging_status
    if of_chat or error.value in _CHAT_CLOSED or isinstance(error, LimitReached):
        silent = entry.operation.action is not None and entry.operation.text is not None
        return Remedy.SILENT if silent else Remedy.DECIDE
    fields = entry.operation.action is None or bool(entry.operation.form)
    of_text = error.value in _OF_THE_TEXT or isinstance(error, BadArgument)
    return Remedy.REWRITE if of_text and fields else Remedy.DECIDE


def may_succeed(entry: OutboxEntry, at: datetime) -> bool:
    """Whether sending a failed write again may end otherwise than before, `at` a moment in UTC."""
    return entry.stage is Stage.FAILED and remedy(entry, at) in _REPEATS


def worth_repeating(entries: Sequence[OutboxEntry], at: datetime) -> tuple[OutboxEntry, ...]:
    """Those of several writes that may succeed when they are sent again, in their order."""
    return tuple(one for one in entries if may_succeed(one, at.astimezone(UTC)))


def closed(entries: Iterable[OutboxEntry], at: datetime) -> frozenset[str]:
    """The negotiations of failed writes that the same decision would fail for again, with other words too."""
    moment = at.astimezone(UTC)
    return frozenset(
        one.operation.negotiation.id
        for one in entries
        if one.stage is Stage.FAILED and remedy(one, moment) in _CLOSED
    )
