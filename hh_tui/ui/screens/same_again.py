"""The last decision once more, on the candidate under the cursor and without a form."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from textual import on, work
from textual.message import Message

from hh_tui.api.models import Action, Template
from hh_tui.errors import HHError
from hh_tui.inbox.decisions import target
from hh_tui.inbox.decisions.conflict_check import found
from hh_tui.inbox.decisions.forms import MESSAGE, Form, Kind, Values
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.decisions.target import Whom
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.sheet_outcome import Outcome
from hh_tui.ui.presenters import actions
from hh_tui.ui.screens.bulk import BulkScreen


@dataclass(frozen=True, slots=True)
class Pattern:
    """A decision to be made again: what was filled in beside the letter, and where the letter came from.

    Without `letter` it was silent; with one and without a `template` it was written by hand, for one person.
    """

    action: Action
    values: Values
    letter: bool = False
    template: str | None = None


@dataclass
class LetterFilled(Message):
    """The same template, filled in for this candidate."""

    seen: Whom
    form: Form
    values: Values
    text: str


def _again(pattern: Pattern, form: Form) -> Values:
    """What was filled in, as far as this form asks for it."""
    kinds = {field.id: field.kind for field in form.fields}
    return {
        name: kinds[name] is Kind.SWITCH or value for name, value in pattern.values.items() if name in kinds
    }


class SameAgainScreen(BulkScreen):
    """Remembers the last decision made in a form, or without one."""

    _pattern: Pattern | None = None

    def submit(
        self,
        seen: Whom,
        action: Action | None,
        form: tuple[tuple[str, str], ...],
        not_before: datetime | None = None,
    ) -> None:
        """Decide."""
        raise NotImplementedError

    def remember_pattern(self, action: Action, outcome: Outcome | None = None) -> None:
        """This is what is made again from now on."""
        body = dict(outcome.body or ()) if outcome is not None else {}
        template = outcome.template if outcome is not None else None
        self._pattern = Pattern(
            action,
            {name: value for name, value in body.items() if name != MESSAGE},
            letter=MESSAGE in body,
            template=template.id if template is not None else None,
        )

    def action_same_again(self) -> None:
        """The same action, with the same template in this candidate's words; or why that can't be.

        With marks it is for all of them, after the preview of those who are meant.
        """
        row, pattern, chosen = self.inbox.selected, self._pattern, self.together
        if (row is None and not chosen) or self.can_not_decide():
            return
        if pattern is None:
            self.say("same.nothing")
            return
        if chosen:
            self._same_for_all(pattern, chosen)
            return
        if row is None:
            return
        negotiation = row.negotiation
        action = found(pattern.action, negotiation)
        if action is None:
            self.say("same.not-offered", action=actions.name(pattern.action))
            return
        seen = target.in_list(self.inbox, negotiation)
        if seen is None:
            return
        form = Form.of(action, negotiation, seen.home.vacancy_id)
        values = _again(pattern, form)
        if not pattern.letter:
            self._decide_again(seen, form, values, silent=True)
            return
        template = next((one for one in action.templates if one.id == pattern.template), None)
        if template is None:
            self.say("same.by-hand", action=actions.name(action))
        else:
            self.say("same.filling")
            self._fill_again(seen, form, values, template)

    def _same_for_all(self, pattern: Pattern, chosen: Chosen) -> None:
        """A silent decision on all marked ones; a letter is begun in their form."""
        name, choices = actions.name(pattern.action), self._chorus.choices(chosen)
        choice = next((one for one in choices if one.action.id == pattern.action.id), None)
        if choice is None:
            self.say("same.not-offered-all", action=name)
            return
        if pattern.letter or not choice.action.enabled:
            self.say("same.for-all", action=name, key=self.keys("actions"))
            return
        form = self.form_for_all(choice.action, chosen)
        values, silent = _again(pattern, form), form.has_letter
        if form.missing(values, silent=silent) or (silent and not form.can_be_silent):
            self.say("same.for-all", action=name, key=self.keys("actions"))
        else:
            self._preview(choice.action, form.body(values, silent=silent))

    @work(group="same-again", exclusive=True, exit_on_error=False)
    async def _fill_again(self, seen: Whom, form: Form, values: Values, template: Template) -> None:
        try:
            filled = await self.worker.read(
                partial(self.worker.client.filled_template, template), what="template"
            )
        except HHError as error:
            self.post_message(heard.ReadFailed(error))
        else:
            text = filled.mail.text if filled.mail else ""
            self.post_message(LetterFilled(seen, form, values, text))

    @on(LetterFilled)
    def letter_filled(self, message: LetterFilled) -> None:
        """Decide, if the candidate is still the one under the cursor."""
        row = self.inbox.selected
        if row is None or row.id != message.seen.negotiation.id:
            self.say("same.moved")
        else:
            values = {**message.values, MESSAGE: message.text}
            self._decide_again(message.seen, message.form, values, silent=False)

    def _decide_again(self, seen: Whom, form: Form, values: Values, *, silent: bool) -> None:
        silent = silent and form.has_letter
        if form.missing(values, silent=silent) or (silent and not form.can_be_silent):
            self.say("same.missing", action=actions.name(form.action))
        else:
            self.submit(seen, form.action, form.body(values, silent=silent))
