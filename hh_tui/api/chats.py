"""Chats: the newer correspondence of a negotiation. Bodies are JSON here, not forms."""

from typing import Final, Literal
from uuid import UUID

from hh_tui.api.expected_answer import CREATED, NO_CONTENT, OK_OR_NO_CONTENT
from hh_tui.api.models import Chat, ListedChat, Page, Participant, Sent
from hh_tui.api.models.chat import Participants
from hh_tui.api.models.reading import WrongShape, parsed
from hh_tui.api.resource import Resource, part

CHAT_MESSAGES: Final = 50
"""Messages in the longest page that the API gives."""

CHATS_PER_PAGE: Final = 20
"""The longest page of chats."""

LONGEST_TEXT: Final = 20_000
"""Characters of a message."""


class ChatResource(Resource):
    """Operations on the messages of a chat. 404 means no such chat, or that we are not in it."""

    async def message_page(
        self, chat_id: str, *, order: Literal["prev", "next"] = "prev", start: str | None = None
    ) -> Chat:
        """A page of messages from `start` on, towards older or newer ones (get-chat-messages).

        The message `start` itself is among them. Without it, `prev` begins at the last message and `next` at
        the first.
        """
        return await self._get(
            Chat, _messages(chat_id), order=order, limit=CHAT_MESSAGES, start_message_id=start
        )

    async def send(self, chat_id: str, text: str, key: UUID) -> str | None:
        """Write into a chat; returns the message's id where the answer has it (chat-message-post).

        `key` belongs to this one message: 409 (in the `status` of the error) means that it was accepted
        before.
        """
        body = {"text": text, "idempotency_key": str(key)}
        answer = await self._connection.exchange("POST", _messages(chat_id), expected=CREATED, json=body)
        try:
            return parsed(Sent, answer).id
        except WrongShape:
            return None

    async def send_file(self, chat_id: str, upload_id: str, key: UUID) -> None:
        """Write a message that is a file, by the id of its upload (chat-message-post)."""
        body = {"file_upload_ids": [upload_id], "idempotency_key": str(key)}
        await self._connection.exchange("POST", _messages(chat_id), expected=CREATED, json=body)

    async def edit(self, chat_id: str, message_id: str, text: str) -> None:
        """Change the text of a message of one's own (chat-message-put)."""
        address = f"{_messages(chat_id)}/{part(message_id)}"
        await self._connection.exchange("PUT", address, expected=OK_OR_NO_CONTENT, json={"text": text})

    async def delete(self, chat_id: str, message_id: str) -> None:
        """Delete a message of one's own (chat-message-delete)."""
        address = f"{_messages(chat_id)}/{part(message_id)}"
        await self._connection.write("DELETE", address, [], OK_OR_NO_CONTENT)

    async def mark_read(self, chat_id: str, message_id: str) -> None:
        """Mark everything up to a message as read (set-last-viewed-message)."""
        address = f"/common/chats/{part(chat_id)}/message/{part(message_id)}/read"
        await self._connection.write("PUT", address, [], OK_OR_NO_CONTENT)

    async def unread(self, number: int = 0) -> Page[ListedChat]:
        """A page of the unread chats about a vacancy that we take part in (get-common-chat-list).

        The counter of unread chats counts those with hh.ru's support and its bots, too.
        """
        return await self._get(
            Page[ListedChat],
            "/common/chats",
            filter_unread="true",
            vacancy_status="with",
            per_page=CHATS_PER_PAGE,
            page=number,
        )

    async def participants(self, chat_id: str) -> tuple[Participant, ...]:
        """Who takes part in a chat (get-participant-list)."""
        return (await self._get(Participants, f"/common/chats/{part(chat_id)}/participants")).items

    async def add_participant(self, chat_id: str, manager_id: str) -> None:
        """Let a colleague take part in a chat (put-participant-list); everybody in it sees that."""
        address = f"/common/chats/{part(chat_id)}/participants"
        await self._connection.exchange("PUT", address, expected=NO_CONTENT, json={"id": manager_id})

    async def let_applicant_write(self, chat_id: str, *, allowed: bool) -> None:
        """Allow or forbid the candidate to write into a chat (set-write-possibility-common).

        How it is now is told nowhere.
        """
        query = f"applicant_write_possibility={'true' if allowed else 'false'}"
        address = f"/common/chats/{part(chat_id)}/write_possibility?{query}"
        await self._connection.write("PUT", address, [], OK_OR_NO_CONTENT)


def _messages(chat_id: str) -> str:
    return f"/common/chats/{part(chat_id)}/messages"
