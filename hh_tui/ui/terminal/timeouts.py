"""How long the beginning of a sequence waits for its rest, in seconds."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_REMOTE: Final = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY", "MOSH_IP", "MOSH_KEY")
"""Variables of the environment that name a line or a multiplexer between the keyboard and the program."""

_MULTIPLEXERS: Final = ("screen", "tmux")
"""How TERM begins inside one."""

_LONGEST: Final = 5.0


class SequenceTimeouts(Struct, frozen=True):
    """`escape`: a lone ESC is the Escape key afterwards. `introducer`: `ESC [` is Alt and a sign.

    `body`: a sequence with parameters, which no hand types, is given up. `torn`: what can be the rest of a
    key is none itself, though its ESC has counted as one. `quiet`: a paste that does not go on is handed
    over. `doubt`: it is over, should its end never come. `pieces`: what comes later behind an introducer is a
    key, unless it goes on as keys do; so are a Tab and a Backspace that come later behind an ESC. `keypad`: a
    letter that comes later behind `ESC O` is no key of the keypad, whose figures decide.
    """

    escape: float = 0.1
    introducer: float = 0.5
    body: float = 2.0
    torn: float = 1.0
    quiet: float = 1.0
    doubt: float = 5.0
    pieces: float = 0.1
    keypad: float = 0.05

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "SequenceTimeouts":
        """Longer where a slow line may tear a key; ESCDELAY, in milliseconds, says it for the lone ESC."""
        remote = any(environment.get(name) for name in _REMOTE)
        remote = remote or environment.get("TERM", "").startswith(_MULTIPLEXERS)
        timeouts = cls(escape=0.4, introducer=1.0, torn=2.0, quiet=2.0) if remote else cls()
        delay = environment.get("ESCDELAY", "")
        if not (delay.isascii() and delay.isdecimal() and len(delay) < 7):
            return timeouts
        escape = min(int(delay) / 1000, _LONGEST)
        return cls(escape, max(timeouts.introducer, escape), torn=timeouts.torn, quiet=timeouts.quiet)
