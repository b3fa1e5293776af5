"""Two processes whose token runs out at the same moment, over a real socket."""

import subprocess
import sys
from pathlib import Path

from hh_tui.demo import serve
from hh_tui.demo.grants import LIFETIME
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.login.scene import pair_for
from tests.midday import standin

INSTANCE = """
import asyncio, sys
from pathlib import Path
from hh_tui.cli.connect import ApiAccess
from hh_tui.api.client import HHClient
from hh_tui.api.transport import RetryingTransport, network
from hh_tui.api.origin import Origin
from hh_tui.settings.config import Settings
from hh_tui.tokens.store import TokenStore

async def main(origin, folder):
    transport = RetryingTransport(network(), per_second=20)
    access = ApiAccess(Settings(), Origin(origin), transport, TokenStore(Path(folder)))
    client = HHClient(access.connection("ru"))
    sys.stdout.write("ready\\n")
    sys.stdout.flush()
    sys.stdin.readline()
    vacancies = [client.vacancies.active(str(4181920)) for _ in range(2)]
    found = await asyncio.gather(*vacancies, *(client.account.me() for _ in range(3)))
    sys.stdout.write(f"{len(found)}\\n")
    await client.aclose()

asyncio.run(main(*sys.argv[1:]))
"""


def test_two_processes_refresh_once(tmp_path: Path) -> None:
    server = standin()
    with serve(server) as origin:
        store = TokenStore(tmp_path / "tokens")
        store.save(DEFAULT_PROFILE, pair_for(origin))
        server.expire_token()
        command = [sys.executable, "-c", INSTANCE, origin, str(tmp_path / "tokens")]
        instances = [
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        for instance in instances:
            assert instance.stdout is not None
            assert instance.stdout.readline() == "ready\n"
        for instance in instances:
            assert instance.stdin is not None
            instance.stdin.write("go\n")
            instance.stdin.flush()
        told = [instance.communicate() for instance in instances]
        assert told == [("5\n", ""), ("5\n", "")]
        assert server.grants.refreshes == 1
        kept = store.load(DEFAULT_PROFILE)
        assert kept is not None
        assert kept.expires_at - kept.obtained_at == LIFETIME
        assert server.grants.trouble_with(kept.access.reveal()) == ""
