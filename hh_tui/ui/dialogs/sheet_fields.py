"""The fields of an action's form as widgets."""

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.forms import Field, FieldKind, Form, Values
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.ui.widgets.text_editor import TextEditor
from hh_tui.ui.widgets.tick_box import TickBox

HEIGHT: Final = 0.92
"""The part of the window that a sheet may take up, as in its styles."""

AROUND_FIELDS: Final = 6
"""Lines of a sheet that are not fields: its frame, what is missing, the ways out."""


LETTER: Final = 0.4
"""The part of the window that a letter may take up."""

LEAST, USUAL = 5, 8
"""Lines of a letter with its frame: the fewest, and those it has where there is room."""


def widget_id(form: Form, field: Field) -> str:
    """The id of the widget that holds a field."""
    return f"field-{form.fields.index(field)}"


def field_widgets(tr: Catalogue, form: Form, field: Field, begun: Values) -> ComposeResult:
    """A field with its label, holding what was typed there before."""
    key, identifier = f"argument.{field.id}", widget_id(form, field)
    label = tr(key) if key in tr else field.id
    if field.required:
        label = tr("sheet.required", label=label)
    value = begun.get(field.id)
    if field.kind is FieldKind.SWITCH:
        yield TickBox(Content(label), value in {True, "true"}, id=identifier, classes="field", compact=True)
        return
    text = value if isinstance(value, str) else ""
    yield Static(label, classes="label", markup=False)
    if field.kind is FieldKind.LETTER:
        yield TextEditor(text, id=identifier, classes="field letter", tab_behavior="focus")
    elif field.kind is FieldKind.ADDRESS:
        none = tr("sheet.address.none")
        yield Select[str]([], prompt=none, id=identifier, classes="field", compact=True)
    else:
        yield LineInput(text, id=identifier, classes="field", compact=True)


def fit(fields: Widget, room: int) -> None:
    """The fields take up what is left of this many lines beside the rest of the sheet.

    The letter gives up lines so that those below it are seen, too: it has three at least.
    """
    height = max(4, int(room * HEIGHT) - AROUND_FIELDS)
    if fields.styles.max_height is None or fields.styles.max_height.value != height:
        fields.styles.max_height = height
    for letter in fields.query(TextEditor):
        others = fields.virtual_size.height - letter.outer_size.height
        most = max(LEAST, min(int(fields.screen.size.height * LETTER), height - others))
        if letter.styles.max_height is None or letter.styles.max_height.value != most:
            letter.styles.max_height, letter.styles.min_height = most, min(USUAL, most)
