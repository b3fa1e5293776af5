"""Which key calls which command: the registry, as the user changed it, and the reading of sequences."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hh_tui.errors import ConfigError
from hh_tui.keys.layout import AUTO, Layout
from hh_tui.keys.registry import BY_ID, COMMANDS, Command, Scope

_OPEN_TOGETHER: Final = tuple(
    scopes | {Scope.ANYWHERE}
    for scopes in (
        {Scope.ALL, Scope.LIST, Scope.ITEM},
        {Scope.COMPOSE},
        {Scope.SHEET},
        {Scope.FILTERS},
        {Scope.PICKER},
        {Scope.PAGE, Scope.PREVIEW},
        {Scope.OUTBOX},
        {Scope.SEARCH},
        {Scope.FORM},
    )
)
"""Scopes that can be open at once: within one of these sets a key has one meaning only."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a key led to: a command, or the beginning of a sequence, or nothing known."""

    command: Command | None = None
    pending: str = ""


class Keymap:
    """Keys by scope. `changes` maps command ids to the keys that replace the default ones.

    `swallowed` keys do not get through to the program here: of a command's keys another one is shown.
    `layout` says what characters mean that are no keys themselves; it may be set to another one at any time.

    Raises ConfigError when a command is unknown or two commands that can be open at once share a key, or one
    key is the beginning of another's sequence; the error names both.
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
        for name in changes:
            if name not in BY_ID:
                raise ConfigError(where="keys", what=name)
        self.keys: dict[str, tuple[str, ...]] = {
            command.id: tuple(changes.get(command.id, command.keys)) for command in COMMANDS
        }
        self._commands: dict[tuple[Scope, str], Command] = {}
        for command in COMMANDS:
            for key in self.keys[command.id]:
                self._commands[command.scope, key] = command
        self._refuse_clashes()

    def _refuse_clashes(self) -> None:
        for scopes in _OPEN_TOGETHER:
            taken: dict[str, Command] = {}
            for command in COMMANDS:
                for key in self.keys[command.id] if command.scope in scopes else ():
                    if (other := taken.setdefault(key, command)) is not command:
                        raise ConfigError(where="keys", what=f"{key}: {other.id}, {command.id}")
            for key, command in taken.items():
                if " " in key and (shorter := taken.get(key.split(" ")[0])):
                    raise ConfigError(where="keys", what=f"{key}: {command.id}, {shorter.id}")

    def press(self, token: str, pending: str, scopes: Sequence[Scope]) -> Pressed:
        """What `token`, a character or a name, means after `pending` in the scopes open, nearest first."""
        scopes = (*scopes, Scope.ANYWHERE)
        for candidate in self.layout.meanings(token):
            sequence = f"{pending} {candidate}" if pending else candidate
            for scope in scopes:
                if command := self._commands.get((scope, sequence)):
                    return Pressed(command)
            if any(scope in scopes and key.startswith(f"{sequence} ") for scope, key in self._commands):
                return Pressed(pending=sequence)
        return Pressed()

    def first(self, command_id: str) -> str:
        """The key to show for a command, empty when it has none."""
        keys = self.keys[command_id]
        through = (key for key in keys if key not in self._swallowed)
        return next(through, keys[0] if keys else "")
