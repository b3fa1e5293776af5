"""Every command has a handler where its keys work, and no handler is without a command."""

import importlib
import inspect
import pkgutil
from itertools import product
from unittest.mock import MagicMock

import hh_tui.ui.dialogs
from hh_tui.keys.registry import BY_ID, COMMANDS, Scope
from hh_tui.ui.dialogs.base import Dialog
from tests.recruiter import Recruiter

INBOX = {Scope.ANYWHERE, Scope.ALL, Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.COMPOSE, Scope.SEARCH}


def _dialogs() -> set[type]:
    """Every dialog that has commands."""
    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.iter_modules(hh_tui.ui.dialogs.__path__, "hh_tui.ui.dialogs.")
    ]
    return {
        one
        for module in modules
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, Dialog) and hasattr(one, "scopes")
    }


def _told(dialog: type, name: str, *, searching: bool = False) -> set[str]:
    """What a property of a dialog tells of every one of them; one that is searched has other keys then."""
    return set(getattr(dialog, name).fget(MagicMock(is_searching=searching)))


def test_a_dialog_handles_every_command_of_its_scopes() -> None:
    dialogs = _dialogs()
    assert len(dialogs) > 15
    for one, searching in product(dialogs, (False, True)):
        scopes = _told(one, "scopes", searching=searching)
        wanted = {command.id for command in COMMANDS if command.scope in scopes}
        assert _told(one, "handlers", searching=searching) == wanted, one


async def test_handlers_of_all_screens_are_the_registry() -> None:
    async with Recruiter() as anna:
        inbox = anna.state.handlers
    assert inbox == {command.id for command in COMMANDS if command.scope in INBOX}
    assert inbox.union(*(_told(one, "handlers") for one in _dialogs())) == BY_ID.keys()
