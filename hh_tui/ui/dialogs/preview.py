"""Who gets what, before it is held: everybody by name, and the letter that goes to all of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.i18n import Catalogue
from hh_tui.keys.registry import Scope
from hh_tui.ui.commanded import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.widgets.people_list import PeopleList, Person
from hh_tui.ui.widgets.row_list import RowList


class Preview(Dialog[bool | datetime]):
    """Returns whether it was confirmed, or the moment to send it at, in UTC, which `when` asks for.

    Leaving it sends nothing, and everybody stays marked.
    """

    CSS_PATH = "preview.tcss"
    AUTO_FOCUS = "#people"

    def __init__(
        self,
        title: str,
        people: Sequence[Person],
        letter: str | None,
        tr: Catalogue,
        keys: Callable[[str], str],
        when: Callable[[Callable[[datetime], None]], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._people = tuple(people)
        self._letter = letter
        self._tr = tr
        self._keys = keys
        self._when = when

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "confirm-preview": self.action_confirm,
            "preview-later": self.action_confirm_later,
            "close-page": self.action_cancel,
            "page-scroll-down": partial(self.action_scroll, 1),
            "page-scroll-up": partial(self.action_scroll, -1),
            "page-leaf-down": partial(self.action_leaf, 1),
            "page-leaf-up": partial(self.action_leaf, -1),
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """Confirming, scrolling and leaving."""
        return (Scope.PREVIEW, Scope.PAGE)

    def compose(self) -> ComposeResult:
        """The people above the letter."""
        tr = self._tr
        with Vertical(id="preview-frame") as frame:
            frame.border_title = Content(self._title)
            yield PeopleList(id="people")
            with VerticalScroll(id="preview-letter", can_focus=False):
                yield Static(tr("preview.letter"), classes="label", markup=False)
                yield Static(
                    excerpt(tr, self._letter, ours=True) if self._letter else tr("preview.silent"),
                    id="preview-text",
                    markup=False,
                )
            keys = {
                "confirm": self._keys("confirm-preview"),
                "later": self._keys("preview-later"),
                "back": self._keys("close-page"),
            }
            yield Static(tr("preview.hints", n=len(self._people), **keys), id="preview-hints", markup=False)

    def on_mount(self) -> None:
        """Show everybody."""
        self.query_one(PeopleList).rows = self._people

    @on(RowList.Pointed)
    def pointed(self, message: RowList.RowMessage) -> None:
        """A click moves the cursor."""
        message.rows.cursor = message.index

    def action_scroll(self, delta: int) -> None:
        """A candidate up or down."""
        rows = self.query_one(PeopleList)
        rows.cursor = max(0, min(rows.cursor + delta, len(self._people) - 1))

    def action_leaf(self, delta: int) -> None:
        """A page up or down."""
        self.action_scroll(delta * self.query_one(PeopleList).leaf)

    def action_confirm(self) -> None:
        """Into the hold."""
        self.answer(True)

    def action_confirm_later(self) -> None:
        """Into the outbox, until a moment to be chosen."""

        def chosen(moment: datetime) -> None:
            self.answer(moment)

        self._when(chosen)

    def action_cancel(self) -> None:
        """Back, with everybody still marked."""
        self.answer(False)
