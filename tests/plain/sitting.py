"""Somebody at the line mode: what they type, what they are told, what hh.ru receives."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from hh_tui.api.client import HHClient
from hh_tui.demo import StandIn
from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.outbox.send_hook import Ask
from hh_tui.plain.inbox import PlainInbox
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.worker.session import ApiWorker
from tests.recruiter import Clock, client

Step = str | Callable[[], object]
"""A line to type, or something that happens before the next one."""

TURNS = 3000
TICK = 0.005
"""Seconds of the machine between two looks at what is due: a test that waits leaves it idle."""


class Script:
    """A terminal whose lines are written beforehand."""

    def __init__(self, sitting: "Sitting", steps: tuple[Step, ...]) -> None:
        self._sitting = sitting
        self._steps = list(steps)
        self.told: list[str] = []

    def say(self, *lines: str) -> None:
        self.told += lines
        for line in lines:
            self._sitting.hears(line)

    async def ask(self, prompt: str, *, is_text: bool = False) -> str | None:
        self.told.append(prompt)
        while self._steps and not isinstance(self._steps[0], str):
            step = self._steps.pop(0)
            assert callable(step)
            done = step()
            if isinstance(done, Awaitable):
                await done
        if not self._steps:
            return None
        line = self._steps.pop(0)
        assert isinstance(line, str)
        self.told.append(f"<{line}>")
        return line


class Sitting:
    """`await Sitting().types("j", "3")`; the server, the clock and the disk stay for the next one."""

    def __init__(
        self,
        *,
        lang: Language = "ru",
        home: Path | None = None,
        settings: Settings | None = None,
        hostile: bool = False,
        before_send: Ask | None = None,
        reached: HHClient | None = None,
    ) -> None:
        self.clock = Clock()
        self.server = StandIn(size="S", seed=7, clock=self.clock.now, hostile=hostile)
        self.before_send = before_send
        self.reached = reached
        self.lang: Language = lang
        self.home = home
        self.settings = settings or Settings()
        self.inbox: PlainInbox | None = None
        self.error: HHError | None = None
        self.hears: Callable[[str], object] = lambda _: None
        """Gets each line at the moment it is told."""

    async def types(self, *steps: Step) -> str:
        """From the start of the program to its end; everything that was told."""
        script = Script(self, steps)

        async def no_pause(_: float) -> None:
            await asyncio.sleep(0)

        worker = ApiWorker(
            self.reached or client(self.server, lang=self.lang),
            pause=no_pause,
            threads=self.settings.threads,
            clock=self.clock.now,
            steady=self.clock.steady,
        )
        store = (
            Store.open(self.home, keep_days=30, clock=self.clock.now)
            if self.home
            else Store.in_memory(self.clock.now)
        )
        self.inbox = PlainInbox(
            script,
            worker,
            self.settings,
            Catalogue(self.lang),
            store,
            zone=ZoneInfo("Europe/Moscow"),
            clock=self.clock.now,
            steady=self.clock.steady,
            before_send=self.before_send,
            tick=TICK,
        )
        self.error = await self.inbox.run()
        return "\n".join(script.told)

    async def passes(self, seconds: float) -> None:
        """Time passes, and what follows from that is done."""
        self.clock.seconds += seconds
        for _ in range(TURNS):
            await asyncio.sleep(0.01)
            if not self._is_at_work:
                return
        raise AssertionError("what is due never goes")

    @property
    def _is_at_work(self) -> bool:
        """Whether something is on its way, or due and not begun."""
        assert self.inbox is not None
        now, at = self.clock.steady(), self.clock.now()
        return any(
            one.stage is Stage.SENDING
            or (one.stage is Stage.HELD and one.due <= now and not one.parked and not one.is_scheduled(at))
            for one in self.inbox.writes.entries
        )

    @property
    def writes(self) -> list[tuple[str, str]]:
        return [(one.method, one.path) for one in self.server.writes if not one.path.endswith("/read")]
