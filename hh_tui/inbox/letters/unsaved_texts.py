"""Which drafts and forms are not written down yet."""

from collections.abc import Mapping

from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.journal_entries import Change, DraftKept, SheetKept

Sheets = Mapping[tuple[str, str], Values]


class UnsavedTexts:
    """What was handed to the disk, to tell it from what stands on the screen."""

    def __init__(self, drafts: Mapping[str, str], sheets: Sheets) -> None:
        self._drafts: dict[str, str | None] = dict(drafts)
        self._sheets: dict[tuple[str, str], Values | None] = dict(sheets)

    def changes(self, drafts: Mapping[str, str], sheets: Sheets) -> tuple[Change, ...]:
        """What is different now; from here on it counts as handed in."""
        changes: list[Change] = [
            DraftKept(key, drafts.get(key, ""))
            for key in {*self._drafts, *drafts}
            if self._drafts.get(key, "") != drafts.get(key, "")
        ]
        changes += [
            SheetKept(*key, sheets.get(key, {}))
            for key in {*self._sheets, *sheets}
            if self._sheets.get(key, {}) != sheets.get(key, {})
        ]
        self._drafts, self._sheets = dict(drafts), dict(sheets)
        return tuple(changes)

    def unkept(self, change: DraftKept | SheetKept) -> None:
        """It could not be written down: it is handed in again."""
        if isinstance(change, DraftKept):
            self._drafts[change.negotiation_id] = None
        else:
            self._sheets[change.negotiation_id, change.action_id] = None
