"""How the form of an action was left."""

from dataclasses import dataclass
from datetime import datetime

from hh_tui.api.models import Template
from hh_tui.inbox.decisions.forms import Values


@dataclass(frozen=True, slots=True)
class SheetOutcome:
    """How a sheet was left: with a `body` to send, or not; `values` is what stood in its fields.

    `not_before` is the moment chosen for it, in UTC; None is at once.
    """

    body: tuple[tuple[str, str], ...] | None
    values: Values
    template: Template | None = None
    not_before: datetime | None = None
