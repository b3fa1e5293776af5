"""The next pair of a login is written down; one that the disk does not take is held, and the lock with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from hh_tui.errors import HHError, TokenNotSaved
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.store import TokenStore


class PairWriter:
    """Writes pairs of one profile, one at a time; `pair` is one that is not on the disk, `error` says why.

    hh.ru gives a pair once, and ends the one before it. While the newest is in memory alone the lock of the
    profile is kept: another instance would spend a refresh token that is spent already, and then ask for a
    new login.
    """

    def __init__(self, store: TokenStore, profile: str) -> None:
        self._store = store
        self._profile = profile
        self._turn = asyncio.Lock()
        self._held: AsyncExitStack | None = None
        self.pair: TokenPair | None = None
        self.error: TokenNotSaved | None = None

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Hold the lock, beyond the end where a pair is not written. Raises StoreBusy and UnusableFile."""
        async with self._turn:
            if self._held is None:
                async with AsyncExitStack() as taken:
                    await taken.enter_async_context(self._store.lock(self._profile))
                    self._held = taken.pop_all()
            try:
                yield
            finally:
                if self.pair is None:
                    await self._let_go()

    async def write(self, pair: TokenPair) -> None:
        """Write down what takes the place of everything before; the lock must be held."""
        self.pair = pair
        await self._write()

    async def try_again(self) -> None:
        """Once more, where a pair waits for it."""
        if self.pair is not None:
            async with self.alone():
                await self._write()

    async def close(self) -> None:
        """Try for the last time, and let others renew in any case."""
        try:
            await self.try_again()
        finally:
            await self._let_go()

    async def _write(self) -> None:
        if self.pair is None:
            return
        try:
            # A keyring may take a while, and the screen must not stand still meanwhile.
            await asyncio.to_thread(self._store.save, self._profile, self.pair)
        except HHError as error:
            self.error = TokenNotSaved(why=error.values.get("why", "?"))
        else:
            self.pair = self.error = None

    async def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            await held.aclose()
