"""A program that is given a text and whose answer is waited for: bounded in time and in size."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from typing import Final, cast

from msgspec import Struct

from hh_tui.system.child_environment import child_environment

LIMIT: Final = 2**18
"""Bytes that are kept of what a program says; the rest is read and left out."""

GRACE: Final = 0.5
"""Seconds after its end in which what it said last may still come.

A program that it left behind may hold its output open for as long as it likes.
"""

OUT: Final = 1
ERR: Final = 2


class Ended(Struct, frozen=True):
    """How a program ended: its exit `code`, negative for a signal, None where its time was over.

    `output` and `complaint` are what it said on its two outputs, `left_out` counts the bytes beyond `LIMIT`.
    """

    code: int | None
    output: bytes = b""
    complaint: bytes = b""
    left_out: int = 0


class _Talk(asyncio.SubprocessProtocol):
    """Keeps what is said, and tells of the end of the program and of its outputs."""

    def __init__(self) -> None:
        self.said = {OUT: bytearray(), ERR: bytearray()}
        self.left_out = 0
        self.ended, self.silent = asyncio.Event(), asyncio.Event()
        self._open = {OUT, ERR}

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        said = self.said[fd]
        kept = data[: LIMIT - len(said)]
        said += kept
        self.left_out += len(data) - len(kept)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        self._open.discard(fd)
        if not self._open:
            self.silent.set()

    def process_exited(self) -> None:
        self.ended.set()


async def run(command: Sequence[str], given: bytes, *, seconds: float) -> Ended:
    """Run a program without a shell, with `given` on its standard input, and wait for its end.

    It gets the environment without this program's own variables, and a session of its own: it has no terminal
    to write on or to read from. After `seconds`, or where this is cancelled, it is killed with all that it
    started. Raises OSError where it can't be started.
    """
    loop = asyncio.get_running_loop()
    try:
        transport, talk = await loop.subprocess_exec(
            _Talk,
            *command,
            env=child_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except ValueError as error:  # a zero byte in the command
        raise OSError(0, str(error)) from error
    try:
        _give(transport, given)
        async with asyncio.timeout(seconds):
            await talk.ended.wait()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await talk.silent.wait()
    except TimeoutError:
        pass
    finally:
        if not talk.ended.is_set():
            _kill(transport)
        transport.close()
    code = transport.get_returncode() if talk.ended.is_set() else None
    return Ended(code, bytes(talk.said[OUT]), bytes(talk.said[ERR]), talk.left_out)


def _give(transport: asyncio.SubprocessTransport, given: bytes) -> None:
    """A program that reads nothing of it, or not all, is none the worse for it."""
    pipe = cast(asyncio.WriteTransport, transport.get_pipe_transport(0))
    pipe.write(given)
    pipe.close()


def _kill(transport: asyncio.SubprocessTransport) -> None:
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(transport.get_pid(), signal.SIGKILL)
        else:
            transport.kill()
