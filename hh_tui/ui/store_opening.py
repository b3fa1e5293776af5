"""What a store holds is taken up: at the start, after another instance has ended, with another login."""

from collections.abc import Callable

from textual.app import App

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.outbox.service import OutboxService
from hh_tui.store.store import Store
from hh_tui.ui.events import LastRunLoaded, StoreOpened, WritesTakenUp
from hh_tui.ui.outbox_notices import OutboxNotices
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.presenters.errors import told_once
from hh_tui.ui.state_store import StateStore


class StoreOpening:
    """Puts drafts, forms and open writes of the store in use where they belong.

    `states` gives the store of the inbox, which is there once the program runs.
    """

    def __init__(
        self,
        app: App[HHError],
        tr: Catalogue,
        disk: PersonStore,
        outbox: OutboxService,
        notices: OutboxNotices,
        states: Callable[[], StateStore],
    ) -> None:
        self._app = app
        self._tr = tr
        self._disk = disk
        self._outbox = outbox
        self._notices = notices
        self._states = states
        self._is_looking = False

    def begin(self) -> None:
        """At the start: tell what is wrong with the store, show what it kept of the last run, all at once."""
        with self._states().at_once():
            self._show_texts()
            self._tell_notices()
            self._outbox.load(self._disk.store.records())
            self._states().dispatch(LastRunLoaded())
            self._go_on()

    def take_over(self) -> None:
        """Look whether the other instance has ended, beside everything else: then decisions are kept here."""
        if self._disk.waits_for_another and not self._is_looking:
            self._is_looking = True
            self._app.run_worker(self._take_over(), group="store", exit_on_error=False)

    async def _take_over(self) -> None:
        store = self._disk.store
        try:
            taken = await self._disk.take_over()
        finally:
            self._is_looking = False
        if not taken:
            if store is self._disk.store and not self._disk.waits_for_another:
                self._tell_notices()
            return
        self._show_texts()
        self._tell_notices()
        self._outbox.load(self._disk.store.records())
        self._outbox.known_as(self._outbox.account)
        self._app.notify(self._tr("second.over"), markup=False)
        self._go_on()

    def move_to(self, store: Store | None) -> None:
        """The store of another login takes the place of this one's; None where logins have none.

        All in one turn of the event loop: nothing is decided between the two.
        """
        self._outbox.clear()
        if store is None:
            return
        self._disk.move_to(store)
        self._show_texts(another_login=True)
        self._tell_notices()
        self._outbox.load(self._disk.store.records())
        self._go_on()

    def _show_texts(self, *, another_login: bool = False) -> None:
        store = self._disk.store
        self._states().dispatch(StoreOpened(Drafts(store.drafts()), store.sheets(), another_login))

    def _tell_notices(self) -> None:
        """What is wrong with the store that is in use from now on: it tells of that once."""
        for sentence in told_once(self._tr, self._disk.store.notices):
            self._app.notify(sentence, severity="warning", timeout=12, markup=False)

    def _go_on(self) -> None:
        operations = tuple(one.operation for one in self._outbox.outbox.open)
        self._states().dispatch(WritesTakenUp(operations))
        self._notices.old_writes()
