"""Who gets what, before it is held: everybody by name, and the letter that goes to all of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.keys.registry import Scope
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import page_keys
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.widgets.people_list import PeopleList, Person
from hh_tui.ui.widgets.row_list import RowList

_WAYS: Final = {
    "confirm": "confirm-preview",
    "later": "preview-later",
    "out": "preview-leave-out",
    "back": "close-page",
}
"""What the last line tells of, with its command."""


class Confirmed(Struct, frozen=True):
    """Those who stay in it, by their places among `people`; `not_before` is in UTC, None is at once."""

    places: tuple[int, ...]
    not_before: datetime | None = None


class Preview(Dialog[Confirmed]):
    """Returns whom it was confirmed for, or None; `when` asks for a moment to send it at.

    `letter` is what the one in a place gets, empty for a silent decision; `beside` is what goes with it.
    `title` names what happens to those in these places, `notes` tell what else there is to know of them.
    `skipped` follow the `people` in the list. Leaving it sends nothing, and everybody stays marked. Once
    the moment that was chosen before `is_over`, it asks for another one: nothing goes at once unasked.
    """

    CSS_PATH = "preview.tcss"
    AUTO_FOCUS = "#people"

    def __init__(
        self,
        title: Callable[[Sequence[int]], str],
        people: Sequence[Person],
        letter: Callable[[int], str],
        ctx: RenderContext,
        keys: Callable[[str], str],
        when: Callable[[Callable[[datetime], None]], None],
        *,
        skipped: Sequence[Person] = (),
        notes: Callable[[Sequence[int]], str] = lambda _: "",
        beside: Callable[[int], str] = lambda _: "",
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._title = title
        self._people = [*people, *skipped]
        self._letter = letter
        self._render_context = ctx
        self._tr = ctx.tr
        self._keys = keys
        self._when = when
        self._notes = notes
        self._beside = beside
        self._is_over = is_over

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "confirm-preview": self.confirm,
            "preview-later": self.confirm_later,
            "preview-leave-out": self.leave_out,
            **page_keys(self.cancel, self.scroll, self.page, self.jump),
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """Confirming, scrolling and leaving."""
        return (Scope.PREVIEW, Scope.PAGE)

    def compose(self) -> ComposeResult:
        """The people above the letter."""
        tr = self._tr
        with Vertical(id="preview-frame"):
            yield Static(id="preview-note", markup=False)
            yield PeopleList(id="people")
            with VerticalScroll(id="preview-letter", can_focus=False):
                yield Static(id="preview-beside", markup=False)
                yield Static(tr("preview.letter"), classes="label", markup=False)
                yield Static(id="preview-text", markup=False)
            yield Static(id="preview-hints", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show everybody."""
        self.query_one(PeopleList).render_context = self._render_context
        self._show()

    @property
    def _stay(self) -> tuple[int, ...]:
        """Who is not left out, by place."""
        return tuple(place for place, one in enumerate(self._people) if not one.why)

    def _show(self) -> None:
        stay, tr = self._stay, self._tr
        self.query_one(PeopleList).rows = tuple(self._people)
        note, told = self.query_one("#preview-note", Static), self._notes(stay)
        note.update(told)
        note.display = bool(told)
        self._show_letter()
        self.query_one("#preview-frame").border_title = Content(self._title(stay))
        keys = {name: key for name, command in _WAYS.items() if (key := self._keys(command))}
        hints = (tr(f"preview.hint.{name}", key=key) for name, key in keys.items())
        self.query_one("#preview-hints", Static).update(dotted((tr("preview.count", n=len(stay)), *hints)))

    def _show_letter(self) -> None:
        """The letter to the one under the cursor."""
        place = self.query_one(PeopleList).cursor
        letter, beside = self._letter(place), self.query_one("#preview-beside", Static)
        beside.update(told := self._beside(place))
        beside.display = bool(told)
        text = excerpt(self._tr, letter, ours=True) if letter else self._tr("preview.silent")
        self.query_one("#preview-text", Static).update(text)

    def see_addresses(self) -> None:
        """An address was read that goes with the letter."""
        if self.is_open:
            self._show_letter()

    @on(RowList.Pointed)
    def pointed(self, message: RowList.RowMessage) -> None:
        """A click moves the cursor."""
        message.rows.cursor = message.index
        self._show_letter()

    def scroll(self, delta: int) -> None:
        """A candidate up or down."""
        rows = self.query_one(PeopleList)
        rows.cursor = max(0, min(rows.cursor + delta, len(self._people) - 1))
        self._show_letter()

    def page(self, delta: int) -> None:
        """A page up or down."""
        self.scroll(delta * self.query_one(PeopleList).page)

    def jump(self, direction: int) -> None:
        """The last candidate, or the first."""
        self.scroll(direction * len(self._people))

    def leave_out(self) -> None:
        """Leave the candidate under the cursor out, or take them in again, and go on to the next."""
        place = self.query_one(PeopleList).cursor
        one = self._people[place]
        if not one.can:
            self.notify(one.why, markup=False)
            return
        self._people[place] = replace(one, why="" if one.why else self._tr("preview.out"))
        self._show()
        self.scroll(1)

    def _anybody(self) -> bool:
        """Whether there is anybody to decide about; that there is not is said."""
        if not self._stay:
            self.notify(self._tr("preview.nobody"), severity="warning", markup=False)
        return bool(self._stay)

    def confirm(self) -> None:
        """Into the hold."""
        if not self._anybody():
            return
        if self._is_over():
            self.warn(self._tr("preview.over"))
        else:
            self.answer(Confirmed(self._stay))

    def confirm_later(self) -> None:
        """Into the outbox, until a moment to be chosen."""

        def chosen(moment: datetime) -> None:
            self.answer(Confirmed(self._stay, moment))

        if self._anybody():
            self._when(chosen)

    def cancel(self) -> None:
        """Back, with everybody still marked."""
        self.answer(None)
