"""Where the tokens of each profile are kept: in a keyring that has proved itself, or else in a file."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from msgspec import Struct

from hh_tui.errors import KeyringError
from hh_tui.keyrings import Keyrings, NoKeyrings
from hh_tui.keyrings.names import label
from hh_tui.system.structs import replace
from hh_tui.tokens.entries import KeyringEntries
from hh_tui.tokens.files import LoginFiles
from hh_tui.tokens.lock import locked
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.record import FILE, KeyringEntry, LoginRecord
from hh_tui.tokens.takeover import taken_over


class FoundToken(Struct, frozen=True):
    """A pair in one place, or why one can't look there. `entry` is None for the file; `place` is its name.

    `hh_tui.ui.presenters.places` has the words for a person.
    """

    entry: KeyringEntry | None
    place: str
    pair: TokenPair | None = None
    error: KeyringError | None = None


class TokenStore:
    """Token pairs by profile. The record of a profile says where its login lives; a file counts in any case.

    What a keyring does not keep goes to the file: hh.ru gives a pair once. Every method raises UnsafeFile,
    UnusableFile or StoreBusy; a profile must match `PROFILE`. To speak with a keyring may take seconds.
    """

    def __init__(self, folder: Path, keyrings: Keyrings | None = None) -> None:
        self._files = LoginFiles(folder)
        self._entries = KeyringEntries(keyrings or NoKeyrings("missing"))
        self.profiles = self._files.profiles

    def home(self, profile: str) -> FoundToken:
        """Where the login lives, without the pair."""
        home = self.record(profile).home
        if isinstance(home, KeyringEntry):
            return FoundToken(home, label(home.ring))
        return FoundToken(None, str(self._files.folder))

    def record(self, profile: str) -> LoginRecord:
        """What is known of a login without its tokens."""
        record = self._files.record(profile)
        if record is not None:
            return record
        return taken_over(self._files, self._entries, profile, self.key(profile))

    def load(self, profile: str) -> TokenPair | None:
        """The pair of a profile. Raises KeyringError where it is in a keyring that can't be read now."""
        home, in_file = self.record(profile).home, self._files.pair(profile)
        if not isinstance(home, KeyringEntry):
            return in_file
        try:
            in_ring = self._entries.read(home)
        except KeyringError:
            if in_file is None:
                raise
            return in_file
        pairs = [pair for pair in (in_ring, in_file) if pair]
        return max(pairs, key=lambda pair: pair.obtained_at, default=None)

    def save(self, profile: str, pair: TokenPair) -> None:
        """Keep the next pair of a login where the old one was, else in the file, which the record tells.

        It is on the disk, or was read back from the keyring, when this returns.
        """
        record = self.record(profile)
        home = record.home
        if not isinstance(home, KeyringEntry):
            self._to_file(profile, pair, record.at(FILE))
            return
        if self._entries.prove(home, pair) is None:
            self._in_ring(profile, pair, record.at(home))
        else:
            # The pair is written before anything else is tried: there is no other copy of it.
            self._to_file(profile, pair, replace(record.at(FILE), moved_from=home.ring, told=False))
            if self._entries.withdraw(home):
                self._files.write_record(profile, self.record(profile).without(home))

    def establish(self, profile: str, pair: TokenPair) -> tuple[KeyringError, ...]:
        """Keep the pair of a new login in the best keyring that proves itself, else in the file.

        Returns what went wrong with the keyrings that were tried.
        """
        troubles: list[KeyringError] = []
        record = replace(self.record(profile), moved_from="", told=True)
        for ring in self._entries.candidates(troubles):
            entry = KeyringEntry(ring=ring, key=self.key(profile))
            unproved = self._entries.prove(entry, pair)
            if unproved is None:
                self._in_ring(profile, pair, record.at(entry))
                return tuple(troubles)
            troubles.append(unproved.error)
            if unproved.written or entry in record.entries:
                cleared = self._entries.withdraw(entry)
                record = record.without(entry) if cleared else record.with_leftover(entry)
        self._to_file(profile, pair, record.at(FILE))
        return tuple(troubles)

    def everywhere(self, profile: str, *, recorded: bool = False) -> tuple[FoundToken, ...]:
        """Every place that has a pair of the profile, or that is recorded and can't be read now.

        Without `recorded` all keyrings are looked into, those that are recorded and those that are not.
        """
        record = self.record(profile)
        found: list[FoundToken] = []
        if pair := self._files.pair(profile):
            found.append(FoundToken(None, str(self._files.folder), pair))
        known = dict.fromkeys(record.entries, True)
        for ring in () if recorded else self._entries.candidates([]):
            known.setdefault(KeyringEntry(ring=ring, key=self.key(profile)), False)
        for entry, is_recorded in known.items():
            try:
                if pair := self._entries.read(entry):
                    found.append(FoundToken(entry, label(entry.ring), pair))
                elif is_recorded:
                    record = record.without(entry)
                    self._files.write_record(profile, record)
            except KeyringError as error:
                if is_recorded:
                    found.append(FoundToken(entry, label(entry.ring), error=error))
        return tuple(found)

    def discard(self, profile: str, place: FoundToken) -> None:
        """Forget the pair in a place. Raises KeyringError where that fails; it is a leftover then."""
        record = self.record(profile)
        if place.entry is None:
            self._files.remove_pair(profile)
            self._files.write_record(profile, record.at(None) if record.home == FILE else record)
            return
        try:
            self._entries.drop(place.entry)
        except KeyringError:
            self._files.write_record(profile, record.with_leftover(place.entry))
            raise
        self._files.write_record(profile, record.without(place.entry))

    def tell_moved(self, profile: str) -> str:
        """The keyring that did not take a refreshed pair, the first time this is asked; else empty."""
        record = self._files.record(profile)
        if record is None or record.told:
            return ""
        self._files.write_record(profile, replace(record, told=True))
        return label(record.moved_from)

    def lock(
        self,
        profile: str,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> AbstractAsyncContextManager[None]:
        """Keep every other instance from changing the profile. Raises StoreBusy when one does not let go."""
        return locked(self._files.path(profile, ".lock"), sleep, clock)

    def key(self, profile: str) -> str:
        """The name of an entry in a keyring: another home has entries of its own."""
        return f"{profile}@{os.path.realpath(self._files.folder)}"

    def _to_file(self, profile: str, pair: TokenPair, record: LoginRecord) -> None:
        self._files.write_pair(profile, pair)
        self._files.write_record(profile, replace(record, origin=pair.origin))

    def _in_ring(self, profile: str, pair: TokenPair, record: LoginRecord) -> None:
        record = replace(record, origin=pair.origin)
        # A disk that takes nothing is no hindrance to a keyring.
        if self._files.record(profile) != record:
            self._files.write_record(profile, record)
        self._files.remove_pair(profile)
