"""Choose a letter by pressing it."""

from collections.abc import Sequence

from hh_tui.i18n import Catalogue
from hh_tui.keys.keymap import Keymap
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.picker_item import PickerItem


class LetterPicker(Picker):
    """The letter that is typed is taken at once, whichever layout it was typed in.

    The items' ids are letters of the Latin layout; one whose id is longer is chosen by its name.
    """

    HINT = "shortcut.press"

    def __init__(self, title: str, items: Sequence[PickerItem], tr: Catalogue, keymap: Keymap) -> None:
        super().__init__(title, items, tr)
        self._keymap = keymap

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """The item of the letter; of more letters, those whose names have them."""
        if len(typed) == 1:
            meant = self._keymap.layout.meanings(typed)
            found = [one for letter in meant for one in self._items if one.id == letter]
            return found[:1] or super().fitting(typed)
        return super().fitting(typed)

    def narrowed(self, typed: str) -> None:
        """A letter that stands for itself needs no Enter."""
        found = self.fitting(typed)
        if len(typed) == 1 and len(found) == 1 and len(found[0].id) == 1:
            self.take(found[0].id)
