"""Commands of the inbox that work in a search for people as well."""

from msgspec import Struct

from hh_tui.ui.commands import Handler


class Ways(Struct, frozen=True):
    """Each does there what it does in the inbox; its windows come above the search, and lead back to it."""

    undo: Handler
    redo: Handler
    outbox: Handler
    log: Handler
