"""The response rate: the figures in words, and whom to answer to raise them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hh_tui.i18n import Catalogue
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import page_keys
from hh_tui.ui.dialogs.picker import SHOWN
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.hints import closing


class Whom(Struct, frozen=True):
    """The negotiation to go to, and whether it is to answer `several`."""

    id: str
    several: bool = False


class ResponseRatePage(Dialog[Whom | None]):
    """Figures above, candidates below; returns whom to go to, or None."""

    CSS_PATH = "response_rate.tcss"
    AUTO_FOCUS = "#owed"

    def __init__(self, tr: Catalogue) -> None:
        super().__init__()
        self._tr = tr
        self._said: tuple[Content, str, Sequence[PickerItem]] = (Content(""), "", ())

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            **page_keys(self.cancel, self.scroll, self.page, self.jump),
            "answer-several": self.go_to_mark,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """Moving and leaving, as on any page, and the way to where one marks."""
        return (Scope.POLITENESS, Scope.PAGE, Scope.TAKE_BACK)

    def compose(self) -> ComposeResult:
        """The figures, whom to answer, and the keys."""
        with Vertical(id="politeness") as frame:
            frame.border_title = self._tr("response-rate.title")
            frame.border_subtitle = dotted((self._tr("response-rate.go"), self._several(), closing(self._tr)))
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="figures", markup=False)
            yield Static(id="heading", markup=False)
            yield OptionList(id="owed", markup=False, compact=True)

    def _several(self) -> str:
        key = self._tr.key("answer-several")
        return self._tr("page.answer-several", key=key) if key else ""

    def on_mount(self) -> None:
        """Show what was told meanwhile."""
        self._show()

    def update_figures(self, figures: Content, heading: str, items: Sequence[PickerItem]) -> None:
        """Other figures, or others to answer; the cursor stays on its candidate."""
        if self._said != (figures, heading, items):
            self._said = (figures, heading, items)
            if self.is_open:
                self._show()

    def _show(self) -> None:
        figures, heading, items = self._said
        self.query_one("#figures", Static).update(figures)
        self.query_one("#heading", Static).update(heading)
        options = self.query_one(OptionList)
        at = options.highlighted_option.id if options.highlighted_option else None
        options.clear_options()
        width = max((len(one.detail) for one in items[:SHOWN]), default=0)
        options.add_options(
            Option(Content(f"{one.detail.rjust(width)}  {one.label}"), id=one.id) for one in items[:SHOWN]
        )
        places = {one.id: place for place, one in enumerate(items[:SHOWN])}
        options.highlighted = places.get(at or "", 0) if items else None
        options.display = bool(items)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Go to them."""
        if event.option.id is not None:
            self.answer(Whom(event.option.id))

    def go_to_mark(self) -> None:
        """Go to them in their list, where one marks."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.answer(Whom(option.id, several=True))

    def scroll(self, delta: int) -> None:
        """A candidate up or down."""
        options = self.query_one(OptionList)
        if options.option_count:
            place = (options.highlighted or 0) + delta
            options.highlighted = max(0, min(place, options.option_count - 1))

    def page(self, delta: int) -> None:
        """A page up or down."""
        self.scroll(delta * max(1, self.query_one(OptionList).size.height - 1))

    def jump(self, direction: int) -> None:
        """The last candidate, or the first."""
        self.scroll(direction * len(self._said[2]))

    def cancel(self) -> None:
        """Go nowhere."""
        self.answer(None)
