"""The sentence that tells whose archived vacancies were read: hh.ru keeps an archive for each manager."""

from collections.abc import Callable

from hh_tui.i18n import Catalogue
from hh_tui.ui.events import ArchiveRead


def whose_archive(tr: Catalogue, event: ArchiveRead, keys: Callable[[str], str]) -> str:
    """Whose it is, whether there is anything, and whose hh.ru does not show."""
    managers = event.scope.managers
    found = "whose.archive" if event.vacancies else "whose.no-archive"
    if not managers:
        return tr(f"{found}.own", key=keys("vacancy"))
    shown = ", ".join(one.name for one in managers if one.id not in event.refused)
    closed = ", ".join(one.name for one in managers if one.id in event.refused)
    told = (tr(found, what=shown) if shown else "", tr("whose.archive.closed", what=closed) if closed else "")
    return " ".join(one for one in told if one)
