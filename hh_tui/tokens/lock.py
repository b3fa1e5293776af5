"""One instance at a time changes a profile's login."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from hh_tui.errors import StoreBusy, UnusableFile
from hh_tui.files.private_files import FILE, private_folder

TIMEOUT: Final = 60.0
"""Seconds to wait for another instance; a refresh takes less than half of that."""

LOOK: Final = 0.05
"""Seconds between two looks at a lock that is taken."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock at a path, waiting for it in this very thread. Raises StoreBusy and UnusableFile."""
    private_folder(path.parent)
    lock = FileLock(path, timeout=TIMEOUT, mode=FILE)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreBusy() from error
    except OSError as error:
        raise UnusableFile(path=lock.lock_file, why=error.strerror or "?") from error
    try:
        yield
    finally:
        lock.release()


@asynccontextmanager
async def locked(
    path: Path,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[None]:
    """Hold the lock at a path. Raises StoreBusy when another instance does not let go, and UnusableFile."""
    private_folder(path.parent)
    lock = FileLock(path, timeout=0, mode=FILE, thread_local=False)
    end = clock() + TIMEOUT
    while True:
        try:
            lock.acquire()
            break
        except Timeout as error:
            if clock() >= end:
                raise StoreBusy() from error
        except OSError as error:
            raise UnusableFile(path=lock.lock_file, why=error.strerror or "?") from error
        await sleep(LOOK)
    try:
        yield
    finally:
        lock.release()
