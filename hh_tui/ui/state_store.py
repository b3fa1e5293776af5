"""The one place where the state of the inbox changes."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct, field

from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.events import AnyEvent, Event, Shown, Updated
from hh_tui.ui.view import View


class State(Struct, frozen=True):
    """The snapshot, what is shown of it, and the open writes: three values that change apart."""

    view: View
    inbox: Inbox = field(default_factory=Inbox)
    outbox: Outbox = field(default_factory=Outbox)

    def having(self, inbox: Inbox | None = None, view: View | None = None) -> "State":
        """With another snapshot, another view; the same object where both are the same objects."""
        inbox, view = inbox or self.inbox, view or self.view
        return self if inbox is self.inbox and view is self.view else replace(self, inbox=inbox, view=view)


Reduce = Callable[[State, AnyEvent], State]
"""Makes the next state of an event. Pure."""

Effect = Callable[[Event, State, State], None]
"""Hears an event, the state before it and the state it made."""

Paint = Callable[[State, State], None]
"""Shows what differs between two states."""


class StateStore:
    """Reduce, then effects in their stated order, then one paint.

    An event changes the state at once, also while effects of an earlier one run: whoever reads `state` reads
    the newest. Its own effects wait until those of the earlier event have all run, so that every effect sees
    events in one order. What was changed meanwhile is painted once, at the end.
    """

    def __init__(self, state: State, reduce: Reduce, paint: Paint) -> None:
        self.state = state
        self._reduce = reduce
        self._paint = paint
        self._effects: tuple[Effect, ...] = ()
        self._waiting: deque[tuple[Event, State, State]] = deque()
        self._painted = state
        self._running = False
        self._at_once = 0

    def subscribe(self, *effects: Effect) -> None:
        """These hear every event from now on, in this order."""
        self._effects = effects

    def dispatch(self, event: AnyEvent) -> None:
        """Something happened."""
        before, self.state = self.state, self._reduce(self.state, event)
        self._waiting.append((event, before, self.state))
        if not self._running:
            self._run()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What is changed inside is painted once, at its end; effects hear each event as it comes."""
        self._at_once += 1
        try:
            yield
        finally:
            self._at_once -= 1
            if not self._running:
                self._run()

    def _run(self) -> None:
        self._running = True
        try:
            while self._waiting or self._is_to_be_painted:
                while self._waiting:
                    one, old, new = self._waiting.popleft()
                    for effect in self._effects:
                        effect(one, old, new)
                if self._is_to_be_painted:
                    self.paint()
        finally:
            self._waiting.clear()
            self._running = False

    @property
    def _is_to_be_painted(self) -> bool:
        return not self._at_once and self.state is not self._painted

    def paint(self) -> None:
        """Show what has changed by now: for an effect that needs the panes as the state says."""
        if self.state is not self._painted:
            before, self._painted = self._painted, self.state
            self._paint(before, self.state)

    def update(self, inbox: Inbox) -> None:
        """Another snapshot that interests nobody else."""
        if inbox is not self.state.inbox:
            self.dispatch(Updated(inbox))

    def show(self, **changes: Any) -> None:
        """Other values of the view, by their names."""
        view = self.state.view
        others = {name: value for name, value in changes.items() if getattr(view, name) != value}
        if others:
            self.dispatch(Shown(replace(view, **others)))
