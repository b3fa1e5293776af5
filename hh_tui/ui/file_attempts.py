"""Files that went into a chat without an answer, kept on disk until it is known what became of them."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from hh_tui.inbox.letters.file_attempt import KIND, FileAttempt, count_alike, from_texts, of_chat, to_text
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace
from hh_tui.ui.person_store import PersonStore


class FileAttemptLog:
    """Attempts of all chats. `changed` hears of every change."""

    def __init__(self, disk: PersonStore, clock: Callable[[], datetime], changed: Callable[[], None]) -> None:
        self._disk = disk
        self._clock = clock
        self._changed = changed
        self._found: dict[tuple[str, str, str], FileAttempt] = {}
        """Those that a chat showed, by chat, name and content: tried next it is still the same message."""

    @property
    def all(self) -> tuple[FileAttempt, ...]:
        """The earliest first."""
        return from_texts(self._disk.remembered(KIND))

    def of(self, chat_id: str, thread: Callable[[], Thread | None]) -> "ChatFileAttempts":
        """Those of one chat; `thread` is the chat as far as it was read."""
        return ChatFileAttempts(self, chat_id, thread)

    async def begin(self, attempt: FileAttempt) -> None:
        """Write one down; it is on the disk when this returns. Raises NotKept, or why nothing is kept."""
        await self._disk.remember(KIND, str(attempt.key), to_text(attempt))
        self._changed()

    def settle(self, attempt: FileAttempt) -> None:
        """It is known what became of it."""
        if str(attempt.key) in self._disk.remembered(KIND):
            self._disk.remember(KIND, str(attempt.key), "")
            self._changed()

    def now(self) -> datetime:
        """The time in UTC."""
        return self._clock()

    def read(self, chat_id: str | None, thread: Thread) -> None:
        """A chat was read: what stands in it is in doubt no more."""
        for one in of_chat(self.all, chat_id):
            if one.arrived(thread):
                self._found[(one.chat_id, one.name, one.digest)] = one
                self.settle(one)

    def known(self, chat_id: str, name: str, digest: str) -> FileAttempt | None:
        """The earlier attempt with this very file; one that was found is known once."""
        here = of_chat(self.all, chat_id)
        unsure = next((one for one in here if (one.name, one.digest) == (name, digest)), None)
        return unsure or self._found.pop((chat_id, name, digest), None)


class ChatFileAttempts:
    """What the form of a file is given."""

    def __init__(self, attempts: FileAttemptLog, chat_id: str, thread: Callable[[], Thread | None]) -> None:
        self._attempts = attempts
        self._chat_id = chat_id
        self._thread = thread

    def known(self, name: str, digest: str) -> FileAttempt | None:
        """The earlier attempt with this very file."""
        return self._attempts.known(self._chat_id, name, digest)

    async def begin(self, name: str, digest: str, upload_id: str) -> FileAttempt:
        """Write an attempt down. Raises NotKept, or why nothing is kept."""
        alike = count_alike(self._thread(), name)
        attempt = FileAttempt(self._chat_id, name, digest, upload_id, uuid4(), self._attempts.now(), alike)
        await self._attempts.begin(attempt)
        return attempt

    async def uploaded_anew(self, attempt: FileAttempt, upload_id: str) -> FileAttempt:
        """The same message with another upload, written down. Raises NotKept, or why nothing is kept."""
        attempt = replace(attempt, upload_id=upload_id)
        await self._attempts.begin(attempt)
        return attempt

    def settle(self, attempt: FileAttempt) -> None:
        """Its message is known to be there, or known not to be."""
        self._attempts.settle(attempt)

    @property
    def in_doubt(self) -> bool:
        """Whether there is any attempt in this chat of which nobody knows."""
        return bool(of_chat(self._attempts.all, self._chat_id))
