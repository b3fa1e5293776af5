"""Which layout the keyboard has: asked when a Cyrillic letter would end the program."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from textual.app import App

from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import AUTO, LAYOUTS
from hh_tui.keys.keymap import Keymap
from hh_tui.ui.dialogs.answer import Answer

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
        from hh_tui.ui.dialogs.confirm import Confirm

        def answered(answer: str | None) -> None:
            if self.answered(answer):
                leave()

        title, answers = tr("layout.title", letter=typed), self.answers(tr, typed)
        app.push_screen(Confirm(title, answers, self._keymap, default="stay"), answered)

    def answers(self, tr: Catalogue, typed: str) -> list[Answer]:
        """What can be answered: digits are the same in every layout."""
        phonetic = LAYOUTS["ru-phonetic"].latin(typed)
        return [
            Answer("first", tr("layout.phonetic", letter=typed, key=phonetic)),
            Answer("second", tr("layout.leave", letter=typed, key=_QUIT)),
            Answer("stay", tr("layout.stay")),
        ]

    def answered(self, answer: str | None) -> bool:
        """Keep an answer; whether it says that one wanted to leave."""
        layout = {"first": "ru-phonetic", "second": "ru"}.get(answer or "")
        if layout is not None:
            self._keymap.layout = LAYOUTS[layout]
            self._remember(KIND, _LAYOUT, layout)
        return layout == "ru"
