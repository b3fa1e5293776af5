"""The keys of a sequence that has begun, and what it can become."""

import re
from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from hh_tui.i18n import Catalogue, called
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope

BETWEEN: Final = " · "
MORE: Final = f"{BETWEEN}…"

_FURTHER: Final = re.compile(r"\s*[:;,(].*")
"""What a help text tells beside the name of what it is about."""


def begun_keys(tr: Catalogue, keymap: Keymap, begun: str, scopes: Sequence[Scope], width: int) -> Content:
    """`g…  g top · S sprint · …  Esc cancel`: as many as have room; empty where nothing works in `scopes`."""
    parts = [
        f"{key_name(key)} {_FURTHER.sub('', called(tr, command.id))}"
        for key, command in keymap.continuations(begun, scopes)
    ]
    if not parts:
        return Content("")
    name, end = f"{key_name(begun)}…", f"{key_name('escape')} {tr('keys.begun.end')}"
    room = width - cell_len(name) - cell_len(end) - 2 * len("  ")
    return Content.assemble((name, "bold $accent"), f"  {_fitting(parts, room)}  ", (end, "$text-muted"))


def _fitting(parts: Sequence[str], room: int) -> str:
    """The first of them, as far as they fit into so many cells; a sign says that there are others."""
    told = BETWEEN.join(parts)
    while parts and cell_len(told) > room:
        parts = parts[:-1]
        told = BETWEEN.join(parts) + MORE if parts else ""
    return told
