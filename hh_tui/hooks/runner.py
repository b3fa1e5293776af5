"""Runs the hooks of the settings."""

from collections.abc import Sequence
from typing import Final

from hh_tui.errors import HookRefused, HookTimeout
from hh_tui.hooks.command import ask
from hh_tui.hooks.documents import NewResponse, before_send, encoded
from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists.records import Record
from hh_tui.settings.config import Hooks
from hh_tui.system.child_process import Ended

WORDS: Final = 200
"""Characters of what a hook says that are told."""


class HookRunner:
    """Each hook gets one JSON document on its standard input; an empty command is none."""

    def __init__(self, hooks: Hooks) -> None:
        self._hooks = hooks

    async def before_send(self, operations: Sequence[Operation]) -> None:
        """Ask about writes that leave together: one, or a chunk of a batch.

        Raises HookRefused for any exit code but 0, HookTimeout and HookNotRun: nothing is sent then.
        """
        await self._run("before_send", self._hooks.before_send, encoded(before_send(operations)))

    async def new_response(self, candidate: Record) -> None:
        """Tell of a response. Raises as `before_send`."""
        await self._run("new_response", self._hooks.new_response, encoded(NewResponse.of(candidate)))

    async def _run(self, hook: str, command: str, document: bytes) -> None:
        if not command:
            return
        ended = await ask(command, document, seconds=self._hooks.timeout)
        if ended.code is None:
            raise HookTimeout(hook=hook, seconds=round(self._hooks.timeout))
        if ended.code:
            raise HookRefused(hook=hook, exit_code=ended.code, words=_first_line(ended))


def _first_line(ended: Ended) -> str:
    """Its reason: the first line with words that it complained in."""
    lines = ended.complaint[: WORDS * 40].decode(errors="replace").splitlines()
    line = next(filter(None, map(one_line, lines)), "")
    return line if len(line) <= WORDS else f"{line[: WORDS - 1].rstrip()}…"
