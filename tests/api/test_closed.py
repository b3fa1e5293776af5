"""A way to hh.ru that was closed while a request waited for its turn: nothing of it has left."""

import asyncio

import pytest

from hh_tui.api.connection import Connection
from hh_tui.api.expected_answer import NO_CONTENT
from hh_tui.api.origin import Origin
from hh_tui.api.transport import RetryingTransport, network
from hh_tui.demo import TOKEN
from hh_tui.errors import Unreachable


async def _no_pause(_: float) -> None:
    await asyncio.sleep(0)


@pytest.mark.parametrize("closed_above", [True, False])
async def test_a_closed_way_is_unreachable(closed_above: bool) -> None:
    pool = network()
    transport = RetryingTransport(pool, sleep=_no_pause)
    connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)
    await (connection if closed_above else pool).aclose()
    with pytest.raises(Unreachable):
        await connection.read("/me")
    with pytest.raises(Unreachable):
        await connection.write("PUT", "/negotiations/consider/1", [], NO_CONTENT)
    with pytest.raises(Unreachable):
        async with connection.open("/resumes/1/download"):
            pass
