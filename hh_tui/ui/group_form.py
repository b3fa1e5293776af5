"""What is typed into an open form for a group, kept as it is typed."""

from collections.abc import Iterable

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.letters import bulk_form
from hh_tui.ui.context import Context
from hh_tui.ui.events import FormKept


class GroupFormKeeper:
    """Keeps it for the negotiations `ids`; `begun` is what the form began with.

    A refusal may bring words back while the form is open. It does not show them, so they stay above its own.
    """

    def __init__(self, context: Context, action: Action, ids: Iterable[str], begun: Values) -> None:
        self._context = context
        self._place = bulk_form.place(action.id)
        self._ids = tuple(ids)
        self._typed = begun

    def keep(self, values: Values) -> None:
        """These stand in the form by now."""
        context = self._context
        now, before, self._typed = context.inbox.sheets.get(self._place, {}), self._typed, values
        kept = bulk_form.typed_on(now, before, values, self._ids)
        people = context.render_context.tr("batch.people", n=len(self._ids))
        context.store.dispatch(FormKept(self._place, kept, people))
        context.disk.texts_changed()
