"""Coroutines beside the lines: reads that a command waits for, writes that nobody does."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Running = asyncio.Task[None]


class Tasks:
    """`bug` is told what should not have happened in one of them."""

    def __init__(self, bug: Callable[[BaseException], None]) -> None:
        self._bug = bug
        self._groups: dict[str, set[Running]] = {}

    def start(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str, exclusive: bool = True
    ) -> Running:
        """Run it; where it is `exclusive`, what runs in its group ends."""
        if exclusive:
            for one in tuple(self._groups.get(group, ())):
                one.cancel()
        return self.spawn(work(), group)

    def spawn(self, coroutine: Coroutine[Any, Any, None], group: str = "outbox") -> Running:
        """Run a coroutine of this group."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._groups.setdefault(group, set()).add(task)
        task.add_done_callback(lambda done: self._ended(done, group))
        return task

    def _ended(self, task: Running, group: str) -> None:
        self._groups[group].discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._bug(error)

    async def settled(self) -> None:
        """Until every read has ended; writes go on."""
        while running := [one for name, group in self._groups.items() if name != "outbox" for one in group]:
            await asyncio.wait(running)
            # What they brought may have begun others.
            await asyncio.sleep(0)

    async def end(self) -> None:
        """End everything that runs."""
        running = [one for group in self._groups.values() for one in group]
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
