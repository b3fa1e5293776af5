"""What a command of the person's own said, as far as it can be shown."""

from typing import Final

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import clean, grouped
from hh_tui.system.child_process import Ended

CHARACTERS: Final = 60_000
LINES: Final = 2_000
"""So much of each output is shown: a text is laid out as a whole."""


def text(tr: Catalogue, ended: Ended) -> Content:
    """Its output, then what it complained of; nothing in it is obeyed by the terminal."""
    said, more = _bounded(ended.output)
    complaint, _ = _bounded(ended.complaint)
    parts = [Content(said)] if said else []
    if more or ended.left_out:
        parts.append(Content.styled(tr("pipe.more", shown=grouped(len(said))), "$text-warning"))
    if complaint:
        parts += [Content.styled(tr("pipe.complaint"), "$text-muted"), Content(complaint)]
    return Content("\n\n").join(parts) if parts else Content.styled(tr("pipe.silent"), "$text-muted")


def ending(tr: Catalogue, ended: Ended) -> str:
    """How it ended."""
    if ended.code is None:
        return tr("pipe.timeout")
    return tr("pipe.signal", n=-ended.code) if ended.code < 0 else tr("pipe.code", code=ended.code)


def _bounded(output: bytes) -> tuple[str, bool]:
    """As much as is shown, and whether there was more."""
    whole = clean(output.decode(errors="replace")).rstrip()
    lines = whole[:CHARACTERS].split("\n")
    shown = "\n".join(lines[:LINES])
    return shown, len(shown) < len(whole)
