"""The base of all errors."""

from collections.abc import Sequence


class HHError(Exception):
    """Base of all errors of hh-tui.

    `code` is the stem of the catalogue entries, `values` fill them; `repeatable` says whether the same
    request can succeed later without anything being changed.
    """

    code: str = "unknown"
    repeatable: bool = False
    outcome_unknown: bool = False

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.code)
        self.values: dict[str, str | int] = values


class Fault:
    """One thing that is wrong in the settings: `kind` is a stem of the catalogue, `values` fill it.

    `values` hold no secret: a value is given only where it was meant to be a name or a key.
    """

    def __init__(self, kind: str, **values: str | int) -> None:
        self.kind = kind
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fault) and (self.kind, self.values) == (other.kind, other.values)

    def __hash__(self) -> int:
        return hash((self.kind, *self.values.items()))

    def __repr__(self) -> str:
        return f"Fault({self.kind!r}, {self.values!r})"


class ConfigError(HHError):
    """The settings can't be used; `values`: where, what."""

    code = "config"


class WrongSettings(ConfigError):
    """The settings can't be used, for each of the `faults`; `values`: where, the file."""

    code = "settings"

    def __init__(self, faults: Sequence[Fault], where: str = "") -> None:
        super().__init__(where=where)
        self.faults = tuple(faults)
