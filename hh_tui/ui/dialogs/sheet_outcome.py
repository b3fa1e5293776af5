"""How the form of an action was left."""

from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import Template
from hh_tui.inbox.decisions.forms import MESSAGE, Values


class SheetOutcome(Struct, frozen=True):
    """How a sheet was left: with a `body` to send, or not; `values` is what one typed oneself.

    `not_before` is the moment chosen for it, in UTC; None is at once. `is_reworded` says that its letter is
    no template as it came.
    """

    body: tuple[tuple[str, str], ...] | None
    values: Values
    template: Template | None = None
    not_before: datetime | None = None
    is_reworded: bool = False

    @property
    def left(self) -> Values:
        """All that stood in its fields, a template as it came as well: with it the sheet is opened again."""
        return {**self.values, **{name: value for name, value in self.body or () if name == MESSAGE}}
