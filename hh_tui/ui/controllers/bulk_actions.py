"""Deciding about everybody who is selected: the sheet, the preview, one hold, and the report."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.action_menu import ActionChoice, kind_of
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.bulk_decision import (
    form_for_all,
    is_of_many_vacancies,
    operations_for_all,
    still_selected,
)
from hh_tui.inbox.decisions.forms import Form, Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen, able
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.variables import Facts, known
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.dialogs.addressing import Addressing
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import (
    BatchEnded,
    BatchTakenBack,
    ChunkSent,
    DecidedTogether,
    Event,
    LoginChanged,
)
from hh_tui.ui.group_form import GroupFormKeeper
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters import batch as told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.schedule import ahead
from hh_tui.ui.previewed_letters import PreviewedLetters
from hh_tui.ui.previewed_people import previewed
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.action_sheet import ActionSheet
    from hh_tui.ui.dialogs.preview import Confirmed


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

    def when_whole(self, then: Callable[[], None]) -> None:
        """Go on now, or once everybody is selected whose pages are being read."""


class BulkActions:
    """A batch is one decision: one preview, one hold, one report.

    `ask_moment` lets the person choose a moment, in UTC, under a title.
    """

    def __init__(
        self,
        context: Context,
        decisions: Decisions,
        selected: Selected,
        *,
        ask_moment: Callable[[str, Callable[[datetime], None]], None],
    ) -> None:
        self._context = context
        self._decisions = decisions
        self._selected = selected
        self._ask_moment = ask_moment
        self.report: Report | None = None
        """What came of the last batch."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"report": self.show_report}

    def on_event(self, event: Event, _: State, __: State) -> None:
        """A batch goes on, or is at its end. Another login has decided about nobody yet."""
        match event:
            case ChunkSent():
                self._sent(event.done)
            case BatchEnded():
                self._ended(event.report)
            case LoginChanged():
                self.report = None
            case _:
                pass

    # Deciding

    def act(self, digit: int) -> bool:
        """The button with this digit for everybody selected; False when nobody is."""
        if not self._selected.selected:
            return False
        choice = next((one for one in self._selected.choices if one.digit == digit), None)
        if choice is None:
            context = self._context
            who = [row.negotiation for row in self._selected.selected.values()]
            context.tell(actions.no_such(context.render_context, digit, who, context.keys("actions")))
        else:
            self._decide(choice)
        return True

    def offered(self) -> Sequence[ActionChoice] | None:
        """All that any of them can do; None when nobody is selected."""
        return self._selected.choices if self._selected.selected else None

    def find_and_act(self, find: Callable[[Sequence[ActionChoice]], ActionChoice | None]) -> bool | None:
        """What is found among all that any of them can do; None when nobody is selected."""
        if not self._selected.selected:
            return None
        choice = find(self._selected.choices)
        if choice is not None:
            self._decide(choice)
        return choice is not None

    def choose(self) -> bool:
        """Everything that can be done with those selected; False when nobody is."""
        chosen, choices = self._selected.selected, self._selected.choices
        if not chosen:
            return False
        items = [
            PickerItem(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def picked(item_id: str | None) -> None:
            if item_id is not None:
                self._decide(choices[int(item_id)])

        self._context.pick(self._context.render_context.tr("batch.title", n=len(chosen)), items, picked)
        return True

    def _decide(self, choice: ActionChoice) -> None:
        """Once everybody is selected who is to be: pages may still be on their way."""
        self._selected.when_whole(partial(self._decide_now, choice))

    def _decide_now(self, choice: ActionChoice, begun: Values | None = None) -> None:
        """After its form, `begun` with these values, where it has one."""
        context, chosen, action = self._context, self._selected.selected, choice.action
        if context.may_not_decide():
            return
        if not action.enabled:
            name, key = actions.name(action), context.keys("actions")
            said = context.render_context.tr("batch.lacking", name=name, n=choice.lacking, key=key)
            context.windows.notify(said, severity="warning")
            return
        has, _ = able(chosen, kind_of(action))
        form = form_for_all(action, has)
        if not form.fields:
            self.preview(action, ())
            return

        def left(outcome: SheetOutcome | None) -> None:
            if outcome is not None and outcome.body is not None:
                back = partial(self._decide_now, choice, outcome.left)
                self.preview(action, outcome.body, outcome.not_before, back)

        context.windows.push(self._sheet(form, has, begun), left)

    def _sheet(self, form: Form, chosen: Chosen, typed: Values | None = None) -> "ActionSheet":
        from hh_tui.ui.dialogs.group_sheet import GroupSheet

        context, key = self._context, bulk_form.place(form.action.id)
        inbox, tr = context.inbox, context.render_context.tr
        account, first = inbox.account, next(iter(chosen.values())).negotiation
        vacancy = inbox.vacancy_of(first.id)
        facts = dict(known(account, vacancy.name if vacancy else "", first))
        facts.pop("name", None)
        if is_of_many_vacancies(inbox, chosen):
            facts.pop("vacancy", None)

        notes: list[str] = []
        _, lacking = able(self._selected.selected, kind_of(form.action))
        if lacking:
            people = [one.negotiation for one in lacking.values()]
            notes.append(told.skipped(context.render_context, form.action, people))
        begun = inbox.sheets.get(key, {})
        if words := told.begun_words(tr, context.keys, begun, chosen, is_back=typed is not None):
            notes.append(words)

        def lacking_of(own: frozenset[str]) -> int:
            return sum(any(not self._facts(row).get(one) for one in own) for row in chosen.values())

        values = bulk_form.unmarked(begun) if typed is None else typed
        return GroupSheet(
            Addressing(len(chosen), facts, lacking_of, self._same(chosen), tr),
            form,
            tr("batch.people", n=len(chosen)),
            values,
            account.employer.id if account and account.employer else None,
            context.session,
            tr,
            context.keys,
            GroupFormKeeper(context, form.action, chosen, values).keep,
            note="\n".join(notes),
            when=partial(self._ask_moment, tr("later.title")),
        )

    def _same(self, chosen: Chosen) -> str:
        """What there is to know of one letter for all."""
        key = (
            "batch.one-letter.vacancies"
            if is_of_many_vacancies(self._context.inbox, chosen)
            else "batch.one-letter"
        )
        return self._context.render_context.tr(key, n=len(chosen), key=self._context.keys("sheet-personal"))

    def _facts(self, row: Row) -> Facts:
        """What a letter to this candidate can say of them."""
        inbox, vacancy = self._context.inbox, self._context.inbox.vacancy_of(row.id)
        return known(inbox.account, vacancy.name if vacancy else "", row.negotiation)

    def _made(self, action: Action, body: tuple[tuple[str, str], ...]) -> Sequence[Operation]:
        context, inbox = self._context, self._context.inbox
        account = inbox.who(context.session.manager_account)
        return operations_for_all(
            inbox, self._selected.selected, action, body, context.clock(), account, self._facts
        )

    def preview(
        self,
        action: Action,
        body: tuple[tuple[str, str], ...],
        moment: datetime | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Who gets what, at a moment in UTC if one was chosen; what is confirmed there goes into the hold.

        Whom the server may refuse stands first. Whoever does not confirm goes `back` to the form.
        """
        from hh_tui.ui.dialogs.preview import Preview

        context, made = self._context, self._made(action, body)
        operations = sorted(made, key=lambda one: one.negotiation.resume is not None)
        ctx, kind = context.render_context, kind_of(action)
        if not operations:
            context.windows.notify(ctx.tr("batch.nobody-named"), severity="warning")
            return
        taken = {one.negotiation.id for one in operations}
        has, lacking = able(self._selected.selected, kind)
        unnamed = [row.negotiation for key, row in has.items() if key not in taken]
        without = [row.negotiation for row in lacking.values()]
        passed = told.PassedOver(action, without, unnamed)

        def title(places: Sequence[int]) -> str:
            deed = told.deed(ctx, operations[places[0] if places else 0], len(places) or told.MANY)
            return dotted((deed, ahead(ctx, moment))) if moment is not None else deed

        def answered(confirmed: "Confirmed | None") -> None:
            if confirmed is not None:
                at = confirmed.not_before or moment
                stay = {operations[place].id for place in confirmed.places}
                self._hold(tuple(replace(one, not_before=at) for one in made if one.id in stay))
            elif back is not None:
                back()

        def notes(places: Sequence[int]) -> str:
            staying = [operations[place] for place in places]
            return told.notes(ctx, staying, len(operations) - len(places), passed)

        letters = PreviewedLetters(context, operations)
        preview = Preview(
            title,
            previewed(context, (one.negotiation for one in operations)),
            letters.letter,
            ctx,
            context.keys,
            partial(self._ask_moment, ctx.tr("later.title")),
            skipped=[
                *previewed(context, unnamed, ctx.tr("preview.unnamed")),
                *previewed(context, without, ctx.tr("preview.lacking")),
            ],
            notes=notes,
            beside=letters.beside,
            is_over=lambda: moment is not None and moment <= context.clock(),
        )
        context.windows.push(preview, answered)
        letters.read_addresses(preview.see_addresses)

    def _hold(self, operations: tuple[Operation, ...]) -> None:
        context = self._context
        if len(operations) == 1:
            operations = (replace(operations[0], batch=""),)
        with context.store.at_once():
            context.store.dispatch(DecidedTogether(operations))
            context.disk.texts_changed()
            if context.view.pane is Pane.CANDIDATE:
                context.go(Pane.LIST)
            self._decisions.hold(*operations)

    # What becomes of it

    def taken_back(self, operations: Sequence[Operation]) -> None:
        """What had not gone yet is back, and still selected."""
        context = self._context
        context.store.dispatch(BatchTakenBack(operations))
        context.say("undo.done", deed=told.deed(context.render_context, operations[0], len(operations)))

    def _sent(self, done: Sequence[Operation]) -> None:
        """The counters are read anew where the server did something."""
        if done:
            self._context.reads.board(done[0].source.vacancy_id, calmly=True)

    def _ended(self, report: Report) -> None:
        """Say what became of it, once; the whole report is a key away."""
        if report.gone == len(report.dropped):
            return
        context, self.report = self._context, report
        context.disk.texts_changed()
        bad, marked = bool(report.failed or report.unknown), len(still_selected(context.inbox, report))
        said = told.summary(context.render_context, report, marked)
        if bad:
            said = f"{said}. {told.see(context.render_context, context.keys, marked)}"
        context.windows.notify(said, severity="warning" if bad else "information", timeout=12)

    def show_report(self) -> None:
        """What became of the last batch."""
        from hh_tui.ui.dialogs.page import Page
        from hh_tui.ui.presenters.batch_report import page as reported

        context, tr = self._context, self._context.render_context.tr
        if self.report is None:
            context.say("batch.none")
        else:
            said = reported(context.render_context, self.report, still_selected(context.inbox, self.report))
            page = Page(tr("batch.report"), page_footer(tr), said)
            context.windows.push(page)
