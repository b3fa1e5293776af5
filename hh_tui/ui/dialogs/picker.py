"""Choose one of many by typing a part of it: vacancies, collections, actions, commands, answers."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import Word, all_in, distance, words
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import picker_keys
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.widgets.line_input import LineInput

SHOWN = 200
"""Options in view at once; typing brings the others."""

LABEL = 200
"""Characters of a label that are shown: an option of more than a few lines hides the others."""


class Picker(Dialog[str | None]):
    """A list with a line to type into; returns the id of the item, or None. `detail` stands above it."""

    CSS_PATH = "picker.tcss"
    AUTO_FOCUS = "#filter"
    HINT = "picker.type"
    """Stands in the line while nothing is typed, by its key in the catalogue."""

    def __init__(self, title: str, items: Sequence[PickerItem], tr: Catalogue, *, detail: str = "") -> None:
        super().__init__()
        self._title = title
        self._items = tuple(items)
        self._tr = tr
        self._detail = detail
        self._shown_for: str | None = None

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return picker_keys(self.choose, self.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The picker's own keys; letters are typed."""
        return (Scope.PICKER,)

    def compose(self) -> ComposeResult:
        """A line to type into above the items."""
        with Vertical(id="picker") as frame:
            frame.border_title = Content(self._title)
            if self._detail:
                yield Static(self._detail, id="detail", markup=False)
            yield LineInput(placeholder=self._tr(self.HINT), id="filter", compact=True)
            yield OptionList(id="items", markup=False, compact=True)
            yield Static(self._tr("picker.nothing"), id="nothing", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self._show("")

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Narrow the items down."""
        self._show(event.value)
        self.narrowed(event.value)

    def narrowed(self, typed: str) -> None:
        """The items are narrowed down to what was typed."""

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Chosen with the mouse."""
        self.take(event.option.id)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Take the item under the cursor, among those that fit all that was typed."""
        if self.query_one(Input).value != self._shown_for:
            self._show(self.query_one(Input).value)
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.take(options.get_option_at_index(options.highlighted).id)

    def take(self, item_id: str | None) -> None:
        """This one it is."""
        self.answer(item_id)

    def offer(self, items: Sequence[PickerItem]) -> None:
        """Offer other items from now on; the cursor stays on its item.

        Before the window is built, which a fast answer comes in time for, they are what it begins with.
        """
        if not self.query(OptionList):
            self._items = tuple(items)
            return
        options = self.query_one(OptionList)
        place = options.highlighted
        pointed = options.get_option_at_index(place).id if place is not None else None
        self._items, self._shown_for = tuple(items), None
        self._show(self.query_one(Input).value)
        ids = [option.id for option in options.options]
        if pointed in ids:
            options.highlighted = ids.index(pointed)

    def move(self, delta: int) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = max(0, min((options.highlighted or 0) + delta, options.option_count - 1))

    def cancel(self) -> None:
        """Choose nothing."""
        self.answer(None)

    def _show(self, typed: str) -> None:
        if typed == self._shown_for:
            return
        self._shown_for = typed
        every = self.fitting(typed)
        found = every[:SHOWN]
        frame = self.query_one("#picker")
        frame.border_subtitle = (
            self._tr("picker.some", shown=len(found), n=len(every)) if len(every) > len(found) else ""
        )
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(item), id=item.id) for item in found])
        likely = 0 if typed else next((place for place, item in enumerate(found) if item.likely), 0)
        options.highlighted = likely if found else None
        options.display = bool(found)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not found
        if not found:
            nothing.update(self.why_nothing(typed))

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """What is offered for what was typed."""
        return fitting(typed, self._items)

    def why_nothing(self, typed: str) -> str:
        """Why nothing is."""
        return self._tr("picker.nothing")


def fitting(typed: str, items: Iterable[PickerItem]) -> list[PickerItem]:
    """Items whose labels or names have all words typed, in whichever layout; the nearest come first."""
    wanted = words(typed)
    found = [(far, item) for item in items if (far := _distance(wanted, item)) is not None]
    return [item for _, item in sorted(found, key=itemgetter(0))]


def _distance(wanted: tuple[Word, ...], item: PickerItem) -> int | None:
    """How far an item is from what was typed; None where it does not fit.

    What a label begins with is the nearest. Then come the names, and only then what else is told in a label
    that has names: "undo the last letter" is not what one looks for by "letter".
    """
    label, names = folded(item.label), folded(item.names)
    fits = all_in(wanted, label)
    if not fits and not (names and all_in(wanted, f"{label} {names}")):
        return None
    far = distance(wanted, label) if fits else 3
    if far and names:
        return 1 if all(word.begins_word(names) for word in wanted) else far + 1
    return far


def _line(item: PickerItem) -> Content:
    text = item.label if len(item.label) <= LABEL else f"{item.label[: LABEL - 1].rstrip()}…"
    label = Content.styled(text, "dim") if item.dimmed else Content(text)
    return Content.assemble(label, "  " if item.detail else "", (item.detail, "$text-muted"))
