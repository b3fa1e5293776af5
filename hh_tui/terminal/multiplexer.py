"""Programs between the terminal and this one, and the keys they keep for themselves."""

from collections.abc import Mapping
from typing import Final

_FUNCTION_KEYS: Final = frozenset(f"f{number}" for number in range(1, 13))
_CHORDS: Final = frozenset({"ctrl+enter"})


def swallowed_keys(environ: Mapping[str, str]) -> frozenset[str]:
    """The keys that may not get through, by the environment of the program.

    tmux and screen take ctrl+enter for enter; byobu, which runs in one of them, keeps all function keys.
    Behind ssh only TERM tells of either, so there the function keys count as kept too.
    """
    if any(name.startswith("BYOBU_") for name in environ):
        return _FUNCTION_KEYS | _CHORDS
    if environ.get("TMUX") or environ.get("STY"):
        return _CHORDS
    if environ.get("TERM", "").startswith(("screen", "tmux")):
        return _FUNCTION_KEYS | _CHORDS
    return frozenset()
