"""The sheet of an action for several candidates: one letter for all, or one filled in for each."""

from typing import Any

from textual import on
from textual.widgets import Static

from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.addressing import Addressing
from hh_tui.ui.dialogs.sheet_reads import Filled
from hh_tui.ui.dialogs.template_picker import Writing
from hh_tui.ui.widgets.template_row import TemplateRow


class GroupSheet(ActionSheet):
    """Tells above the letter whether all get the same, and how many letters it makes."""

    def __init__(self, addressing: Addressing, *args: Any, **options: Any) -> None:
        group = addressing.group(is_personal=False)
        super().__init__(*args, facts=addressing.facts, of_group=group, **options)
        self._addressing = addressing
        self._begun_with = 0
        self._is_personal = False

    @property
    def letter_ways(self) -> tuple[str, ...]:
        """What helps with the letter, and what addresses everybody."""
        return (*super().letter_ways, "personal")

    @on(TemplateRow.Chosen)
    def remember(self, message: TemplateRow.Chosen) -> None:
        """Which of the letters stands there."""
        self._begun_with = message.number

    def personalise(self) -> None:
        """The template with everybody's name, or without it again; into other words the name is put."""
        area = self._letter_area()
        if area is None:
            super().personalise()
        elif self._wordings and area.text.strip() == self._filled_in.strip():
            self._is_personal = not self._is_personal
            self._of_group = self._addressing.group(is_personal=self._is_personal)
            self._letters = self._worded()
            self.template_filled(Filled(None, self._letters[self._begun_with].text, wanted=True))
        else:
            area.insert(self._addressing.name)

    def letter_changed(self) -> None:
        """Tell whether all get the same letter."""
        if (area := self._letter_area()) is not None:
            told = self.query_one("#addressed", Static)
            told.display = True
            told.update(self._addressing.told(area.text))

    def writing(self) -> Writing | None:
        """The letter of this action; templates for it address as it does."""
        found = super().writing()
        return found and replace(found, of_group=self._of_group)
