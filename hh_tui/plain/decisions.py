"""Deciding about the candidate under the cursor or about everybody marked, and writing to one."""

from collections.abc import Sequence
from datetime import datetime

from hh_tui.api.models import Action, Negotiation, Template
from hh_tui.inbox.decisions import action_menu, target
from hh_tui.inbox.decisions.action_menu import ActionChoice, kind_of
from hh_tui.inbox.decisions.bulk_decision import form_for_all, is_of_many_vacancies, operations_for_all
from hh_tui.inbox.decisions.forms import MESSAGE, Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen, SelectionActions, able
from hh_tui.inbox.decisions.single_decision import operation_of
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.letter_pattern import closed_gaps
from hh_tui.inbox.letters.step_letters import of_no_other
from hh_tui.inbox.letters.variables import Facts, known
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.plain.context import PlainContext
from hh_tui.plain.form_questions import Body, FormQuestions
from hh_tui.plain.letter_questions import LetterQuestions, name_of
from hh_tui.plain.list_text import choice_name
from hh_tui.system.structs import replace
from hh_tui.ui.events import Decided, DecidedTogether, DraftKept, FormKept
from hh_tui.ui.presenters import actions, batch, errors, schedule, status
from hh_tui.ui.presenters.candidate import name


class PlainDecisions:
    """Every decision goes into the same outbox as on the full screen: held, undone by `z`, sent once."""

    def __init__(self, context: PlainContext, selection_actions: SelectionActions) -> None:
        self._context = context
        self._selection_actions = selection_actions
        self._letters = LetterQuestions(context)
        self._forms = FormQuestions(context, self._letters)

    @property
    def chosen(self) -> Chosen:
        """Everybody marked."""
        return self._selection_actions.chosen(self._context.inbox)

    @property
    def offered(self) -> tuple[ActionChoice, ...]:
        """What can be done with everybody marked, or with the candidate under the cursor."""
        context, row, chosen = self._context, self._context.inbox.selected, self.chosen
        found: Sequence[ActionChoice] = action_menu.menu(row.negotiation) if row else ()
        if chosen:
            found = self._selection_actions.choices(chosen)
        return context.state.view.shortcuts.marked(found)

    async def act(self, digit: int) -> None:
        """The action of this digit."""
        choice = next((one for one in self.offered if one.digit == digit), None)
        if choice is None:
            self._context.say("action.no-such", digit=digit)
        else:
            await self.decide(choice)

    async def act_by_letter(self, letter: str) -> None:
        """The action that the person has given this letter to."""
        context, named = self._context, self._context.state.view.shortcuts.action(letter)
        if named is None:
            context.say("plain.unknown", typed=letter, key=context.key("help"))
        elif (choice := named.among(self.offered)) is None:
            key = context.key("actions")
            context.say("shortcut.not-offered", letter=letter, name=named.name or named.id, key=key)
        else:
            await self.decide(choice)

    async def choose(self) -> None:
        """One of all that can be done."""
        context, offered = self._context, self.offered
        if not offered:
            context.say("actions.none")
            return
        place = await context.ask.choose(context.tr("plain.which"), [choice_name(one) for one in offered])
        if place is not None:
            await self.decide(offered[place])

    async def decide(self, choice: ActionChoice) -> None:
        """Decide by it, after its form where it has one; or say why that can't be."""
        context, row, chosen = self._context, self._context.inbox.selected, self.chosen
        if context.may_not_decide() or (row is None and not chosen):
            return
        if not choice.action.enabled:
            ctx = context.state.view.render_context
            context.terminal.say(actions.why_disabled(ctx, choice.action))
        elif chosen:
            await self._decide_for_all(choice, chosen)
        elif row is not None:
            await self._decide_for(row, choice)

    # One candidate

    async def _decide_for(self, row: Row, choice: ActionChoice) -> None:
        context, action, negotiation = self._context, choice.action, row.negotiation
        seen = target.in_list(context.inbox, negotiation)
        if seen is None:
            return
        who = name(context.state.view.render_context, negotiation)
        context.terminal.say(f"{actions.label(action)}: {who}")
        if action.is_group:
            steps = action_menu.steps(action)
            place = await context.ask.choose(context.tr("plain.which"), [choice_name(one) for one in steps])
            if place is not None:
                await self._decide_for(row, steps[place])
            return
        form = Form.of(action, negotiation, seen.source.vacancy_id)
        if not form.fields:
            self._submit(self._operation(seen, action, form.body({})))
            return
        key = (negotiation.id, action.id)
        more = of_no_other(negotiation.templates, action, negotiation)
        body, values = await self._forms.ask(
            form, context.inbox.sheets.get(key, {}), _each_once(action.templates, more), self._facts(row)
        )
        context.states.dispatch(FormKept(key, values, who))
        context.disk.texts_changed()
        if body is not None and (agreed := await self._agreed(f"{actions.label(action)}: {who}", body)):
            self._submit(self._operation(seen, action, body), agreed)

    async def _agreed(self, deed: str, body: Body) -> datetime | bool:
        """Whether it goes: at once, or at a moment that is chosen for it, in UTC."""
        context, letter = self._context, dict(body).get(MESSAGE, "")
        ctx = context.state.view.render_context
        key = "plain.with-letter" if letter else "plain.without-letter"
        context.terminal.say(deed, context.tr(key, letter=letter))
        moment = await context.ask.when(context.tr("plain.send"), context.clock(), ctx.zone)
        if isinstance(moment, bool):
            return moment
        asked = context.tr("plain.at", when=schedule.exact(ctx, moment))
        return moment if await context.ask.confirm(asked) else False

    def _operation(self, seen: Target, action: Action | None, body: Body) -> Operation:
        context = self._context
        return operation_of(context.inbox, seen, action, body, context.clock(), context.account)

    def _submit(self, operation: Operation, agreed: datetime | bool = True) -> None:
        context, operation = self._context, replace(operation, not_before=_moment(agreed))
        with context.states.at_once():
            context.states.dispatch(Decided(operation, context.settings.advance))
            context.outbox.hold(operation)
        self._tell(status.deed(context.state.view.render_context, operation), operation)

    def _tell(self, deed: str, operation: Operation) -> None:
        """What was decided, and when it goes."""
        context, at = self._context, operation.not_before
        if at is None:
            context.say("plain.held", deed=deed, key=context.key("undo"))
        else:
            when = schedule.ahead(context.state.view.render_context, at)
            context.say("plain.held-until", deed=deed, when=when, key=context.key("undo"))

    def _facts(self, row: Row) -> Facts:
        """What a letter to this candidate can say of them."""
        inbox = self._context.inbox
        vacancy = inbox.vacancy_of(row.id)
        return known(inbox.account, vacancy.name if vacancy else "", row.negotiation)

    # Everybody marked

    async def _decide_for_all(self, choice: ActionChoice, chosen: Chosen) -> None:
        context, action = self._context, choice.action
        has, lacking = able(chosen, kind_of(action))
        form, body = form_for_all(action, has), Body()
        context.terminal.say(f"{actions.label(action)}: {context.tr('batch.people', n=len(has))}")
        if form.fields:
            answered, values = await self._forms.ask(form, {}, (), self._facts_of_all(has), closed_gaps)
            key, people = bulk_form.place(action.id), context.tr("batch.people", n=len(has))
            context.states.dispatch(FormKept(key, bulk_form.marked(values, has), people))
            if answered is None:
                return
            body = answered
        operations = operations_for_all(
            context.inbox, chosen, action, body, context.clock(), context.account, self._facts
        )
        if not operations:
            context.say("batch.nobody-named")
            return
        ctx = context.state.view.render_context
        taken = {one.negotiation.id for one in operations}
        unnamed = [row.negotiation for key, row in has.items() if key not in taken]
        passed = batch.PassedOver(action, [one.negotiation for one in lacking.values()], unnamed)
        context.terminal.say(
            *(name(ctx, one.negotiation) for one in operations),
            *filter(None, batch.notes(ctx, operations, 0, passed).splitlines()),
        )
        if agreed := await self._agreed(batch.deed(ctx, operations[0], len(operations)), body):
            self._submit_all(operations, agreed)

    def _facts_of_all(self, chosen: Chosen) -> Facts:
        """What is the same for all of them; their names are filled in for each."""
        inbox, first = self._context.inbox, next(iter(chosen.values()))
        facts = dict(self._facts(first))
        facts.pop("name", None)
        if is_of_many_vacancies(inbox, chosen):
            facts.pop("vacancy", None)
        return facts

    def _submit_all(self, operations: Sequence[Operation], agreed: datetime | bool) -> None:
        context, at = self._context, _moment(agreed)
        operations = tuple(replace(one, not_before=at) for one in operations)
        with context.states.at_once():
            context.states.dispatch(DecidedTogether(operations))
            context.outbox.hold(*operations)
        told = batch.deed(context.state.view.render_context, operations[0], len(operations))
        self._tell(told, operations[0])

    # Letters

    async def reply(self) -> None:
        """A letter to the candidate under the cursor, or why none can be written."""
        context, row = self._context, self._context.inbox.selected
        if row is None or context.may_not_decide():
            return
        negotiation = row.negotiation
        if (lock := context.inbox.lock(negotiation)) is not None:
            context.terminal.say(errors.locked(context.tr, lock))
            return
        seen = target.in_list(context.inbox, negotiation)
        if seen is not None:
            await self._write(seen, row)

    async def _write(self, seen: Target, row: Row) -> None:
        context, ctx = self._context, self._context.state.view.render_context
        draft = context.inbox.drafts.of(row.id)
        context.say("compose.to", name=name(ctx, row.negotiation))
        letter = await self._letters.ask(row.negotiation.templates, self._facts(row), draft, optional=False)
        if letter is None:
            return
        text = letter.text
        context.states.dispatch(DraftKept(row.id, text, _addressee(row.negotiation)))
        context.disk.texts_changed()
        body = ((MESSAGE, text),)
        if agreed := await self._agreed(context.tr("compose.to", name=name(ctx, row.negotiation)), body):
            context.states.dispatch(DraftKept(row.id, ""))
            self._submit(self._operation(seen, None, body), agreed)
        else:
            context.say("plain.kept")


def _moment(agreed: datetime | bool) -> datetime | None:
    return None if isinstance(agreed, bool) else agreed


def _addressee(negotiation: Negotiation) -> str:
    return name_of(negotiation)[1]


def _each_once(*groups: tuple[Template, ...]) -> tuple[Template, ...]:
    found: dict[str, Template] = {}
    for template in (one for group in groups for one in group):
        found.setdefault(template.url, template)
    return tuple(found.values())
