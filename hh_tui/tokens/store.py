"""Where the tokens of each profile are kept: the system's keyring, or else files of one's own."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from hh_tui.errors import StoreBusy, UnsafeFile, UnusableFile
from hh_tui.private import private_folder, read_private, remove_private, write_private
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.ring import Ring

DEFAULT_PROFILE: Final = "default"
PROFILE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")

MARK: Final = ".profile"
"""The ending of a file that stands for a profile in the keyring."""

PATIENCE: Final = 60.0
"""Seconds to wait for another instance; a refresh takes less than half of that."""

LOOK: Final = 0.05
"""Seconds between two looks at a lock that is taken."""


class TokenStore:
    """Token pairs by profile, in a folder, or in a keyring where there is one.

    A keyring that fails is no reason to lose a token that hh.ru gives once: the file takes it then. Every
    method raises UnsafeFile or UnusableFile; a profile must match `PROFILE`.
    """

    def __init__(self, folder: Path, ring: Ring | None = None) -> None:
        self._folder = folder
        self._ring = ring

    @property
    def place(self) -> str:
        """Where tokens go, for a person."""
        return "keyring" if self._ring else str(self._folder)

    def profiles(self) -> tuple[str, ...]:
        """The names of all profiles that have a token, in alphabetical order."""
        if not self._folder.is_dir():
            return ()
        private_folder(self._folder)
        names = {path.stem for path in self._folder.iterdir() if path.suffix in {".json", MARK}}
        return tuple(sorted(name for name in names if PROFILE.fullmatch(name)))

    def load(self, profile: str) -> TokenPair | None:
        """The pair of a profile: the newest, should both places have one."""
        pairs = [pair for pair in (self._from_ring(profile), self._from_file(profile)) if pair]
        return max(pairs, key=lambda pair: pair.obtained_at, default=None)

    def save(self, profile: str, pair: TokenPair) -> None:
        """Keep a pair in the place of the old one; it is on the disk when this returns."""
        if self._into_ring(profile, pair):
            write_private(self._mark(profile), b"")
            remove_private(self._file(profile))
        else:
            write_private(self._file(profile), pair.written().encode())

    def remove(self, profile: str) -> None:
        """Forget a profile."""
        if self._ring:
            with suppress(self._ring.failure):
                self._ring.drop(profile)
        remove_private(self._file(profile))
        remove_private(self._mark(profile))

    @asynccontextmanager
    async def lock(
        self,
        profile: str,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> AsyncIterator[None]:
        """Keep every other instance from changing the profile.

        Raises StoreBusy when one does not let go.
        """
        lock = FileLock(
            private_folder(self._folder) / f"{profile}.lock", timeout=0, mode=0o600, thread_local=False
        )
        end = clock() + PATIENCE
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

    def _mark(self, profile: str) -> Path:
        """A file without content: a keyring does not tell which profiles it has."""
        return self._folder / f"{profile}{MARK}"

    def _file(self, profile: str) -> Path:
        return self._folder / f"{profile}.json"

    def _from_file(self, profile: str) -> TokenPair | None:
        path = self._file(profile)
        if not self._folder.is_dir():
            return None
        private_folder(self._folder)
        content = read_private(path)
        if content is None:
            return None
        pair = TokenPair.read(content)
        if pair is None:
            raise UnsafeFile(path=str(path), why="unreadable")
        return pair

    def _from_ring(self, profile: str) -> TokenPair | None:
        if self._ring is None:
            return None
        try:
            text = self._ring.get(profile)
        except self._ring.failure:
            return None
        return TokenPair.read(text) if text else None

    def _into_ring(self, profile: str, pair: TokenPair) -> bool:
        if self._ring is None:
            return False
        try:
            self._ring.put(profile, pair.written())
        except self._ring.failure:
            return False
        return True
