"""Where each candidate's thread is read and written, and the thread as a whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.threads import Mode, ThreadSource

MESSAGE_PAGES: Final = 40
"""Pages of a chat that are read at most: the newest two thousand messages."""


class Correspondence:
    """Keeps the `ThreadSource` of each negotiation, and with it what that has learnt of the chat.

    `client` gives the way to hh.ru; `mode` says where correspondence is kept.
    """

    def __init__(self, client: "Callable[[], HHClient]", mode: "Mode") -> None:
        self.mode = mode
        self._client = client
        self._sources: dict[str, ThreadSource] = {}

    def forget(self) -> None:
        """Forget all sources: another account reads other threads."""
        self._sources.clear()

    def source(self, negotiation: Negotiation) -> "ThreadSource":
        """Where a candidate's thread is; sends nothing."""
        if negotiation.id not in self._sources:
            from hh_tui.api.threads import choose

            self._sources[negotiation.id] = choose(self._client(), self.mode, negotiation)
        return self._sources[negotiation.id]

    async def read(self, negotiation: Negotiation) -> MessagePage:
        """The whole thread, oldest first, `MESSAGE_PAGES` pages of it at most. Raises HHError.

        Operations get-chat-messages or get-negotiation-messages.

        Read by negotiation messages, the candidate sees their response as viewed from now on; read as a
        chat, once it is marked as read.
        """
        source = self.source(negotiation)
        message_page = await source.latest()
        messages, earlier = message_page.messages, message_page
        for _ in range(MESSAGE_PAGES):
            if not earlier.has_more or not messages:
                break
            earlier = await source.before(messages[0].id)
            if earlier.way != message_page.way:
                return earlier
            known = {message.id for message in messages}
            fresh = tuple(message for message in earlier.messages if message.id not in known)
            if not fresh:
                break
            messages = (*fresh, *messages)
        return replace(message_page, messages=messages, has_more=False)
