"""What the person types, in the state."""

from collections.abc import Mapping
from typing import assert_never

from hh_tui.system.structs import replace
from hh_tui.ui.events import DraftKept, FormKept, LetterReturned, TextEvent
from hh_tui.ui.state_store import State
from hh_tui.ui.view import View


def reduce(state: State, event: TextEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case DraftKept():
            drafts = inbox.drafts.kept(event.text, event.negotiation_id)
            kept = inbox if drafts is inbox.drafts else replace(inbox, drafts=drafts)
            return state.having(kept, _addressed(state.view, event.negotiation_id, event.addressee))
        case LetterReturned():
            drafts = inbox.drafts.returned(event.text, event.negotiation_id)
            view = _addressed(state.view, event.negotiation_id, event.addressee)
            return state.having(replace(inbox, drafts=drafts), view)
        case FormKept():
            sheets = {**inbox.sheets, event.place: event.values}
            view = _addressed(state.view, event.place[0], event.addressee)
            return state.having(replace(inbox, sheets=sheets), view)
        case _:
            assert_never(event)


def _addressed(view: View, key: str, name: str) -> View:
    """Of whom a text was begun here: their name is told where they are in no list."""
    known: Mapping[str, str] = view.addressees
    if not name or known.get(key) == name:
        return view
    return replace(view, addressees={**known, key: name})
