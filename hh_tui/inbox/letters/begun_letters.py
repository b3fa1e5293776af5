"""Letters begun to one candidate each and not sent: drafts, and letters in forms of actions."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from hh_tui.inbox.decisions.forms import MESSAGE, Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters.drafts import Drafts

Sheets = Mapping[tuple[str, str], Values]
"""What was typed into forms, by negotiation and action."""


class BegunLetter(Struct, frozen=True):
    """The text, and for which negotiation; with an `action_id` it stands in the form of that action."""

    negotiation_id: str
    text: str
    action_id: str = ""


def drafts_begun(drafts: Drafts) -> tuple[BegunLetter, ...]:
    """The drafts, those written on last before others: a draft goes to the end whenever it changes."""
    return tuple(BegunLetter(key, text) for key, text in reversed(tuple(drafts.texts.items())))


def letters_in_forms(sheets: Sheets, pending: Iterable[Operation]) -> tuple[BegunLetter, ...]:
    """Letters that stand in forms and that no write carries, those begun last before others.

    Forms for several, those of a sprint and those of invitations stand among them, under places of their own.
    """
    carried = {(one.negotiation.id, one.action.id) for one in pending if one.action is not None}
    return tuple(
        BegunLetter(place[0], text, place[1])
        for place, values in reversed(tuple(sheets.items()))
        if place not in carried and (text := str(values.get(MESSAGE, ""))).strip()
    )


def of_known(letters: Iterable[BegunLetter], known: Collection[str]) -> tuple[BegunLetter, ...]:
    """Those whose negotiation is one of the known."""
    return tuple(one for one in letters if one.negotiation_id in known)
