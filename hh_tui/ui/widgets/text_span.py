"""What of a text is selected with the mouse."""

from collections.abc import Mapping

from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget


class TextSpan(Selection):
    """A selection that may begin or end behind the text it is of: the text may have changed since.

    Textual's own takes the line behind the last one for a line of the text, and raises IndexError for it.
    """

    __slots__ = ()

    def extract(self, text: str) -> str:
        """The characters of `text` inside the selection; lines end with `\\n`."""
        lines = text.split("\n")
        last = Offset(len(lines[-1]), len(lines) - 1)
        start = Offset(0, 0) if self.start is None else self.start
        end = last if self.end is None or self.end.y > last.y else self.end
        picked = lines[max(0, start.y) : end.y + 1]
        if not picked:
            return ""
        picked[-1] = picked[-1][: max(0, end.x)]
        picked[0] = picked[0][max(0, start.x) :]
        return "\n".join(picked)


def selected_text(selections: Mapping[Widget, Selection]) -> str | None:
    """The text of a screen's selections, widget after widget; None where nothing is selected."""
    found = [
        piece
        for widget, selection in selections.items()
        if widget.is_attached and (piece := widget.get_selection(TextSpan(*selection))) is not None
    ]
    text = "".join(part for piece in found for part in piece).rstrip("\n")
    return text if found and text else None
