"""The sheet of an action for several candidates: one letter for all, or one filled in for each."""

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.content import Content
from textual.widgets import Static

from hh_tui.inbox.letters.letter_pattern import named, names, unnamed
from hh_tui.inbox.letters.variables import Gap
from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.addressing import Addressing
from hh_tui.ui.dialogs.sheet_reads import Beginning, Filled
from hh_tui.ui.dialogs.template_picker import Writing
from hh_tui.ui.letter_editing import point
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.hints import selecting
from hh_tui.ui.widgets.template_row import TemplateRow
from hh_tui.ui.widgets.text_editor import TextEditor


class GroupSheet(ActionSheet):
    """Tells above the letter whether all get the same, and how many letters it makes.

    What stands there tells which of the two it is, however it came there: typed now, or begun earlier.
    """

    def __init__(self, addressing: Addressing, *args: Any, **options: Any) -> None:
        group = addressing.group(is_personal=False)
        super().__init__(*args, facts=addressing.facts, of_group=group, **options)
        self._addressing = addressing
        self._begun_with = 0
        self._is_personal = False
        self._texts: tuple[tuple[str, str], ...] = ()
        """Each of the company's letters for all, and with everybody's name."""
        self._named = ("", "")
        """Own words without a name and with it, as the key put it in last."""

    @property
    def letter_ways(self) -> tuple[str, ...]:
        """What helps with the letter, and what addresses everybody."""
        return (*super().letter_ways, "personal")

    def _begin(self, letters: tuple[Beginning, ...]) -> None:
        """The company's letters are known: what was begun earlier may be one of them."""
        same, own = (self._addressing.group(is_personal=one).worded for one in (False, True))
        self._texts = tuple((same(one, self._facts), own(one, self._facts)) for one in self._wordings)
        self.letter_changed()
        super()._begin(self._worded())

    @on(TemplateRow.Chosen)
    def remember(self, message: TemplateRow.Chosen) -> None:
        """Which of the letters stands there."""
        self._begun_with = message.number

    def personalise(self) -> None:
        """From one letter for all to one with the name of each, or back."""
        area = self._letter_area()
        if area is None:
            super().personalise()
        elif (begun := self._begun_as(area.text)) is not None:
            self._begun_with, is_personal = begun
            self._turn(is_personal=not is_personal)
            self._filled_in = area.text
            self.template_filled(Filled(None, self._letters[self._begun_with].text, wanted=True))
        elif found := names(area.text):
            self._take_names_out(area, found)
        else:
            self._put_name_in(area)

    def _take_names_out(self, area: TextEditor, found: Sequence[Gap]) -> None:
        """Own words as they were; a name that is a part of a sentence is shown to whoever wrote it."""
        before, after = self._named
        text = before if area.text == after else unnamed(area.text)
        if names(text):
            point(area, found[-1].start, found[-1].end)
            self.warn(self._tr("sheet.name-in-sentence"))
        else:
            area.replace(text, (0, 0), area.document.end)

    def _put_name_in(self, area: TextEditor) -> None:
        """Into the greeting of own words, or where the cursor was taken to."""
        before, name = area.text, self._addressing.name
        text = named(before, name) if area.cursor_location == area.document.end else before
        if text == before:
            area.insert(name)
        else:
            area.replace(text, (0, 0), area.document.end)
        self._named = (before, area.text)

    def _begun_as(self, text: str) -> tuple[int, bool] | None:
        """Which of the company's letters this is as it came, and whether with names; None for other words."""
        first = self._begun_with
        for number in sorted(range(len(self._texts)), key=lambda one: one != first):
            same, own = (one.strip() for one in self._texts[number])
            if same != own and text.strip() in {same, own}:
                return number, text.strip() == own
        return None

    def _turn(self, *, is_personal: bool) -> None:
        """Letters that are taken from now on name everybody, or nobody."""
        if is_personal != self._is_personal:
            self._is_personal = is_personal
            self._of_group = self._addressing.group(is_personal=is_personal)
            self._letters = self._worded()

    def _letter_keys(self) -> str:
        """What the key does now: where everybody is addressed, the same letter for all again."""
        keys, key = super()._letter_keys(), self._keys("sheet-personal")
        if key and self._is_personal:
            return keys.replace(self._tr("hint.personal", key=key), self._tr("hint.shared", key=key))
        return keys

    def letter_changed(self) -> None:
        """Tell whether all get the same letter, and what the keys do with it."""
        if (area := self._letter_area()) is not None:
            if area.text.strip():
                begun = self._begun_as(area.text)
                self._turn(is_personal=bool(names(area.text)) if begun is None else begun[1])
            told = self.query_one("#addressed", Static)
            told.display = True
            told.update(self._addressing.told(area.text))
            keys = dotted((self._letter_keys(), selecting(self._tr, self._keys)))
            self.query_one("#sheet").border_subtitle = Content(keys)

    def writing(self) -> Writing | None:
        """The letter of this action; templates for it address as it does."""
        found = super().writing()
        return found and replace(found, of_group=self._of_group)
