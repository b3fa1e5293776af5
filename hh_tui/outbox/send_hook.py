"""The person's own word before a write leaves: asked once for each write in a run of the program."""

from collections.abc import Awaitable, Callable, Sequence

from hh_tui.inbox.decisions.operation import Operation

Ask = Callable[[Sequence[Operation]], Awaitable[None]]
"""Asks about writes that leave together; raises HookStopped where they must not."""


class SendHook:
    """Remembers what was let go: a write that waits for the connection, or goes again because hh.ru refused
    others of its chunk, is not asked about twice. Nothing of it is on the disk: a write that was let go and
    had not left when the program ended is asked about again.
    """

    def __init__(self, ask: Ask | None) -> None:
        self._ask = ask
        self._allowed: set[str] = set()

    async def allow(self, *operations: Operation) -> None:
        """Ask about those not let go yet, all at once. Raises HookStopped: none of these may leave."""
        new = [one for one in operations if one.id not in self._allowed]
        if self._ask is None or not new:
            return
        await self._ask(new)
        self._allowed.update(one.id for one in new)
