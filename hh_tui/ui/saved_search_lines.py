"""Saved searches of hh.ru in the left column: read where they can be seen, and anew with the rest."""

from datetime import datetime, timedelta
from typing import Final

from hh_tui.errors import HHError, NotPaid
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountLeft,
    AccountRead,
    Event,
    ListRefreshed,
    LoginChanged,
    PageRead,
    SavedSearchesRead,
    Shown,
    Ticked,
)
from hh_tui.ui.view import Pane
from hh_tui.worker.priority_semaphore import Urgency

GROUP: Final = "saved-searches"

HOUR: Final = timedelta(hours=1)
"""How often hh.ru counts who is new."""

PAUSE: Final = timedelta(minutes=5)
"""After how long they are asked for again where hh.ru did not answer."""


class SavedSearchLines:
    """Costs a read of hh.ru once the list stands and the column is in sight, once an hour, and at a refresh.

    Where the resume base was not bought there are no lines and nothing is told; it is asked again with the
    account only. What could not be read stays as it was, and is asked for again after a pause.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._is_wanted = False
        """Whether the account was read since they were."""
        self._read_at: datetime | None = None
        self._has_failed = False
        """Whether hh.ru did not answer then."""

    def on_event(self, event: Event) -> None:
        """Time has passed, the column has come into sight, or everything is read anew."""
        if isinstance(event, LoginChanged | AccountLeft):
            self._context.tasks.cancel(GROUP)
            self._is_wanted, self._read_at, self._has_failed = False, None, False
        elif isinstance(event, AccountRead):
            self._is_wanted = True
        if not isinstance(event, AccountRead | PageRead | ListRefreshed | Shown | Ticked):
            return
        stands = isinstance(event, Ticked) or len(self._context.inbox.listing.rows) > 0
        if stands and self._is_in_sight and self._is_due:
            self._is_wanted, self._read_at, self._has_failed = False, self._context.clock(), False
            self._context.tasks.start(self._read, group=GROUP)

    @property
    def _is_in_sight(self) -> bool:
        panes = self._context.panes
        if Pane.COLLECTIONS not in panes.reachable:
            return False
        return not panes.is_narrow or self._context.view.pane is Pane.COLLECTIONS

    @property
    def _is_due(self) -> bool:
        inbox, at = self._context.inbox, self._read_at
        if inbox.account is None or at is None or (inbox.searches is None and not self._has_failed):
            return self._is_wanted
        pause = PAUSE if self._has_failed else HOUR
        # After the machine's clock was set back `at` is to come: nobody waits for it.
        return self._is_wanted or not timedelta() <= self._context.clock() - at < pause

    async def _read(self) -> None:
        """Nothing is told where that fails: somebody who wants them is told why there."""
        context = self._context
        account = context.inbox.who(None)
        try:
            client = await context.session.connected()
            searches = await context.session.read(client.resume_search.saved, Urgency.IDLE)
        except NotPaid:
            context.post(SavedSearchesRead(account, None))
        except HHError:
            self._has_failed = True
        else:
            context.post(SavedSearchesRead(account, searches))
