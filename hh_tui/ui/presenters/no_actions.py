"""That there is nothing to decide, and why where the program knows it."""

from collections.abc import Sequence
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.i18n import Catalogue
from hh_tui.inbox.snapshot.state import Inbox

ARCHIVED: Final = "archived"


def no_actions(tr: Catalogue, inbox: Inbox, negotiations: Sequence[Negotiation]) -> str:
    """`Решать нельзя: вакансия в архиве.`; without a known reason, that hh.ru offers nothing for them."""
    many = ".many" if len(negotiations) > 1 else ""
    if negotiations and all(_is_archived(inbox, one) for one in negotiations):
        return tr(f"actions.none.archived{many}")
    return tr(f"actions.none{many}")


def _is_archived(inbox: Inbox, negotiation: Negotiation) -> bool:
    """Whether their vacancy is: it says so itself, or hh.ru does where it tells why one can't write."""
    vacancy = inbox.vacancy_of(negotiation.id)
    return (vacancy is not None and vacancy.archived) or inbox.lock(negotiation) == ARCHIVED
