"""The composer: what it starts from, what it counts, what it warns of."""

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.silent_step import kept_quiet
from hh_tui.ui.presenters import errors
from hh_tui.ui.screens.picking import PickingScreen


class ComposingScreen(PickingScreen):
    """Writing to the candidate in the composer."""

    def remember_silence(self, operation: Operation) -> None:
        """A step without a letter was taken, or a letter has told of it."""
        key, quiet = operation.negotiation.id, kept_quiet(operation)
        others = {one: step for one, step in self.view.untold.items() if one != key}
        if quiet is not None:
            self.states.show(untold={**others, key: quiet})
        elif operation.text is not None:
            self.states.show(untold=others)

    def can_not_decide(self) -> bool:
        """Without a place to write decisions down there are none: say why."""
        error = self.house.why_not
        if error is not None:
            sentence = errors.explain(self.lens.tr, error).sentence
            self.notify(sentence, severity="warning", markup=False)
        return error is not None
