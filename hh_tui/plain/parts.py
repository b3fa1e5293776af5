"""The parts that the line mode shares with the full screen, put together without a screen."""

import asyncio
from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial

from msgspec import Struct

from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import LAYOUTS
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.send_hook import Ask
from hh_tui.outbox.service import OutboxService
from hh_tui.plain.context import PlainContext
from hh_tui.plain.line_terminal import LineTerminal
from hh_tui.plain.outbox_notices import PlainNotices
from hh_tui.plain.questions import Questions
from hh_tui.plain.tasks import Tasks
from hh_tui.plain.typed_line import as_typed
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.reads import Reads
from hh_tui.ui.reducer import reduce
from hh_tui.ui.scope_memory import ScopeMemory
from hh_tui.ui.state_store import State, StateStore
from hh_tui.ui.view import View
from hh_tui.worker.session import ApiWorker


class Around(Struct, frozen=True):
    """What the line mode is given. `clock` tells UTC, `steady` counts seconds."""

    terminal: LineTerminal
    worker: ApiWorker
    settings: Settings
    tr: Catalogue
    store: Store
    zone: tzinfo
    clock: Callable[[], datetime]
    steady: Callable[[], float]
    before_send: Ask | None


def put_together(around: Around) -> tuple[PlainContext, PlainNotices]:
    """The same state, disk and outbox as those of the full screen; nothing is painted."""
    clock, steady, settings = around.clock, around.steady, around.settings
    keymap = Keymap(settings.keys, layout=LAYOUTS[settings.layout])
    tr = around.tr.naming(partial(as_typed, keymap))
    view = View(RenderContext(tr, clock(), around.zone))
    states = StateStore(State(view), reduce, lambda *_: None)
    notices = PlainNotices(states, clock=clock, steady=steady)
    tasks = Tasks(notices.bug)
    disk = PersonStore(
        around.store,
        None,
        begun=lambda: (states.state.inbox.drafts.texts, states.state.inbox.sheets),
        later=_Later,
        spawn=tasks.spawn,
        lost=lambda error: notices.tell(explain(tr, error).sentence),
        untaken=lambda: notices.tell(tr("store.text-untaken")),
    )
    outbox = notices.outbox = OutboxService(
        around.worker,
        disk.journal_writer,
        notices,
        hold=partial(_hold, settings),
        clock=clock,
        steady=steady,
        spawn=tasks.spawn,
        before_send=around.before_send,
    )
    context = PlainContext(
        around.terminal,
        Questions(around.terminal, tr),
        states,
        around.worker,
        Reads(
            around.worker,
            tasks,
            states.dispatch,
            clock,
            ScopeMemory(around.worker, disk),
            lambda: states.state.inbox,
        ),
        tasks,
        outbox,
        disk,
        settings,
        keymap,
        clock,
        steady,
    )
    return context, notices


def _hold(settings: Settings, operation: Operation) -> float:
    return settings.hold if operation.text is None else settings.hold_letter


class _Later:
    """A call that is still to come."""

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self._handle = asyncio.get_running_loop().call_later(seconds, call)

    def stop(self) -> None:
        """It does not come."""
        self._handle.cancel()
