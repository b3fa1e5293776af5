"""Snoozed candidates as the journal has them."""

from datetime import datetime

from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SnoozeKind, to_text
from hh_tui.ui.person_store import PersonStore


def recalled(disk: PersonStore, now: datetime) -> SnoozedItems:
    """Those on disk, whoever put them there; whose moment has come by `now` (UTC) is back."""
    return SnoozedItems.of({kind: disk.remembered(kind) for kind in SnoozeKind}).woken(now)


def keep(disk: PersonStore, old: SnoozedItems, new: SnoozedItems) -> None:
    """Write down what differs, all of it or nothing: who goes from one list to the other is never in none."""
    marks: dict[str, dict[str, str]] = {kind: {} for kind in SnoozeKind}
    for key in old.people.keys() | new.people.keys():
        was, now = old.people.get(key), new.people.get(key)
        if was is not None and (now is None or now.kind is not was.kind):
            marks[was.kind][key] = ""
        if now is not None and now is not was:
            marks[now.kind][key] = to_text(now)
    if any(marks.values()):
        disk.remember_marks(marks)
