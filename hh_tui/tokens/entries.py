"""Token pairs in keyrings."""

from msgspec import Struct

from hh_tui.errors import KeyringError, KeyringUnreachable
from hh_tui.keyrings import Keyrings
from hh_tui.keyrings.names import label
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.record import KeyringEntry


class Unproved(Struct, frozen=True):
    """Why a keyring does not count, and whether it may hold the pair all the same."""

    error: KeyringError
    written: bool


class KeyringEntries:
    """Reads, proves and clears entries. `read` and `drop` raise KeyringError."""

    def __init__(self, keyrings: Keyrings) -> None:
        self._keyrings = keyrings

    def candidates(self, troubles: list[KeyringError]) -> tuple[str, ...]:
        """The keyrings for a new login; where they can't be known, the reason goes to `troubles`."""
        try:
            return self._keyrings.candidates()
        except KeyringError as error:
            troubles.append(error)
            return ()

    def read(self, entry: KeyringEntry) -> TokenPair | None:
        """The pair of an entry, None where there is none."""
        text = self._keyrings.get(entry.ring, entry.key)
        return TokenPair.read(text) if text else None

    def prove(self, entry: KeyringEntry, pair: TokenPair) -> Unproved | None:
        """Keep a pair. None where it could be read back: only then the keyring counts."""
        text, written = pair.written(), False
        try:
            self._keyrings.put(entry.ring, entry.key, text)
            written = True
            if self._keyrings.get(entry.ring, entry.key) == text:
                return None
            error: KeyringError = KeyringUnreachable(ring=label(entry.ring), why="not-kept")
        except KeyringError as trouble:
            error = trouble
        return Unproved(error, written)

    def withdraw(self, entry: KeyringEntry) -> bool:
        """Clear an entry; False where it may still hold a pair."""
        try:
            self.drop(entry)
        except KeyringError:
            return False
        return True

    def drop(self, entry: KeyringEntry) -> None:
        """Clear an entry, and see that it is clear."""
        self._keyrings.drop(entry.ring, entry.key)
        if self._keyrings.get(entry.ring, entry.key) is not None:
            raise KeyringUnreachable(ring=label(entry.ring), why="not-dropped")
