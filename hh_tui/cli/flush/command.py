"""`hh-tui flush`: one run, and a line for each kind of result."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, tzinfo
from typing import TextIO

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.threads import Mode
from hh_tui.cli.flush.page import lines
from hh_tui.cli.flush.run import Flush
from hh_tui.hooks.runner import HookRunner
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Hooks
from hh_tui.store.store import Store
from hh_tui.system.local_zone import local_zone
from hh_tui.ui.presenters.errors import told_once
from hh_tui.worker.session import ApiWorker


async def flush(
    connection: Connection,
    store: Store,
    tr: Catalogue,
    *,
    everything: bool = False,
    terse: bool = False,
    threads: Mode = "auto",
    hooks: Hooks | None = None,
    out: TextIO | None = None,
    zone: tzinfo | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    steady: Callable[[], float] = time.monotonic,
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> bool:
    """Send what is due and print what became of it to `out`; whether all of it is done.

    Candidates are not named: what is printed may go by mail. A `terse` run in which nothing happened prints
    nothing. Raises the store's `why_not`.
    """
    if store.why_not is not None:
        raise store.why_not
    out = out or sys.stdout
    worker = ApiWorker(HHClient(connection), pause=pause, threads=threads, clock=clock, steady=steady)
    run = Flush(
        worker,
        store,
        host=connection.origin.base.host,
        clock=clock,
        steady=steady,
        before_send=HookRunner(hooks or Hooks()).before_send,
    )
    try:
        result = await run.run(everything=everything)
    finally:
        await connection.aclose()
    # What is amiss with the files is told once, to whoever opens them first.
    said = told_once(tr, store.notices, outside=True)
    if not terse or result.happened:
        said += lines(tr, result, store.vacancy_names(), zone or local_zone())
    for line in said:
        out.write(f"{line}\n")
    out.flush()
    return result.is_good
