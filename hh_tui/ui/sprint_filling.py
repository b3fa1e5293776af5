"""One action for many people of a sprint at once: each has a choice that can be changed or taken out."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.sprint import FormBody, SprintChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.answer import Answer
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.sprint_forms import SprintForms

Find = Callable[[Sequence[ActionChoice]], ActionChoice | None]
"""Finds the action among all that can be done with somebody."""

Choices = Mapping[str, SprintChoice]


class SprintFilling:
    """The form of the action is filled in once; who it can't be filled in for is left without a choice.

    Where choices of an earlier sprint are left, it is asked whether these come beside them or in their place.
    """

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
        is_anew = False

        def filled(body: FormBody, own: bool) -> None:
            if is_anew:
                self._forget_choices()
            chosen = {first.negotiation.id: SprintChoice(first, action, body, own)}
            for seen, same in others:
                if (found := self._forms.body(seen, same)) is not None:
                    chosen[seen.negotiation.id] = SprintChoice(seen, same, found)
            self._take(chosen, len(ids) - len(chosen), shown)

        def answered(answer: str | None) -> None:
            nonlocal is_anew
            is_anew = answer == "anew"
            if is_anew:
                self._forms.begin()
            if answer in {"on", "anew"}:
                self._forms.fill(first, action, filled)

        self._ask_of_earlier(answered)

    def _ask_of_earlier(self, answered: Callable[[str | None], None]) -> None:
        """What becomes of the choices that are left; without any the new ones are added to nothing."""
        context, sprint = self._context, self._open.sprint
        if sprint is None or not sprint.is_begun:
            answered("on")
            return
        tr, count = context.render_context.tr, len(sprint.choices)
        answers = [
            Answer("on", tr("rule.sprint.add", n=count)),
            Answer("anew", tr("sprint.anew", n=count)),
            Answer("stay", tr("sprint.which.neither")),
        ]
        context.choose(tr("sprint.which"), answers, answered, "on")

    def _forget_choices(self) -> None:
        if self._open.sprint is not None:
            self._open.change(replace(self._open.sprint, choices={}, passed=frozenset(), history=()))

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
