"""A file on its way into a chat: what is written down before its message leaves, and found out by reading.

The same file tried again is the same message, which the server writes once: it has one key and one upload,
also after the program has ended in between.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from hh_tui.api.models.thread import ThreadMessage
from hh_tui.i18n.text import one_line
from hh_tui.inbox.snapshot.thread import Thread, own_messages

KIND: Final = "chat-file"
"""Under which attempts are remembered; the key is that of the message, the value the attempt as text."""

SKEW: Final = timedelta(minutes=2)
"""How far the clocks of hh.ru and of this machine may be apart."""


class FileAttempt(Struct, frozen=True):
    """A message with a file that may stand in a chat.

    `digest` tells its content, `upload_id` is what the server of files calls it, `alike` how many files of
    this name one had sent into the chat before.
    """

    chat_id: str
    name: str
    digest: str
    upload_id: str
    key: UUID
    at: datetime
    alike: int = 0

    def arrived(self, thread: Thread) -> bool:
        """Whether the thread shows it: one more file of its name, of our own, sent no earlier than it."""
        since = self.at - SKEW
        late = any(one.at is not None and one.at >= since for one in _alike(thread, self.name))
        return late and count_alike(thread, self.name) > self.alike


def count_alike(thread: Thread | None, name: str) -> int:
    """How many files of this name one has sent into a chat, as far as it shows them."""
    return len(_alike(thread, name)) if thread is not None else 0


def _alike(thread: Thread, name: str) -> list[ThreadMessage]:
    """Messages of one's own with a file of this name."""
    return [one for one in own_messages(thread) if any(file.title == name for file in one.attachments)]


def of_chat(attempts: Iterable[FileAttempt], chat_id: str | None) -> tuple[FileAttempt, ...]:
    """Those of one chat."""
    return tuple(one for one in attempts if one.chat_id == chat_id)


def to_text(attempt: FileAttempt) -> str:
    """As JSON."""
    told = (attempt.chat_id, attempt.name, attempt.digest, attempt.upload_id)
    return json.dumps([*told, attempt.at.isoformat(), attempt.alike], ensure_ascii=False)


def from_texts(kept: Mapping[str, str]) -> tuple[FileAttempt, ...]:
    """What was remembered, the earliest first; what `to_text` can't have written is left out."""
    found = [_read(key, text) for key, text in kept.items()]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at))


def _read(key: str, text: str) -> FileAttempt | None:
    try:
        match json.loads(text):
            case [str(chat_id), str(name), str(digest), str(upload_id), str(at), int(alike)]:
                moment = datetime.fromisoformat(at)
                if moment.tzinfo:
                    return FileAttempt(chat_id, one_line(name), digest, upload_id, UUID(key), moment, alike)
    except (ValueError, RecursionError):
        pass
    return None
