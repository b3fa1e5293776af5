"""Bytes and moments in, Textual's events out. It knows no terminal, and no bytes make it raise an error."""

from collections.abc import Iterable

from textual import events
from textual.message import Message

from hh_tui.ui.terminal.decoder import Decoder
from hh_tui.ui.terminal.messages import TerminalReports, UnknownSequence, key_event
from hh_tui.ui.terminal.sequences import presses
from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from hh_tui.ui.terminal.tokenizer import Tokenizer
from hh_tui.ui.terminal.tokens import Character, Pasted, Token


class InputParser:
    """`feed` what was read, call `expire` once `deadline` has passed. Moments are seconds of a steady clock.

    Escape sequences that are no key and no answer that Textual waits for become UnknownSequence, and the
    strings of a terminal nothing at all.
    """

    def __init__(self, timeouts: SequenceTimeouts) -> None:
        self._decoder = Decoder()
        self._tokens = Tokenizer(timeouts)
        self._answers = TerminalReports()

    @property
    def deadline(self) -> float | None:
        """When what waits for more has waited long enough; None when nothing waits."""
        return self._tokens.deadline

    def feed(self, data: bytes, now: float) -> list[Message]:
        """The events of what is complete with these bytes."""
        return self._messages(self._tokens.feed(self._decoder.decode(data), now))

    def expire(self, now: float) -> list[Message]:
        """The events of what has waited long enough."""
        return self._messages(self._tokens.expire(now))

    def _messages(self, tokens: Iterable[Token]) -> list[Message]:
        messages: list[Message] = []
        for token in tokens:
            if isinstance(token, Pasted):
                messages.append(events.Paste(token.text))
                continue
            keys = presses(token)
            messages += map(key_event, keys)
            if not keys and not isinstance(token, Character):
                messages += list(self._answers.messages(token)) or [UnknownSequence.of(token)]
        return messages
