"""The form of the server's filters: what the list of a collection is narrowed down to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Checkbox, Input, Static

from hh_tui.api.filters import Filters
from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.active_filters import problem_of
from hh_tui.inbox.lists.choices import Choices, choice
from hh_tui.inbox.snapshot.query import Query
from hh_tui.keys.registry import Scope
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import choice_keys
from hh_tui.ui.filter_choices import FilterChoices
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.filters import METRES, distance, named
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.textual_private import size_classes
from hh_tui.ui.widgets.choice_box import ChoiceBox, unpicked
from hh_tui.ui.widgets.field_focus import FieldFocus
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.ui.widgets.tick_box import TickBox
from hh_tui.worker.session import ApiWorker

SINGLE: Final = frozenset({"relocation", "education_level", "currency", "gender"})
"""Parameters that take one value."""

HAVING: Final = ("show_only_with_vehicle", "show_only_with_medical_book", "show_only_with_self_employment")
"""Parameters that ask for what a candidate has."""

NEW: Final = "new"


class Narrowed(Struct, frozen=True):
    """Filters to apply, with the words for the ids in them."""

    filters: Filters
    names: Mapping[str, str]


class ChoicesRead(Message):
    """Values of some parameters came."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.choices = choices


class ChoicesFailed(Message):
    """Some values could not be read."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error


class FilterForm(Dialog[Narrowed | None]):
    """Leaving it changes nothing; `F2` applies. `known` holds the values read before, and gets more."""

    CSS_PATH = "filter_form.tcss"
    AUTO_FOCUS = "#age_from"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (38, "-high")]  # noqa: RUF012  (declared so by Textual)

    def __init__(
        self,
        query: Query,
        names: Mapping[str, str],
        known: Choices,
        worker: ApiWorker,
        tr: Catalogue,
        keys: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._query = query
        self._begun = query.filters
        self._names = names
        self._known = known
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._fields = FieldFocus(self)

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return choice_keys(self.apply, self.empty, self._fields.choose, self._fields.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.FILTERS,)

    # What is seen

    def compose(self) -> ComposeResult:
        """A line for each thing that can be asked for."""
        tr = self._tr
        self.add_class(*size_classes(self, self.app.size))
        with Vertical(id="form") as frame:
            frame.border_title = Content(tr("filters.title"))
            with VerticalScroll(id="fields", can_focus=False):
                yield from self._span("age", "age_from", "age_to")
                yield from self._values("area")
                yield from self._values("relocation")
                yield from self._radius()
                yield from self._values("experience")
                yield from self._values("education_level")
                yield from self._span("pay", "salary_from", "salary_to")
                for parameter in ("currency", "language", "gender", "citizenship", "driver_license_types"):
                    yield from self._values(parameter)
                for parameter in HAVING:
                    yield self._tick(parameter, on=getattr(self._begun, parameter))
                yield self._tick(NEW, on=bool(getattr(self._begun, self._query.new_flag)))
            yield Static(id="problem", markup=False)
            with Horizontal(id="ways"):
                for command, way in (
                    ("apply-filters", "apply"),
                    ("empty-form", "wipe"),
                    ("close-filters", "cancel"),
                ):
                    label = keyed(self._keys(command), tr(f"filters.{way}"))
                    yield Button(Content(label), id=way, variant="primary" if way == "apply" else "default")

    def _label(self, name: str) -> Static:
        return Static(self._tr(f"filter.{name}"), classes="label", markup=False)

    def _span(self, name: str, low: str, high: str) -> ComposeResult:
        with Horizontal(classes="row"):
            yield self._label(name)
            with Horizontal():
                yield self._number(low, self._tr("filter.from"))
                yield Static("–", classes="between", markup=False)
                yield self._number(high, self._tr("filter.to"))

    def _number(self, parameter: str, placeholder: str) -> Input:
        value = getattr(self._begun, parameter)
        text = "" if value is None else str(value)
        return LineInput(
            text, placeholder, id=parameter, classes="number", restrict=r"[\d  ]{0,12}", compact=True
        )

    def _radius(self) -> ComposeResult:
        metres = self._begun.search_radius_meters
        with Horizontal(classes="row"):
            yield self._label("radius")
            with Horizontal():
                yield LineInput(
                    "" if metres is None else distance(metres),
                    id="radius",
                    classes="number",
                    restrict=r"\d{0,5}([.,]\d{0,3})?",
                    compact=True,
                )
                yield Static(self._tr("filter.kilometres"), classes="unit", markup=False)

    def _values(self, parameter: str) -> ComposeResult:
        begun = getattr(self._begun, parameter) or ()
        ids = (begun,) if isinstance(begun, str) else begun
        with Horizontal(classes="row"):
            yield self._label(parameter)
            chosen = [choice(one, named(self._names, parameter, one)) for one in ids]
            yield ChoiceBox(self._tr("filter.any"), chosen, id=parameter, single=parameter in SINGLE)

    def _tick(self, name: str, *, on: bool) -> TickBox:
        key = self._query.new_flag if name == NEW else name
        return TickBox(Content(self._tr(f"filter.{key}")), on, id=name, classes="tick", compact=True)

    # What can be chosen

    def on_mount(self) -> None:
        """Offer what is known; ask for the rest."""
        self._offer(self._known)
        if not set(self._boxes) <= set(self._known):
            self._read_choices()

    @property
    def _boxes(self) -> Mapping[str, ChoiceBox]:
        return {box.id or "": box for box in self.query(ChoiceBox)}

    def _offer(self, choices: Choices) -> None:
        boxes = self._boxes
        for parameter, values in choices.items():
            boxes[parameter].choices = values

    @work(group="choices", exclusive=True, exit_on_error=False)
    async def _read_choices(self) -> None:
        """Dictionaries, places, countries and languages: one that fails leaves the others alone."""
        for read in FilterChoices(self._worker).all:
            try:
                self.post_message(ChoicesRead(await read()))
            except HHError as error:
                self.post_message(ChoicesFailed(error))

    @on(ChoicesRead)
    def choices_read(self, message: ChoicesRead) -> None:
        """Offer them."""
        self._known.update(message.choices)
        self._offer(message.choices)

    @on(ChoicesFailed)
    def read_failed(self, message: ChoicesFailed) -> None:
        """The form works without it; say what is missing."""
        explanation = errors.explain(self._tr, message.error)
        self.notify(explanation.sentence, severity="warning", markup=False)

    # Going about

    @on(Button.Pressed, "#wipe")
    def empty(self) -> None:
        """Empty every field."""
        for box in self._boxes.values():
            box.clear()
        for line in self.query(".number").results(Input):
            line.value = ""
        for tick in self.query(Checkbox):
            tick.value = False

    @on(Input.Changed, ".number")
    @on(ChoiceBox.Changed)
    def changed(self) -> None:
        """What was wrong may be right now."""
        problem = self.query_one("#problem", Static)
        if problem.content:
            problem.update("")

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Leave the list as it is."""
        self.answer(None)

    @on(Button.Pressed, "#apply")
    def apply(self) -> None:
        """Narrow the list down, or say what is wrong."""
        if left := unpicked(self.query(ChoiceBox)):
            field = self._tr(f"filter.{left.id}")
            self.query_one("#problem", Static).update(
                self._tr("choice.unpicked", field=field, typed=left.words)
            )
            return
        filters = self._filters()
        if (problem := problem_of(filters)) is not None:
            self.query_one("#problem", Static).update(self._tr(f"filters.problem.{problem}"))
            return
        names = {
            f"{parameter} {one.id}": one.name for parameter, box in self._boxes.items() for one in box.chosen
        }
        self.answer(Narrowed(filters, names))

    def _filters(self) -> Filters:
        """What the fields say; what has no field here stays as it was."""
        values: dict[str, Any] = {}
        for parameter in ("age_from", "age_to", "salary_from", "salary_to"):
            digits = "".join(self.query_one(f"#{parameter}", Input).value.split())
            values[parameter] = int(digits) if digits else None
        radius = self.query_one("#radius", Input).value.replace(",", ".").strip(".")
        values["search_radius_meters"] = round(float(radius) * METRES) or None if radius else None
        for parameter, box in self._boxes.items():
            values[parameter] = next(iter(box.ids), None) if parameter in SINGLE else box.ids
        values |= {one: self.query_one(f"#{one}", Checkbox).value for one in HAVING}
        values["show_only_new"] = values["show_only_new_responses"] = False
        values[self._query.new_flag] = self.query_one(f"#{NEW}", Checkbox).value
        return replace(self._begun, **values)
