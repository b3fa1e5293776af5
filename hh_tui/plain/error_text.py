"""Errors in a sentence, with a next step that there is in lines."""

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain


def sentence(tr: Catalogue, error: HHError) -> str:
    """What happened and why, and what can be done here."""
    told, own = explain(tr, error), f"plain.hint.{error.code}"
    return f"{told.what} {tr(own)}" if own in tr else told.sentence
