"""The tour: a panel tells the next step, and the step is done by doing it."""

from collections.abc import Mapping

from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, Started
from hh_tui.ui.state_store import State
from hh_tui.ui.tour import STEPS


class Tour:
    """Runs where the program was started with it, which is on the demo only: its decisions are not real."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"tour-next": self.next}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """On to the next step where this one is done."""
        place = self._context.view.tour
        if isinstance(event, Started):
            if self._context.options.tour:
                self._context.store.show(tour=0)
        elif place is not None and STEPS[place].is_done(before, after):
            self._context.store.show(tour=place + 1)

    def next(self) -> None:
        """Leave this step out; the last one ends the tour."""
        context, place = self._context, self._context.view.tour
        if place is None:
            context.say("tour.none")
        elif place + 1 < len(STEPS):
            context.store.show(tour=place + 1)
        else:
            context.store.show(tour=None)
            context.say("tour.done")
