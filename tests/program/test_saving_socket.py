"""A resume over a real connection: it comes in pieces, and half of it is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.origin import Origin
from hh_tui.api.transport import AT_ONCE, RetryingTransport, network
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.demo.resume_ids import resume_id
from hh_tui.errors import AnswerLost, NotPaid
from hh_tui.files.download import PartFile
from tests.demo.driver import HandClock

URL = f"https://api.hh.ru/resumes/{resume_id((0, 1))}/download/resume.pdf?type=pdf"


@pytest.fixture
def server() -> StandIn:
    return StandIn("S", clock=HandClock())


@pytest.fixture
def origin(server: StandIn) -> Iterator[str]:
    with serve(server) as address:
        yield address


def _client(origin: str) -> HHClient:
    async def sleep(_: float) -> None:
        return None

    transport = RetryingTransport(network(), per_second=1000.0, sleep=sleep, chance=lambda: 0.5)
    return HHClient(Connection(Origin(origin), TOKEN, contact="tests@example.org", transport=transport))


def _count(folder: Path) -> int:
    return len(list(folder.iterdir()))


async def _save(client: HHClient, folder: Path) -> Path:
    with PartFile(folder) as file:
        await client.resumes.download(URL, file.write)
        return file.keep("cv", "pdf")


async def test_half_a_body_leaves_no_file_and_no_lane_is_lost(
    server: StandIn, origin: str, tmp_path: Path
) -> None:
    client = _client(origin)
    for _ in range(AT_ONCE + 2):
        server.faults.add("GET", "/download/", exception="half")
        with pytest.raises(AnswerLost):
            await _save(client, tmp_path)
    assert _count(tmp_path) == 0
    place = await _save(client, tmp_path)
    assert place.read_bytes().startswith(b"%PDF")
    assert place.read_bytes().endswith(b"%%EOF\n")
    await client.aclose()


async def test_a_busy_server_is_asked_again_before_the_file_begins(
    server: StandIn, origin: str, tmp_path: Path
) -> None:
    client = _client(origin)
    server.faults.add("GET", "/download/", status=503)
    server.faults.add("GET", "/download/", exception="connect")
    assert (await _save(client, tmp_path)).stat().st_size > 100
    server.faults.add("GET", "/download/", status=503, times=9)
    for _ in range(AT_ONCE + 1):
        server.faults.clear()
        body = {"errors": [{"type": "resumes", "value": "no_available_service"}]}
        server.faults.add("GET", "/download/", status=403, body=body)
        with pytest.raises(NotPaid):
            await _save(client, tmp_path)
    assert _count(tmp_path) == 1
    await client.aclose()
