"""What was begun and not finished: for whom, and how many texts."""

from collections.abc import Iterable, Mapping

from hh_tui.inbox.decisions.forms import MESSAGE, Values, has_text
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.drafts import Drafts


def begun(
    drafts: Drafts, sheets: Mapping[tuple[str, str], Values], pending: Iterable[Operation]
) -> frozenset[str]:
    """Candidates with a draft, or with a letter in a form that waits for no moment of its own."""
    scheduled = {
        (one.negotiation.id, one.action.id)
        for one in pending
        if one.action is not None and one.not_before is not None
    }
    forms = {
        place[0]
        for place, values in sheets.items()
        if place not in scheduled and str(values.get(MESSAGE, "")).strip()
    }
    return frozenset({*drafts.texts, *forms})


def texts_begun(
    drafts: Drafts, sheets: Mapping[tuple[str, str], Values], pending: Iterable[Operation]
) -> list[str]:
    """For whom letters and forms have words in them that no write carries: a negotiation's id for each.

    What a batch has carried to a part of its group is not among them.
    """
    carried = {(one.negotiation.id, one.action.id) for one in pending if one.action is not None}
    forms = [
        place[0]
        for place, values in sheets.items()
        if place not in carried and has_text(values) and not bulk_form.has_gone(values)
    ]
    return [*drafts.texts, *forms]
