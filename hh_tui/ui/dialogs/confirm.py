"""A question with a few answers, each of them one key."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.answer import NO, YES, Answer
from hh_tui.ui.dialogs.base import Dialog

_BETWEEN: Final = " / "


class Confirm(Dialog[str]):
    """Returns the id of an answer; leaving it is the answer whose key is Escape.

    Answers of yes and no are commands of `Scope.CONFIRM`, others of `Scope.CHOICE`, among them `stay`, which
    is Escape. Enter takes the answer that has the focus, which is the `default` one to begin with. What is
    `listed` stands below the question, each in one line that is cut where it is too long, then the `detail`.
    """

    CSS_PATH = "confirm.tcss"

    def __init__(
        self,
        question: str,
        answers: Sequence[Answer],
        keymap: Keymap,
        *,
        default: str,
        detail: str = "",
        listed: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._question = question
        self._answers = tuple(answers)
        self._keymap = keymap
        self._default = default
        self._detail = detail
        self._listed = listed
        self._scope = Scope.CONFIRM if answers[0].id in {YES, NO} else Scope.CHOICE

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do: those of answers that are not offered here do nothing."""
        ids = {one.id for one in COMMANDS if one.scope is self._scope}
        given = {one: partial(self._given, one.partition("-")[2]) for one in ids}
        return {
            **given,
            self._command("take"): self.take,
            self._command("next"): partial(self.move, 1),
            self._command("previous"): partial(self.move, -1),
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of its answers."""
        return (self._scope,)

    def _command(self, name: str) -> str:
        return f"{'answer' if self._scope is Scope.CONFIRM else 'choice'}-{name}"

    def compose(self) -> ComposeResult:
        """The answers below the question."""
        with Vertical(id="confirm") as frame:
            frame.border_title = Content(self._question)
            if self._listed:
                yield Static("\n".join(self._listed), id="listed", markup=False)
            if self._detail:
                yield Static(self._detail, id="detail", markup=False)
            with Vertical(id="answers"):
                for one in self._answers:
                    yield Button(self._label(one, taken=one.id == self._default), id=one.id)

    def _label(self, answer: Answer, *, taken: bool) -> Content:
        """The keys of an answer, Enter among them where it takes this one."""
        sign = key_name(self._keymap.first(self._command("take")))
        keys = f"{self._letters(answer.id)}{_BETWEEN}{sign}" if taken else self._letters(answer.id)
        return Content(f"{keys}  {answer.label}")

    def _letters(self, name: str) -> str:
        keys = self._keymap.keys[self._command(name)]
        return _BETWEEN.join(key for key in keys if len(key) == 1) or _BETWEEN.join(keys)

    def on_mount(self) -> None:
        """Enter takes the default."""
        self.set_focus(self.query_one(f"#{self._default}", Button))

    @on(events.DescendantFocus)
    def pointed(self) -> None:
        """Enter takes another answer from now on."""
        for one in self._answers:
            button = self.query_one(f"#{one.id}", Button)
            button.label = self._label(one, taken=button.has_focus)

    @on(Button.Pressed)
    def clicked(self, event: Button.Pressed) -> None:
        """Given with the mouse."""
        self.answer(event.button.id)

    def _given(self, name: str) -> None:
        if name in {one.id for one in self._answers}:
            self.answer(name)

    def take(self) -> None:
        """The answer that has the focus."""
        self.answer(self.focused.id if self.focused is not None else self._default)

    def move(self, delta: int) -> None:
        """The focus goes to another answer."""
        ids = [one.id for one in self._answers]
        here = ids.index(self.focused.id) if self.focused is not None and self.focused.id in ids else 0
        # A key that follows at once meets the new focus: `Widget.focus` would wait for the app's next turn.
        self.set_focus(self.query_one(f"#{ids[(here + delta) % len(ids)]}", Button))
