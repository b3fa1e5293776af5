"""Clears the status text some seconds after it was set."""

from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, Ticked
from hh_tui.ui.state_store import State

FORGOTTEN = 5.0
BRIEFLY = 2.0
"""Seconds that it is told, without and with a write that counts down meanwhile."""


class StatusText:
    """Clears the status text; sooner while a write counts down behind it, so that its seconds are seen.

    What keys wait for is told as long as they wait, and no longer.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._said_at = 0.0
        self._times_said = 0
        self._asked: int | None = None
        """Which text stood when keys waited last, by how often something had been told."""

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Time has passed."""
        if isinstance(event, Ticked):
            self._forget(event.now, after)

    def _forget(self, now: float, state: State) -> None:
        view = state.view
        counting = any(one.can_be_undone(now, view.render_context.now) for one in state.outbox.entries)
        if self._context.pending_read.is_open:
            self._asked = self._times_said = view.status_count
            self._said_at = now
        elif self._times_said != view.status_count:
            self._times_said, self._said_at = view.status_count, now
        elif self._asked == view.status_count or now - self._said_at >= (BRIEFLY if counting else FORGOTTEN):
            self._context.clear_status()
