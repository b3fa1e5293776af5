"""Labels of one's own: put on and taken off, seen in the rows, looked for with `#`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.inbox.lists import labels
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountRead, Event, LabelsChanged, StoreOpened
from hh_tui.ui.presenters.candidate import people
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
        owners = [labels.owner(one.negotiation) for one in rows]
        given, tr = context.view.labels, context.render_context.tr
        worn = [name for name in labels.known(given) if all(name in given.get(one, ()) for one in owners)]
        who = people(context.render_context, [one.negotiation for one in rows])
        picker = LabelPicker(tr("label.title", who=who), labels.known(given), worn, tr)
        context.windows.push(picker, partial(self._toggle, owners))

    def _toggle(self, owners: Sequence[str], name: str | None) -> None:
        context = self._context
        if name is None:
            return
        given = labels.toggled(context.view.labels, owners, name)
        is_on = name in given.get(owners[0], ())
        context.store.dispatch(LabelsChanged(given))
        for one in dict.fromkeys(owners):
            context.disk.remember(labels.KIND, one, labels.to_text(given.get(one, ())))
        context.say("label.on" if is_on else "label.off", name=name, n=len(owners))
