"""What is about one candidate while others are marked says so: digits would be about those marked."""

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.selection_actions import selected_rows
from hh_tui.inbox.snapshot.state import Inbox


def alone(tr: Catalogue, inbox: Inbox, name: str, negotiation_id: str = "") -> str:
    """The name of one candidate; with how many are marked where that is anybody beside this negotiation."""
    marked = selected_rows(inbox)
    others = len(marked) > (negotiation_id in marked)
    return tr("marks.not-these", name=name, n=len(marked)) if others else name
