"""Which key calls which command: the registry, as the user changed it, and the reading of sequences."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from hh_tui.errors import Fault, WrongSettings
from hh_tui.i18n.keyboard import AUTO, Layout
from hh_tui.keys.registry import COMMANDS, Command, Scope, keys_of

_OPEN_TOGETHER: Final = tuple(
    scopes | {Scope.ANYWHERE}
    for scopes in (
        {Scope.ALL, Scope.TAKE_BACK, Scope.LIST, Scope.DECIDE, Scope.ITEM},
        {Scope.COMPOSE},
        {Scope.SHEET},
        {Scope.FILTERS},
        {Scope.PICKER},
        {Scope.CONFIRM},
        {Scope.CHOICE},
        {Scope.PAGE, Scope.PREVIEW, Scope.HELP, Scope.COMPARISON, Scope.TAKE_BACK},
        {Scope.PAGE, Scope.POLITENESS, Scope.TAKE_BACK},
        {Scope.OUTBOX, Scope.TAKE_BACK},
        {Scope.SPRINT, Scope.DECIDE},
        {Scope.SPRINT_SHEET, Scope.PAGE, Scope.DECIDE},
        {Scope.SEARCH},
        {Scope.FORM},
        {Scope.RULE},
    )
)
"""Scopes that can be open at once: within one of these sets a key has one meaning only."""

LASTS: Final = 2.0
"""Seconds within which the next key of a sequence comes; one that comes later is a key by itself."""


class KeyMatch(Struct, frozen=True):
    """What a key led to: a command, or the beginning of a sequence, or nothing known."""

    command: Command | None = None
    pending: str = ""


def faults_in(changes: Mapping[str, Sequence[str]]) -> tuple[Fault, ...]:
    """Unknown commands, keys that no terminal sends, a key of two commands or before another's sequence."""
    if not changes:
        return ()
    from hh_tui.keys.check import faults

    return faults(changes, _OPEN_TOGETHER)


class Keymap:
    """Keys by scope. `changes` maps command ids to the keys that replace the default ones.

    `swallowed` keys do not get through to the program here: of a command's keys another one is shown.
    `layout` says what characters mean that are no keys themselves; it may be set to another one at any time.

    Raises WrongSettings with everything that `faults_in` finds.
    """

    def __init__(
        self,
        changes: Mapping[str, Sequence[str]] | None = None,
        swallowed: Container[str] = (),
        layout: Layout = AUTO,
    ) -> None:
        self._swallowed = swallowed
        self.layout = layout
        changes = changes or {}
        if found := faults_in(changes):
            raise WrongSettings(found)
        self.keys: dict[str, tuple[str, ...]] = {
            command.id: keys_of(command, changes) for command in COMMANDS
        }
        self._commands: dict[tuple[Scope, str], Command] = {}
        for command in COMMANDS:
            for key in self.keys[command.id]:
                self._commands[command.scope, key] = command

    def press(self, token: str, pending: str, scopes: Sequence[Scope]) -> KeyMatch:
        """What `token`, a character or a name, means after `pending` in the scopes open, nearest first.

        What begins a sequence somewhere waits for the next key here as well: `g S` of a list must not become
        the `S` of the window that stands above it.
        """
        scopes = (*scopes, Scope.ANYWHERE)
        for candidate in self.layout.meanings(token):
            sequence = f"{pending} {candidate}" if pending else candidate
            for scope in scopes:
                if command := self._commands.get((scope, sequence)):
                    return KeyMatch(command)
            if any(scope in scopes and key.startswith(f"{sequence} ") for scope, key in self._commands):
                return KeyMatch(pending=sequence)
        begun = (one for one in self.layout.meanings(token) if not pending and self._begins(one))
        return KeyMatch(pending=next(begun, ""))

    def continuations(self, begun: str, scopes: Sequence[Scope]) -> Iterator[tuple[str, Command]]:
        """The keys with which a sequence that has begun goes on in these scopes, and what each calls."""
        told: set[str] = set()
        for scope in (*scopes, Scope.ANYWHERE):
            for (there, sequence), command in self._commands.items():
                rest = sequence.removeprefix(f"{begun} ")
                if there is scope and rest != sequence and rest not in told:
                    told.add(rest)
                    yield rest, command

    def _begins(self, token: str) -> bool:
        return any(key.startswith(f"{token} ") for _, key in self._commands)

    def first(self, command_id: str) -> str:
        """The key to show for a command, empty when it has none."""
        keys = self.keys[command_id]
        through = (key for key in keys if key not in self._swallowed)
        return next(through, keys[0] if keys else "")
