"""The program: lifetimes, theme, keys, and the outbox, which belongs to no screen."""

import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from uuid import uuid4

from rich.text import Text
from textual import events, on, work
from textual.app import App
from textual.worker import Worker, WorkerState

from hh_tui.config import Settings
from hh_tui.errors import HHError, NotAuthorized, Unsettled
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Outbox, Stage
from hh_tui.keys.burst import BurstGuard
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.layout import latin
from hh_tui.keys.registry import Scope
from hh_tui.locale import Catalogue
from hh_tui.screens import messages as heard
from hh_tui.screens.commanded import Commanded
from hh_tui.screens.inbox import InboxScreen
from hh_tui.screens.picker import Item, Picker
from hh_tui.themes import DARK, LIGHT
from hh_tui.view.errors import explain
from hh_tui.view.help import key_name
from hh_tui.view.lens import Lens
from hh_tui.worker import ApiWorker

TICK = 0.25
"""Seconds between two looks at the outbox, while there is something in it."""

TYPING = frozenset({Scope.COMPOSE, Scope.SHEET, Scope.PICKER})
"""Scopes in which letters are typed."""

MINUTE = 30.0
"""Seconds after which ages are told anew."""


class HHApp(App[HHError]):
    """The inbox of one recruiter. Its result is the error that made it end, if one did.

    `clock` tells the time in UTC, `steady` counts seconds and never jumps.
    """

    TITLE = "hh-tui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        worker: ApiWorker,
        settings: Settings,
        tr: Catalogue,
        *,
        zone: tzinfo | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.worker = worker
        self.settings = settings
        self.tr = tr
        self.keymap = Keymap(settings.keys)
        self.outbox = Outbox()
        self._zone = zone or datetime.now().astimezone().tzinfo or UTC
        self._clock = clock
        self._steady = steady
        self._refusals = 0
        self._asked_at: float | None = None
        self._pending_key = ""
        self._burst = BurstGuard()
        self._memory: dict[str, dict[str, str]] = {}
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = LIGHT.name if settings.theme == "light" else DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of ours that a theme from elsewhere does not have."""
        return dict(DARK.variables)

    def on_mount(self) -> None:
        """Open the inbox."""
        self.inbox = InboxScreen(self.worker, self.lens(), self.keymap, self.key, self._clock, self)
        self.inbox.waiting_days, self.inbox.advance = self.settings.waiting_days, self.settings.advance
        self.push_screen(self.inbox)
        self._ticking = self.set_interval(TICK, self.tick, pause=True)
        self.set_interval(MINUTE, lambda: self.inbox.see(self.lens()))
        self.call_after_refresh(self.inbox.start)

    def lens(self) -> Lens:
        """How the person looks at things now."""
        return Lens(self.tr, self._clock(), self._zone)

    def key(self, command_id: str) -> str:
        """The name of a command's first key."""
        return key_name(self.keymap.first(command_id))

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Bring commands to the screen before any widget sees the key; text stays with who types it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if await self._command(event):
                return
            if event.key != (key := latin(event.key)) and "+" in event.key:
                event = events.Key(key, None)
        await super().on_event(event)

    async def _command(self, event: events.Key) -> bool:
        screen = self.screen
        if not isinstance(screen, Commanded):
            return False
        typed = event.character if event.is_printable and "+" not in event.key else None
        if typed and self.focused and self.focused.check_consume_key(event.key, typed):
            self._pending_key = ""
            return False
        if typed and self._burst.swallows(typed, event.time, self._letters_waiting()):
            self._pending_key = ""
            return True
        token = latin(typed if typed and event.key != "space" else event.key)
        began = bool(self._pending_key)
        pressed = self.keymap.press(token, self._pending_key, screen.scopes)
        self._pending_key = pressed.pending
        if pressed.command is not None and self.focused is not None and self._is_typing(screen):
            # Behind the letters that the text widget has not read yet.
            self.focused.call_later(self.run_action, pressed.command.action, screen)
        elif pressed.command is not None:
            await self.run_action(pressed.command.action, screen)
        return pressed.command is not None or bool(pressed.pending) or began

    @staticmethod
    def _is_typing(screen: Commanded) -> bool:
        return TYPING.issuperset(screen.scopes)

    def _letters_waiting(self) -> set[str]:
        """Different letters that came in together with this one."""
        waiting: tuple[object, ...] = tuple(self._message_queue.values)
        return {one.character for one in waiting if isinstance(one, events.Key) and one.character}

    # The outbox

    def _changed(self, outbox: Outbox) -> None:
        self.outbox = outbox
        if outbox.open:
            self._ticking.resume()
        else:
            self._ticking.pause()
        self.inbox.show_outbox(outbox, self._steady())

    def _due(self, operation: Operation) -> float:
        hold = self.settings.hold if operation.text is None else self.settings.hold_letter
        return self._steady() + hold

    def tick(self) -> None:
        """Send what has waited long enough; show the seconds that are left. A question stops the clock."""
        outbox = self.outbox
        if self._asked_at is None:
            for operation in outbox.ready(self._steady()):
                outbox = outbox.at(operation.id, Stage.SENDING)
                self.send(operation)
        self._changed(outbox)

    @work(group="outbox", exit_on_error=False)
    async def send(self, operation: Operation) -> None:
        """One write, to its end: carried out, refused, or found out about."""
        try:
            await self.worker.carry_out(operation, lambda error: self._unanswered(operation, error))
        except NotAuthorized as error:
            self._changed(self.outbox.at(operation.id, Stage.HELD))
            self.freeze(error)
        except HHError as error:
            self._give_up(operation, error)
        except Exception as error:  # noqa: BLE001  (the owner of writes: a bug must not leave one hanging)
            self._give_up(operation, Unsettled())
            self.report_bug(error)
        else:
            self._changed(self.outbox.without(operation.id))
            self.inbox.settled(operation)

    def freeze(self, error: NotAuthorized) -> None:
        """hh.ru lets nobody in: what is open waits for a new login, and nothing is lost."""
        if not self.outbox.frozen:
            self._changed(replace(self.outbox, frozen=True))
            explanation = explain(self.tr, error)
            hint = self.tr("frozen.hint", key=self.key("refresh"))
            self.notify(f"{explanation.sentence} {hint}", severity="error", timeout=15, markup=False)

    def thaw(self) -> None:
        """hh.ru answers again."""
        if self.outbox.frozen:
            self._changed(replace(self.outbox, frozen=False))

    def _unanswered(self, operation: Operation, error: HHError) -> None:
        self._changed(self.outbox.at(operation.id, Stage.UNKNOWN, error))

    def _give_up(self, operation: Operation, error: HHError) -> None:
        """A failed action can be repeated from the outbox; a failed letter goes back into the composer."""
        self._refusals += 1
        if operation.action is None:
            self._changed(self.outbox.without(operation.id))
        else:
            self._changed(self.outbox.at(operation.id, Stage.FAILED, error))
        self.inbox.refused(operation, error)

    def hold(self, operation: Operation) -> None:
        """Hold a new write."""
        self._changed(self.outbox.held(operation, self._due(operation)))

    def take_back(self) -> Operation | None:
        """Take the last held write back."""
        outbox, operation = self.outbox.undone()
        if operation is not None:
            self._changed(outbox)
        return operation

    def hold_again(self) -> Operation | None:
        """Hold the write taken back last once more."""
        if not self.outbox.dropped:
            return None
        operation = replace(self.outbox.dropped[-1], id=uuid4().hex)
        self._changed(self.outbox.redone(operation, self._due(operation)))
        return operation

    def repeat(self) -> Operation | None:
        """Hold the write that failed last once more."""
        failed = self.outbox.of(Stage.FAILED)
        if not failed:
            return None
        operation = replace(failed[-1].operation, id=uuid4().hex)
        self._changed(self.outbox.held(operation, self._due(operation)))
        return operation

    def forget_failed(self) -> bool:
        """Give up every write that failed."""
        failed = self.outbox.of(Stage.FAILED)
        self._changed(self.outbox.without(*(entry.operation.id for entry in failed)))
        return bool(failed)

    def remember(self, kind: str, key: str, value: str) -> None:
        """Keep a text of the person's own; an empty one is forgotten."""
        kept = self._memory.setdefault(kind, {})
        kept[key] = value
        if not value:
            del kept[key]

    def remembered(self, kind: str) -> Mapping[str, str]:
        """Everything kept of a kind."""
        return dict(self._memory.get(kind, {}))

    def _fatal_error(self) -> None:
        """A bug outside the workers: one sentence instead of a traceback, whose locals hold people's data."""
        if "debug" in self.features:
            super()._fatal_error()
            return
        error = sys.exc_info()[1]
        frames = traceback.extract_tb(error.__traceback__) if error else []
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        self.panic(Text(self.tr("crash", kind=type(error).__name__, where=where)))

    # The end

    @on(heard.ReadFailed)
    def read_failed(self, message: heard.ReadFailed) -> None:
        """Nothing can be shown: end with the reason."""
        if message.fatal:
            self.exit(message.error, return_code=1)

    async def action_quit(self) -> None:
        """Textual's own key for leaving asks like ours, wherever it is pressed."""
        self.leave()

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing behind: say how to leave."""
        self.inbox.say("leave.how", key=self.key("quit"))

    def leave(self) -> None:
        """Leave; open writes and letters begun are not lost without a question."""
        waiting, drafts = self.outbox.open, len(self.inbox.inbox.drafts.texts)
        if not waiting and not drafts:
            self.exit()
        elif self._asked_at is None:
            self._asked_at = self._steady()
            held = len(self.outbox.of(Stage.HELD))
            answers = [Item("stay", self.tr("leave.stay"))]
            if waiting:
                answers.append(Item("send", self.tr("leave.send")))
                answers.append(Item("drop", self.tr("leave.drop", n=held)))
            else:
                answers.append(Item("drop", self.tr("leave.drafts")))
            parts = [self.tr("leave.title", n=len(waiting)) if waiting else ""]
            parts.append(self.tr("leave.drafts.title", n=drafts) if drafts else "")
            self.push_screen(Picker(" · ".join(part for part in parts if part), answers, self.tr), self._left)

    def _left(self, answer: str | None) -> None:
        asked, self._asked_at = self._asked_at, None
        if answer == "drop":
            self.exit()
        elif answer == "send":
            self._changed(self.outbox.hastened(self._steady()))
            self._leave_when_sent()
        elif asked is not None:
            self._changed(self.outbox.delayed(self._steady() - asked))

    @work(group="leave", exclusive=True, exit_on_error=False)
    async def _leave_when_sent(self) -> None:
        """Wait for the writes on their way, and those behind them; one that failed keeps the program open."""
        refusals = self._refusals
        while self.outbox.open:
            self.tick()
            await self.workers.wait_for_complete([one for one in self.workers if one.group == "outbox"])
        if self._refusals == refusals:
            self.exit()

    async def on_unmount(self) -> None:
        """Close the connection."""
        await self.worker.client.aclose()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a worker of the app is not lost."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.report_bug(event.worker.error)

    @on(heard.Bug)
    def bug_heard(self, message: heard.Bug) -> None:
        """A bug in a worker of the inbox screen."""
        self.report_bug(message.error)

    def report_bug(self, error: BaseException) -> None:
        """Something that should not happen did: say so, without what it was about, and go on."""
        self.notify(self.tr("bug", kind=type(error).__name__), severity="error", markup=False)
