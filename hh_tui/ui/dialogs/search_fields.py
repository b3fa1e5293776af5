"""The fields of a search for people, a line for each thing that can be asked for."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.choices import Choice, choice
from hh_tui.inbox.resume_base.asked import Asked, values_of
from hh_tui.inbox.resume_base.parameters import (
    DISTRICT,
    FOLDER,
    FORM,
    SINGLE,
    SPANS,
    SUGGESTED,
    TEXT,
    TICKS,
)
from hh_tui.ui.presenters.people_search import named
from hh_tui.ui.widgets.choice_box import ChoiceBox
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.ui.widgets.suggest_box import SuggestBox
from hh_tui.ui.widgets.tick_box import TickBox

NUMBERS: Final = tuple(one for span in SPANS.values() for one in span)
"""Parameters that are numbers one types."""


class SearchFields:
    """Makes them, filled in with what was asked for before. A field has the id that `widget_id` tells."""

    def __init__(self, begun: Asked, tr: Catalogue) -> None:
        self._begun = begun
        self._tr = tr

    def compose(self) -> ComposeResult:
        """All of them, in the order of the form."""
        for parameter in FORM:
            if parameter in TICKS:
                yield self._tick(parameter)
            elif parameter in SPANS:
                yield from self._span(parameter)
            else:
                yield from self._row(parameter, self._field(parameter))

    def _field(self, parameter: str) -> ChoiceBox | Input:
        tr, name = self._tr, widget_id(parameter)
        if parameter == TEXT:
            words = [choice(one.text, one.text) for one in self._begun.query.phrases]
            return SuggestBox(tr("people.text.hint"), words, id=name, free=True)
        if parameter == FOLDER:
            numbers = " ".join(self._begun.query.folder)
            return LineInput(numbers, tr("people.folder.hint"), id=name, compact=True)
        if parameter in SUGGESTED:
            return SuggestBox(tr("people.suggest"), self._chosen(parameter), id=name)
        placeholder = tr("people.district.hint" if parameter == DISTRICT else "people.any")
        return ChoiceBox(placeholder, self._chosen(parameter), id=name, single=parameter in SINGLE)

    def _chosen(self, parameter: str) -> list[Choice]:
        ids = values_of(self._begun.query, parameter)
        return [choice(one, named(self._begun.names, parameter, one)) for one in ids]

    def _row(self, parameter: str, field: ChoiceBox | Input) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(self._tr(f"people.{parameter}"), classes="label", markup=False)
            yield field

    def _span(self, name: str) -> ComposeResult:
        low, high = SPANS[name]
        with Horizontal(classes="row"):
            yield Static(self._tr(f"people.{name}"), classes="label", markup=False)
            with Horizontal():
                yield self._number(low, self._tr("filter.from"))
                yield Static("–", classes="between", markup=False)
                yield self._number(high, self._tr("filter.to"))

    def _number(self, parameter: str, placeholder: str) -> Input:
        value = getattr(self._begun.query, parameter)
        text = "" if value is None else str(value)
        return LineInput(
            text, placeholder, id=parameter, classes="number", restrict=r"[\d  ]{0,12}", compact=True
        )

    def _tick(self, parameter: str) -> TickBox:
        label, value = Content(self._tr(f"people.{parameter}")), getattr(self._begun.query, parameter)
        return TickBox(label, value, id=parameter, classes="tick", compact=True)


def widget_id(parameter: str) -> str:
    """The id of a parameter's field: a widget's id has no full stop."""
    return parameter.replace(".", "-")


def parameter_of(box: ChoiceBox) -> str:
    """The parameter that a field is about."""
    return (box.id or "").replace("-", ".")
