"""`hh-tui hooks`: the person's own commands, and the schema of what they get."""

import json
import sys

from hh_tui.hooks.command import is_there, named
from hh_tui.hooks.documents import schema
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.settings.config import Hooks


def print_schema() -> None:
    """The JSON Schema, as JSON."""
    sys.stdout.write(f"{json.dumps(schema(), ensure_ascii=False, indent=2)}\n")


def print_hooks(hooks: Hooks, tr: Catalogue, path: str) -> bool:
    """A line for each hook that is set, else where it is set; whether all programs are there."""
    found = named(hooks)
    if not found:
        sys.stdout.write(f"{tr('hooks.none', path=path)}\n")
    for name, command in found:
        state = "" if is_there(command) else f"  ({tr('hooks.missing')})"
        sys.stdout.write(f"{name}: {one_line(command)}{state}\n")
    return all(is_there(command) for _, command in found)
