"""A machine with keyrings, homes and sessions, on which the commands are run one after the other."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from hh_tui.api.client import HHClient
from hh_tui.api.origin import Origin
from hh_tui.cli.connect import ApiAccess
from hh_tui.cli.doctor.check import Check
from hh_tui.cli.doctor.there import all_there
from hh_tui.cli.flush import flush
from hh_tui.cli.login import log_in, log_out
from hh_tui.cli.login.console import Console
from hh_tui.cli.ls import ListRequest, print_list
from hh_tui.demo import StandIn
from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET, REDIRECT
from hh_tui.errors import KeyringUnreachable
from hh_tui.i18n import Catalogue
from hh_tui.keyrings import call
from hh_tui.keyrings.names import label
from hh_tui.keyrings.process import understood
from hh_tui.settings.config import from_table
from hh_tui.store.store import Store
from hh_tui.system.secret import Secret
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.demo.driver import AGENT, HandClock
from tests.login.backends import Desktop, Spare

TR = Catalogue("en")


class InThisProcess:
    """Calls as a process of its own would carry them out, without starting one. Not `reachable`: over ssh."""

    def __init__(self, *rings: str, reachable: bool = True) -> None:
        self.rings = rings
        self.reachable = reachable
        self.calls = 0

    def candidates(self) -> tuple[str, ...]:
        return self.rings

    def get(self, ring: str, key: str) -> str | None:
        return self._call(ring, operation="get", key=key)

    def put(self, ring: str, key: str, text: str) -> None:
        self._call(ring, operation="put", key=key, text=text, least=1)

    def drop(self, ring: str, key: str) -> None:
        self._call(ring, operation="drop", key=key)

    def _call(self, ring: str, **request: Any) -> str | None:
        self.calls += 1
        if not self.reachable:
            raise KeyringUnreachable(ring=label(ring), why="absent")
        try:
            told = call.answer({"ring": ring, **request})
        except BaseException as error:  # noqa: BLE001 (what ends the process of a real call)
            told = call.failure(type(error))
        return understood(ring, told)


class Person(Console):
    """Logs in at once, by pasting, at a stand-in that asks nothing."""

    def __init__(self, server: StandIn) -> None:
        self.server = server
        self.said: list[str] = []

    def ask(self, question: str) -> str:
        page = httpx.URL(self.said[-1].splitlines()[1])
        asked = httpx.Request("GET", page.copy_with(host="api.hh.ru"), headers={"user-agent": AGENT})
        return str(self.server.handle(asked).headers["location"])

    def ask_secret(self, question: str) -> Secret:
        raise AssertionError(question)

    def say(self, text: str) -> None:
        self.said.append(text)


class Machine:
    """One session in one home; `server` and the backends' files are shared by all."""

    def __init__(self, home: Path, server: StandIn, clock: HandClock, keyrings: InThisProcess) -> None:
        self.server = server
        self.clock = clock
        self.keyrings = keyrings
        self.store = TokenStore(home / "tokens", keyrings)
        self._home = home

    def access(self) -> ApiAccess:
        login = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "redirect_uri": REDIRECT}
        transport = httpx.MockTransport(self.server.handle)
        return ApiAccess(from_table({"login": login}), Origin(), transport, self.store)

    async def login(self) -> str:
        self.clock.pass_by(minutes=1)
        person = Person(self.server)
        await log_in(self.access(), TR, person, paste=True)
        return "\n".join(person.said[1:])

    async def logout(self) -> tuple[bool, str]:
        person = Person(self.server)
        good = await log_out(self.access(), TR, person)
        return good, "\n".join(person.said)

    async def ls(self) -> None:
        wish = ListRequest(vacancies=True, form="json")
        await print_list(self.access().connection("en"), TR, wish, io.StringIO())

    async def flush(self) -> bool:
        def now() -> datetime:
            return self.clock.now

        return await flush(self.access().connection("en"), Store.in_memory(now), TR, out=io.StringIO())

    async def doctor(self) -> dict[str, Check]:
        return {check.id: check for check in await all_there(self.access(), TR, self.clock.now)}

    def client(self) -> HHClient:
        return HHClient(self.access().connection("en"))

    def expire(self) -> None:
        self.clock.pass_by(days=15)

    @property
    def folder(self) -> Path:
        return self._home / "tokens"

    def places(self) -> set[str]:
        """Where there are tokens of this home, as a person is told."""
        found = {str(self.folder)} if (self.folder / f"{DEFAULT_PROFILE}.json").exists() else set()
        for kind in (Desktop, Spare):
            if any(key.endswith(self.store.key(DEFAULT_PROFILE)) for key in kind.entries()):
                found.add(f"keyring {kind.__module__}.{kind.__name__}")
        return found

    def live(self) -> int:
        """How many tokens hh.ru would still take, or renew, but for the one a stand-in begins with."""
        return sum(not pair.fate for pair in self.server.grants._pairs[1:])
