"""A recruiter at the keyboard: scenarios read as what one does, sees, and what hh.ru receives."""

import asyncio
import re
import shutil
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

import httpx
from rich.cells import cell_len
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.origin import Origin
from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.chats import topic_id
from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.ui.app import HHApp
from hh_tui.ui.view import Pane
from hh_tui.worker.session import ApiWorker, Profiles
from tests.app_state import AppControl, AppState
from tests.idle import look, paint, put_off_painting, until_idle, until_kept

MORNING = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
"""A Thursday, half past eleven in Moscow."""


TIMEOUT = 600
"""Looks until something counts as never coming, twenty a second."""

PAUSE = 1.0
"""Seconds between two keys of a hand that takes its time."""

LASTING = 3600.0
"""Seconds that a notice stays."""

ROUNDS = 8
"""Times that work of the program may bring about further work, or another picture."""

CLEAR = ("f7", "delete")
"""Keys that empty a text."""


class Clock:
    """Time that passes when a test says so; `ahead` is how wrong the clock of the machine is."""

    def __init__(self, start: datetime = MORNING) -> None:
        self._start = start
        self.seconds = 0.0
        self.ahead = timedelta()

    def now(self) -> datetime:
        return self._start + self.ahead + timedelta(seconds=self.seconds)

    def steady(self) -> float:
        return self.seconds


async def _no_pause(_: float) -> None:
    await asyncio.sleep(0)


def client(
    server: StandIn, *, lang: Language = "ru", transport: httpx.AsyncBaseTransport | None = None
) -> HHClient:
    """The real client on a stand-in."""
    connection = Connection(
        Origin(),
        TOKEN,
        contact="tests@example.org",
        language=lang,
        transport=transport or httpx.MockTransport(server.handle),
        silence=getattr(transport, "silence", None),
    )
    return HHClient(connection)


def make_app(
    server: StandIn,
    clock: Clock,
    *,
    lang: Language = "ru",
    settings: Settings | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    profiles: Profiles | None = None,
    stores: Callable[[str], Store] | None = None,
    demo: bool = False,
    tour: bool = False,
) -> HHApp:
    """The program on a stand-in, with a clock of the test's own; `stores` opens the disk of a profile."""
    settings = settings or Settings()
    worker = ApiWorker(
        client(server, lang=lang, transport=transport),
        pause=_no_pause,
        threads=settings.threads,
        profiles=profiles,
        clock=clock.now,
        steady=clock.steady,
    )
    app = HHApp(
        worker,
        settings,
        Catalogue(lang),
        store=stores(settings.profile) if stores else None,
        stores=stores,
        zone=None if settings.zone else ZoneInfo("Europe/Moscow"),
        demo=demo,
        tour=tour,
        clock=clock.now,
        steady=clock.steady,
    )
    _with_lasting_notices(app)
    return app


def _with_lasting_notices(app: HHApp) -> None:
    """Notices go by seconds of the machine, which may be slow: here they stay until they are taken away."""
    notify = app.notify

    def lasting(message: str, **more: Any) -> None:
        notify(message, **{**more, "timeout": LASTING})

    app.notify = lasting  # type: ignore[method-assign]


def key_event(key: str) -> events.Key:
    """The event that a terminal sends for a key; characters may stand for themselves."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return events.Key(name, character)


class Recruiter:
    """`async with Recruiter() as anna: await anna.press("enter")`.

    A screen is painted when a test looks at it, or at the end if it never has; with `paints` as often as it
    has changed.
    """

    paints = False

    def __init__(
        self,
        *,
        size: str = "S",
        columns: int = 160,
        rows: int = 36,
        lang: Language = "ru",
        hostile: bool = False,
        settings: Settings | None = None,
        server: StandIn | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        profiles: Profiles | None = None,
        clock: Clock | None = None,
        home: Path | None = None,
        demo: bool = False,
        tour: bool = False,
    ) -> None:
        self.clock = clock or Clock()
        self.home = home
        self.server = server or StandIn(size=size, seed=7, clock=self.clock.now, hostile=hostile)
        self.app = make_app(
            self.server,
            self.clock,
            lang=lang,
            settings=settings,
            transport=transport,
            profiles=profiles,
            stores=self._disk if home else None,
            demo=demo,
            tour=tour,
        )
        put_off_painting(self.app)
        self.state = AppState(self.app)
        self.control = AppControl(self.app)
        self.told: list[str] = []
        self._looked = False
        notify = self.app.notify

        def heard(message: str, **more: Any) -> None:
            self.told.append(message)
            notify(message, **more)

        self.app.notify = heard  # type: ignore[method-assign]
        self.hand = 0.0
        self._take_time()
        self._run = self.app.run_test(size=(columns, rows), notifications=True)
        self.pilot: Pilot[HHError]

    async def __aenter__(self) -> Self:
        self.pilot = await self._run.__aenter__()
        await self.settle()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and not self._looked:
            paint(self.app)
        await self._run.__aexit__(kind, error, trace)

    def _take_time(self) -> None:
        """Keys come at times of their own: a machine presses them faster than any hand."""
        post = self.app.post_message

        def pressed(message: Message) -> bool:
            if isinstance(message, events.Key) and not message.is_forwarded and message not in self._struck:
                self.hand += PAUSE
                message.time = self.hand
            return post(message)

        self._struck: list[Message] = []
        self.app.post_message = pressed  # type: ignore[method-assign]
        self.app.stamp = lambda: self.hand + 0.001  # type: ignore[method-assign]

    def _disk(self, profile: str) -> Store:
        assert self.home is not None
        return Store.open(self.home / profile, keep_days=30, clock=self.clock.now)

    def again(self, home: Path | None = None, **more: Any) -> "Recruiter":
        """The program started once more, on the same server and the same disk or another one."""
        return Recruiter(server=self.server, clock=self.clock, home=home or self.home, **more)

    def crash(self, home: Path) -> None:
        """Copy what is on disk at this very moment: that is all a program leaves that is killed now."""
        assert self.home is not None
        shutil.copytree(self.home, home)

    # What one does

    async def settle(self) -> None:
        """Until nothing is on its way any more, but for writes that wait; fails where that never comes."""
        open_work: list[list[str]] = []
        for _ in range(ROUNDS):
            await until_idle(self.app)
            await until_kept(self.app.disk.store)
            await until_idle(self.app)
            if running := [one for one in self.app.workers if one.is_running]:
                open_work.append([f"{one.group}: {one.name or one.description}" for one in running])
                with suppress(WorkerCancelled):
                    await self.app.workers.wait_for_complete()
            elif self.paints and paint(self.app):
                open_work.append(["another picture"])
            else:
                return
        raise AssertionError(f"the program never comes to rest; open round by round: {open_work}")

    async def paint(self) -> None:
        """Write what has changed to the terminal, and let follow what follows from that."""
        while paint(self.app):
            await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Look until something holds that a thread or a timer of the program brings about."""
        for _ in range(TIMEOUT):
            if holds():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"this never came:\n{self.text}")

    async def press(self, *keys: str, settle: bool = True) -> None:
        """Keys one after the other; without `settle` what is on its way stays so."""
        for key in keys:
            await self._press(key)
        if settle:
            await self.settle()

    async def _press(self, key: str) -> None:
        # What a test has done before by other means than a key comes first.
        await until_idle(self.app)
        event = key_event(key)
        event.set_sender(self.app)
        self.app.post_message(event)
        await until_idle(self.app)

    async def strike(self, *keys: str, gap: float = 0.0, after: float = PAUSE) -> None:
        """Keys that come `gap` seconds after one another, the first one `after` the key before.

        The screen keeps up with gaps that a hand can make.
        """
        for place, key in enumerate(keys):
            self._strike(key, gap if place else after)
            if gap > 0.1:
                await self.settle()
        await self.settle()

    def _strike(self, key: str, after: float) -> None:
        self.hand += after
        event = events.Key("space" if key == " " else key, key if len(key) == 1 else None)
        event.time = self.hand
        self._struck.append(event)
        self.app.post_message(event)

    async def go_on_typing(self, *keys: str) -> None:
        """Keys while hh.ru has not answered yet, by a hand that types fast."""
        for key in keys:
            self._strike(key, 0.2)
            await until_idle(self.app)

    async def hold(self, key: str, *gaps: float) -> None:
        """A key that is kept down: it comes again after each of these seconds."""
        for after in (PAUSE, *gaps):
            await self.strike(key, after=after)

    async def command(self, *names: str) -> None:
        """Commands by their ids: a test does not care for the keys."""
        for name in names:
            for key in self.app.keymap.keys[name][0].split(" "):
                await self._press(key)
        await self.settle()

    async def write(self, text: str) -> None:
        """Text into what has the focus."""
        for character in text:
            await self._press("space" if character == " " else character)
        await self.settle()

    async def wait(self, seconds: float) -> None:
        """Time passes."""
        self.clock.seconds += seconds
        self.app.sender.tick()
        self.app.tick_screens()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """The window changes its size, whatever is on its way."""
        await self.pilot.resize_terminal(columns, rows)
        await until_idle(self.app)

    async def click(self, selector: str, *, times: int = 1, offset: tuple[int, int] = (0, 0)) -> None:
        """The mouse."""
        await self.paint()
        await self.pilot.click(selector, times=times, offset=offset)
        await self.settle()

    async def click_on(self, text: str, *, settle: bool = True) -> None:
        """The mouse, where this text stands on the screen first."""
        row = next(number for number, line in enumerate(self.lines) if text in line)
        column = cell_len(self.lines[row].partition(text)[0])
        await self.pilot.click(offset=(column, row))
        if settle:
            await self.settle()

    # What one sees

    @property
    def on_inbox(self) -> bool:
        """Whether no dialog is open."""
        return self.state.is_inbox

    @property
    def pane(self) -> Pane:
        """The pane one is in."""
        return self.state.pane

    def at(self, level: Pane) -> bool:
        """Whether one is in this pane."""
        return self.pane is level

    @property
    def row(self) -> Row:
        """The candidate under the cursor; there must be one."""
        row = self.state.selected
        assert row is not None, "nobody is under the cursor"
        return row

    @property
    def selected_id(self) -> str:
        """Their negotiation."""
        return self.row.id

    @property
    def ids(self) -> list[str]:
        """The negotiations in the list, from its top."""
        return [row.id for row in self.state.rows]

    @property
    def marked(self) -> Sequence[str]:
        """The selected negotiations of the list, in the order of selection."""
        return tuple(self.state.marked)

    @property
    def downloads(self) -> Path:
        """The folder that resumes are saved in."""
        return self.state.downloads

    def digit(self, action_id: str) -> str:
        """The key of this action for the candidate under the cursor."""
        buttons = action_menu.buttons(self.row.negotiation)
        return next(str(one.digit) for one in buttons if one.action.id == action_id)

    @property
    def lines(self) -> list[str]:
        """The screen, a string a line."""
        self._looked = True
        return look(self.app)

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def sees(self, *texts: str) -> bool:
        """Whether all of it is on the screen."""
        screen = self.text
        return all(text in screen for text in texts)

    @property
    def typed(self) -> list[str]:
        """What stands where one can type."""
        screen = self.app.screen
        lines = [one.value for one in screen.query(Input) if one.display]
        return [*lines, *(one.text for one in screen.query(TextArea) if one.display)]

    @property
    def toasts(self) -> list[str]:
        """Notices that are still shown, the newest last; `told` has all there ever were."""
        return [notification.message for notification in self.app._notifications]

    @property
    def status(self) -> str:
        """The last line."""
        return self.lines[-1].strip()

    @property
    def title(self) -> str:
        """The first line."""
        return self.lines[0].strip()

    # What hh.ru received

    def reads(self, part: str = "") -> list[str]:
        """Paths of the GETs, those that have `part`."""
        return [one.path for one in self.server.received if one.method == "GET" and part in one.path]

    @property
    def writes(self) -> Sequence[tuple[str, str, list[tuple[str, str]]]]:
        """Everything that changes something: method, path, form.

        A letter into a chat stands here as one into its negotiation, whichever way the program took, and what
        opening a chat marks as read does not stand here, as it is none of the writes of the older way: that
        is in `viewed`.
        """
        found: list[tuple[str, str, list[tuple[str, str]]]] = []
        opened = set[str]()
        for one in self.server.received:
            chat = re.fullmatch(r"/common/chats/(\d+)/message(s|/\d+/read)", one.path)
            form, topic = list(one.form), topic_id(chat[1]) if chat else ""
            if one.method == "GET":
                opened.add(topic)
            elif chat and chat[2] == "s":
                text = str(one.json.get("text")) if isinstance(one.json, dict) else ""
                found.append((one.method, f"/negotiations/{topic}/messages", [("message", text)]))
            elif not chat and not (one.path == "/negotiations/read" and {id_ for _, id_ in form} <= opened):
                found.append((one.method, one.path, form))
        return found

    @property
    def viewed(self) -> Sequence[str]:
        """The negotiations in which a candidate can see that somebody looked: each once, in their order.

        Their messages were read, their chat or the response was marked, or their resume was asked for by the
        negotiation.
        """
        found = dict[str, None]()
        for one in self.server.received:
            asked = [value for name, value in (*one.query, *one.form) if name == "topic_id"]
            if one.method == "GET":
                thread = re.fullmatch(r"/negotiations/(\d+)/messages", one.path)
                resume = re.fullmatch(r"/resumes/[^/]+", one.path)
                found |= dict.fromkeys([thread[1]] if thread else asked if resume else [])
            elif chat := re.fullmatch(r"/common/chats/(\d+)/message/\d+/read", one.path):
                found[topic_id(chat[1])] = None
            elif one.path == "/negotiations/read":
                found |= dict.fromkeys(asked)
        return tuple(found)


class WatchedRecruiter(Recruiter):
    """Whatever changes is painted, also where no test looks."""

    paints = True
