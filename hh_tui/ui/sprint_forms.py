"""The forms of a sprint: filled in once for each action, then by themselves for everybody who gets it."""

from collections.abc import Callable, Mapping
from functools import partial

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.forms import MESSAGE, FieldKind, Form, Values
from hh_tui.inbox.decisions.operation import letter_of
from hh_tui.inbox.decisions.sprint import FormBody, SprintChoice
from hh_tui.inbox.decisions.sprint_texts import FORMS, form_text, kept_by, kept_forms, key_of, reworded_forms
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.letter_pattern import OPEN, addressed, personal
from hh_tui.inbox.letters.variables import Facts, gaps, known
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import FormKept
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.letter import begun_earlier
from hh_tui.ui.sheet_opener import BegunForm, SheetOpener

PLACE = "*sprint"
"""Stands with an account where one candidate's negotiation id would stand, in forms begun in a sprint."""

_Name = tuple[str, str]

Filled = Callable[[FormBody, bool], None]
"""Gets what is to be sent, and whether it was filled in for this candidate alone."""


class SprintForms:
    """What was filled in for everybody is kept by action, here and on disk, until the sprint is over."""

    def __init__(self, context: Context, sheets: SheetOpener) -> None:
        self._context = context
        self._sheets = sheets
        self._bodies: dict[_Name, FormBody] = {}
        """By id and name of the action."""
        self._reworded: set[_Name] = set()
        """Those whose letters are no templates as they came."""

    @property
    def _account(self) -> str:
        return self._context.inbox.who(self._context.session.manager_account)

    def recall(self) -> None:
        """What an earlier run kept."""
        kept = self._context.disk.remembered(FORMS)
        self._bodies = dict(kept_forms(self._account, kept))
        self._reworded = set(reworded_forms(self._account, kept))

    def put_away(self) -> None:
        """Another account has forms of its own; these stay on the disk."""
        self._bodies, self._reworded = {}, set()

    def write_down(self) -> None:
        """Keep them on the disk, too: a sprint that was over goes on."""
        for name in self._bodies:
            self._write(name)

    def _write(self, name: _Name) -> None:
        context = self._context
        text = form_text(context.clock(), self._bodies[name], is_reworded=name in self._reworded)
        context.disk.remember(FORMS, key_of(self._account, *name), text)

    def begin(self) -> None:
        """Another sprint begins with empty forms."""
        self.forget()
        self._bodies, self._reworded = {}, set()

    def forget(self) -> None:
        """The sprint is over: nothing stays on the disk."""
        disk = self._context.disk
        kept = kept_by(self._account, disk.remembered(FORMS))
        if kept:
            disk.remember_all(FORMS, {key_of(self._account, key): "" for key in kept})
        mine = self._place()
        for place, action_id in [*self._context.inbox.sheets]:
            if place == mine or place.startswith(f"{mine} "):
                self._keep_typed(place, action_id, {})

    def _place(self, *negotiation_id: str) -> str:
        """Where forms begun in a sprint of this account stand: for everybody, or for one candidate."""
        return key_of(PLACE, self._account, *negotiation_id)

    def _keep_typed(self, place: str, action_id: str, values: Values) -> None:
        """What stands in a form; nothing where it is filled in."""
        context = self._context
        name = context.render_context.tr("sprint.everybody")
        context.store.dispatch(FormKept((place, action_id), values, name))
        context.disk.texts_changed()

    def fill(self, seen: Target, action: Action, filled: Filled) -> None:
        """The form of an action for one candidate; a window opens where something has to be filled in."""
        form = _form(seen, action)
        if not form.fields:
            filled(form.body({}), False)
        elif _named(action) not in self._bodies:
            self.ask_for_all(seen, action, lambda: self.fill(seen, action, filled))
        elif (body := self.body(seen, action)) is not None:
            filled(body, False)
        else:
            note = self._context.render_context.tr("sprint.form.lacks")
            self.ask_for_one(seen, action, self._values(form, seen), filled, note=note)

    def body(self, seen: Target, action: Action) -> FormBody | None:
        """What everybody gets, in this candidate's words; None where something is missing for them."""
        form, body = _form(seen, action), self._bodies.get(_named(action))
        if body is None:
            return None if form.fields else form.body({})
        silent = form.has_letter and MESSAGE not in dict(body)
        values = self._values(form, seen)
        if form.missing(values, silent=silent) or (silent and not form.can_be_silent):
            return None
        return None if gaps(str(values.get(MESSAGE, ""))) else form.body(values, silent=silent)

    def _values(self, form: Form, seen: Target) -> Values:
        """What was filled in for everybody, as far as this form asks for it."""
        values: dict[str, str | bool] = {}
        given = dict(self._bodies.get(_named(form.action), ()))
        for one in form.fields:
            if (value := given.get(one.id)) is not None:
                letter = one.kind is FieldKind.LETTER
                switch = one.kind is FieldKind.SWITCH
                values[one.id] = addressed(value, self._facts(seen)) if letter else switch or value
        return values

    def _facts(self, seen: Target) -> Facts:
        vacancy = self._context.inbox.vacancy_by_id(seen.source.vacancy_id)
        return known(self._context.inbox.account, vacancy.name if vacancy else "", seen.negotiation)

    def is_reworded(self, choice: SprintChoice) -> bool:
        """Whether a letter has other words than the template it was made of, for everybody or for them."""
        letter, name = letter_of(choice.body), _named(choice.action)
        if letter is None or name in self._reworded or not choice.own:
            return letter is not None and name in self._reworded
        return letter_of(self.body(choice.target, choice.action) or ()) != letter

    def ask_for_all(self, seen: Target, action: Action, filled: Callable[[], object]) -> None:
        """Let the person fill it in for everybody; `filled` is called once that is done."""
        from hh_tui.ui.dialogs.action_sheet import ActionSheet

        context, tr = self._context, self._context.render_context.tr
        form, account = replace(_form(seen, action), known=()), context.inbox.account
        name, vacancy = tr("variable.name"), tr("variable.vacancy")
        facts = {key: value for key, value in self._facts(seen).items() if key not in OPEN}
        before = _typed(form, self._bodies.get(_named(action), ()))
        place = self._place()
        draft = context.inbox.sheets.get((place, _key(action)), {})
        begun = {**before, **draft}
        note = tr("sprint.form.letter", name=f"{{{{{name}}}}}") if form.has_letter else tr("sprint.form")
        if draft.get(MESSAGE):
            note = f"{note}\n{begun_earlier(tr, context.keys)}"

        def left(outcome: SheetOutcome | None) -> None:
            if outcome is not None and outcome.body is not None and place == self._place():
                self._keep(action, outcome.body, is_reworded=outcome.is_reworded)
                filled()

        sheet = ActionSheet(
            form,
            tr("sprint.everybody"),
            begun,
            account.employer.id if account and account.employer else None,
            context.session,
            tr,
            context.keys,
            partial(self._keep_typed, place, _key(action)),
            facts=facts,
            note=note,
            of_group=personal(name, vacancy),
        )
        context.windows.push(sheet, left)

    def _keep(self, action: Action, body: FormBody, *, is_reworded: bool) -> None:
        """A letter that stood in it already, and was left as it is, is what it was."""
        name = _named(action)
        if letter_of(body) is None:
            self._reworded.discard(name)
        elif letter_of(body) != letter_of(self._bodies.get(name, ())):
            self._reworded = self._reworded | {name} if is_reworded else self._reworded - {name}
        self._bodies[name] = body
        self._write(name)
        self._keep_typed(self._place(), _key(action), {})

    def ask_for_one(
        self, seen: Target, action: Action, values: Values, filled: Filled, *, note: str = ""
    ) -> None:
        """Let the person fill it in for this candidate alone, beginning with these values.

        What they have begun to write to them outside of the sprint is neither shown nor changed.
        """
        form, negotiation = _form(seen, action), seen.negotiation
        vacancy = self._context.inbox.vacancy_by_id(seen.source.vacancy_id)
        place = self._place(negotiation.id)
        draft = self._context.inbox.sheets.get((place, _key(action)), {})

        def kept(typed: Values) -> None:
            self._keep_typed(place, _key(action), typed if typed != values else {})

        def decided(outcome: SheetOutcome) -> None:
            kept({})
            filled(outcome.body or (), True)

        self._sheets.open(
            form,
            negotiation,
            vacancy.name if vacancy else "",
            decided,
            note=note,
            own=BegunForm(draft or values, kept, is_draft=bool(draft)),
        )

    def edit(self, seen: Target, action: Action, body: FormBody, filled: Filled) -> None:
        """Let the person change what this candidate gets; say so where there is nothing to change."""
        form = _form(seen, action)
        if not form.fields:
            name = actions.name(action)
            self._context.say("sprint.no-form", name=name)
            return
        self.ask_for_one(seen, action, _typed(form, body), filled)


def _named(action: Action) -> _Name:
    """Actions of one id can be several steps, each with a name and a letter of its own."""
    return (action.id, action.name)


def _key(action: Action) -> str:
    return " ".join(_named(action))


def _form(seen: Target, action: Action) -> Form:
    return Form.of(action, seen.negotiation, seen.source.vacancy_id)


def _typed(form: Form, body: FormBody) -> Values:
    """The values of a form that were sent as these pairs."""
    given: Mapping[str, str] = dict(body)
    return {
        one.id: True if one.kind is FieldKind.SWITCH else given[one.id]
        for one in form.fields
        if one.id in given
    }
