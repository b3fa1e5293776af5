"""Every command has a handler where its keys work, and no handler is without a command."""

import importlib
import inspect
import pkgutil
from collections.abc import Sequence
from unittest.mock import MagicMock

from textual.content import Content

import hh_tui.ui.dialogs
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import BY_ID, COMMANDS, Scope
from hh_tui.ui.dialogs.answer import YES, Answer
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from tests.recruiter import Recruiter

OF_RESUME = {Scope.FOUND_RESUME, Scope.FOUND_ANY}
INBOX = {
    Scope.ANYWHERE,
    Scope.ALL,
    Scope.TAKE_BACK,
    Scope.LIST,
    Scope.DECIDE,
    Scope.ITEM,
    Scope.COMPOSE,
    Scope.SEARCH,
}


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


def _forms(dialog: type) -> Sequence[object]:
    """What the keys of a dialog depend on: whether it is searched, which kind of answers a question has."""
    if dialog is Confirm:
        return [Confirm("", [Answer(one, "")], Keymap(), default=one) for one in (YES, "stay")]
    if dialog is FoundResumePage:
        # Whoever opens it says what they do; scenarios of finding people press them.
        ways = {one.id: MagicMock() for one in COMMANDS if one.scope in OF_RESUME}
        return [FoundResumePage("", "", Content(""), ways)]
    return [MagicMock(is_searching=searching) for searching in (False, True)]


def _told(dialog: type, name: str, form: object) -> set[str]:
    """What a property of a dialog tells of every one of this form."""
    return set(getattr(dialog, name).fget(form))


def test_a_dialog_handles_every_command_of_its_scopes() -> None:
    dialogs = _dialogs()
    assert len(dialogs) > 15
    for one in dialogs:
        for form in _forms(one):
            scopes = _told(one, "scopes", form) - {Scope.TAKE_BACK}
            wanted = {command.id for command in COMMANDS if command.scope in scopes}
            assert _told(one, "handlers", form) == wanted, one


async def test_handlers_of_all_screens_are_the_registry() -> None:
    async with Recruiter() as anna:
        inbox = anna.state.handlers
    assert inbox == {command.id for command in COMMANDS if command.scope in INBOX}
    told = (_told(one, "handlers", form) for one in _dialogs() for form in _forms(one))
    assert inbox.union(*told) == BY_ID.keys()


async def test_late_features_have_the_commands_told_of_them() -> None:
    async with Recruiter() as anna:
        commands = anna.state.late_commands()
    assert len(commands) > 25
    assert {name: both for name, both in commands.items() if both[0] != both[1]} == {}
