"""What is known of a profile's login without its tokens: where they are kept, and where older ones may be."""

from typing import Final, Literal

import msgspec
from msgspec import MsgspecError, Struct

from hh_tui.system.structs import replace

FILE: Final = "file"


class KeyringEntry(Struct, frozen=True, kw_only=True):
    """A place in a keyring: the path of the backend's class, and the key."""

    ring: str
    key: str


class LoginRecord(Struct, frozen=True, kw_only=True):
    """`home` is where the login lives, None for no login.

    `origin` is the API it is good at. `leftovers` are entries that could not be looked into or cleared when
    the login moved or ended. `moved_from` is the backend that did not take a refreshed pair, so that it went
    to the file; `told` says whether the person knows.
    """

    home: KeyringEntry | Literal["file"] | None = None
    origin: str = ""
    leftovers: tuple[KeyringEntry, ...] = ()
    moved_from: str = ""
    told: bool = True

    @property
    def entries(self) -> tuple[KeyringEntry, ...]:
        """All entries of keyrings that may hold a pair."""
        return (self.home, *self.leftovers) if isinstance(self.home, KeyringEntry) else self.leftovers

    def at(self, home: KeyringEntry | Literal["file"] | None) -> "LoginRecord":
        """The record with the login in another place, and the old entry among the leftovers."""
        others = tuple(dict.fromkeys(entry for entry in self.entries if entry != home))
        return replace(self, home=home, leftovers=others)

    def with_leftover(self, entry: KeyringEntry) -> "LoginRecord":
        """The record with an entry that could not be cleared, and no login there."""
        home = None if self.home == entry else self.home
        left = tuple(dict.fromkeys((*self.leftovers, entry)))
        return replace(self, home=home, leftovers=left)

    def without(self, entry: KeyringEntry) -> "LoginRecord":
        """The record once an entry is cleared."""
        home = None if self.home == entry else self.home
        left = tuple(one for one in self.leftovers if one != entry)
        return replace(self, home=home, leftovers=left)

    def written(self) -> bytes:
        """The record as JSON, to be kept."""
        return msgspec.json.encode(self)

    @classmethod
    def read(cls, text: bytes) -> "LoginRecord | None":
        """The record in a text; None when it is none."""
        try:
            return msgspec.json.decode(text, type=cls)
        except (MsgspecError, UnicodeError, RecursionError):
            return None
