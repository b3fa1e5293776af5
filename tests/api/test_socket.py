"""What depends on real HTTP: files, tags, working accounts."""

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Resume
from hh_tui.api.origin import Origin
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.demo.resume_ids import resume_id


async def test_a_file_and_what_is_kept_come_over_a_real_connection() -> None:
    standin = StandIn("S")
    with serve(standin) as origin:
        client = HHClient(Connection(Origin(origin), TOKEN, contact="a@example.org"))
        pieces: list[bytes] = []
        url = f"https://api.hh.ru/resumes/{resume_id((0, 1))}/download/resume.pdf?type=pdf"
        length = await client.resumes.download(url, pieces.append)
        assert b"".join(pieces).endswith(b"%%EOF\n")
        assert length == sum(map(len, pieces))
        first = await client.dictionaries.areas()
        assert await client.dictionaries.areas() == first
        client.manager_account = "55810034"
        assert (await client.resumes.full(Resume(id=resume_id((0, 1))))).id
        assert standin.received[-1].headers["x-manager-account-id"] == "55810034"
        await client.aclose()
