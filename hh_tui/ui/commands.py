"""Protocols of what has commands, and how their handlers are merged."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from hh_tui.keys.registry import Scope

Handler = Callable[[], object]
"""Does what a command is for."""


class Commands(Protocol):
    """A part of a screen that has commands."""

    def commands(self) -> Mapping[str, Handler]:
        """What it does, by command id."""
        ...


def merged(*parts: Commands) -> dict[str, Handler]:
    """The commands of all of them. Raises ValueError where two have the same one."""
    handlers: dict[str, Handler] = {}
    for part in parts:
        for name, handler in part.commands().items():
            if name in handlers:
                raise ValueError(f"two handlers of {name}")
            handlers[name] = handler
    return handlers


@runtime_checkable
class HasScopes(Protocol):
    """A screen with commands."""

    @property
    def scopes(self) -> Sequence[Scope]:
        """The scopes that are open now, the nearest first."""
        ...

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What the commands of its scopes call, by their ids."""
        ...


def scopes_of(screen: object) -> Sequence[Scope]:
    """The scopes that are open in a screen, none in one without commands."""
    return screen.scopes if isinstance(screen, HasScopes) else ()
