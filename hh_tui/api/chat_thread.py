"""The thread of a negotiation, by its chat: the newer way.

What is uncertain about chats is decided here and in `models.chat`, and nowhere else:

- the order of messages within an answer is not promised: they are sorted by time, then by number;
- the message to start from is in the answer (documented), and dropped here;
- `has_more` is believed only while messages come that we did not have;
- 409 for a known idempotency key means "accepted before"; the tail of the chat is read to make sure, and if
  the letter is not there, the outcome is unknown;
- reading is not documented to mark anything as read, nor is the read marker to clear the negotiation: marking
  does both.
"""

from typing import Final
from uuid import UUID

from hh_tui.api.client import HHClient
from hh_tui.api.models import Chat, ChatMessage, Negotiation
from hh_tui.api.models.chat import Payload, Sender
from hh_tui.api.models.thread import Attachment, MessagePage, Service, ThreadMessage, Way, WriteState
from hh_tui.errors import AnswerLost, HHError, Refused

_CONFLICT: Final = 409
_NO_START: Final = "bad_start_message_id"
_EMPLOYER: Final = "EMPLOYER"


class ChatThread:
    """A `ThreadSource` over the chat methods. Looking marks nothing as read."""

    way: Way = "chats"

    def __init__(self, client: HHClient, negotiation: Negotiation, chat_id: str) -> None:
        self._client = client
        self._negotiation = negotiation
        self._chat_id = chat_id

    async def latest(self) -> MessagePage:
        """The newest messages."""
        return _message_page(await self._client.chats.message_page(self._chat_id))

    async def before(self, message_id: str) -> MessagePage:
        """Messages older than this one."""
        return _message_page(
            await self._client.chats.message_page(self._chat_id, order="prev", start=message_id), message_id
        )

    async def after(self, message_id: str) -> MessagePage:
        """Messages newer than this one; the newest ones if it is not there any more."""
        try:
            chat = await self._client.chats.message_page(self._chat_id, order="next", start=message_id)
        except Refused as error:
            if error.value != _NO_START:
                raise
            return await self.latest()
        return _message_page(chat, message_id)

    async def send(self, text: str, key: UUID) -> str | None:
        """Write; sent once more with the same key it stays one message."""
        try:
            return await self._client.chats.send(self._chat_id, text, key)
        except HHError as error:
            if error.values.get("status") != _CONFLICT:
                raise
            return await self._found(text, error)

    async def repeat(self, text: str, key: UUID) -> bool:
        """Send a letter once more; raises NotFound where the chat is closed by now."""
        await self.send(text, key)
        return True

    async def edit(self, message_id: str, text: str) -> None:
        """Change a message of ours."""
        await self._client.chats.edit(self._chat_id, message_id, text)

    async def delete(self, message_id: str) -> None:
        """Delete a message of ours."""
        await self._client.chats.delete(self._chat_id, message_id)

    async def mark_read(self, message_id: str | None) -> None:
        """Mark everything up to this message as read, in the chat and in the negotiation.

        A marker that is refused in the chat is set in the negotiation all the same; then the refusal is
        raised. A chat without messages has nothing to mark.
        """
        refusal: Refused | None = None
        if message_id is not None:
            try:
                await self._client.chats.mark_read(self._chat_id, message_id)
            except Refused as error:
                refusal = error
        await self._client.negotiations.mark_read([self._negotiation.id])
        if refusal is not None:
            raise refusal

    async def _found(self, text: str, conflict: HHError) -> str:
        """The id of the letter that the server says it has; raises AnswerLost if it does not show it."""
        try:
            message_page = await self.latest()
        except HHError as error:
            raise AnswerLost(host=self._client.host) from error
        for message in reversed(message_page.messages):
            if message.is_ours and (message.text or "").strip() == text.strip():
                return message.id
        raise AnswerLost(host=self._client.host) from conflict


def _message_page(chat: Chat, start: str | None = None) -> MessagePage:
    """The messages without the one that was asked from."""
    unique = {message.id: message for message in chat.messages if message.id != start}
    ordered = sorted(unique.values(), key=_place)
    return MessagePage(
        way=ChatThread.way,
        messages=tuple(neutral(message) for message in ordered),
        unreadable=chat.unreadable,
        has_more=chat.has_more and bool(unique),
        write_state=_write_state(chat),
        unread=chat.unread_message_count,
        takes_files=_takes_files(chat),
    )


def _write_state(chat: Chat) -> WriteState:
    """Whether one may write; a lock without a reason is explained by what blocks the chat as a whole."""
    state = chat.chat_states.write_message_state if chat.chat_states else None
    if state is None or state.allowed:
        return WriteState()
    return WriteState(allowed=False, reason=state.reason or chat.block_reason)


def _takes_files(chat: Chat) -> bool:
    """Whether a file may be sent; where the chat says nothing of that, one can try."""
    state = chat.chat_states.send_file_state if chat.chat_states else None
    return state is None or state.allowed


def _place(message: ChatMessage) -> tuple[float, int, str]:
    """Where a message stands: by time, then by number; those without a time come last."""
    at = message.creation_time.timestamp() if message.creation_time else float("inf")
    number = int(message.id) if message.id.isascii() and message.id.isdigit() and len(message.id) < 40 else 0
    return at, number, message.id


def neutral(message: ChatMessage) -> ThreadMessage:
    """A chat message as an entry of a thread."""
    sender = message.sender_display_info or Sender()
    payload = message.payload or Payload()
    return ThreadMessage(
        id=message.id,
        author=(sender.role or "").lower(),
        author_name=sender.name,
        is_ours=sender.is_current_participant or sender.role == _EMPLOYER,
        by_colleague=sender.role == _EMPLOYER and not sender.is_current_participant,
        at=message.creation_time,
        edited_at=message.last_change_time,
        text=payload.text,
        service=_service(message, payload, sender),
        attachments=tuple(
            Attachment(
                title=file.title or file.content_type or "", url=file.url, content_type=file.content_type
            )
            for file in payload.attachments
        ),
        read=message.viewed_by_opponent,
        can_edit=message.can_edit,
    )


def _service(message: ChatMessage, payload: Payload, sender: Sender) -> Service | None:
    """Who joined or left: named in the payload, or else as the sender."""
    name = (payload.moved_participant and payload.moved_participant.name) or sender.name or ""
    if message.type == "PARTICIPANT_JOINED":
        return Service(kind="joined", name=name)
    if message.type == "PARTICIPANT_LEFT":
        return Service(kind="left", name=name)
    return None
