"""The queue of those who await a reply in words."""

from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.awaiting import AwaitingQueue


def missing(tr: Catalogue, queue: AwaitingQueue) -> str:
    """Whom the queue can't have: of vacancies that were not read, or whose lists hh.ru cuts short."""
    counts = {"waiting.failed": queue.failed, "waiting.cut": queue.cut}
    return " ".join(tr(key, n=n) for key, n in counts.items() if n)
