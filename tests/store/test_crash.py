"""Killed while it writes: everything that was acknowledged is there."""

import subprocess
import sys
from pathlib import Path

import pytest

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store.database import check
from tests.store.test_store import opened

WRITES = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, Moved
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store.store import Store
from tests.store.samples import NOW, note
from tests.store.test_cache import STRETCH
start = int(sys.argv[2])
store = Store.open(Path(sys.argv[1]), keep_days=30, clock=lambda: datetime.now(UTC))
async def main():
    for number in range(start, start + 100_000):
        await store.write(Added(note(number)), DraftKept("1", str(number)))
        print(f"held w{number}", flush=True)
        store.keep_thread(str(number % 5), STRETCH, datetime.now(UTC))
        await store.write(Moved(f"w{number}", Stage.SENDING))
        print(f"sending w{number}", flush=True)
asyncio.run(main())
"""


@pytest.mark.parametrize("kills", [4])
def test_everything_acknowledged_is_there_after_a_kill(tmp_path: Path, kills: int) -> None:
    acknowledged: dict[str, str] = {}
    for number in range(kills):
        with subprocess.Popen(
            [sys.executable, "-c", WRITES, str(tmp_path / "s"), str(number * 100_000)],
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(7 + 13 * number)]
            process.kill()
            lines += process.stdout.readlines()
        told = [line.split() for line in lines if line.endswith("\n")]
        acknowledged.update({id_: stage for stage, id_ in told})
        with opened(tmp_path / "s") as store:
            assert store.notices == ()
            check(store._journal._connection)
            found = {one.operation.id: one.stage for one in store.records()}
            beyond = set(found) - set(acknowledged)
            assert len(beyond) <= number + 1
            for id_, stage in acknowledged.items():
                assert found[id_] in (Stage(stage), Stage.SENDING)
            assert f"w{store.drafts()['1']}" == list(found)[-1]
