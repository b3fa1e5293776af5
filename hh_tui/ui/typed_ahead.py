"""Keys that were typed at the picture of the last screen, before the program stood there."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from textual import events

from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.startup.last_screen import Picture
from hh_tui.ui.key_dispatch import KeyDispatcher
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.terminal.parser import InputParser
from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from hh_tui.ui.view import View

SAFE: Final = frozenset(
    {"down", "up", "top", "bottom", "page-down", "page-up", "next-pane", "previous-pane", "help"}
)
"""Commands that only look: they send nothing, and are taken back by looking elsewhere."""

APART: Final = 0.3
"""Seconds between two of these keys as they are pressed anew: a hand typed them, and held none."""

_NAME: Final = re.compile(rf"{glyphs.CURSOR}\S (.+?)(?:, \d|…|  |│)")


class InboxSeen(Protocol):
    """The inbox screen: what it shows, and which keys work there."""

    @property
    def inbox(self) -> Inbox:
        """The snapshot."""

    @property
    def view(self) -> View:
        """What is shown of it."""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The commands that work there now."""

    @property
    def is_active(self) -> bool:
        """Whether it is the screen on top."""


class TypedAhead:
    """Presses the kept keys that only look, where the list stands as it was pictured.

    They come before every key that the running program was sent. The first key that does more ends them: what
    was typed behind it was meant for what it would have done. Who one comes to by them is not decided on
    before they are seen.
    """

    picture: Picture | None = None
    """What stood there before, and what was typed at it; None once that is used up."""

    def __init__(
        self,
        dispatcher: KeyDispatcher,
        keymap: Keymap,
        screen: Callable[[], InboxSeen],
        stamp: Callable[[], float],
    ) -> None:
        self._dispatcher = dispatcher
        self._keymap = keymap
        self._screen = screen
        self._stamp = stamp
        self._began = False

    async def begin(self) -> None:
        """What was kept of the last run stands there."""
        self._began = True
        picture, self.picture = self.picture, None
        if picture is None or not picture.typed or not self._is_pictured(picture):
            return
        keys = list(self._safe(picture.typed))
        for number, event in enumerate(keys):
            event.time = self._stamp() - APART * (len(keys) - number)
            await self._dispatcher.press(event)
        if keys:
            self._dispatcher.decided()

    async def press(self, event: events.Key) -> None:
        """A key for the running program."""
        if self._began and self.picture is not None:
            await self.begin()
        await self._dispatcher.press(event)

    def _is_pictured(self, picture: Picture) -> bool:
        """Whether the cursor is on the very candidate that it was on in the picture."""
        screen = self._screen()
        row = screen.inbox.selected
        if row is None or not screen.is_active:
            return False
        told = name(screen.view.render_context, row.negotiation)
        shown = (found[1].strip() for line in picture.lines for found in _NAME.finditer(line))
        return any(one and told.startswith(one) for one in shown)

    def _safe(self, typed: bytes) -> Iterator[events.Key]:
        """The keys up to the first that does more than look."""
        parser, scopes = InputParser(SequenceTimeouts.of(os.environ)), self._screen().scopes
        begun: list[events.Key] = []
        pending = ""
        for event in parser.feed(typed, 0.0):
            if not isinstance(event, events.Key):
                return
            is_letter = event.is_printable and "+" not in event.key and event.key != "space"
            match = self._keymap.press((event.character if is_letter else None) or event.key, pending, scopes)
            begun, pending = [*begun, event], match.pending
            if match.command is None and not pending:
                return
            if match.command is not None:
                if match.command.id not in SAFE:
                    return
                yield from begun
                begun = []
