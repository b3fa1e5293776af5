"""The widget in which every text of several lines is written: letters, notes, fields of a form."""

import re
from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from hh_tui.i18n.text import clean

_OTHER_BREAKS: Final = re.compile("[\v\f\x1c-\x1e]")
"""Line ends that `clean` takes out, and that word processors put into what is copied from them."""


class TextEditor(TextArea):
    """A TextArea whose cursor is always inside its text.

    `edited` is called after every change of the text, before it is painted, so that what follows the text is
    painted together with it; `TextArea.Changed` comes later, and would paint a second time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "text_start", show=False),
        Binding("ctrl+end", "text_end", show=False),
        Binding("ctrl+shift+home", "text_start(True)", show=False),
        Binding("ctrl+shift+end", "text_end(True)", show=False),
    ]

    edited: Callable[[], None] | None = None

    def action_text_start(self, select: bool = False) -> None:
        """To the beginning of the text; what lies between is selected, or nothing is."""
        self.move_cursor((0, 0), select=select)

    def action_text_end(self, select: bool = False) -> None:
        """To its end."""
        self.move_cursor(self.document.end, select=select)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text. What comes in is cleaned like any text from outside, and its line ends are `\\n`.

        The history takes a line end of another kind for a letter and puts it together with the letters around
        it; changes that belong together are wrapped as if none of them made lines (see `undo`).
        """
        edit.text = clean(_OTHER_BREAKS.sub("\n", edit.text))
        result = super().edit(edit)
        self._tell()
        return result

    def on_resize(self) -> None:
        """Paint anew what the base has wrapped for another width.

        It asks for a paint only where the count of lines differs, and the screen may have painted the lines
        of the old width already: they would stand there cut, or too narrow.
        """
        self.refresh()

    def undo(self) -> None:
        """Take the last change back, if there is one.

        What is typed next is a change of its own. The history would add it to the change before, and wrap too
        few lines anew when both are taken back and one of them is a line end.
        """
        super().undo()
        self.history.checkpoint()
        self._tell()

    def redo(self) -> None:
        """Make a change again that was taken back, if there is one."""
        super().redo()
        self._tell()

    def _tell(self) -> None:
        if self.edited is not None:
            self.edited()

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor; the cells scrolled are returned.

        Undo and redo change the text first, then the scroll bar, and the cursor last. A scroll bar that comes
        or goes asks for the cursor in between, which may stand on a line that is gone.
        """
        start, end = self.selection
        within = Selection(self.clamp_visitable(start), self.clamp_visitable(end))
        if within != self.selection:
            self.set_reactive(TextArea.selection, within)
        return super().scroll_cursor_visible(center, animate)
