"""What the signs beside words mean, each with an example of how it stands there."""

from typing import Final

from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters import glyphs, pay

SIGNS: Final[tuple[tuple[str, str], ...]] = (
    (glyphs.ATTENTION, "new"),
    (glyphs.OPENED, "opened"),
    (glyphs.QUIET, "quiet"),
    (glyphs.MARKED, "marked"),
    ("×34/37", "many"),
    (f"{glyphs.LETTER}2", "letter"),
    (glyphs.DRAFT, "draft"),
    (glyphs.HELD, "held"),
    (glyphs.PAUSED, "paused"),
    (glyphs.BACK, "back"),
    (glyphs.FAVOURITE, "star"),
    (f"{pay.LEFT}{pay.EMPTY * 2}{pay.HERE}{pay.EMPTY * 4}{pay.RIGHT}", "pay"),
    (f"{pay.BELOW}  {pay.ABOVE}", "pay-outside"),
    ("+3 −1", "keywords"),
    ("9/40", "counts"),
    (glyphs.SENT, "sent"),
    (glyphs.READ, "read"),
    (glyphs.FAILED, "failed"),
    ("?", "unknown"),
    (glyphs.ARROW, "arrow"),
    (glyphs.SILENT, "silent"),
    (glyphs.NEWER, "newer"),
    (f"{glyphs.WORKING} 2", "working"),
    (glyphs.UNANSWERED, "unanswered"),
    (glyphs.CURSOR, "cursor"),
    (glyphs.CURRENT, "current"),
    (f"{glyphs.FOLDED} {glyphs.UNFOLDED}", "folded"),
    (glyphs.CHOSEN, "chosen"),
    ("#", "label"),
)
"""A sign as it stands there, and the end of its key in the catalogue."""


def legend(tr: Catalogue) -> tuple[tuple[str, str], ...]:
    """Signs and what they mean, then the words that stand beside a name."""
    signs = ((sign, tr(f"legend.{key}")) for sign, key in SIGNS)
    sources = (tr("source.AUTO_RESPONSE"), tr("source.CLICKME_CPA"))
    words = ((tr("row.others", n=2), tr("legend.others")), (", ".join(sources), tr("legend.source")))
    return (*signs, *words)
