"""Unread chats over all vacancies, in one or two requests."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from hh_tui.errors import (
    AccountUnavailable,
    BadUserAgent,
    CaptchaRequired,
    NotAuthorized,
    RateLimited,
    Refused,
    ServerError,
    UnreadableAnswer,
)
from hh_tui.inbox.lists.unread_chats import UnreadChats

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.models import ListedChat

PAGES: Final = 2
"""Pages that are read at most: the newest forty unread chats."""

_CLOSED: Final = frozenset({403, 404})
"""Statuses of an account that has no chats."""

_EVERYWHERE: Final = (BadUserAgent, NotAuthorized, AccountUnavailable, CaptchaRequired, RateLimited)
"""What every other request would meet as well."""

Read = Callable[[Callable[[], Awaitable[Any]]], Awaitable[Any]]
"""Carries a read out when its turn comes."""


class UnreadReader:
    """Reads get-common-chat-list: one page, and where that is not all one more.

    An account that has no chats (403 or 404) is asked once.
    """

    def __init__(self) -> None:
        self._closed = False

    async def read(self, client: "HHClient", read: Read) -> UnreadChats | None:
        """The unread chats; None where chats do not answer. Raises HHError for what is so everywhere."""
        if self._closed:
            return None
        try:
            return await _read(client, read)
        except _EVERYWHERE:
            raise
        except Refused as error:
            self._closed = error.status in _CLOSED
        except (ServerError, UnreadableAnswer):
            pass
        return None


async def _read(client: "HHClient", read: Read) -> UnreadChats:
    count = 0
    chats: list[ListedChat] = []
    for number in range(PAGES):
        page = await read(partial(client.chats.unread, number))
        chats += page.items
        count = page.found
        if page.is_last or not page.items:
            break
    return UnreadChats.of(chats, count)
