"""What is wrong with keys that a person has chosen: all of it at once."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from hh_tui.errors import Fault
from hh_tui.i18n.nearest_word import nearest_word
from hh_tui.keys.names import is_key, nearest
from hh_tui.keys.registry import BY_ID, COMMANDS, Command, Scope, keys_of


def faults(changes: Mapping[str, Sequence[str]], together: Sequence[AbstractSet[Scope]]) -> tuple[Fault, ...]:
    """Unknown commands, keys that no terminal sends, and keys that would mean two things.

    `together` are the sets of scopes that can be open at once.
    """
    found = list(_misnamed(changes))
    right = {name: keys for name, keys in changes.items() if name in BY_ID}
    clashes = [one for scopes in together for one in _clashes(right, scopes)]
    return (*found, *dict.fromkeys(clashes))


def _misnamed(changes: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for name, keys in changes.items():
        if name not in BY_ID:
            yield Fault("command", name=name, nearest=nearest_word(name, BY_ID))
        for key in keys:
            if not is_key(key):
                yield Fault("key", name=name, value=key, nearest=nearest(key))


def _clashes(changes: Mapping[str, Sequence[str]], scopes: AbstractSet[Scope]) -> Iterator[Fault]:
    taken: dict[str, Command] = {}
    for command in COMMANDS:
        for key in keys_of(command, changes) if command.scope in scopes else ():
            if (other := taken.setdefault(key, command)) is not command:
                yield Fault("clash", name=command.id, other=other.id, value=key)
    told: set[str] = set()
    for key, command in taken.items():
        first = key.partition(" ")[0]
        if first != key and first not in told and (shorter := taken.get(first)):
            told.add(first)
            yield Fault("beginning", name=shorter.id, value=first, other=command.id, longer=key)
