"""One action for many people of a sprint at once: each has a choice that can be changed or taken out."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.sprint import FormBody, SprintChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.context import Context
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.sprint_forms import SprintForms

Find = Callable[[Sequence[ActionChoice]], ActionChoice | None]
"""Finds the action among all that can be done with somebody."""

Choices = Mapping[str, SprintChoice]


class SprintFilling:
    """The form of the action is filled in once; who it can't be filled in for is left without a choice."""

    def __init__(self, context: Context, open_sprint: OpenSprint, forms: SprintForms) -> None:
        self._context = context
        self._open = open_sprint
        self._forms = forms

    def fill(self, ids: Sequence[str], find: Find, shown: Callable[[], None]) -> None:
        """Choose what is found for each who has no choice, then `shown`; where nobody has it, say so."""
        people = [seen for one in ids if (seen := self._open.seen(one)) is not None]
        wanted = [(seen, action) for seen in people if (action := _of(seen, find)) is not None]
        if not wanted:
            self._context.say("rule.sprint.nobody")
            return
        (first, action), *others = wanted

        def filled(body: FormBody, own: bool) -> None:
            chosen = {first.negotiation.id: SprintChoice(first, action, body, own)}
            for seen, same in others:
                if (found := self._forms.body(seen, same)) is not None:
                    chosen[seen.negotiation.id] = SprintChoice(seen, same, found)
            self._take(chosen, len(ids) - len(chosen), shown)

        self._forms.fill(first, action, filled)

    def _take(self, chosen: Choices, lacking: int, shown: Callable[[], None]) -> None:
        if self._open.sprint is None:
            return
        self._open.change(self._open.sprint.filling(chosen))
        shown()
        if lacking:
            self._context.windows.notify(self._context.render_context.tr("rule.sprint.lacking", n=lacking))


def _of(seen: Target, find: Find) -> Action | None:
    choices = [one for one in action_menu.menu(seen.negotiation) if one.action.enabled]
    found = find(choices)
    return found.action if found is not None and not found.action.is_group else None
