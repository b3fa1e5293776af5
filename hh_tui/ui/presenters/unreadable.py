"""The sentence that tells how many items of a list could not be read."""

from collections.abc import Sequence

from hh_tui.api.models import broken_in
from hh_tui.i18n import Catalogue


def unreadable(tr: Catalogue, kind: str, count: int) -> str:
    """`1 отклик не прочитан`; empty for none. `kind` names what the list holds, as in the catalogue."""
    return tr(f"unreadable.{kind}", n=count) if count else ""


def unreadable_in(tr: Catalogue, kind: str, elements: Sequence[object]) -> str:
    """The same for a list as it was read."""
    return unreadable(tr, kind, broken_in(elements))
