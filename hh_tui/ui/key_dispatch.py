"""Keys, in the order in which they were pressed: each one meets what the one before it has left.

A key is handled when everything that earlier keys set off in widgets, dialogs and callbacks has happened, and
the window on top is built and has its focus. What is typed ahead of the screen thus does what it does when it
is typed slowly, with these exceptions, all of them about what cannot be taken back by looking:

- a held key makes one decision, and acts in no other window than the one it was pressed in;
- nothing is decided by a key that came before the candidate after the last decision was seen, or before
  other digits were that an answer of hh.ru has brought;
- no letter is sent by a key that came before another one was seen that was put back above it;
- keys that come while hh.ru is asked wait for the answer, and decide in no window that the answer opened;
- keys on their way while a window comes, or goes, without a key are forgotten, and so are clicks;
- letters meant for a place to type in are no commands when that place goes, or was never opened.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, cast

from msgspec import Struct
from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from hh_tui.keys.burst import BurstGuard
from hh_tui.keys.held import CONFIRMING, ONCE, REPEATABLE, HeldKey, KeyRepeat
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Command, Scope
from hh_tui.keys.typed import TypedLetters
from hh_tui.ui.begun_sequence import BegunSequence
from hh_tui.ui.commands import HasScopes
from hh_tui.ui.key_feedback import KeyFeedback
from hh_tui.ui.key_release import KeyRelease
from hh_tui.ui.message_queue import emptied
from hh_tui.ui.pending_read import AwaitsAnswer
from hh_tui.ui.terminal_app import TerminalApp
from hh_tui.ui.text_selection import text_in
from hh_tui.ui.textual_private import flush_callbacks, has_callbacks, queued
from hh_tui.ui.typed_on import HearsTypedOn
from hh_tui.ui.unasked_windows import UnaskedWindows
from hh_tui.ui.unseen import Unseen

ESCAPE: Final = "escape"
ENTER: Final = "enter"
ACTIONS: Final = ("action-", "shortcut-")
LINE_END: Final = "\r"
"""The line ends of text that nothing takes are no commands either."""

TIMEOUT: Final = 2.0
"""Seconds that a key waits for the widgets to come to rest at most, all of them together."""

ROUNDS: Final = 8
"""How often windows that open one another are waited for."""

STEPS: Final = {"down", "up"}
"""Commands that set nothing off but painting: the next key need not wait for any widget."""

KEPT: Final = 200
"""Keys that wait for hh.ru at most."""


class QueuedKey(Struct, frozen=True):
    """A key that waits for hh.ru, and the windows that stood when it was pressed."""

    event: events.Key
    windows: frozenset[Screen[Any]]


class KeyDispatcher:
    """Brings commands to the screen before any widget sees the key; text goes to who types it.

    `forward` hands a key to Textual, `escape` may take an Escape key of this time for itself, `stamp` is the
    clock by which events are stamped, in seconds, `command` runs a command of the screen on top by its id.
    """

    def __init__(
        self,
        app: TerminalApp,
        keymap: Keymap,
        hearer: Callable[[], KeyFeedback],
        forward: Callable[[events.Event], Awaitable[None]],
        escape: Callable[[float], bool],
        stamp: Callable[[], float],
        command: Callable[[str], object],
    ) -> None:
        self._app = app
        self._keymap = keymap
        self._feedback = hearer
        self._forward = forward
        self._escape = escape
        self._stamp = stamp
        self._command = command
        self._burst = BurstGuard()
        self._held = HeldKey()
        self._release = KeyRelease(app, lambda key: hearer().warn("keys.once-more", key=key))
        self._letters = TypedLetters()
        self._sequence = BegunSequence(app, keymap, stamp)
        self.typed: str | None = None
        """The character by which the command that runs now was called."""
        self._stood: Screen[Any] | None = None
        self._stirred = True
        self._pressed_on: Screen[Any] | None = None
        self._decided = False
        self._acted = False
        """Whether the last key ran a command."""
        self._let_in: tuple[Widget, str] | None = None
        """Where the last key was typed as a letter, by the key that had opened it, and the text before it."""
        self._seen_at = dict.fromkeys(Unseen, float("-inf"))
        self._unasked = UnaskedWindows(app)
        self._waiting: deque[QueuedKey] = deque(maxlen=KEPT)
        self._asked_on: Screen[Any] | None = None

    # What the program tells

    def decided(self, unseen: Unseen = Unseen.DECIDED) -> None:
        """Something was decided, or is there that nobody has seen yet: until then some keys do nothing."""
        self._decided = self._decided or unseen is Unseen.DECIDED
        self._seen_at[unseen] = float("inf")
        self._app.call_after_refresh(self._seen, unseen)

    def _seen(self, unseen: Unseen) -> None:
        self._seen_at[unseen] = self._stamp()

    def came_by_itself(self) -> None:
        """A window comes or goes that no key asked for."""
        self._unasked.came(self._stamp())
        self._stirred = True

    async def takes(self, event: events.Event) -> bool:
        """Whether a click or a paste is for the window on top, once what keys have set off has happened."""
        if event.is_forwarded:
            return True
        self._sequence.end()
        await self.settle()
        self._stirred = True
        return not self._unasked.stops(event)

    async def resume(self) -> None:
        """What hh.ru was asked for is over: keys go on in the window that came of it, or are forgotten."""
        if not self._waiting or self._asks():
            return
        waiting, self._waiting = self._waiting, deque(maxlen=KEPT)
        if self._app.screen is not self._asked_on:
            for one in waiting:
                await self.press(one.event, one.windows)

    def _asks(self) -> bool:
        screen = self._app.screen
        return isinstance(screen, AwaitsAnswer) and screen.asking

    # Coming to rest

    async def settle(self) -> None:
        """Until everything that was set off by input has happened."""
        if not self._stirred and self._app.screen is self._stood:
            return
        until = asyncio.get_running_loop().time() + TIMEOUT
        for _ in range(ROUNDS):
            # Answers of dialogs are handed over between two messages of the app, which waits for this one.
            await flush_callbacks(self._app)
            before = (self._app.screen, self._app.screen.focused)
            await self._let_pass(*before, until)
            if not has_callbacks(self._app) and before == (self._app.screen, self._app.screen.focused):
                break
        self._stood, self._stirred = self._app.screen, False

    async def _let_pass(self, screen: Screen[Any], focused: MessagePump | None, until: float) -> None:
        """The queues from the focused widget up to the screen are empty, or it is late."""
        pumps = [focused, *getattr(focused, "ancestors", ())] if focused is not None else [screen]
        if focused is not None:
            await emptied(focused, until)
        for pump in pumps:
            if pump is not None and pump is not self._app:
                await emptied(pump, until)

    # Keys

    async def press(self, event: events.Key, windows: frozenset[Screen[Any]] | None = None) -> None:
        """Handle a key; `windows` are those that stood when it was pressed, where it had to wait."""
        await self._release.heard(event.key)
        await self.settle()
        if self._waiting and not self._asks():
            await self.resume()
        if event.key == ESCAPE:
            self._waiting.clear()
        elif self._asks():
            self._asked_on = self._app.screen
            self._waiting.append(QueuedKey(event, windows or frozenset(self._app.screen_stack)))
            return
        if self._unasked.stops(event):
            if event.is_printable:
                self._letters.typed(event.time)
            return
        if "+" in event.key and event.key != (key := self._keymap.layout.latin(event.key)):
            time, event = event.time, events.Key(key, None)
            event.time = time
        if await self._handle(event, windows):
            return
        self._stirred = True
        await self._forward(event)

    async def _handle(self, event: events.Key, windows: frozenset[Screen[Any]] | None) -> bool:
        """Whether the key is done with; else it is for a widget."""
        screen, focused = self._app.screen, self._app.focused
        if not isinstance(screen, HasScopes):
            return False
        typed = event.character if event.is_printable and "+" not in event.key else None
        token = typed if typed and event.key != "space" else event.key
        stroke = self._held.press(token, event.time)
        before, self._acted = self._acted, False
        let_in, self._let_in = self._let_in, None
        if typed and focused is not None and focused.check_consume_key(event.key, typed):
            self._sequence.end()
            if await self._is_opener(token, stroke, event.time, focused, let_in):
                return True
            if self._letters.is_typed_on(event.time) and isinstance(screen, HearsTypedOn):
                screen.typed_on.hear(focused, typed)
            return False
        self._letters.looked()
        text = typed or (LINE_END if self._is_line_end(event, screen) else None)
        if text and self._is_text(text, event.time):
            self._sequence.end()
            return True
        began = self._sequence.keys(event.time)
        if event.key == ESCAPE and not began and self._escape(event.time):
            return True
        pressed = self._keymap.press(token, began, screen.scopes)
        self._sequence.is_by_now(pressed.pending, event.time)
        if pressed.command is not None:
            if self._may_act(pressed.command, token, stroke, event, windows, before):
                self.typed = typed
                await self._run(pressed.command, token if typed else "", event.time)
                self.typed = None
            return True
        if not pressed.pending:
            self._feedback().tell_unheard(token, began)
        return bool(pressed.pending or began)

    async def _is_opener(
        self, token: str, stroke: KeyRepeat, time: float, place: Widget, let_in: tuple[Widget, str] | None
    ) -> bool:
        """Whether a letter is the key that opened its place, being held: then it is none.

        The first repeat of a held letter cannot be told from a letter; the second one takes it back.
        """
        if self._letters.repeats_opener(token, time, stroke):
            if stroke is KeyRepeat.SLIPPED and let_in is not None and let_in[0] is place:
                if let_in[1] != text_in(place):
                    await self._forward(events.Key("backspace", None))
                self._stirred = True
            return True
        if self._letters.is_opener(token):
            self._let_in = (place, text_in(place))
        self._letters.typed(time)
        return False

    def _is_line_end(self, event: events.Key, screen: HasScopes) -> bool:
        """Whether it ends a line of text where nothing takes any; in forms it chooses and confirms."""
        return event.key == ENTER and Scope.LIST in screen.scopes and not self._takes_letters()

    def _is_text(self, typed: str, time: float) -> bool:
        """Whether it was meant as text, where nothing takes any: of somebody typing on, or a burst."""
        if self._letters.swallows(typed, time):
            return True
        is_burst = self._burst.swallows(typed, time, self._letters_waiting())
        if self._burst.has_begun:
            hearer, top = self._feedback(), cast("object", self._app.screen)
            (hearer.say if hearer is top else hearer.warn)("keys.burst")
        return is_burst

    def _letters_waiting(self) -> set[str]:
        """Different letters that came in together with this one."""
        waiting: tuple[object, ...] = queued(self._app)
        return {one.character for one in waiting if isinstance(one, events.Key) and one.character}

    def _may_act(
        self,
        command: Command,
        token: str,
        stroke: KeyRepeat,
        event: events.Key,
        windows: frozenset[Screen[Any]] | None,
        acted: bool,
    ) -> bool:
        """Whether the command runs; `acted` is whether the key before this one ran one."""
        screen, pressed_on = self._app.screen, self._pressed_on
        if stroke is KeyRepeat.NEW:
            self._pressed_on = screen
        elif command.decides or command.id in ONCE:
            self._tell_held(command, token, slipped=acted and stroke is KeyRepeat.SLIPPED)
            return False
        elif screen is not self._pressed_on and event.key != ESCAPE:
            return False
        if event.time < self._seen_at[Unseen.WORDS] and Unseen.WORDS.stops(command):
            self._feedback().warn("keys.unseen.words", key=key_name(token))
            return False
        unseen = any(event.time < at and one.stops(command) for one, at in self._seen_at.items())
        if unseen or (command.decides and windows is not None and screen not in windows):
            self._feedback().say("keys.unseen", key=token)
            if command.opens:
                self._refused(command, event.time, besides=token)
            return False
        if command.id in CONFIRMING and screen is not pressed_on and self._held.may_be_first_repeat:
            self._release.wait(event.key, partial(self._run, command, "", event.time))
            return False
        return True

    def _tell_held(self, command: Command, token: str, *, slipped: bool) -> None:
        """`slipped`: the first repeat was taken for a press and ran the command, which is taken back."""
        if slipped and (command.id in REPEATABLE or command.id.startswith(ACTIONS)):
            self._feedback().stop_same_again()
            if self._decided:
                self._feedback().take_back()
        if self._decided:
            self._feedback().say("keys.held", key=key_name(token))

    async def _run(self, command: Command, letter: str, time: float) -> None:
        """Run it; a refused place to type leaves the letters that follow without one."""
        screen = self._app.screen
        self._letters.ended()
        self._decided, self._acted = False, True
        self._command(command.id)
        stays = screen is self._stood and self._app.screen is screen and screen.is_active
        if not stays or command.id not in STEPS:
            self._stirred = True
        if letter:
            self._letters.opened(letter, time)
        if letter and command.id.startswith(ACTIONS):
            self._letters.acted(time)
        if command.opens and not self._decided:
            await self.settle()
            if self._app.screen is screen and not self._takes_letters() and not self._asks():
                self._refused(command, time)

    def _refused(self, command: Command, time: float, besides: str = "") -> None:
        """A place to type did not open: letters that follow were meant for it, if there is such a place.

        `besides` is the key that was refused where it does what it is asked for when it is pressed again.
        """
        prefix, _, key = command.id.rpartition("-")
        if prefix not in {"action", "shortcut"} or self._feedback().offers(key):
            self._letters.typed(time, besides)

    def _takes_letters(self) -> bool:
        focused = self._app.focused
        return focused is not None and focused.check_consume_key("a", "a")
