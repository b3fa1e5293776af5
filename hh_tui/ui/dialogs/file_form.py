"""Sending a file into a chat: what the server takes, which file, how far it is."""

import asyncio
import stat
from collections.abc import Callable, Mapping, Sequence
from errno import EINVAL, EISDIR
from functools import partial
from hashlib import sha256
from os import strerror
from pathlib import Path
from typing import Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Button, Input, ProgressBar, Static
from textual.worker import Worker, WorkerState

from hh_tui.api.chat_files import ChatFile
from hh_tui.api.models import FileLimits, Negotiation
from hh_tui.errors import (
    AnswerLost,
    CaptchaRequired,
    HHError,
    LimitReached,
    NotAuthorized,
    Refused,
    UnusableFile,
)
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.inbox.letters.file_attempt import FileAttempt
from hh_tui.inbox.rules.chat_file import mime_type, trouble
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import form_keys
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.chat import kilobytes, limits_line
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.form_frame import FormFrame, hidden_bar
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.worker.session import ApiWorker

CONFLICT = 409
"""The status of a message that the server has already."""

UPLOAD_REFUSED = (400, 404, 410)
"""Statuses that a file the server has forgotten may be told by."""


class LimitsRead(Message):
    """What the server takes."""

    def __init__(self, limits: FileLimits) -> None:
        super().__init__()
        self.limits = limits


class FileSent(Message):
    """The file stands in the chat."""


class FileFailed(Message):
    """It does not, or nobody knows."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error


class FileAttempts(Protocol):
    """Messages with files that may stand in the chat, written down before they leave."""

    def known(self, name: str, digest: str) -> FileAttempt | None:
        """The earlier attempt with this very file."""

    async def begin(self, name: str, digest: str, upload_id: str) -> FileAttempt:
        """Write an attempt down. Raises NotKept or what else keeps decisions off the disk."""

    async def uploaded_anew(self, attempt: FileAttempt, upload_id: str) -> FileAttempt:
        """The same message with another upload, written down. Raises NotKept, or why nothing is kept."""
        ...

    def settle(self, attempt: FileAttempt) -> None:
        """Its message is known to be there, or known not to be."""

    @property
    def in_doubt(self) -> bool:
        """Whether there is any attempt in this chat of which nobody knows."""
        ...


class FileForm(Dialog[bool | HHError]):
    """Returns True once the file is sent, an error that needs more than words, or None.

    The message of a file has one key, however often it is tried: it is written once. It has one upload, too,
    until hh.ru refuses that. Left in between, it returns False: then nobody
    knows whether the message is there.
    """

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        negotiation: Negotiation,
        candidate: str,
        attempts: FileAttempts,
        worker: ApiWorker,
        tr: Catalogue,
        keys: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._negotiation = negotiation
        self._candidate = candidate
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._limits: FileLimits | None = None
        self._under_way = False
        self._attempts = attempts

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return form_keys(self.save, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.FORM,)

    def compose(self) -> ComposeResult:
        """The limits, the path, the bar."""
        tr = self._tr
        yield FormFrame(
            tr("file.title", name=self._candidate),
            Static(tr("file.asking"), id="limits", classes="warning", markup=False),
            Static(tr("file.path"), classes="label", markup=False),
            LineInput(compact=True),
            hidden_bar(),
            buttons=[
                ("save", keyed(self._keys("save-form"), tr("file.send"))),
                ("cancel", keyed(self._keys("close-form"), tr("sheet.cancel"))),
            ],
        )

    def on_mount(self) -> None:
        """Ask for the limits."""
        self.read_limits()

    @work(group="limits", exclusive=True, exit_on_error=False)
    async def read_limits(self) -> None:
        """What the server takes now."""
        try:
            limits = await self._worker.read(self._worker.client.chat_files.limits, what="chat")
        except HHError as error:
            self.post_message(FileFailed(error))
        else:
            self.post_message(LimitsRead(limits))

    @on(LimitsRead)
    def limits_read(self, message: LimitsRead) -> None:
        """Say them before anything is chosen."""
        self._limits = message.limits
        self.query_one("#limits", Static).update(limits_line(self._tr, message.limits))

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Begin, once; without limits they are asked for first."""
        path = self.query_one(Input).value.strip()
        if self._under_way:
            return
        if not path:
            self.query_one(FormFrame).say(self._tr("file.no-path"), trouble=True)
            return
        self._under_way = True
        self.query_one(FormFrame).say(self._tr("file.reading"))
        self.send(Path(path).expanduser())

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Stop; the worker ends with the form. What was uploaded and stands in no message nobody sees."""
        self.workers.cancel_node(self)
        self.answer(False if self._attempts.in_doubt else None)

    @work(group="send", exclusive=True, exit_on_error=False)
    async def send(self, path: Path) -> None:
        """The file to the server of files, then its message into the chat."""
        try:
            limits = self._limits
            if limits is None:
                limits = await self._worker.read(self._worker.client.chat_files.limits, what="chat")
            file = await self._file(path, limits)
            if file is not None:
                await self._send(file)
                self.post_message(FileSent())
        except HHError as error:
            self.post_message(FileFailed(error))

    async def _file(self, path: Path, limits: FileLimits) -> ChatFile | None:
        """The file, unless it would not be taken: that is told before a byte of it goes."""
        content = await asyncio.to_thread(_content, path, limits.max_size)
        why = trouble(path.name, len(content), limits)
        if why is not None:
            self._under_way = False
            self.query_one(FormFrame).say(
                self._tr(f"file.{why}", limits=limits_line(self._tr, limits)), trouble=True
            )
            return None
        return ChatFile(path.name, mime_type(path.name), content)

    async def _send(self, file: ChatFile) -> None:
        """A known attempt goes on with its key and its upload; a new one is on disk before it goes.

        hh.ru keeps no upload for ever: where it refuses a known one, the same message goes with another.
        """
        attempts, digest = self._attempts, sha256(file.content).hexdigest()
        attempt = attempts.known(file.name, digest)
        if attempt is None:
            attempt = await attempts.begin(file.name, digest, await self._upload(file))
            await self._write(attempt, first=True)
            return
        try:
            await self._write(attempt)
        except Refused as error:
            if error.status not in UPLOAD_REFUSED or isinstance(error, LimitReached | CaptchaRequired):
                raise
            if attempt.arrived(Thread.of(await self._worker.read_thread(self._negotiation), None)):
                attempts.settle(attempt)
            else:
                await self._write(await attempts.uploaded_anew(attempt, await self._upload(file)))

    async def _upload(self, file: ChatFile) -> str:
        return await self._worker.client.chat_files.upload(file, self._progress)

    async def _write(self, attempt: FileAttempt, *, first: bool = False) -> None:
        """The message of an attempt; what was never tried before is known not to be there once refused."""
        chats, attempts = self._worker.client.chats, self._attempts
        call = partial(chats.send_file, self._negotiation.chat_id or "", attempt.upload_id, attempt.key)
        try:
            await self._worker.write(self._negotiation.id, call)
        except HHError as error:
            there = error.values.get("status") == CONFLICT
            if there or (first and not error.outcome_unknown):
                attempts.settle(attempt)
            if not there:
                raise
        else:
            attempts.settle(attempt)

    def _progress(self, done: int, total: int) -> None:
        if not self.is_open:
            return
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=total, progress=done)
        self.query_one(FormFrame).say(self._tr("save.part", done=kilobytes(done), total=kilobytes(total)))

    @on(FileSent)
    def sent(self) -> None:
        """Done."""
        self.close_by_itself(True)

    @on(FileFailed)
    def failed(self, message: FileFailed) -> None:
        """One sentence; another file, or the same once more, can be tried at once."""
        error, self._under_way = message.error, False
        self.query_one(ProgressBar).display = False
        if error.code == "captcha" or isinstance(error, NotAuthorized):
            self.close_by_itself(error)
            return
        told = errors.explain(self._tr, error)
        if isinstance(error, AnswerLost) or error.outcome_unknown:
            self.query_one(FormFrame).say(
                f"{told.what} {self._tr('file.again', key=self._keys('save-form'))}", trouble=True
            )
        else:
            self.query_one(FormFrame).say(told.sentence, trouble=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in sending is told, not swallowed."""
        if event.state is WorkerState.ERROR:
            # It stands in the form, not in a notice above it.
            event.prevent_default()
            self._under_way = False
            self.query_one(FormFrame).say(
                self._tr("bug", kind=type(event.worker.error).__name__), trouble=True
            )


def _content(path: Path, at_most: int) -> bytes:
    """What is in a file; of one that is too long only as much as shows that. Raises UnusableFile.

    Only an ordinary file is opened: a pipe or a device may never come to an end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(EINVAL, strerror(EISDIR if path.is_dir() else EINVAL))
        with path.open("rb") as file:
            return file.read(at_most + 1 if at_most else -1)
    except OSError as error:
        raise UnusableFile(path=one_line(str(path)), why=error.strerror or type(error).__name__) from error
