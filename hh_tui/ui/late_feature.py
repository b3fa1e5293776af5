"""A controller that a start does without: its module is imported when it is first needed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, Protocol, TypeVar

from hh_tui.ui.commands import Commands, Handler
from hh_tui.ui.events import Event
from hh_tui.ui.state_store import State

Made = TypeVar("Made", covariant=True)


class Hearing(Protocol):
    """A controller that hears events."""

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Something happened."""


class LateFeature(Generic[Made]):
    """Stands among the features for a controller until that is needed.

    It is needed when one of its `commands` is given, by their ids, when another feature asks for it, which
    is a call, and at an event that it `hears`. What else happens before is nothing to it: who has done
    nothing yet has nothing to take back, and waits for no answer. `make` imports its module and makes it.
    """

    def __init__(self, make: Callable[[], Made], *commands: str, hears: tuple[type[Event], ...] = ()) -> None:
        self._make = make
        self._commands = commands
        self._hears = hears
        self._made: Made | None = None

    def __call__(self) -> Made:
        """The controller."""
        if self._made is None:
            self._made = self._make()
        return self._made

    @property
    def made(self) -> Made | None:
        """The controller where it was needed already."""
        return self._made

    def commands(self: "LateFeature[Commands]") -> Mapping[str, Handler]:
        """What the controller does, by command id."""
        return {name: partial(self._run, name) for name in self._commands}

    def _run(self: "LateFeature[Commands]", name: str) -> object:
        return self().commands()[name]()

    def on_event(self: "LateFeature[Hearing]", event: Event, before: State, after: State) -> None:
        """Something happened."""
        if self._made is not None or isinstance(event, self._hears):
            self().on_event(event, before, after)
