"""What was typed on behind the digit that opened a form: it may have been meant as keys of the list."""

from textwrap import shorten
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from hh_tui.i18n import Catalogue

if TYPE_CHECKING:
    from hh_tui.ui.widgets.text_editor import TextEditor

LONGEST: Final = 40
"""Characters of it that are told."""


class TypedOn:
    """Knows what the letter began with, and what was typed on behind it before the hand paused.

    Nothing that is typed is thrown away: it stands in the letter, and is told of before that goes.
    """

    def __init__(self) -> None:
        self._began = ""
        self._typed = ""
        self._told: tuple[str, str] | None = None

    def hear(self, place: object, character: str) -> None:
        """This character is about to be typed into this place, without a pause since the form was opened."""
        from hh_tui.ui.widgets.text_editor import TextEditor

        if isinstance(place, TextEditor):
            self._began = self._began if self._typed else place.text
            self._typed += character

    def stops(self, area: "TextEditor", tr: Catalogue, way: str, key: str) -> bool:
        """Whether a letter that began with a text has just that behind it: said once for each `way`."""
        told = (way, area.text)
        if not self._typed or not self._began.strip() or area.text != self._began + self._typed:
            return False
        if told == self._told:
            return False
        self._told = told
        area.focus()
        area.app.clear_notifications()
        later = way == "confirm-later"
        text = shorten(self._typed, LONGEST, placeholder="…")
        told_so = tr("sheet.typed-on.later" if later else "sheet.typed-on", text=text, key=key)
        area.notify(told_so, severity="warning", markup=False)
        return True


@runtime_checkable
class HearsTypedOn(Protocol):
    """A form with a letter."""

    typed_on: TypedOn
