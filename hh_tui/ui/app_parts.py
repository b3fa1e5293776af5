"""What the program consists of beside its screens: the disk, the outbox, and what speaks for them."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Protocol

from msgspec import Struct
from textual.worker import Worker

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.send_hook import Ask
from hh_tui.outbox.service import OutboxService
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.ui.events import AnyEvent
from hh_tui.ui.interruptions import Interruptions
from hh_tui.ui.outbox_notices import OutboxNotices
from hh_tui.ui.person_store import Begun, PersonStore
from hh_tui.ui.quit_flow import QuitFlow
from hh_tui.ui.state_store import StateStore
from hh_tui.ui.store_opening import StoreOpening
from hh_tui.ui.terminal_app import TerminalApp
from hh_tui.ui.unasked_windows import came_by_itself
from hh_tui.worker.session import ApiWorker


class MainScreen(Protocol):
    """What the program asks of the screen that stands below all windows."""

    @property
    def states(self) -> StateStore:
        """The store of what is shown."""
        ...

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed now."""
        ...

    def keep_screen(self) -> None:
        """Keep how it looks, for the next start."""

    def answered(self, event: AnyEvent) -> None:
        """Hear an event that no key has brought."""


class AppContext(Struct, frozen=True):
    """What the parts are given of the program."""

    app: TerminalApp
    worker: ApiWorker
    settings: Settings
    keymap: Keymap
    keys: Callable[[str], str]
    """The name of a command's first key."""
    inbox: Callable[[], MainScreen]
    """The screen, which is there once the program runs."""
    clock: Callable[[], datetime]
    """The time in UTC."""
    steady: Callable[[], float]
    """Seconds that never jump."""
    run_later: Callable[[str], None]
    """Runs a command by its id once the window above the inbox is closed."""


class AppParts:
    """Puts the parts together: each is given what it needs, none knows the others' insides."""

    def __init__(self, around: AppContext, store: Store, stores: Callable[[str], Store] | None) -> None:
        app, tr, clock = around.app, around.app.tr, around.clock
        self._around = around
        self.interruptions = Interruptions(self._is_busy, self._one_waits, self._one_came)
        self.disk = PersonStore(
            store,
            stores,
            begun=self._begun,
            later=app.set_timer,
            spawn=self._beside,
            lost=lambda error: self.notices.mark_lost(error),
            untaken=lambda: self.notices.text_untaken(),
        )
        self.notices = OutboxNotices(
            app,
            tr,
            around.keymap,
            self._states,
            lambda event: around.inbox().answered(event),
            self.interruptions,
            clock=clock,
            steady=around.steady,
            run_later=around.run_later,
            is_leaving=lambda: self.quit_flow.is_leaving,
        )
        self.outbox = self.notices.outbox = OutboxService(
            around.worker,
            self.disk.journal_writer,
            self.notices,
            hold=self._hold,
            clock=clock,
            steady=around.steady,
            spawn=self._beside,
            before_send=self._before_send(),
        )
        self.quit_flow = QuitFlow(
            app,
            tr,
            around.keymap,
            self.outbox,
            self.disk,
            self._states,
            account=self._account,
            clock=clock,
            is_asking=lambda: self.notices.is_asking,
            keep_screen=lambda: around.inbox().keep_screen(),
        )
        self.opening = StoreOpening(app, tr, self.disk, self.outbox, self.notices, self._states)

    def _states(self) -> StateStore:
        return self._around.inbox().states

    def _account(self) -> str:
        return self._states().state.inbox.who(self._around.worker.manager_account)

    def _begun(self) -> Begun:
        inbox = self._states().state.inbox
        return inbox.drafts.texts, inbox.sheets

    def _hold(self, operation: Operation) -> float:
        settings = self._around.settings
        return settings.hold if operation.text is None else settings.hold_letter

    def _before_send(self) -> Ask | None:
        """The person's own command, where there is one."""
        hooks = self._around.settings.hooks
        if not hooks.before_send:
            return None
        from hh_tui.hooks.runner import HookRunner

        return HookRunner(hooks).before_send

    def _beside(self, coroutine: Coroutine[Any, Any, None]) -> Worker[None]:
        return self._around.app.run_worker(coroutine, group="outbox", exit_on_error=False)

    # Windows that no key asked for

    def _is_busy(self) -> bool:
        """Whether somebody is in a dialog, or types."""
        inbox = self._around.inbox()
        on_top: object = self._around.app.screen
        return on_top is not inbox or inbox.is_typing

    def _one_waits(self, title: str) -> None:
        self._states().show(waiting_window=title)

    def _one_came(self) -> None:
        came_by_itself(self._around.app)
