"""Choosing a label: one in use, or a new one by typing its name."""

from collections.abc import Sequence

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.labels import SIGNS, named
from hh_tui.ui.dialogs.picker import Picker, fitting
from hh_tui.ui.dialogs.picker_item import PickerItem


class LabelPicker(Picker):
    """Returns the name of a label, or None. `names` are those in use, `worn` those everybody here has."""

    def __init__(self, title: str, names: Sequence[str], worn: Sequence[str], tr: Catalogue) -> None:
        items = [
            PickerItem(one, one, tr("label.take-off") if one in worn else "", dimmed=False) for one in names
        ]
        super().__init__(title, items, tr)

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """Those that fit, and what was typed itself where it is none of them."""
        name = named(typed)
        found = fitting(typed.strip().lstrip(SIGNS), self._items)
        if not name or any(folded(one.id) == folded(name) for one in self._items):
            return found
        return [*found, PickerItem(name, self._tr("label.new", name=name))]

    def why_nothing(self, typed: str) -> str:
        """There are none before the first one is typed."""
        return self._tr("label.none")
