"""The program: lifetimes, theme, keys, and the outbox, which belongs to no screen."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.notifications import Notify
from textual.worker import Worker, WorkerState

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import LAYOUTS
from hh_tui.inbox.lists.counter_poll import News
from hh_tui.keys.keymap import Keymap
from hh_tui.settings.config import Settings
from hh_tui.startup.gc_schedule import GcSchedule
from hh_tui.store.store import Store
from hh_tui.system.local_zone import local_zone
from hh_tui.ui import messages
from hh_tui.ui.app_parts import AppContext, AppParts
from hh_tui.ui.commands import Handler, HasScopes
from hh_tui.ui.desktop import Desktop
from hh_tui.ui.events import Ending
from hh_tui.ui.key_dispatch import KeyDispatcher
from hh_tui.ui.key_display import KeyDisplay
from hh_tui.ui.key_names import KeyNames
from hh_tui.ui.layout_question import LayoutQuestion
from hh_tui.ui.options import options_of
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.screens.inbox import InboxScreen
from hh_tui.ui.terminal.messages import UnknownSequence
from hh_tui.ui.terminal.multiplexer import DIRECT, Surroundings
from hh_tui.ui.terminal_app import TerminalApp
from hh_tui.ui.text_selection import select_text
from hh_tui.ui.themes import DARK, LIGHT
from hh_tui.ui.ticking import Ticking
from hh_tui.ui.toasts import Toasts
from hh_tui.ui.typed_ahead import TypedAhead
from hh_tui.ui.unseen import Unseen
from hh_tui.ui.widgets.text_span import selected_text
from hh_tui.worker.session import ApiWorker

TICK = 0.25
"""Seconds between two looks at the outbox, while there is something in it."""

OTHER_INPUT = (events.Paste, events.MouseDown, events.MouseUp)
"""What a person does beside pressing keys."""

FIRST_KEYS, AT_LAST = 0.1, 1.0
"""Seconds in which the keys typed at the picture of the last run are answered, before hh.ru is asked; and
after which it is asked where there was nobody in the picture, whatever has been painted until then."""

SCREEN_TICK = 0.5
"""Seconds after which screens that change by themselves are told."""


class HHApp(TerminalApp):
    """The inbox of one recruiter. Its result is the error that made it end, if one did.

    `surroundings` stand between the terminal and the program. `clock` tells the time in UTC, `steady` counts
    seconds and never jumps.
    """

    TITLE = "hh-tui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "copy_selection", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False),
    ]

    gc_schedule: GcSchedule | None = None
    """Told when no key is pressed; None leaves the garbage collector as it is."""

    inbox: InboxScreen

    def __init__(
        self,
        worker: ApiWorker,
        settings: Settings,
        tr: Catalogue,
        *,
        store: Store | None = None,
        stores: Callable[[str], Store] | None = None,
        zone: tzinfo | None = None,
        demo: bool = False,
        tour: bool = False,
        surroundings: Surroundings = DIRECT,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.keymap = Keymap(settings.keys, surroundings.swallowed, LAYOUTS[settings.layout])
        self.key = KeyNames(self.keymap, lambda: self.screen_stack)
        super().__init__(tr.naming(self.key.here))
        self.worker = worker
        self.settings = settings
        self._clock, self._steady, self._surroundings = clock, steady, surroundings
        around = AppContext(
            self, worker, settings, self.keymap, self.key, lambda: self.inbox, clock, steady, self.run_later
        )
        parts = AppParts(around, store or Store.in_memory(clock), stores)
        self.disk, self.sender, self.notices = parts.disk, parts.outbox, parts.notices
        self.opening, self.quit_flow, self.interruptions = parts.opening, parts.quit_flow, parts.interruptions
        self._layout_question = LayoutQuestion(self.keymap, self.disk.remembered, self.disk.remember)
        self.desktop = Desktop(self, self.tr, super().copy_to_clipboard, lambda: self.inbox.say, demo=demo)
        self._zone = zone or local_zone(settings.zone)
        self.toasts = Toasts(self, lambda: self.stamp())
        self.dispatcher = KeyDispatcher(
            self,
            self.keymap,
            lambda: self.inbox,
            super().on_event,
            self.toasts.close_newest,
            lambda: self.stamp(),
            self.run_command,
        )
        self.typed_ahead = TypedAhead(self.dispatcher, self.keymap, lambda: self.inbox, self.stamp)
        self.handlers: Mapping[str, Handler] = {
            "help": self.show_help,
            "repaint": self.repaint,
            "select-text": lambda: select_text(self.focused),
            "answer": self.answer_interruption,
            "keys": self.show_keys,
        }
        """What commands call that belong to no screen, by their ids."""
        self._tour, self._last_key, self._untouched = tour, steady(), True
        self._unseen = ExitStack()
        self.theme = LIGHT.name if settings.theme == "light" else DARK.name

    def on_load(self) -> None:
        """Nothing is painted before there is something to see; signals are heard from here on."""
        if self.termination is not None:
            self.termination.begin(asyncio.get_running_loop(), self.end_from_outside)
        self._unseen.enter_context(self.batch_update())

    def on_mount(self) -> None:
        """Open the inbox."""
        options = options_of(self.settings, partial(self.desktop.copy, show=True), tour=self._tour)
        self.inbox = InboxScreen(
            self.worker,
            self.render_context(),
            self.keymap,
            self.key,
            self._clock,
            self.sender,
            self,
            self.disk,
            options,
        )
        self.push_screen(self.inbox)
        # Textual starts the terminal anew after SIGCONT and leaves it empty.
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        self.notices.ticking = self.set_interval(TICK, self.sender.tick, pause=True)
        self.set_interval(SCREEN_TICK, self.tick_screens)
        self.tick_screens()
        # The editor gets the terminal, and perhaps the program is ended meanwhile.
        self.app_suspend_signal.subscribe(self, lambda _: self.disk.write_down_at_once(), immediate=True)
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        connect = self.worker.hold_back()
        with self._unseen:
            self.opening.begin()
            self._layout_question.recall()
        self.call_next(self.typed_ahead.begin)
        if not len(self.inbox.inbox.rows):
            self.inbox.call_after_refresh(connect)
        self.set_timer(FIRST_KEYS if len(self.inbox.inbox.rows) else AT_LAST, connect)
        if self.gc_schedule is not None:
            self.call_after_refresh(self.gc_schedule.begin)

    def tick_screens(self) -> None:
        """Time passes for the screens that change by themselves."""
        now = self._steady()
        self.opening.take_over()
        quiet = float("inf") if self._untouched else now - self._last_key
        self.interruptions.on_tick(quiet, is_on_top=self.screen is self.inbox)
        for screen in self.screen_stack:
            if isinstance(screen, Ticking):
                screen.on_tick(now)
        rows = len(self.inbox.inbox.listing.rows)
        self.read_rest(now, self._last_key, rows, len(self.sender.outbox.open))
        if self.gc_schedule is not None:
            self.gc_schedule.on_idle(rows, now - self._last_key)

    def render_context(self) -> RenderContext:
        """How the person looks at things now."""
        return RenderContext(self.tr, self._clock(), self._zone)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the dispatcher; what else a person does waits for what keys have set off, too."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._last_key, self._untouched = self._steady(), False
            if isinstance(self.screen, KeyDisplay):
                self.screen.show_key(event)
            else:
                await self.typed_ahead.press(event)
            return
        if isinstance(event, events.Resize):
            # A terminal that was smaller in between has cut cells off, whatever size it has by now.
            self.forget_painted()
        if isinstance(event, OTHER_INPUT) and not await self.dispatcher.takes(event):
            return
        await super().on_event(event)

    def stamp(self) -> float:
        """Now, by the clock that stamps events, in seconds."""
        return events.Idle().time

    def run_command(self, command_id: str) -> None:
        """Run a command of the screen on top, of the program, or of the inbox below."""
        of_screen = self.screen.handlers if isinstance(self.screen, HasScopes) else {}
        (of_screen.get(command_id) or self.handlers.get(command_id) or self.inbox.handlers[command_id])()

    def run_later(self, command_id: str) -> None:
        """Run a command once the window above the inbox is closed."""
        self.inbox.call_later(self.run_command, command_id)

    def decided(self, unseen: Unseen = Unseen.DECIDED) -> None:
        """Something was decided, or keys are about something else by now."""
        self.dispatcher.decided(unseen)

    def move_to(self, store: Store | None) -> None:
        """The store of another login takes the place of this one's."""
        self.opening.move_to(store)

    # Windows that no key asked for

    def interrupt(self, kind: str, title: str, show: Callable[[], None]) -> None:
        """A window wants to come that no key asked for: it waits while somebody types."""
        self.interruptions.offer(kind, title, show)

    @on(messages.AskedNoMore)
    async def asked_no_more(self) -> None:
        """Keys that waited for hh.ru go on."""
        await self.dispatcher.resume()

    def came_by_itself(self) -> None:
        """Keys on their way were meant for what stood there before."""
        self.dispatcher.came_by_itself()

    def on_notify(self, event: Notify) -> None:
        """One notice for one cause, above what one decides by."""
        self.toasts.make_room(event.notification)
        if self.inbox.panes.is_mounted:
            self.inbox.panes.lift_notices(coming=True)

    def answer_interruption(self) -> None:
        """Let in the window that waits while one types."""
        if not self.interruptions.show():
            self.inbox.say("interruption.none")

    def tell_news(self, news: News) -> None:
        """Tell somebody who looks elsewhere, if that is wished."""
        if self.settings.notify != "off":
            self.desktop.tell_news(news, self._surroundings, named=self.settings.notify == "desktop")

    # The keyboard

    def show_help(self) -> None:
        """See what keys do where one is, or close that again."""
        from hh_tui.ui.dialogs.help_page import toggle_help

        toggle_help(self, self.tr, self.keymap)

    def show_keys(self) -> None:
        """See what the program takes keys for."""
        from hh_tui.ui.dialogs.pressed_keys import PressedKeys

        self.push_screen(PressedKeys(self.tr, self.keymap, self.inbox.scopes))

    @on(UnknownSequence)
    def sequence_dropped(self, message: UnknownSequence) -> None:
        """Something came in that is no key: told where one looks for it."""
        if isinstance(self.screen, KeyDisplay):
            self.screen.show_sequence(message.sequence)

    def leave(self) -> None:
        """Leave, but not by a letter that means it in one layout and something else in another."""
        typed = self.dispatcher.typed
        if typed is not None and self._layout_question.is_open(typed):
            self._layout_question.ask(self, self.tr, typed, self.leave)
        else:
            self.quit_flow.leave()

    # The end

    @property
    def farewell(self) -> str:
        """What is to be said after the end; empty when there is nothing."""
        return self.quit_flow.farewell

    def end_from_outside(self) -> None:
        """A signal asks for the end: no question, held writes stay held on the disk."""
        code = (self.termination.code if self.termination else None) or 1
        # Behind what was typed and is still on its way to the draft.
        if not (hasattr(self, "inbox") and self.inbox.call_later(self.quit_flow.end, code)):
            self.exit(return_code=code)

    async def on_unmount(self) -> None:
        """Close the disk and the connection, however one leaves."""
        self.inbox.states.dispatch(Ending())
        await self.disk.close()
        await self.worker.aclose()

    def give_up(self, error: HHError) -> None:
        """Nothing can be shown: end with the reason."""
        self.exit(error, return_code=1)

    async def action_quit(self) -> None:
        """Textual's own key for leaving asks like ours, wherever it is pressed."""
        self.leave()

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text into the person's clipboard, and into the one for pasting here."""
        self._clipboard = text
        self.desktop.copy(text, self.tr("copy.selection"))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a page in the person's browser, or show its address."""
        self.desktop.open_page(url)

    def action_copy_selection(self) -> None:
        """Copy what is selected with the mouse; without it the key is the focused widget's."""
        if (text := selected_text(self.screen.selections)) is None:
            raise SkipAction()
        self.copy_to_clipboard(text)

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing behind: say how to leave."""
        self.inbox.say("leave.how", key=self.key("quit"))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a worker of the app is not lost."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.notices.bug(event.worker.error)

    @on(messages.Bug)
    def bug_reported(self, message: messages.Bug) -> None:
        """A bug in a worker of the inbox screen."""
        self.notices.bug(message.error)
