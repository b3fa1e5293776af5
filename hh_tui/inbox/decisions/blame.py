"""Blame: whether a refused chunk was refused because of somebody in it."""

from typing import Final

from hh_tui.errors import (
    AccountUnavailable,
    BadArgument,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    LimitReached,
    NegotiationRefused,
    NotFound,
    NotPaid,
    Refused,
)
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.rules.daily_limit import INVITATIONS

EVERYBODYS: Final = frozenset(
    {"empty_message", "too_long_message", "message_cannot_be_empty", "address_not_found",
     "invalid_vacancy", "not_enough_purchased_services", INVITATIONS}
)  # fmt: skip
"""Refusals that are about the request, whoever it is about."""

ALONE: Final = 3
"""Candidates refused without a reason, each in a request of their own, until it counts as everybody's."""

_GENERIC: Final = frozenset({"", "application_denied"})


_RESUME_GONE: Final = "resume_not_found"


_CHATS: Final = frozenset({"in_a_row_limit", "overall_limit", "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED"})
"""Limits of one chat, not of the employer."""


def is_plainly_about(error: HHError, operation: Operation) -> bool:
    """Whether a refusal says of a candidate what their own row says.

    Their resume is hidden or deleted, or their chat takes no letter for the very reason that is given.
    """
    if not isinstance(error, NegotiationRefused | LimitReached):
        return False
    negotiation = operation.negotiation
    if error.value == _RESUME_GONE:
        return negotiation.resume is None
    return operation.text is not None and error.value == negotiation.messaging_status


def names_a_reason(error: HHError) -> bool:
    """Whether a refusal says something about a candidate, and not just no."""
    specific = isinstance(error, NegotiationRefused) and error.value not in _GENERIC
    return specific or isinstance(error, NotFound) or _is_of_a_chat(error)


def _is_of_a_chat(error: HHError) -> bool:
    return isinstance(error, LimitReached) and error.value in _CHATS


def is_everybodys(error: HHError) -> bool:
    """Whether a refusal has nothing to do with who is in the chunk.

    Without a reason it may be about somebody: whoever a colleague took away can be just forbidden.
    """
    if not isinstance(error, Refused) or error.value in EVERYBODYS:
        return True
    if _is_of_a_chat(error):
        return False
    if isinstance(error, BadArgument):
        return error.value != "topic_id"
    return isinstance(error, NotPaid | LimitReached | CaptchaRequired | AccountUnavailable | BadUserAgent)
