"""Characters to complete sequences, after ECMA-48 and what terminals send beyond it."""

import re
from typing import Final

from hh_tui.ui.terminal.beginnings import STRINGS, goes_on, is_keypad
from hh_tui.ui.terminal.paste import Paste
from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from hh_tui.ui.terminal.tokens import ESCAPE, Character, Sequence, Token

_INTRODUCERS: Final = dict(zip("\x8f\x90\x98\x9b\x9d\x9e\x9f", "OPX[]^_", strict=True))
"""8-bit introducers, and what follows ESC in their 7-bit form."""

_CSI_BODY: Final = re.compile(r"[ -?]*")
_SS3_BODY: Final = re.compile(r"[0-9;]*")
_STRING_TEXT: Final = re.compile(r"[^\x00-\x07\x0e-\x1f\x9b\x9c]*")
_URXVT_SHIFT: Final = re.compile(r"[0-9]{1,2}\$")
_C1: Final = re.compile(r"[\x80-\x9f]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

_LONGEST: Final = 256
"""Characters of a sequence after which nothing of it is kept; its end is still waited for."""

_MOUSE: Final = 3
"""Characters behind `CSI M` in the mouse reports of old terminals."""


class Tokenizer:
    """`feed` characters, and call `expire` when `deadline` has passed. Moments are seconds of a steady clock.

    `_rest` waits for more; it begins with its ESC. Where that ESC has counted as a key, because nothing came
    in time, `_torn` is what went before: what continues it then is not taken for keys. `_pause` is
    the longest one between pieces since there was an introducer, `_lone` how long an ESC stood alone before
    this piece. `_string_until` is when a string that does not go on is given up.
    """

    def __init__(self, timeouts: SequenceTimeouts) -> None:
        self._timeouts = timeouts
        self._rest = ""
        self._torn = ""
        self._torn_until = 0.0
        self._is_torn = False
        self._string = False
        self._string_until = 0.0
        self._pause = 0.0
        self._lone = 0.0
        self._paste: Paste | None = None
        self._now = 0.0
        self._found: list[Token] = []
        self.deadline: float | None = None

    def feed(self, text: str, now: float) -> list[Token]:
        """The sequences and characters that are complete with this text."""
        if not text:
            return []
        self._pause = max(self._pause, now - self._now) if len(self._rest) > 1 else 0.0
        self._lone = now - self._now if self._rest == "\x1b" else 0.0
        self._found, self._now, self.deadline = [], now, None
        data, self._rest = self._rest + text, ""
        if self._string:
            self._bound_string(text)
        if self._torn and not self._is_torn:
            if now < self._torn_until and self._continues(text):
                data, self._is_torn = self._torn + text, True
            else:
                self._torn = ""
        place = 0
        while place < len(data):
            place = self._step(data, place)
            if not self._rest:
                self._is_torn, self._torn, self._pause = False, "", 0.0
        return self._found

    def expire(self, now: float) -> list[Token]:
        """What the characters mean that have waited long enough for more."""
        if self.deadline is None or now < self.deadline:
            return []
        self._found, self._now, self.deadline = [], now, None
        rest, self._rest = self._rest, ""
        if self._paste is not None:
            self._paste_waited(self._paste)
        elif self._string:
            self._string = False
        elif self._is_torn:
            behind = rest[len(self._torn) :]
            self._found += [Character(behind)] if len(behind) == 1 else []
            self._is_torn, self._torn = False, ""
        elif rest == "\x1b" or (len(rest) == 2 and rest[0] == "\x1b"):
            self._found += [ESCAPE, *map(Character, rest[1:])]
            self._torn, self._torn_until = rest, now + self._timeouts.torn
        return self._found

    def _continues(self, text: str) -> bool:
        """Whether text is the rest of what began with `_torn`, rather than keys pressed afterwards."""
        if self._torn == "\x1b":
            return text[0] in "[O" or (text[0] in STRINGS and len(text) > 1)
        return self._torn == "\x1b[" and "0" <= text[0] <= "?"

    def _step(self, data: str, place: int) -> int:
        """Go over one token at a place; the place behind it. What is incomplete becomes the rest."""
        if self._paste is not None:
            return self._in_paste(self._paste, data, place)
        if self._string:
            return self._in_string(data, place)
        character = data[place]
        if introducer := _INTRODUCERS.get(character):
            return self._introduced(introducer, data, place, place + 1)
        if character == "\x1b":
            return self._escaped(data, place)
        if not _C1.match(character):
            self._found.append(Character(character))
        return place + 1

    def _wait(self, rest: str, seconds: float) -> None:
        self._rest = rest
        self.deadline = self._now + seconds

    def _escaped(self, data: str, place: int) -> int:
        if place + 1 == len(data):
            self._wait("\x1b", self._timeouts.escape)
            return place + 1
        second = data[place + 1]
        if second in "[O" or second in STRINGS:
            return self._introduced(second, data, place, place + 2)
        if second == "\\":
            # The terminator of a string that has been given up.
            return place + 2
        if second in "\t\x7f\x08" and (place or self._lone <= self._timeouts.pieces):
            self._found.append(Sequence("", "", second))
            return place + 2
        self._found.append(ESCAPE)
        return place + 1

    def _introduced(self, introducer: str, data: str, start: int, body: int) -> int:
        if body == len(data):
            self._wait(data[start:], self._timeouts.introducer)
            return body
        slow = self._pause > self._timeouts.pieces
        if data[start] == "\x1b" and not goes_on(introducer, data[body:], slow=slow):
            keys = (ESCAPE, Character(introducer))
            self._found += keys[1:] if self._is_torn else keys
            return body
        if introducer in STRINGS:
            self._string, self._string_until = True, self._now + self._timeouts.body
            return body
        match = (_CSI_BODY if introducer == "[" else _SS3_BODY).match(data, body)
        end = match.end() if match else body
        if introducer == "[" and (urxvt := _URXVT_SHIFT.match(data, body)):
            end = urxvt.end() - 1
        if end == len(data):
            # What is too long is no key: its end is waited for, and only so much kept as to know that.
            kept = data[start : body + _LONGEST + 1]
            self._wait(kept, self._timeouts.introducer if self._is_torn else self._timeouts.body)
            return end
        return self._finished(introducer, data, start, body, end)

    def _finished(self, introducer: str, data: str, start: int, body: int, end: int) -> int:
        """At the first character that is no parameter: the final one, or one that breaks the sequence off."""
        final = data[end]
        if final == "[" and introducer == "[" and end == body:
            introducer, body, end = "[[", end + 1, end + 1
            if end == len(data):
                self._wait(data[start:], self._timeouts.body)
                return end
            final = data[end]
        if final == "M" and introducer == "[" and end == body:
            return self._old_mouse(data, start, end + 1)
        if "@" <= final <= "~" or (final == "$" and end > body) or (final == " " and introducer == "O"):
            self._complete(introducer, data[body:end], final)
            return end + 1
        if final < " " or "\x7f" <= final <= "\x9f":
            if end == body and introducer != "[[" and data[start] == "\x1b":
                keys = (ESCAPE, Character(introducer))
                self._found += keys[1:] if self._is_torn else keys
            return end
        # A letter right behind a lone introducer is none.
        return end + 1

    def _complete(self, introducer: str, body: str, final: str) -> None:
        if introducer == "[" and (body, final) == ("200", "~"):
            self._paste = Paste()
        elif len(body) <= _LONGEST:
            slow = self._pause > self._timeouts.keypad and is_keypad(introducer, final)
            self._found.append(Sequence(introducer, body, final, whole=not (self._is_torn or slow)))

    def _old_mouse(self, data: str, start: int, end: int) -> int:
        """`CSI M` is a mouse report with three characters behind it, or a key of st with none."""
        report = data[end : end + _MOUSE]
        if key := _CONTROL.search(report):
            return end + key.start()
        if len(report) < _MOUSE:
            self._wait(data[start:], self._timeouts.escape)
        return end + len(report)

    def _bound_string(self, text: str) -> None:
        """Single characters, which a hand may type, do not prolong a string; larger pieces do."""
        if self._now >= self._string_until:
            self._string = False
        elif len(text) > 1:
            self._string_until = self._now + self._timeouts.body

    def _in_string(self, data: str, place: int) -> int:
        match = _STRING_TEXT.match(data, place)
        end = match.end() if match else place
        if end == len(data):
            self.deadline = self._string_until
            return end
        if data[end:] == "\x1b":
            self._wait("\x1b", self._string_until - self._now)
            return end + 1
        self._string = False
        if data[end] in "\x07\x9c":
            return end + 1
        return end + 2 if data[end : end + 2] == "\x1b\\" else end

    def _in_paste(self, paste: Paste, data: str, place: int) -> int:
        taken = paste.take(data[place:])
        self._found += taken.found
        if taken.over:
            self._paste = None
            return len(data) - len(taken.behind)
        self.deadline = self._now + self._paste_patience(paste)
        return len(data)

    def _paste_patience(self, paste: Paste) -> float:
        if paste.escape_typed:
            return self._timeouts.escape
        return self._timeouts.quiet if paste.has_text or not paste.doubtful else self._timeouts.doubt

    def _paste_waited(self, paste: Paste) -> None:
        if paste.doubtful and not paste.has_text:
            self._paste = None
            self._found += [ESCAPE] if paste.escape_typed else []
            return
        self._found += paste.hand_over()
        self.deadline = self._now + self._timeouts.doubt
