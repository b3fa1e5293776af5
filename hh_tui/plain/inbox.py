"""The loop: news, a prompt, a line, what it does."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, tzinfo
from functools import partial
from typing import Final

from hh_tui.errors import HHError, NotAuthorized
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LANGUAGES
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.decisions.selection_actions import SelectionActions
from hh_tui.inbox.snapshot import invited_log, opened_log
from hh_tui.keys.registry import COMMANDS, Command, Scope
from hh_tui.outbox.send_hook import Ask
from hh_tui.plain import empty_line
from hh_tui.plain.decisions import PlainDecisions
from hh_tui.plain.filters import PlainFilters
from hh_tui.plain.handlers import Handler, of_decisions, of_lists
from hh_tui.plain.leaving import Leaving
from hh_tui.plain.line_terminal import ESCAPE, LineTerminal
from hh_tui.plain.list_text import found_in
from hh_tui.plain.lists import PlainLists
from hh_tui.plain.outbox_commands import OutboxCommands
from hh_tui.plain.parts import Around, put_together
from hh_tui.plain.row_numbers import RowNumbers
from hh_tui.plain.snooze import PlainSnooze
from hh_tui.plain.store_opening import PlainStoreOpening
from hh_tui.plain.typed_line import Typed, number_of, text_of, understood
from hh_tui.plain.undo import PlainUndo
from hh_tui.plain.unseen_news import UnseenNews
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AccountRead,
    Event,
    LookFailed,
    ReadFailed,
    ThreadRead,
    ThreadUnmarked,
    WriteCarriedOut,
)
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.response_watch import ResponseWatch
from hh_tui.ui.state_store import State
from hh_tui.worker.session import ApiWorker

TICK: Final = 0.25
"""Seconds between two looks at the outbox."""

GRACE: Final = 15
"""Tenths of a second that leaving waits for what is being sent."""

HERE: Final = (Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.ALL, Scope.TAKE_BACK)
OUTBOX: Final = (Scope.OUTBOX, Scope.TAKE_BACK)
REPEATING: Final = ("repeat", "outbox-repeat")
"""Commands that try once more what failed last."""


class PlainInbox:
    """One recruiter, a line at a time, on the store, the outbox and the settings of the full screen."""

    def __init__(
        self,
        terminal: LineTerminal,
        worker: ApiWorker,
        settings: Settings,
        tr: Catalogue,
        store: Store,
        *,
        zone: tzinfo,
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        before_send: Ask | None = None,
        tick: float = TICK,
    ) -> None:
        self._zone, self._clock, self._tick = zone, clock, tick
        around = Around(terminal, worker, settings, tr, store, zone, clock, steady, before_send)
        context, self._notices = put_together(around)
        self._context = context
        self._catalogues = [Catalogue(language) for language in LANGUAGES]
        self.lists = PlainLists(context)
        self.decisions = PlainDecisions(context, SelectionActions())
        self._undo = PlainUndo(context)
        again = {"redo": self._undo.redoable, **dict.fromkeys(REPEATING, context.outbox.repeatable)}
        self._unseen = UnseenNews(context, self.lists.told, self._notices, again)
        self._row_numbers = RowNumbers(context, self.lists, self.decisions, self._unseen)
        self.outbox = OutboxCommands(context, self._undo.stops_repeat)
        self._snooze = PlainSnooze(context, lambda: self.decisions.chosen, self._notices.tell)
        self._store_opening = PlainStoreOpening(context, self._notices, self._snooze.recall)
        self._leaving = Leaving(context)
        self._scopes: tuple[Scope, ...] = HERE
        self._left = False
        self._fatal: HHError | None = None
        filters = PlainFilters(context, self.lists.enter)
        self._handlers: Mapping[str, Handler] = {
            **of_lists(self.lists, filters),
            **of_decisions(context, self.lists, self.decisions, self._snooze),
            **self._of_outbox(),
        }
        self._responses = ResponseWatch(
            settings.hooks,
            clock(),
            partial(context.tasks.start, group="outbox", exclusive=False),
            self._notices.tell,
        )
        context.states.subscribe(self._undo.on_event, self._on_event)

    @property
    def writes(self) -> Outbox:
        """The open writes."""
        return self._context.state.outbox

    # Commands

    async def _refresh(self) -> None:
        """Everything anew; where another instance has ended meanwhile, decisions are kept here now."""
        await self._store_opening.take_over()
        await self.lists.refresh()

    async def _reply(self) -> None:
        """A letter to somebody whose thread was read: writing to them opens it."""
        row = self._context.inbox.selected
        if row is not None and row.id not in self._context.inbox.threads:
            await self.lists.open()
        await self.decisions.reply()

    def _of_outbox(self) -> dict[str, Handler]:
        outbox = self.outbox
        return {
            "refresh": lambda _: self._refresh(),
            "show-new": lambda _: self._refresh(),
            "reply": lambda _: self._reply(),
            "undo": lambda _: self._undo.undo(),
            "redo": lambda _: self._undo.redo(),
            "repeat": lambda _: outbox.repeat(),
            "outbox": lambda _: self._enter_outbox(),
            "outbox-send": outbox.send,
            "outbox-send-all": lambda _: outbox.send_all(),
            "outbox-repeat": outbox.repeat,
            "outbox-drop": outbox.drop,
            "outbox-open": outbox.tell,
            "close-outbox": lambda _: self._leave_outbox(),
            "back": lambda _: self.lists.go_back(),
            "help": lambda _: self._help(),
            "quit": lambda _: self._quit(),
        }

    def _enter_outbox(self) -> None:
        self._scopes = OUTBOX
        self.outbox.show()

    def _leave_outbox(self) -> None:
        self._scopes = HERE
        self.lists.show()

    def _help(self) -> None:
        """What can be typed where one is."""
        context, tr = self._context, self._context.tr
        context.say("plain.help")
        for command in self._offered():
            if not command.id.startswith(("action-", "shortcut-")):
                keys = ", ".join(one.replace(" ", "") for one in context.keymap.keys[command.id])
                typed, name = (keys, f" ({command.id})") if keys else (command.id, "")
                context.terminal.say(f"{typed}: {tr(text_of(command))}{name}")

    def _offered(self) -> list[Command]:
        scopes = {*self._scopes, Scope.ANYWHERE}
        return [one for one in COMMANDS if one.id in self._handlers and one.scope in scopes]

    async def _quit(self) -> None:
        self._left = await self._leaving.may_leave()

    # The loop

    async def run(self) -> HHError | None:
        """Until one leaves, or the input ends; the error that made it end, if one did."""
        self._context.tasks.spawn(self._ticks())
        try:
            await self._begin()
            while not self._left and self._fatal is None:
                if not await self._turn():
                    self._leaving.at_the_end()
                    break
        finally:
            await self._end()
        return self._fatal

    async def _begin(self) -> None:
        context = self._context
        self._store_opening.recall()
        context.say("plain.hello", help=context.key("help"), quit=context.key("quit"))
        self._store_opening.take_up()
        context.reads.account(fatal=True)
        await context.tasks.settled()
        await self.lists.enter_first()

    async def _turn(self) -> bool:
        """One line; False at the end of the input."""
        context = self._context
        context.states.show(render_context=replace(context.state.view.render_context, now=self._clock()))
        self._snooze.wake()
        if (unsaved := context.session.token_warning()) is not None:
            self._notices.tell(explain(context.tr, unsaved).sentence)
        self._unseen.tell()
        self._unseen.prompted()
        line = await context.terminal.ask(self._prompt())
        if line is None:
            return False
        line = "esc" if line == ESCAPE else line
        offered = [one.id for one in self._offered()]
        typed = understood(line, context.keymap, self._scopes, offered, self._catalogues)
        try:
            await self._do(typed, line)
        except HHError as error:
            context.terminal.say(explain(context.tr, error).sentence)
        await context.tasks.settled()
        return True

    def _prompt(self) -> str:
        context, inbox = self._context, self._context.inbox
        if self._scopes == OUTBOX:
            return f"{context.tr('outbox.title')}> "
        where = f"{inbox.cursor + 1}/{found_in(inbox)}" if len(inbox.rows) else "-"
        told = {
            "plain.prompt.marked": len(inbox.selection),
            "plain.prompt.waits": len(context.state.outbox.hurrying(self._clock())),
        }
        return f"{where}{''.join(context.tr(key, n=n) for key, n in told.items() if n)}> "

    async def _do(self, typed: Typed, line: str) -> None:
        context, inbox = self._context, self._context.inbox
        if self._scopes == OUTBOX and (number := number_of(line.strip())) is not None:
            await self.outbox.tell(str(number))
        elif typed.row is not None:
            await self.lists.go(typed.row - 1)
        elif typed.command is not None and typed.command.id in self._handlers:
            if not await self._row_numbers.can_take(typed, line):
                return
            if not line.strip() and not await empty_line.is_meant(context, typed.command):
                return
            before, done = inbox.selected, self._handlers[typed.command.id](typed.argument)
            if isinstance(done, Awaitable):
                await done
            now = context.inbox.selected
            if typed.command.decides and now is not None and (before is None or before.id != now.id):
                self.lists.show_row()
        elif typed.command is not None:
            context.say("plain.not-here", name=context.tr(typed.command.text))
        elif typed.meant:
            context.say("plain.several" if len(typed.meant) > 1 else "plain.whole-name")
            context.terminal.say(*(f"{one.id}: {context.tr(text_of(one))}" for one in typed.meant))
        else:
            context.say("plain.unknown", typed=line.strip(), key=context.key("help"))

    async def _ticks(self) -> None:
        """Look at the outbox again and again; a look that fails is told, as every task is."""
        context = self._context
        while True:
            await asyncio.sleep(self._tick)
            if context.outbox.outbox.open:
                context.tasks.spawn(self._look())

    async def _look(self) -> None:
        self._context.outbox.tick()

    def _on_event(self, event: Event, before: State, after: State) -> None:
        """What reads bring is told; who we are lets writes go."""
        context = self._context
        self._responses.on_event(event, after)
        self._snooze.on_change(before, after)
        match event:
            case AccountRead():
                context.outbox.thaw()
                context.outbox.known_as(after.inbox.who(context.session.manager_account))
            case ReadFailed():
                if isinstance(event.error, NotAuthorized):
                    context.outbox.freeze(event.error)
                if event.fatal:
                    self._fatal = event.error
                else:
                    self._notices.tell(explain(context.tr, event.error).sentence)
            case LookFailed():
                self._notices.tell(explain(context.tr, event.error).sentence)
            case ThreadRead():
                opened = {event.negotiation.id: opened_log.text_of(event.at)}
                context.disk.remember_all(opened_log.KIND, opened)
            case WriteCarriedOut() if event.operation.invitation is not None:
                self._remember(event.operation.invitation)
            case ThreadUnmarked():
                why = explain(context.tr, event.error).sentence
                self._notices.tell(context.tr("thread.unmarked", why=why))
            case _:
                pass

    def _remember(self, invitation: Invitation) -> None:
        """Whom one has invited is known on the full screen as well."""
        disk, key = self._context.disk, invitation.resume_id
        log = invited_log.recalled(disk.remembered(invited_log.KIND))
        vacancies = invited_log.with_invitation(log, key, invitation.vacancy)[key]
        disk.remember(invited_log.KIND, key, invited_log.value_of(self._clock(), vacancies))

    async def _end(self) -> None:
        """Everything is written down, whatever happens before; held writes stay held on the disk."""
        context = self._context
        try:
            context.terminal.say(*self._notices.pop())
            context.outbox.ask()
            for _ in range(GRACE):
                if not context.state.outbox.of(Stage.SENDING):
                    break
                await asyncio.sleep(0.1)
        finally:
            error = await context.disk.last_written_down()
            self._fatal = self._fatal or error
            await context.tasks.end()
            await context.disk.close()
            await context.session.aclose()
        if (unsaved := context.session.unsaved_token) is not None:
            context.terminal.say(explain(context.tr, unsaved, outside=True).sentence)
