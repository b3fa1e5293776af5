"""Operations of a client that is still being made: to name one takes no time, to call one waits for it."""

from collections.abc import Awaitable, Callable
from typing import Any


class DeferredOperations:
    """What stands at `path` below the client that `connected` brings: a resource, or one of its operations.

    Nothing but operations can be asked of it. A screen names them in a turn of the event loop, in which
    nobody may wait for a keyring.
    """

    def __init__(self, connected: Callable[[], Awaitable[object]], path: tuple[str, ...] = ()) -> None:
        self._connected = connected
        self._path = path

    def __getattr__(self, name: str) -> "DeferredOperations":
        if name.startswith("_"):
            raise AttributeError(name)
        return DeferredOperations(self._connected, (*self._path, name))

    async def __call__(self, *given: Any, **more: Any) -> Any:
        """Carry the operation out. Raises what it raises, and HHError where there is no client to be had."""
        target: Any = await self._connected()
        for name in self._path:
            target = getattr(target, name)
        return await target(*given, **more)
