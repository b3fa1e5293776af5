"""Bytes and pauses into the program's own input, without a terminal."""

from collections.abc import Iterable

from textual import events
from textual.message import Message

from hh_tui.ui.terminal.messages import UnknownSequence
from hh_tui.ui.terminal.parser import InputParser
from hh_tui.ui.terminal.timeouts import SequenceTimeouts


def sent(*pieces: bytes | float, timeouts: SequenceTimeouts | None = None) -> list[Message]:
    """The events of what a terminal sends, piece by piece; a number is a pause in seconds."""
    parser = InputParser(timeouts or SequenceTimeouts())
    now, found = 0.0, list[Message]()

    def pass_time(until: float) -> None:
        while parser.deadline is not None and parser.deadline <= until:
            found.extend(parser.expire(parser.deadline))

    for piece in pieces:
        if isinstance(piece, bytes):
            found += parser.feed(piece, now)
        else:
            now += piece
            pass_time(now)
    pass_time(float("inf"))
    return [message for message in found if not isinstance(message, UnknownSequence)]


def keys(messages: Iterable[Message]) -> list[str]:
    """The names of keys, `paste: …` for a paste, the class of anything else."""
    return [_named(message) for message in messages]


def _named(message: Message) -> str:
    if isinstance(message, events.Key):
        return message.key
    return f"paste: {message.text}" if isinstance(message, events.Paste) else type(message).__name__


def typed(messages: Iterable[Message]) -> str:
    """What would stand in a letter: the characters of keys, and what was pasted."""
    texts = []
    for message in messages:
        if isinstance(message, events.Key) and message.is_printable:
            texts.append(message.character or "")
        elif isinstance(message, events.Paste):
            texts.append(message.text)
    return "".join(texts)
