"""What stands in the fields of a sheet."""

from collections.abc import Mapping

from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select

from hh_tui.inbox.decisions.forms import Values
from hh_tui.ui.widgets.text_editor import TextEditor


def typed_values(fields: Mapping[str, Widget]) -> Values:
    """The text, choice or switch of every widget, by its field; a choice that was not made is left out."""
    values: dict[str, str | bool] = {}
    for name, widget in fields.items():
        if isinstance(widget, TextEditor):
            values[name] = widget.text
        elif isinstance(widget, Checkbox | Input | Select) and isinstance(widget.value, str | bool):
            values[name] = widget.value
    return values
