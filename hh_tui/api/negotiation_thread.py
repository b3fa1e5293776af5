"""The thread of a negotiation, by its messages: the older way."""

from typing import Final
from uuid import UUID

from hh_tui.api.client import HHClient
from hh_tui.api.models import Message, Negotiation, broken_in
from hh_tui.api.models.thread import Attachment, MessagePage, Service, ThreadMessage, Way
from hh_tui.errors import NegotiationRefused

_PLAIN: Final = "text"
"""The state of a message that announces no change of state."""


class NegotiationThread:
    """A `ThreadSource` over get-negotiation-messages. Reading marks the response as viewed.

    The thread always comes whole; messages can't be changed, as an employer. Whether one may write is told by
    the negotiation alone, as it was read last: nothing in these messages says so.
    """

    way: Way = "negotiations"

    def __init__(self, client: HHClient, negotiation: Negotiation) -> None:
        self._client = client
        self._negotiation = negotiation

    async def latest(self) -> MessagePage:
        """All messages."""
        messages = await self._client.messages.all(self._negotiation)
        return self._message_page(tuple(neutral(message) for message in messages), broken_in(messages))

    async def before(self, message_id: str) -> MessagePage:
        """None: what there is came at once. Sends nothing."""
        return self._message_page(())

    async def after(self, message_id: str) -> MessagePage:
        """The messages behind this one; all of them if it is not there any more."""
        messages = (await self.latest()).messages
        places = [place for place, message in enumerate(messages) if message.id == message_id]
        return self._message_page(messages[places[-1] + 1 :] if places else messages)

    async def send(self, text: str, key: UUID) -> str | None:
        """Write a letter. Its id is not told, and `key` is of no use here."""
        await self._client.messages.write(self._negotiation, text)
        return None

    async def repeat(self, text: str, key: UUID) -> bool:
        """False, unsent: here a second letter would be written."""
        return False

    async def edit(self, message_id: str, text: str) -> None:
        """Raises NegotiationRefused, unsent: letters stay as they are."""
        raise NegotiationRefused(403, "negotiations", "edit_forbidden")

    async def delete(self, message_id: str) -> None:
        """Raises NegotiationRefused, unsent: letters stay where they are."""
        raise NegotiationRefused(403, "negotiations", "edit_forbidden")

    async def mark_read(self, message_id: str | None) -> None:
        """Mark the whole thread as read."""
        await self._client.negotiations.mark_read([self._negotiation.id])

    def _message_page(self, messages: tuple[ThreadMessage, ...], broken: int = 0) -> MessagePage:
        return MessagePage(way=self.way, messages=messages, unreadable=broken)


def neutral(message: Message) -> ThreadMessage:
    """A negotiation message as an entry of a thread."""
    state = message.state
    announced = state is not None and state.id != _PLAIN
    return ThreadMessage(
        id=message.id,
        author=message.author.participant_type if message.author else "",
        is_ours=message.is_ours,
        at=message.created_at,
        text=message.text,
        service=Service(kind="state", name=state.name or state.id) if state and announced else None,
        attachments=tuple(
            Attachment(
                title=assessment.name,
                url=next((way.alternate_url for way in assessment.actions if way.alternate_url), None),
            )
            for assessment in message.assessments
        ),
        address=message.address,
        read=message.viewed_by_opponent,
    )
