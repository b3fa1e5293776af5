"""The keyring of the operating system, when the `keyring` extra is installed and there is one to use."""

import importlib
from types import ModuleType
from typing import Final, Protocol

SERVICE: Final = "hh-tui"


class Ring(Protocol):
    """Keeps a text for each name. Any method may fail with `failure`: a keyring can be locked or gone."""

    failure: type[Exception]

    def get(self, name: str) -> str | None:
        """The text kept under a name."""

    def put(self, name: str, text: str) -> None:
        """Keep a text."""

    def drop(self, name: str) -> None:
        """Forget a name."""


class SystemRing:
    """The keyring library's chosen backend."""

    def __init__(self, keyring: ModuleType) -> None:
        self._keyring = keyring
        self.failure: type[Exception] = keyring.errors.KeyringError

    def get(self, name: str) -> str | None:
        """The text kept under a name."""
        found: str | None = self._keyring.get_password(SERVICE, name)
        return found

    def put(self, name: str, text: str) -> None:
        """Keep a text."""
        self._keyring.set_password(SERVICE, name, text)

    def drop(self, name: str) -> None:
        """Forget a name."""
        if self.get(name) is not None:
            self._keyring.delete_password(SERVICE, name)


def system_ring() -> Ring | None:
    """The system's keyring; None where the extra is absent or no backend works, which is normal."""
    try:
        keyring = importlib.import_module("keyring")
        importlib.import_module("keyring.errors")
    except ImportError:
        return None
    # A priority below one is the library's word for a backend that keeps nothing, or keeps it in the open.
    return SystemRing(keyring) if keyring.get_keyring().priority >= 1 else None
