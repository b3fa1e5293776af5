"""Blame: whether a refused chunk was refused because of somebody in it."""

from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.errors import (
    AccountUnavailable,
    BadArgument,
    CaptchaRequired,
    HHError,
    LimitReached,
    NegotiationRefused,
    NotFound,
    NotPaid,
    Refused,
)

EVERYBODYS: Final = frozenset(
    {"empty_message", "too_long_message", "message_cannot_be_empty", "address_not_found",
     "invalid_vacancy", "not_enough_purchased_services", "limit_exceeded"}
)  # fmt: skip
"""Refusals that are about the request, whoever it is about."""

ALONE: Final = 3
"""Candidates refused without a reason, each in a request of their own, until it counts as everybody's."""

_GENERIC: Final = frozenset({"", "application_denied"})


_RESUME_GONE: Final = "resume_not_found"


def lacks_resume(error: HHError, negotiation: Negotiation) -> bool:
    """Whether a refusal is about this candidate because their resume is hidden or deleted."""
    refused = isinstance(error, NegotiationRefused) and error.value == _RESUME_GONE
    return refused and negotiation.resume is None


def names_a_reason(error: HHError) -> bool:
    """Whether a refusal says something about a candidate, and not just no."""
    specific = isinstance(error, NegotiationRefused) and error.value not in _GENERIC
    return specific or isinstance(error, NotFound)


def is_everybodys(error: HHError) -> bool:
    """Whether a refusal has nothing to do with who is in the chunk.

    Without a reason it may be about somebody: whoever a colleague took away can be just forbidden.
    """
    if not isinstance(error, Refused) or error.value in EVERYBODYS:
        return True
    if isinstance(error, BadArgument):
        return error.value != "topic_id"
    return isinstance(error, NotPaid | LimitReached | CaptchaRequired | AccountUnavailable)
