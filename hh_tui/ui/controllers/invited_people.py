"""Whom this and earlier runs have invited to other vacancies: known from the disk."""

from hh_tui.inbox.snapshot import invited_log
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LoginChanged, Started, StoreOpened
from hh_tui.ui.state_store import State


class InvitedPeople:
    """Each login has invited people of its own."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def on_event(self, event: Event, _: State, __: State) -> None:
        """There is a disk, or another one."""
        if isinstance(event, Started | StoreOpened | LoginChanged):
            kept = self._context.disk.remembered(invited_log.KIND)
            self._context.store.show(invited=invited_log.recalled(kept))
