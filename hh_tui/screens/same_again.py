"""The last decision once more, on the candidate under the cursor and without a form."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from textual import on, work
from textual.message import Message

from hh_tui.api.models import Action, Template
from hh_tui.errors import HHError
from hh_tui.inbox import whom
from hh_tui.inbox.forms import MESSAGE, Form, Kind, Values
from hh_tui.inbox.guard import found
from hh_tui.inbox.whom import Whom
from hh_tui.screens import messages as heard
from hh_tui.screens.bulk import BulkScreen
from hh_tui.screens.sheet import Outcome
from hh_tui.view import actions


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
        """The same action, with the same template in this candidate's words; or why that can't be."""
        row, pattern = self.inbox.selected, self._pattern
        if row is None or self.can_not_decide():
            return
        if pattern is None:
            self.say("same.nothing")
            return
        negotiation = row.negotiation
        action = found(pattern.action, negotiation)
        if action is None:
            self.say("same.not-offered", action=actions.name(pattern.action))
            return
        seen = whom.in_list(self.inbox, negotiation)
        if seen is None:
            return
        form = Form.of(action, negotiation, seen.home.vacancy_id)
        asked = {field.id for field in form.fields}
        kinds = {field.id: field.kind for field in form.fields}
        values: Values = {
            name: kinds[name] is Kind.SWITCH or value
            for name, value in pattern.values.items()
            if name in asked
        }
        if not pattern.letter:
            self._decide_again(seen, form, values, silent=True)
            return
        template = next((one for one in action.templates if one.id == pattern.template), None)
        if template is None:
            self.say("same.by-hand", action=actions.name(action))
        else:
            self.say("same.filling")
            self._fill_again(seen, form, values, template)

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
