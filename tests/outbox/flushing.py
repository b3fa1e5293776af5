"""`hh-tui flush` on the laptop: between two runs of the program, on the same journal."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from unittest.mock import patch

from hh_tui.cli.flush import run
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.worker.session import ApiWorker
from tests.outbox.laptop import Disk, Laptop, PowerCut, Stepped

LONGEST = 7_200.0
"""Seconds after which a run counts as one that never ends: it waits minutes for each working account."""


class SteppedFlush(run.Flush):
    """A run during which the power can fail at any moment."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop
        client = laptop.new_client()
        worker = ApiWorker(client, laptop.pause, laptop.threads, steady=lambda: laptop.seconds)
        disk: Any = Disk(laptop)
        super().__init__(
            worker,
            disk,
            host="h",
            clock=laptop.now,
            steady=lambda: laptop.seconds,
            before_send=laptop.ask,
        )

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        async def stepped() -> None:
            await Stepped(coroutine, self._laptop.moment)

        task = super()._spawn(stepped())
        task.add_done_callback(lambda _: coroutine.close())
        return task

    async def break_off(self) -> None:
        """Nothing of it goes on."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place."""
        self._laptop.failed.append((operation, error))
        super().refused(operation, error, letter_back=letter_back)


def flush(laptop: Laptop, *, everything: bool, fuse: int | None) -> None:
    """One run to its end, or until the power fails after so many moments. The laptop is off again then."""
    laptop.is_off, laptop.fuse = False, fuse
    laptop.cooldowns.clear()
    with patch.object(run, "POLL_INTERVAL", 0.0):
        laptop.loop.run_until_complete(_flush(laptop, everything))
    laptop.is_off = True


async def _flush(laptop: Laptop, everything: bool) -> None:
    flushing = SteppedFlush(laptop)

    async def begun() -> None:
        await flushing.run(everything=everything)
        laptop.bugs += flushing.result.bugs

    async def stepped() -> None:
        await Stepped(begun(), laptop.moment)

    task, began = asyncio.create_task(stepped()), laptop.seconds
    while not task.done():
        assert laptop.seconds < began + LONGEST, [one.get_coro() for one in asyncio.all_tasks()]
        await laptop.calm(10)
        if laptop.is_off:
            # Whoever waits for what the disk was given last would wait for ever.
            task.cancel()
        laptop.let_pass(1.0)
    with suppress(PowerCut, asyncio.CancelledError):
        await task
    await flushing.break_off()
    await laptop.calm(10)
