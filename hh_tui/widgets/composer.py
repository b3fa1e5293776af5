"""The place to write a letter."""

from collections.abc import Callable

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult


class Composer(TextArea):
    """Tells of every letter at once (`edited`): what follows the text is painted together with it.

    The message that tells of a change comes when the letter is on the screen already, and would paint it all
    a second time.
    """

    edited: Callable[[], None] | None = None

    def edit(self, edit: Edit) -> EditResult:
        """Change the text."""
        result = super().edit(edit)
        if self.edited is not None:
            self.edited()
        return result
