"""A command as a person writes it."""

import os
import shlex
import shutil

from hh_tui.errors import HookNotRun
from hh_tui.i18n.text import one_line
from hh_tui.settings.config import Hooks
from hh_tui.system.child_process import Ended, run

NAME = 200
"""Characters of a command that errors name it by."""


def parts(command: str) -> list[str]:
    """The program and its arguments, split as a shell would; no shell is started.

    Whoever wants one writes it: `sh -c '…'`. Raises HookNotRun where quotes are not closed, and for nothing.
    """
    try:
        found = split(command)
    except ValueError:
        raise HookNotRun(command=name_of(command), why="quotes") from None
    if not found:
        raise HookNotRun(command="", why="empty")
    return found


def split(command: str, *, has_escapes: bool = os.name == "posix") -> list[str]:
    """Quotes keep together and are taken away; without `has_escapes` a backslash is a part of a path."""
    words = shlex.shlex(command, posix=True, punctuation_chars=False)
    words.whitespace_split, words.commenters = True, ""
    if not has_escapes:
        words.escape = ""
    return list(words)


def named(hooks: Hooks) -> tuple[tuple[str, str], ...]:
    """The hooks that have a command, with their names."""
    every = (("new_response", hooks.new_response), ("before_send", hooks.before_send))
    return tuple((name, command) for name, command in every if command)


def name_of(command: str) -> str:
    """What an error calls it."""
    return one_line(command)[:NAME]


def is_there(command: str) -> bool:
    """Whether its program can be found. Raises HookNotRun as `parts` does."""
    return shutil.which(parts(command)[0]) is not None


async def ask(command: str, given: bytes, *, seconds: float) -> Ended:
    """Run it with `given` on its standard input. Raises HookNotRun where it can't be started."""
    try:
        return await run(parts(command), given, seconds=seconds)
    except OSError as error:
        raise HookNotRun(command=name_of(command), why=error.strerror or "?") from error
