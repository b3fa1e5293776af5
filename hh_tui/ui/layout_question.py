"""Which layout the keyboard has: asked when a Cyrillic letter would end the program."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from textual.app import App

from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import AUTO, LAYOUTS
from hh_tui.keys.keymap import Keymap
from hh_tui.ui.dialogs.picker import Picker, PickerItem

KIND: Final = "keyboard"
"""The kind of what is kept of the person's own."""

_LAYOUT: Final = "layout"

_QUIT: Final = "q"


class LayoutQuestion:
    """The letter of `q` under ЙЦУКЕН is that of `j` under the phonetic layout: the person says which it is.

    `recall` and `remember` reach what is kept of the person's own, by kind and key.
    """

    def __init__(
        self,
        keymap: Keymap,
        recall: Callable[[str], Mapping[str, str]],
        remember: Callable[[str, str, str], object],
    ) -> None:
        self._keymap = keymap
        self._recall = recall
        self._remember = remember
        self._is_set = keymap.layout is not AUTO

    def recall(self) -> None:
        """Take up the answer given before; the settings go before it."""
        known = LAYOUTS.get(self._recall(KIND).get(_LAYOUT, ""))
        if known is not None and not self._is_set:
            self._keymap.layout = known

    def is_open(self, typed: str | None) -> bool:
        """Whether a character that means leaving may mean something else."""
        return typed is not None and not typed.isascii() and self._keymap.layout is AUTO

    def ask(self, app: App[Any], tr: Catalogue, typed: str, leave: Callable[[], None]) -> None:
        """Ask what a character means, and leave where it means that."""

        def answered(answer: str | None) -> None:
            if self.answered(answer):
                leave()

        app.push_screen(Picker(tr("layout.title", letter=typed), self.answers(tr, typed), tr), answered)

    def answers(self, tr: Catalogue, typed: str) -> list[PickerItem]:
        """What can be answered."""
        phonetic = LAYOUTS["ru-phonetic"].latin(typed)
        return [
            PickerItem("stay", tr("layout.stay")),
            PickerItem("ru-phonetic", tr("layout.phonetic", letter=typed, key=phonetic)),
            PickerItem("ru", tr("layout.leave", letter=typed, key=_QUIT)),
        ]

    def answered(self, answer: str | None) -> bool:
        """Keep an answer; whether it says that one wanted to leave."""
        if answer is not None and answer in LAYOUTS:
            self._keymap.layout = LAYOUTS[answer]
            self._remember(KIND, _LAYOUT, answer)
        return answer == "ru"
