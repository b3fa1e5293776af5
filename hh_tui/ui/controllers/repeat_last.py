"""The last decision once more, on the candidate under the cursor and without a form."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation, Template
from hh_tui.errors import HHError
from hh_tui.inbox.decisions import target
from hh_tui.inbox.decisions.action_menu import ActionChoice, menu
from hh_tui.inbox.decisions.bulk_decision import form_for_all
from hh_tui.inbox.decisions.conflict_check import found
from hh_tui.inbox.decisions.forms import MESSAGE, FieldKind, Form, Values
from hh_tui.inbox.decisions.history import DecisionKey, key_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import (
    Decided,
    DecidedAgain,
    DecisionTakenBack,
    Event,
    LetterFilled,
    LettersReturned,
    LoginChanged,
    ReadFailed,
    WritesDropped,
)
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.state_store import State

FILLING = "same-again"
"""The group of the read that fills in a letter."""


class Pattern(Struct, frozen=True):
    """A decision to be made again: what was filled in beside the letter, and where the letter came from.

    Without `letter` it was silent; with one and without a `template` it was written by hand, for one person.
    """

    action: Action
    values: Values
    letter: bool = False
    template: str | None = None


class Made(Struct, frozen=True):
    """A decision by its name, and how to make it again."""

    key: DecisionKey
    pattern: Pattern


class Selected(Protocol):
    """Who is selected, and what all of them can do."""

    @property
    def selected(self) -> Chosen:
        """The selected candidates of the list shown, by id."""
        ...

    @property
    def choices(self) -> tuple[ActionChoice, ...]:
        """Everything that any of them can do."""
        ...


class Bulk(Protocol):
    """Decides about everybody who is selected."""

    def preview(self, action: Action, body: tuple[tuple[str, str], ...]) -> None:
        """Who gets what; what is confirmed there is decided."""


class RepeatLast:
    """Remembers decisions made in a form, or without one: the last that was not taken back is made again."""

    def __init__(self, context: Context, decisions: Decisions, selected: Selected, bulk: Bulk) -> None:
        self._context = context
        self._decisions = decisions
        self._selected = selected
        self._bulk = bulk
        self._made: list[Made] = []
        self._taken_back: set[DecisionKey] = set()
        self._next: Pattern | None = None
        """How the decision is made that is about to be heard of."""

    @property
    def _pattern(self) -> Pattern | None:
        standing = (one.pattern for one in reversed(self._made) if one.key not in self._taken_back)
        return next(standing, None)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"same-again": self.repeat}

    def remember(self, action: Action, outcome: SheetOutcome | None) -> None:
        """This is what is made again, once it is decided."""
        body = dict(outcome.body or ()) if outcome is not None else {}
        template = outcome.template if outcome is not None else None
        self._next = Pattern(
            action,
            {name: value for name, value in body.items() if name != MESSAGE},
            letter=MESSAGE in body,
            template=template.id if template is not None else None,
        )

    def hint(self, action: Action) -> str:
        """The keys that decide on this candidate as on the last one, out of the form of the same action.

        Empty where that was another action, or its letter was written by hand.
        """
        pattern, context = self._pattern, self._context
        if pattern is None or pattern.action.id != action.id:
            return ""
        if pattern.letter and pattern.template not in {one.id for one in action.templates}:
            return ""
        leave, key = context.keys("cancel-sheet"), context.keys("same-again")
        return context.render_context.tr("same.hint", leave=leave, key=key) if leave and key else ""

    def repeat(self) -> None:
        """The same action, with the same template in this candidate's words; or why that can't be.

        With a selection it is for all of it, after the preview of those who are meant.
        """
        context, pattern, chosen = self._context, self._pattern, self._selected.selected
        row = context.inbox.selected
        if (row is None and not chosen) or context.may_not_decide():
            return
        if pattern is None:
            context.say("same.taken-back" if self._made else "same.nothing")
        elif chosen:
            self._repeat_for_all(pattern, chosen)
        elif row is not None:
            self._repeat_for(pattern, row)

    def stop(self) -> None:
        """A decision that waits for its letter is not made."""
        self._context.tasks.cancel(FILLING)

    def _repeat_for_all(self, pattern: Pattern, chosen: Chosen) -> None:
        """A silent decision on everybody selected; a letter is begun in their form."""
        context, name = self._context, actions.name(pattern.action)
        choice = next((one for one in self._selected.choices if one.action.id == pattern.action.id), None)
        if choice is None:
            told = context.render_context.tr("same.not-offered-all", action=name)
            self._tell_not_offered(told, [row.negotiation for row in chosen.values()], self._selected.choices)
            return
        if pattern.letter or not choice.action.enabled:
            context.say("same.for-all", action=name, key=context.keys("actions"))
            return
        form = form_for_all(choice.action, chosen)
        values, silent = _again(pattern, form), form.has_letter
        if _lacks(form, values, silent=silent):
            context.say("same.for-all", action=name, key=context.keys("actions"))
        else:
            self._bulk.preview(choice.action, form.body(values, silent=silent))

    def _tell_not_offered(
        self, told: str, who: Sequence[Negotiation], offered: Sequence[ActionChoice]
    ) -> None:
        """That this action is not offered; where none is, why."""
        context = self._context
        context.tell(told if offered else no_actions(context.render_context.tr, context.inbox, who))

    def _repeat_for(self, pattern: Pattern, row: Row) -> None:
        context, negotiation = self._context, row.negotiation
        action = found(pattern.action, negotiation)
        if action is None:
            told = context.render_context.tr("same.not-offered", action=actions.name(pattern.action))
            self._tell_not_offered(told, [negotiation], menu(negotiation))
            return
        seen = target.in_list(context.inbox, negotiation)
        if seen is None:
            return
        form = Form.of(action, negotiation, seen.source.vacancy_id)
        values = _again(pattern, form)
        if not pattern.letter:
            self._decide(seen, form, values, silent=True)
            return
        template = next((one for one in action.templates if one.id == pattern.template), None)
        if template is None:
            context.say("same.by-hand", action=actions.name(action))
        else:
            context.say("same.filling")
            context.tasks.start(partial(self._fill, seen, form, values, template), group=FILLING)

    async def _fill(self, seen: Target, form: Form, values: Values, template: Template) -> None:
        session, post = self._context.session, self._context.post
        try:
            filled = await session.read(partial(session.client.templates.filled, template), what="template")
        except HHError as error:
            post(ReadFailed(error))
        else:
            post(LetterFilled(seen, form, values, filled.mail.text if filled.mail else ""))

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Another login has decided nothing yet that could be made again."""
        match event:
            case Decided(operation) if operation.action is not None:
                self._decided(operation)
            case DecidedAgain():
                self._decided_again(event.operations)
            case DecisionTakenBack():
                self._forget((event.operation,))
            case WritesDropped() | LettersReturned():
                self._forget(event.operations)
            case LoginChanged():
                self._made, self._next = [], None
            case LetterFilled():
                self._filled(event, after)

    def _decided(self, operation: Operation) -> None:
        if self._next is not None:
            self._made.append(Made(key_of(operation), self._next))
            self._next = None

    def _forget(self, operations: Sequence[Operation]) -> None:
        """What did not stand is not made again, nor is what began as its like and waits for a letter."""
        gone = set(map(key_of, operations))
        if any(one.key in gone for one in self._made):
            self._taken_back |= gone
            self.stop()

    def _decided_again(self, operations: Sequence[Operation]) -> None:
        """It stands again, by the name that it has now."""
        self._taken_back.difference_update(map(key_of, operations))
        for operation in operations:
            who, action = operation.negotiation.id, operation.action
            known = (one for one in reversed(self._made) if one.key[0] == who)
            made = next((one for one in known if action and one.pattern.action.id == action.id), None)
            if made is not None:
                self._made.append(Made(key_of(operation), made.pattern))

    def _filled(self, event: LetterFilled, after: State) -> None:
        """Decide with the letter, if the candidate is still the one under the cursor."""
        row = after.inbox.selected
        if row is None or row.id != event.seen.negotiation.id:
            self._context.say("same.moved")
        else:
            self._decide(event.seen, event.form, {**event.values, MESSAGE: event.text}, silent=False)

    def _decide(self, seen: Target, form: Form, values: Values, *, silent: bool) -> None:
        silent = silent and form.has_letter
        if _lacks(form, values, silent=silent):
            self._context.say("same.missing", action=actions.name(form.action))
        else:
            self._next = self._pattern
            self._decisions.submit(seen, form.action, form.body(values, silent=silent))


def _again(pattern: Pattern, form: Form) -> Values:
    """What was filled in, as far as this form asks for it."""
    kinds = {field.id: field.kind for field in form.fields}
    return {
        name: kinds[name] is FieldKind.SWITCH or value
        for name, value in pattern.values.items()
        if name in kinds
    }


def _lacks(form: Form, values: Values, *, silent: bool) -> bool:
    """Whether it can't be sent like this."""
    return bool(form.missing(values, silent=silent)) or (silent and not form.can_be_silent)
