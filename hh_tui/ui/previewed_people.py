"""Candidates as a preview shows them before something is decided about all of them."""

from collections.abc import Iterable

from hh_tui.api.models import Negotiation
from hh_tui.ui.context import Context
from hh_tui.ui.presenters.row import RowBadges
from hh_tui.ui.widgets.people_list import Person


def previewed(context: Context, negotiations: Iterable[Negotiation], why: str = "") -> list[Person]:
    """Candidates as their rows tell of them, but that they are marked; `why` they can't be taken in."""
    inbox, opened = context.inbox, context.view.opened_log
    begun, scheduled, snoozed = inbox.begun, inbox.scheduled, inbox.snoozed.people
    found: list[Person] = []
    for one in negotiations:
        item = snoozed.get(one.id)
        badges = RowBadges(
            draft=one.id in begun,
            opened=one.id in opened,
            held=one.id in scheduled,
            later=scheduled.get(one.id),
            returned=item.returned if item else None,
            by_response=inbox.listing.is_by_response,
        )
        found.append(Person(one, badges, why, can=not why))
    return found
