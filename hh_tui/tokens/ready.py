"""A token that is there without a login: for stand-ins, and for who gets one by other ways."""

import os

from hh_tui.errors import ConfigError


def ready_token() -> str:
    """The access token in `HH_TUI_TOKEN`, empty when there is none; nothing refreshes it.

    Raises ConfigError for what fits into no header.
    """
    token = os.environ.get("HH_TUI_TOKEN", "").strip()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise ConfigError(where="HH_TUI_TOKEN", what="ASCII")
    return token
