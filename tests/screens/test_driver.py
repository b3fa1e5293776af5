"""The driver of the scenarios itself: what it can't wait for fails the test, and names what is open."""

import asyncio

import pytest

from tests.recruiter import Recruiter


async def test_a_program_that_never_rests_fails_its_test() -> None:
    async with Recruiter() as anna:
        ended = asyncio.Event()

        async def endless() -> None:
            await asyncio.sleep(0.03)
            if not ended.is_set():
                anna.app.run_worker(endless(), group="round-and-round")

        anna.app.run_worker(endless(), group="round-and-round")
        with pytest.raises(AssertionError, match=r"never comes to rest.*round-and-round"):
            await anna.settle()
        ended.set()
        await anna.settle()
