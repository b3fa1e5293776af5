"""Asking for a command of the person's own: one that was run before, or another."""

from collections.abc import Sequence

from textual.suggester import SuggestFromList
from textual.widgets import Input

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.inbox.lists.command_history import LONGEST
from hh_tui.ui.dialogs.picker import Picker, fitting
from hh_tui.ui.dialogs.picker_item import PickerItem


class CommandPrompt(Picker):
    """Returns the command, or None. What is typed is the first line to take, and is completed by →."""

    def __init__(self, title: str, kept: Sequence[str], tr: Catalogue) -> None:
        self._kept = tuple(kept)
        super().__init__(title, [PickerItem(one, one) for one in kept], tr, detail=tr("pipe.what"))

    def on_mount(self) -> None:
        """Show those run before."""
        super().on_mount()
        line = self.query_one(Input)
        line.max_length, line.placeholder = LONGEST, self._tr("pipe.type")
        line.suggester = SuggestFromList(self._kept, case_sensitive=True)

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """What was typed, then what was run before and has all of its words."""
        command = one_line(typed)
        found = [one for one in fitting(typed, self._items) if one.id != command]
        return [PickerItem(command, command), *found] if command else found

    def why_nothing(self, typed: str) -> str:
        """Nothing was run before."""
        return self._tr("pipe.none")
