"""The base of all errors."""


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


class ConfigError(HHError):
    """The settings can't be used; `values`: where, what."""

    code = "config"
