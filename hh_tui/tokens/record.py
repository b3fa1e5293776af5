"""What is known of a profile's login without its tokens: where they are kept, and where older ones may be."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

FILE: Final = "file"


class KeyringEntry(BaseModel):
    """A place in a keyring: the path of the backend's class, and the key."""

    model_config = ConfigDict(frozen=True)

    ring: str
    key: str


class LoginRecord(BaseModel):
    """`home` is where the login lives, None for no login.

    `origin` is the API it is good at. `leftovers` are entries that could not be looked into or cleared when
    the login moved or ended. `moved_from` is the backend that did not take a refreshed pair, so that it went
    to the file; `told` says whether the person knows.
    """

    model_config = ConfigDict(frozen=True)

    home: KeyringEntry | Literal["file"] | None = None
    origin: str = ""
    leftovers: tuple[KeyringEntry, ...] = ()
    moved_from: str = ""
    told: bool = True

    @property
    def entries(self) -> tuple[KeyringEntry, ...]:
        """All entries of keyrings that may hold a pair."""
        return (self.home, *self.leftovers) if isinstance(self.home, KeyringEntry) else self.leftovers

    def at(self, home: KeyringEntry | Literal["file"] | None, **changes: object) -> "LoginRecord":
        """The record with the login in another place, and the old entry among the leftovers."""
        others = tuple(dict.fromkeys(entry for entry in self.entries if entry != home))
        return self.model_copy(update={"home": home, "leftovers": others, **changes})

    def with_leftover(self, entry: KeyringEntry) -> "LoginRecord":
        """The record with an entry that could not be cleared, and no login there."""
        home = None if self.home == entry else self.home
        left = tuple(dict.fromkeys((*self.leftovers, entry)))
        return self.model_copy(update={"home": home, "leftovers": left})

    def without(self, entry: KeyringEntry) -> "LoginRecord":
        """The record once an entry is cleared."""
        home = None if self.home == entry else self.home
        left = tuple(one for one in self.leftovers if one != entry)
        return self.model_copy(update={"home": home, "leftovers": left})

    @classmethod
    def read(cls, text: bytes) -> "LoginRecord | None":
        """The record in a text; None when it is none."""
        try:
            return cls.model_validate_json(text)
        except ValidationError:
            return None
