"""Labels of one's own: put on and taken off, seen in the rows, looked for with `#`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.inbox.lists import labels
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountRead, Event, LabelPut, LabelsChanged, StoreOpened
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.state_store import State


class CandidateLabels:
    """`selected` are the rows of those marked; nothing here is told to hh.ru."""

    def __init__(self, context: Context, selected: Callable[[], Sequence[Row]]) -> None:
        self._context = context
        self._selected = selected

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"label": self.choose}

    def on_event(self, event: Event, _: State, __: State) -> None:
        """Another login has labels of its own, and another instance may have put some on."""
        if isinstance(event, StoreOpened | AccountRead):
            kept = self._context.disk.remembered(labels.KIND)
            self._context.store.dispatch(LabelsChanged(labels.from_texts(kept)))

    def choose(self) -> None:
        """Choose a label for everybody marked, or for the candidate under the cursor."""
        from hh_tui.ui.dialogs.label_picker import LabelPicker

        context, row = self._context, self._context.inbox.selected
        rows = self._selected() or ([row] if row else [])
        if not rows:
            context.say("marks.nobody")
            return
        owners = [labels.owner_of(one) for one in rows]
        given, tr = context.view.labels, context.render_context.tr
        worn = [one for one in labels.known(given) if all(one in given.get(who, ()) for who in owners)]
        first = rows[0].negotiation
        who = name(context.render_context, first) if len(rows) == 1 else tr("batch.people", n=len(rows))
        picker = LabelPicker(tr("label.title", who=who), labels.known(given), worn, tr)
        context.windows.push(picker, partial(self._toggle, rows))

    def _toggle(self, rows: Sequence[Row], label: str | None) -> None:
        context = self._context
        if label is None:
            return
        owners = [labels.owner_of(one) for one in rows]
        given = labels.toggled(context.view.labels, owners, label)
        is_on = label in given.get(owners[0], ())
        context.store.dispatch(LabelPut(given, label, tuple(one.negotiation for one in rows)))
        context.disk.remember_all(labels.KIND, labels.texts(given, owners))
        context.say("label.on" if is_on else "label.off", name=label, n=len(owners))
