"""Deciding about the candidate under the cursor or about everybody marked, and writing to one."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import partial

from hh_tui.api.models import Action, Negotiation, Template
from hh_tui.inbox.decisions import action_menu, target
from hh_tui.inbox.decisions.action_menu import ActionChoice, kind_of
from hh_tui.inbox.decisions.bulk_decision import form_for_all, operations_for_all
from hh_tui.inbox.decisions.forms import MESSAGE, Form, Values
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen, SelectionActions, able
from hh_tui.inbox.decisions.single_decision import invitation_of, operation_of
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.drafts import above
from hh_tui.inbox.letters.step_letters import of_no_other
from hh_tui.inbox.letters.variables import Facts, known
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.plain.candidate_zones import CandidateZones
from hh_tui.plain.context import PlainContext
from hh_tui.plain.form_questions import Body, FormQuestions
from hh_tui.plain.group_form import GroupForm
from hh_tui.plain.letter_questions import LetterQuestions, name_of
from hh_tui.plain.list_text import choice_label, choice_numbers
from hh_tui.system.structs import replace
from hh_tui.ui.events import Decided, DecidedTogether, DraftKept, FormKept
from hh_tui.ui.presenters import actions, batch, errors, schedule, status
from hh_tui.ui.presenters.candidate import name, people
from hh_tui.ui.presenters.form_choices import with_letter
from hh_tui.ui.presenters.letter import beside_letter
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.presenters.one_of_marked import alone


class PlainDecisions:
    """Every decision goes into the same outbox as on the full screen: held, undone by `z`, sent once."""

    def __init__(self, context: PlainContext, selection_actions: SelectionActions) -> None:
        self._context = context
        self._selection_actions = selection_actions
        self._letters = LetterQuestions(context)
        self._forms = FormQuestions(context, self._letters)
        self._group_form = GroupForm(context, self._forms, self._facts)
        self._zones = CandidateZones(context)

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
        context = self._context
        choice = next((one for one in self.offered if one.digit == digit), None)
        if choice is not None:
            await self.decide(choice)
        elif self.offered:
            who = people(context.state.view.render_context, self._meant)
            context.say("action.no-such", who=who, digit=digit, key=context.key("actions"))
        else:
            await self.choose()

    @property
    def _meant(self) -> list[Negotiation]:
        """Everybody marked, else the candidate under the cursor."""
        row = self._context.inbox.selected
        return [one.negotiation for one in self.chosen.values()] or ([row.negotiation] if row else [])

    async def act_by_letter(self, letter: str) -> None:
        """The action that the person has given this letter to."""
        context, named = self._context, self._context.state.view.shortcuts.action(letter)
        if named is None:
            context.say("plain.unknown", typed=letter, key=context.key("help"))
        elif (choice := named.among(self.offered)) is None:
            key = context.key("actions")
            context.say("shortcut.not-offered", letter=letter, name=named.title, key=key)
        else:
            await self.decide(choice)

    async def choose(self) -> None:
        """One of all that can be done."""
        context, offered = self._context, self.offered
        if not offered:
            context.terminal.say(no_actions(context.tr, context.inbox, self._meant))
        elif (place := await self._which(offered)) is not None:
            await self.decide(offered[place])

    async def _which(self, offered: Sequence[ActionChoice]) -> int | None:
        """The place of the one that is chosen, by its number or its whole name."""
        labels, everything = [choice_label(one) for one in offered], range(len(offered))
        title, numbers = self._context.tr("plain.which"), choice_numbers(offered)
        return await self._context.ask.choose(title, labels, numbers=numbers, whole=everything)

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
            place = await self._which(steps)
            if place is not None:
                await self._decide_for(row, steps[place])
            return
        form = Form.of(action, negotiation, seen.source.vacancy_id)
        self._tell_beside(negotiation)
        if not form.fields:
            await self._submit(self._operation(seen, action, form.body({})))
            return
        key = (negotiation.id, action.id)

        def keep(values: Values) -> None:
            context.states.dispatch(FormKept(key, values, who))
            context.disk.texts_changed()

        more = of_no_other(negotiation.templates, action, negotiation)
        body = await self._forms.ask(
            form,
            partial(self._begun, key),
            _each_once(action.templates, more),
            self._facts(row),
            keep=keep,
        )
        if body is not None and (
            agreed := await self._agreed(f"{actions.label(action)}: {who}", body, negotiation, action)
        ):
            await self._submit(self._operation(seen, action, body), agreed)
        else:
            await self._not_sent(key)

    def _begun(self, place: tuple[str, str]) -> Values:
        """What stands in the form of this place by now."""
        return self._context.inbox.sheets.get(place, {})

    def _tell_beside(self, negotiation: Negotiation) -> None:
        """What goes to them at a moment chosen earlier, which a decision does not stop."""
        context, moment = self._context, self._context.inbox.scheduled.get(negotiation.id)
        if moment is not None:
            when = schedule.ahead_for(context.state.view.render_context, moment, negotiation)
            outbox, drop = context.key("outbox"), context.key("outbox-drop")
            context.say("later.beside", when=when, outbox=outbox, drop=drop)

    async def _agreed(
        self, deed: str, body: Body, to: Negotiation | None, action: Action | None = None
    ) -> datetime | bool:
        """Whether it goes to one, or to many (None): at once, or at a moment in UTC that is chosen for it."""
        context, letter = self._context, dict(body).get(MESSAGE, "")
        ctx = context.state.view.render_context
        key = "plain.with-letter" if letter else "plain.without-letter"
        told = filter(None, (with_letter(ctx, action, body), context.tr(key, letter=letter)))
        context.terminal.say(deed, *told)
        zone_of = partial(self._zones.zone_of, to)

        def at(moment: datetime, theirs: tzinfo | None) -> str:
            return context.tr("plain.at", when=schedule.exact(ctx, moment, theirs))

        return await context.ask.when(context.tr("plain.send"), context.clock, ctx.zone, zone_of, at)

    async def invite(self, new: Negotiation, action: Action, invitation: Invitation) -> None:
        """Invite by this action, after its form; an invitation can cost something, and that is told."""
        context, form = self._context, Form.of(action, new, invitation.vacancy_id)
        facts = known(context.inbox.account, invitation.vacancy, new)
        who, key = name(context.state.view.render_context, new), (new.id, action.id)
        context.say("invite.price", vacancy=invitation.vacancy)

        def keep(values: Values) -> None:
            context.states.dispatch(FormKept(key, values, who))
            context.disk.texts_changed()

        body: Body | None = form.body({})
        if form.fields:
            begun = partial(self._begun, key)
            body = await self._forms.ask(form, begun, action.templates, facts, keep=keep)
        if body is None or not (
            agreed := await self._agreed(f"{actions.label(action)}: {who}", body, new, action)
        ):
            await self._not_sent(key)
            return
        operation = invitation_of(new, action, invitation, body, context.clock(), context.account)
        await self._submit(operation, agreed)

    def _operation(self, seen: Target, action: Action | None, body: Body) -> Operation:
        context = self._context
        return operation_of(context.inbox, seen, action, body, context.clock(), context.account)

    async def _submit(self, operation: Operation, agreed: datetime | bool = True) -> None:
        """Hold it; it is told once it is on the disk, and where it can't be, its refusal is."""
        context, operation = self._context, replace(operation, not_before=_moment(agreed))
        with context.states.at_once():
            context.states.dispatch(Decided(operation, context.settings.advance))
            context.outbox.hold(operation)
        if await context.kept():
            self._tell(status.deed(context.state.view.render_context, operation), operation, is_alone=True)

    def _tell(self, deed: str, operation: Operation, *, is_alone: bool = False) -> None:
        """What was decided, and when it goes."""
        context, at = self._context, operation.not_before
        if at is None:
            context.say("plain.held", deed=deed, key=context.key("undo"))
        else:
            ctx = context.state.view.render_context
            when = schedule.ahead_for(ctx, at, operation.negotiation) if is_alone else schedule.ahead(ctx, at)
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
            answered = await self._group_form.ask(form, has)
            if answered is None:
                await self._not_sent(bulk_form.place(action.id))
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
        if agreed := await self._agreed(batch.deed(ctx, operations[0], len(operations)), body, None, action):
            await self._submit_all(operations, agreed)
        else:
            await self._not_sent(bulk_form.place(action.id))

    async def _submit_all(self, operations: Sequence[Operation], agreed: datetime | bool) -> None:
        context, at = self._context, _moment(agreed)
        operations = tuple(replace(one, not_before=at) for one in operations)
        if len(operations) == 1:
            operations = (replace(operations[0], batch=""),)
        with context.states.at_once():
            context.states.dispatch(DecidedTogether(operations))
            context.outbox.hold(*operations)
        if await context.kept():
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

        def draft() -> str:
            return context.inbox.drafts.of(row.id)

        def keep(text: str) -> None:
            context.states.dispatch(DraftKept(row.id, text, name_of(row.negotiation)[1]))
            context.disk.texts_changed()

        whom = alone(ctx.tr, context.inbox, name(ctx, row.negotiation), row.id)
        context.say("compose.to", name=whom)
        if told := beside_letter(ctx, context.inbox, context.state.view.unannounced, row.negotiation):
            context.terminal.say(told)
        letter = await self._letters.ask(
            row.negotiation.templates, self._facts(row), draft, optional=False, keep=keep
        )
        if letter is None:
            await self._not_sent(is_kept=bool(draft()))
            return
        body = ((MESSAGE, letter.text),)
        to = context.tr("compose.to", name=name(ctx, row.negotiation))
        agreed = await self._agreed(to, body, row.negotiation)
        place = context.inbox.listing.rows.index_of(row.id)
        now = context.inbox.listing.rows[place] if place is not None else row
        lock = context.inbox.lock(now.negotiation)
        if agreed and lock is None:
            if letter.is_own:
                context.states.dispatch(DraftKept(row.id, above(draft(), letter.text)))
            await self._submit(self._operation(seen, None, body), agreed)
            return
        if lock is not None:
            context.terminal.say(errors.locked(context.tr, lock))
        await self._not_sent(is_kept=letter.is_own)

    async def _not_sent(self, place: tuple[str, str] | None = None, *, is_kept: bool = False) -> None:
        """Say so once what was typed is on the disk: it may be a letter that is kept for this `place`."""
        context = self._context
        kept = str(context.inbox.sheets.get(place, {}).get(MESSAGE, "")) if place else ""
        if await context.kept():
            context.say("plain.kept" if kept.strip() or is_kept else "plain.not-taken")


def _moment(agreed: datetime | bool) -> datetime | None:
    return None if isinstance(agreed, bool) else agreed


def _each_once(*groups: tuple[Template, ...]) -> tuple[Template, ...]:
    found: dict[str, Template] = {}
    for template in (one for group in groups for one in group):
        found.setdefault(template.url, template)
    return tuple(found.values())
