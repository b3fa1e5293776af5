"""A field whose values hh.ru suggests while one types."""

from collections.abc import Sequence

from textual import events, on
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from hh_tui.inbox.lists.choices import Choice, choice
from hh_tui.ui.widgets.choice_box import ChoiceBox

PAUSE = 0.25
"""Seconds without a letter after which is asked."""


class SuggestBox(ChoiceBox):
    """Posts `Asked` for what was typed; `suggest` offers what came.

    With `free` the words themselves are a value, too: they are offered before the suggests, and taken when
    one leaves the field.
    """

    class Asked(Message):
        """Something was typed that hh.ru may complete."""

        def __init__(self, box: "SuggestBox", typed: str) -> None:
            super().__init__()
            self.box = box
            self.typed = typed

    def __init__(
        self,
        placeholder: str,
        chosen: Sequence[Choice] = (),
        *,
        id: str,  # noqa: A002
        free: bool = False,
    ) -> None:
        super().__init__(placeholder, chosen, id=id)
        self._free = free
        self._timer: Timer | None = None

    @on(Input.Changed)
    def typed_on(self, event: Input.Changed) -> None:
        """Ask, once no more letters come."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        if self._free:
            self.choices = (choice(self.words, self.words),) if self.words else ()
        if self.words:
            self._timer = self.set_timer(PAUSE, self._ask)

    def _ask(self) -> None:
        if self.words:
            self.post_message(self.Asked(self, self.words))

    def suggest(self, typed: str, choices: Sequence[Choice]) -> None:
        """Offer these for what was typed, where that still stands there."""
        if typed != self.words:
            return
        own = (choice(typed, typed),) if self._free else ()
        others = [one for one in choices if one.name != typed or not self._free]
        self.choices = (*own, *others)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Words that were typed are looked for, chosen or not."""
        self.take_typed()

    def take_typed(self) -> None:
        """What was typed is a value."""
        if self._free and (typed := self.words):
            self.chosen = (*(one for one in self.chosen if one.id != typed), choice(typed, typed))
            self.query_one(Input).value = ""
