"""The correspondence of a negotiation behind one interface, whichever way hh.ru keeps it."""

from collections.abc import Awaitable, Callable
from typing import Final, Literal, Protocol
from uuid import UUID

from hh_tui.api.chat_thread import ChatThread
from hh_tui.api.client import HHClient
from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage, Way
from hh_tui.api.negotiation_thread import NegotiationThread
from hh_tui.errors import (
    AccountUnavailable,
    CaptchaRequired,
    HHError,
    NotAuthorized,
    NotFound,
    RateLimited,
    Refused,
    ServerError,
    UnreadableAnswer,
)

Mode = Literal["auto", "negotiations", "chats"]


class ThreadSource(Protocol):
    """Where a thread is read from and written to. Every method raises `hh_tui.errors.HHError` only."""

    @property
    def way(self) -> Way:
        """The way that is used now."""

    async def latest(self) -> MessagePage:
        """The newest messages."""

    async def before(self, message_id: str) -> MessagePage:
        """Messages older than this one."""

    async def after(self, message_id: str) -> MessagePage:
        """Messages newer than this one."""

    async def send(self, text: str, key: UUID) -> str | None:
        """Write; returns the message's id where it is known.

        `key` belongs to this one letter, also when it is sent once more. Only a chat makes use of it; a
        letter sent the other way must not be repeated while its outcome is unknown.
        """

    async def repeat(self, text: str, key: UUID) -> bool:
        """Send a letter of a chat once more by its key, which writes it at most once.

        True when the server has it; False where there is no chat that could tell.
        """

    async def edit(self, message_id: str, text: str) -> None:
        """Change a message of ours. Raises NegotiationRefused, unsent, where that can't be done this way."""

    async def delete(self, message_id: str) -> None:
        """Delete a message of ours. Raises NegotiationRefused, unsent, where that can't be done this way."""

    async def mark_read(self, message_id: str | None) -> None:
        """Mark everything up to this message as read, which the candidate sees; None where there is none."""


def choose(client: HHClient, mode: Mode, negotiation: Negotiation) -> ThreadSource:
    """Where the thread of a negotiation is; sends nothing yet.

    `auto` takes the chat where the negotiation has one and the chat answers, and the negotiation messages
    otherwise. `chats` takes the chat for good or ill; without a `chat_id` there are only the messages.
    """
    messages = NegotiationThread(client, negotiation)
    if mode == "negotiations" or negotiation.chat_id is None:
        return messages
    chat = ChatThread(client, negotiation, negotiation.chat_id)
    return chat if mode == "chats" else AnsweringThread(chat, messages)


_NEITHER: Final = (NotAuthorized, AccountUnavailable, CaptchaRequired, RateLimited)
"""Refusals that reading the other way would meet as well."""


class AnsweringThread:
    """The chat as long as it answers; from the first 404 on, the negotiation messages.

    A chat is open to its participants only, a negotiation to everyone with access to the vacancy: so a chat
    can be closed from the start, or close later. Whether the former is said by 404 or by a plain 403 is not
    certain; both count. A chat that fails in another way (a broken server, an answer that is none) is read
    the other way once; the next look tries the chat again.
    """

    def __init__(self, chat: ThreadSource, messages: ThreadSource) -> None:
        self._now = chat
        self._messages = messages

    @property
    def way(self) -> Way:
        """The way that is used now."""
        return self._now.way

    async def latest(self) -> MessagePage:
        """The newest messages."""
        return await self._read(lambda: self._now.latest())

    async def before(self, message_id: str) -> MessagePage:
        """Messages older than this one; if the chat is closed by now, the whole thread the other way."""
        return await self._read(lambda: self._now.before(message_id))

    async def after(self, message_id: str) -> MessagePage:
        """Messages newer than this one; if the chat is closed by now, the whole thread the other way."""
        return await self._read(lambda: self._now.after(message_id))

    async def send(self, text: str, key: UUID) -> str | None:
        """Write. A chat that says it is closed has taken nothing: the letter goes the other way at once.

        A bare 404, which the API does not write, tells less: it is raised, and sent anew the letter goes the
        other way.
        """
        try:
            return await self._now.send(text, key)
        except NotFound as error:
            if self._now is self._messages:
                raise
            self._now = self._messages
            if not error.type:
                raise
        return await self._now.send(text, key)

    async def repeat(self, text: str, key: UUID) -> bool:
        """Send a letter once more, by the chat alone; False where it is closed by now."""
        try:
            return await self._now.repeat(text, key)
        except NotFound:
            self._now = self._messages
            return False

    async def edit(self, message_id: str, text: str) -> None:
        """Change a message of ours; fails where the chat is closed by now."""
        await self._now.edit(message_id, text)

    async def delete(self, message_id: str) -> None:
        """Delete a message of ours; fails where the chat is closed by now."""
        await self._now.delete(message_id)

    async def mark_read(self, message_id: str | None) -> None:
        """Mark everything up to this message as read; where the chat is closed, in the negotiation alone."""
        try:
            await self._now.mark_read(message_id)
        except NotFound:
            if self._now is self._messages:
                raise
            self._now = self._messages

    async def _read(self, call: Callable[[], Awaitable[MessagePage]]) -> MessagePage:
        try:
            return await call()
        except (Refused, ServerError, UnreadableAnswer) as error:
            if self._now is self._messages or isinstance(error, _NEITHER):
                raise
            if _closes(error):
                self._now = self._messages
        return await self._messages.latest()


def _closes(error: HHError) -> bool:
    """Whether the chat answered that it is not open to us."""
    return type(error) is NotFound or (type(error) is Refused and error.status == 403)
