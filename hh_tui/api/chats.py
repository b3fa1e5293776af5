"""Chats: the newer correspondence of a negotiation. Bodies are JSON here, not forms."""

from typing import Final, Literal
from uuid import UUID

from pydantic import ValidationError

from hh_tui.api.expected_answer import CREATED, OK_OR_NO_CONTENT
from hh_tui.api.models import Chat, Sent
from hh_tui.api.resource import Operations, part

CHAT_MESSAGES: Final = 50
"""The longest stretch of messages that the API gives."""

LONGEST_TEXT: Final = 20_000
"""Characters of a message."""


class ChatOperations(Operations):
    """Operations on the messages of a chat. 404 means no such chat, or that we are not in it."""

    async def chat(
        self, chat_id: str, *, order: Literal["prev", "next"] = "prev", start: str | None = None
    ) -> Chat:
        """A stretch of messages from `start` on, towards older or newer ones (get-chat-messages).

        The message `start` itself is among them. Without it, `prev` begins at the last message and `next` at
        the first.
        """
        return await self._get(
            Chat, _messages(chat_id), order=order, limit=CHAT_MESSAGES, start_message_id=start
        )

    async def send_to_chat(self, chat_id: str, text: str, key: UUID) -> str | None:
        """Write into a chat; returns the message's id where the answer has it (chat-message-post).

        `key` belongs to this one message: 409 (in the `status` of the error) means that it was accepted
        before.
        """
        body = {"text": text, "idempotency_key": str(key)}
        answer = await self._connection.exchange("POST", _messages(chat_id), expected=CREATED, json=body)
        try:
            return Sent.model_validate(answer).id
        except ValidationError:
            return None

    async def edit_in_chat(self, chat_id: str, message_id: str, text: str) -> None:
        """Change the text of a message of one's own (chat-message-put)."""
        address = f"{_messages(chat_id)}/{part(message_id)}"
        await self._connection.exchange("PUT", address, expected=OK_OR_NO_CONTENT, json={"text": text})

    async def delete_in_chat(self, chat_id: str, message_id: str) -> None:
        """Delete a message of one's own (chat-message-delete)."""
        address = f"{_messages(chat_id)}/{part(message_id)}"
        await self._connection.write("DELETE", address, [], OK_OR_NO_CONTENT)

    async def mark_chat_read(self, chat_id: str, message_id: str) -> None:
        """Mark everything up to a message as read (set-last-viewed-message)."""
        address = f"/common/chats/{part(chat_id)}/message/{part(message_id)}/read"
        await self._connection.write("PUT", address, [], OK_OR_NO_CONTENT)


def _messages(chat_id: str) -> str:
    return f"/common/chats/{part(chat_id)}/messages"
