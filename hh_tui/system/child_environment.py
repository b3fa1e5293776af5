"""The environment of programs that are started from here: the editor, the browser, tools of the clipboard."""

import os
from collections.abc import Mapping
from typing import Final

OURS: Final = "HH_TUI_"
"""How the names of this program's own variables begin: tokens and secrets are among them."""


def child_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment, `os.environ` by default, without the variables of this program: no child needs one."""
    given = os.environ if environment is None else environment
    return {name: value for name, value in given.items() if not name.upper().startswith(OURS)}
