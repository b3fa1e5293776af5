"""What the program consists of beside its screens: the disk, the outbox, and what speaks for them."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from textual.app import App
from textual.worker import Worker

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.service import OutboxService
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.ui.interruptions import Interruptions
from hh_tui.ui.messages import CameByItself
from hh_tui.ui.outbox_notices import OutboxNotices
from hh_tui.ui.person_store import Begun, PersonStore
from hh_tui.ui.quit_flow import QuitFlow
from hh_tui.ui.screens.inbox import InboxScreen
from hh_tui.ui.store_opening import StoreOpening
from hh_tui.worker.session import ApiWorker


@dataclass(frozen=True, slots=True)
class AppContext:
    """What the parts are given of the program."""

    app: App[HHError]
    worker: ApiWorker
    settings: Settings
    tr: Catalogue
    keymap: Keymap
    keys: Callable[[str], str]
    """The name of a command's first key."""
    inbox: Callable[[], InboxScreen]
    """The screen, which is there once the program runs."""
    clock: Callable[[], datetime]
    """The time in UTC."""
    steady: Callable[[], float]
    """Seconds that never jump."""


class AppParts:
    """Puts the parts together: each is given what it needs, none knows the others' insides."""

    def __init__(self, around: AppContext, store: Store, stores: Callable[[str], Store] | None) -> None:
        app, tr, inbox, clock = around.app, around.tr, around.inbox, around.clock
        self._around = around
        self.interruptions = Interruptions(self._is_busy, self._one_waits, self._one_came)
        self.disk = PersonStore(
            store,
            stores,
            begun=self._begun,
            later=app.set_timer,
            spawn=self._beside,
            lost=lambda error: self.notices.mark_lost(error),
        )
        self.notices = OutboxNotices(
            app,
            tr,
            around.keys,
            inbox,
            self.interruptions,
            clock=clock,
            steady=around.steady,
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
        )
        self.quit_flow = QuitFlow(
            app,
            tr,
            around.keymap,
            self.outbox,
            self.disk,
            inbox,
            clock=clock,
            is_asking=lambda: self.notices.is_asking,
        )
        self.opening = StoreOpening(app, tr, self.disk, self.outbox, self.notices, inbox)

    def _begun(self) -> Begun:
        inbox = self._around.inbox().inbox
        return inbox.drafts.texts, inbox.sheets

    def _hold(self, operation: Operation) -> float:
        settings = self._around.settings
        return settings.hold if operation.text is None else settings.hold_letter

    def _beside(self, coroutine: Coroutine[Any, Any, None]) -> Worker[None]:
        return self._around.app.run_worker(coroutine, group="outbox", exit_on_error=False)

    # Windows that no key asked for

    def _is_busy(self) -> bool:
        """Whether somebody is in a dialog, or types."""
        inbox = self._around.inbox()
        return self._around.app.screen is not inbox or inbox.is_typing

    def _one_waits(self, title: str) -> None:
        self._around.inbox().states.show(waiting_window=title)

    def _one_came(self) -> None:
        self._around.app.post_message(CameByItself())
