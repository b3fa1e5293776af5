"""The keyrings of the operating system, by way of the `keyring` library where it is installed."""

import os
from importlib.util import find_spec

from hh_tui.keyrings.access import Keyrings, NoKeyrings
from hh_tui.keyrings.process import KeyringProcess

__all__ = ["Keyrings", "NoKeyrings", "system_keyrings"]


def system_keyrings() -> Keyrings:
    """The keyrings that a login may be kept in.

    There is none while `HH_TUI_TOKEN` is set, so that a token of the environment needs no keyring at all, and
    none without the `keyring` extra.
    """
    if os.environ.get("HH_TUI_TOKEN", "").strip():
        return NoKeyrings("environment")
    return KeyringProcess() if find_spec("keyring") else NoKeyrings("missing")
