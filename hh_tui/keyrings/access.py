"""What the program wants of keyrings."""

from typing import Protocol

from hh_tui.errors import KeyringUnreachable
from hh_tui.keyrings.names import label


class Keyrings(Protocol):
    """Keeps a text for each key in keyrings that are named by the path of their backend's class.

    All methods raise KeyringLocked or KeyringUnreachable, and nothing else, whatever a backend does.
    """

    def candidates(self) -> tuple[str, ...]:
        """The backends that may keep a new login, the best first; they may turn out to be unusable."""

    def get(self, ring: str, key: str) -> str | None:
        """The text kept under a key, None where there is none."""

    def put(self, ring: str, key: str, text: str) -> None:
        """Keep a text. Whether it is really there, only a `get` can tell."""

    def drop(self, ring: str, key: str) -> None:
        """Forget a key; there may be nothing under it."""


class NoKeyrings:
    """Where no keyring may or can be used; `why` is a stem of the catalogue: missing, environment."""

    def __init__(self, why: str) -> None:
        self._why = why

    def candidates(self) -> tuple[str, ...]:
        """None at all."""
        return ()

    def get(self, ring: str, key: str) -> str | None:
        """Raises KeyringUnreachable."""
        raise KeyringUnreachable(ring=label(ring), why=self._why)

    def put(self, ring: str, key: str, text: str) -> None:
        """Raises KeyringUnreachable."""
        raise KeyringUnreachable(ring=label(ring), why=self._why)

    def drop(self, ring: str, key: str) -> None:
        """Raises KeyringUnreachable."""
        raise KeyringUnreachable(ring=label(ring), why=self._why)
