"""Letters of a negotiation, in the older of the two ways (the newer one: chats)."""

from typing import Final

from hh_tui.api.expected_answer import CREATED
from hh_tui.api.models import Message, Negotiation, Page
from hh_tui.api.resource import Resource, part
from hh_tui.errors import Refused

MESSAGES_PER_PAGE: Final = 50


class MessageResource(Resource):
    """Operations on the messages of a negotiation."""

    _are_long_pages_refused = False

    async def all(self, negotiation: Negotiation) -> tuple[Message, ...]:
        """The whole thread, oldest first; marks the response as viewed (get-negotiation-messages).

        The longest page there is, is not documented: where ours is refused, pages come as long as they are,
        and no thread after that one asks for ours again, so that opening a thread costs one request.
        """
        address = _thread_address(negotiation)
        if self._are_long_pages_refused:
            return await self._all(Page[Message], address, None)
        try:
            return await self._all(Page[Message], address, MESSAGES_PER_PAGE)
        except Refused as error:
            if not error.is_bad_request:
                raise
            messages = await self._all(Page[Message], address, None)
            self._are_long_pages_refused = True
            return messages

    async def write(self, negotiation: Negotiation, text: str) -> None:
        """Send a letter into the thread (send-negotiation-message)."""
        await self._connection.write("POST", _thread_address(negotiation), [("message", text)], CREATED)


def _thread_address(negotiation: Negotiation) -> str:
    return negotiation.messages_url or f"/negotiations/{part(negotiation.id)}/messages"
