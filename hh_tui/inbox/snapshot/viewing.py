"""What looking at a candidate changes in the row and in the counters."""

from hh_tui.api.models import Negotiation, Vacancy
from hh_tui.system.structs import replace


def one_read(vacancy: Vacancy) -> Vacancy:
    """With one response less that nobody has looked at."""
    if vacancy.counters is None or not vacancy.counters.unread_responses:
        return vacancy
    left = vacancy.counters.unread_responses - 1
    counters = replace(vacancy.counters, unread_responses=left)
    return replace(vacancy, counters=counters)


def seen_through(negotiation: Negotiation, messages: int | None, *, read: bool) -> Negotiation:
    """Viewed, its messages `read` too; `messages` is how many were read, None where that is not known.

    The counter does not fall: hh.ru counts removed messages, too, which no thread shows.
    """
    counters = negotiation.counters
    if counters is not None and read:
        there = max(counters.messages, messages or 0)
        counters = replace(counters, messages=there, unread_messages=0)
    return replace(negotiation, has_updates=False, counters=counters)
