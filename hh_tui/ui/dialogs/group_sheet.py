"""The sheet of an action for several candidates: one letter for all, or one filled in for each."""

from typing import Any

from textual import on
from textual.content import Content
from textual.widgets import Static

from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.addressing import Addressing
from hh_tui.ui.dialogs.sheet_reads import Filled
from hh_tui.ui.dialogs.template_picker import Writing
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.hints import selecting
from hh_tui.ui.widgets.template_row import TemplateRow
from hh_tui.ui.widgets.text_editor import TextEditor


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
        elif self._stands_as_begun(area):
            self._is_personal = not self._is_personal
            self._of_group = self._addressing.group(is_personal=self._is_personal)
            self._letters = self._worded()
            self.template_filled(Filled(None, self._letters[self._begun_with].text, wanted=True))
        else:
            area.insert(self._addressing.name)

    def _stands_as_begun(self, area: TextEditor) -> bool:
        """Whether it is one of the company's letters as it came."""
        return bool(self._wordings) and area.text.strip() == self._filled_in.strip()

    def _letter_keys(self) -> str:
        """What the key does now that addressed everybody: the same letter for all again."""
        keys, area, key = super()._letter_keys(), self._letter_area(), self._keys("sheet-personal")
        if key and self._is_personal and area is not None and self._stands_as_begun(area):
            return keys.replace(self._tr("hint.personal", key=key), self._tr("hint.shared", key=key))
        return keys

    def letter_changed(self) -> None:
        """Tell whether all get the same letter, and what the keys do with it."""
        if (area := self._letter_area()) is not None:
            told = self.query_one("#addressed", Static)
            told.display = True
            told.update(self._addressing.told(area.text))
            keys = dotted((self._letter_keys(), selecting(self._tr, self._keys)))
            self.query_one("#sheet").border_subtitle = Content(keys)

    def writing(self) -> Writing | None:
        """The letter of this action; templates for it address as it does."""
        found = super().writing()
        return found and replace(found, of_group=self._of_group)
