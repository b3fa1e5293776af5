"""As much of a long text as is shown."""

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LONGEST_SHOWN, grouped


def excerpt(tr: Catalogue, text: str, *, ours: bool = False) -> Content:
    """The text, or its first `LONGEST_SHOWN` characters and a line that says so.

    The whole text is laid out in lines for every width, which takes seconds for a megabyte. What is shown of
    it is no more than can be read here; the text itself stays as it is. A text of `ours` that has not gone
    yet is not on hh.ru.
    """
    if len(text) <= LONGEST_SHOWN:
        return Content(text)
    key = "text.long.ours" if ours else "text.long"
    note = tr(key, shown=grouped(LONGEST_SHOWN), total=grouped(len(text)))
    return Content.assemble(f"{text[:LONGEST_SHOWN].rstrip()}…", "\n", (note, "$warning"))
