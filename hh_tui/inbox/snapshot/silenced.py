"""Chats that candidates were forbidden to write into from here: hh.ru does not tell of it afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

KIND: Final = "chat-silenced"
"""Under which they are remembered; the key is the chat's id, the value the moment in ISO 8601."""


def silenced(kept: Mapping[str, str]) -> dict[str, datetime]:
    """When each chat was closed to its candidate, in UTC; what is no moment is left out."""
    found = {chat_id: _moment(text) for chat_id, text in kept.items()}
    return {chat_id: at for chat_id, at in found.items() if at is not None}


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
