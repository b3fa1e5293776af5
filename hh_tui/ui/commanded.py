"""What the app needs from a screen to bring it its commands."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from hh_tui.keys.registry import Scope


@runtime_checkable
class Commanded(Protocol):
    """A screen with commands: the registry's actions of its open scopes are its `action_…` methods."""

    @property
    def scopes(self) -> Sequence[Scope]:
        """The scopes that are open now, the nearest first."""
        ...
