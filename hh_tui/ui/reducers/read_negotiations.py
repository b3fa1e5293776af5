"""The negotiations that an answer of hh.ru tells anew."""

from hh_tui.api.models import Negotiation
from hh_tui.ui.events import (
    Event,
    FirstPagePolled,
    ListRefreshed,
    NegotiationRead,
    PageRead,
    PortionRead,
    VacancyLooked,
)


def negotiations_read(event: Event) -> tuple[Negotiation, ...]:
    """The negotiations that an answer of hh.ru told anew, but for a thread, which is somebody opened."""
    match event:
        case PageRead() | FirstPagePolled():
            return tuple(event.page.items)
        case ListRefreshed():
            return tuple(one for page in event.pages for one in page.items)
        case NegotiationRead():
            return (event.negotiation,)
        case VacancyLooked():
            return tuple(one for portion in event.portions or () for one in portion.items)
        case PortionRead():
            return tuple(event.portion.items)
        case _:
            return ()
