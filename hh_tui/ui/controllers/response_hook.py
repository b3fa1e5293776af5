"""The hook for new responses, on the full screen."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.response_watch import ResponseWatch


class ResponseHook:
    """Hears of whatever is read where there is a hook, and tells of one that fails in a notice."""

    def __init__(self, context: Context) -> None:
        self._watch = _watch(context) if context.options.hooks.new_response else None

    def commands(self) -> Mapping[str, Handler]:
        """It has none."""
        return {}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """A list was read; the candidate is on it by now."""
        if self._watch is not None:
            self._watch.on_event(event, after)


def _watch(context: Context) -> "ResponseWatch":
    from hh_tui.ui.response_watch import ResponseWatch

    return ResponseWatch(
        context.options.hooks,
        context.clock(),
        partial(context.tasks.start, group="hook", exclusive=False),
        partial(context.windows.notify, severity="warning"),
    )
