"""Keys that mean nothing where they are pressed, and do elsewhere: that is told."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from textual.screen import Screen

from hh_tui.inbox.decisions.batch import last_held
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Command, Scope
from hh_tui.ui.commands import scopes_of
from hh_tui.ui.scopes import is_typing
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

OF_CANDIDATES: Final = (Scope.DECIDE, Scope.ITEM)


class Tell(Protocol):
    """Tells a sentence by its key in the catalogue."""

    def __call__(self, key: str, /, **values: str | int) -> None:
        """With these values in it."""


class UnheardKeys:
    """Of the inbox `below` and the window on top of it. `keys` names a command's key.

    `say` tells in the last line, `warn` over any window.
    """

    def __init__(
        self,
        below: Screen[Any],
        state: State,
        keymap: Keymap,
        keys: Callable[[str], str],
        *,
        say: Tell,
        warn: Tell,
    ) -> None:
        self._below = below
        self._state = state
        self._keymap = keymap
        self._keys = keys
        self._say = say
        self._warn = warn

    def tell(self, token: str, pending: str) -> None:
        """The key `token`, after the `pending` ones, does nothing: say where it does."""

        def of(*scopes: Scope) -> Command | None:
            return self._keymap.press(token, pending, scopes).command

        typed, on_top, state = f"{pending} {token}".strip(), scopes_of(self._below.app.screen), self._state
        if self._below.is_active:
            beside = state.view.pane in {Pane.VACANCIES, Pane.COLLECTIONS}
            if beside and not is_typing(state) and of(*OF_CANDIDATES):
                self._say("keys.of-list", key=typed, pane=self._keys("next-pane"))
        elif Scope.FOUND_ANY in on_top:
            if of(Scope.ALL):
                tell = self._say if Scope.FOUND in on_top else self._warn
                tell("keys.of-inbox", key=typed, close=self._keys("close-found"))
        elif (command := of(Scope.TAKE_BACK)) and command.id == "undo" and self._can_take_back(state):
            self._warn("keys.not-taken-back", key=self._keys("undo"))

    def _can_take_back(self, state: State) -> bool:
        """Whether something waits that will go while the window is open."""
        return bool(last_held(state.outbox, state.view.now, state.view.render_context.now))
