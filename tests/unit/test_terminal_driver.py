"""What was read from the terminal at once reaches the program at once."""

import asyncio
import os
import sys
import time
from threading import Thread
from typing import Any, cast

import pytest
from textual.app import App
from textual.message import Message

if sys.platform == "win32":
    pytest.skip("another driver reads the terminal there", allow_module_level=True)

from hh_tui.ui.terminal.driver import TerminalDriver


class Preempted(TerminalDriver):
    """Its thread waits its turn before each key that it hands over."""

    def process_message(self, message: Message) -> None:
        time.sleep(0.02)
        super().process_message(message)


class Hearer:
    """Counts what has come by the moment it gets to handle the first of it."""

    def __init__(self) -> None:
        self.came: list[Message] = []
        self.at_first: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def post_message(self, message: Message) -> bool:
        if not self.came:
            asyncio.get_running_loop().call_soon(lambda: self.at_first.set_result(len(self.came)))
        self.came.append(message)
        return True

    async def _post_message(self, message: Message) -> bool:
        return self.post_message(message)


async def test_keys_of_one_read_come_together() -> None:
    reads, writes = os.pipe()
    hearer = Hearer()
    driver = Preempted(cast("App[Any]", hearer))
    driver.fileno = reads
    thread = Thread(target=driver.run_input_thread, daemon=True)
    thread.start()
    try:
        os.write(writes, b"31.12 9:00")
        assert await asyncio.wait_for(hearer.at_first, 10) == len("31.12 9:00")
    finally:
        driver.exit_event.set()
        await asyncio.to_thread(thread.join)
        os.close(reads)
        os.close(writes)
