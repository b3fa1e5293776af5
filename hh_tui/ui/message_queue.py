"""Waiting until a widget has heard what was sent to it."""

import asyncio
from contextlib import suppress

from textual.message_pump import MessagePump


async def emptied(pump: MessagePump, until: float) -> None:
    """What stands in the queue of this pump by now has been handled, or it is `until` by the loop's clock."""
    passed = asyncio.Event()
    if pump.call_later(passed.set):
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await passed.wait()
