"""Deciding on all marked candidates: the sheet, the preview, one hold, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import uuid4

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import optimistic_bulk
from hh_tui.inbox.decisions.action_menu import Choice, kind_of
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.forms import Form, Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen, mark_of, offered_to, place_of
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.variables import known
from hh_tui.ui.controllers.schedule import Schedule
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.dialogs.preview import Preview
from hh_tui.ui.dialogs.sheet_outcome import Outcome
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters import batch as told
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.schedule import ahead
from hh_tui.ui.screens.marking import MarkingScreen
from hh_tui.ui.view import Level


class BulkScreen(MarkingScreen):
    """A batch is one decision: one preview, one hold, one report."""

    schedule: Schedule
    _report: Report | None = None

    # Deciding

    def act_on_marked(self, digit: int) -> bool:
        """The button with this digit for all marked ones; False when nobody is marked."""
        chosen = self.together
        if not chosen:
            return False
        choice = next((one for one in self._chorus.choices(chosen) if one.digit == digit), None)
        if choice is None:
            self.say("action.no-such", digit=digit)
        else:
            self._decide_on_all(choice)
        return True

    def choose_for_marked(self) -> bool:
        """Everything that can be done with the marked ones; False when nobody is marked."""
        chosen = self.together
        if not chosen:
            return False
        choices = self._chorus.choices(chosen)
        items = [
            Item(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def picked(item_id: str | None) -> None:
            if item_id is not None:
                self._decide_on_all(choices[int(item_id)])

        self.pick(self.lens.tr("batch.title", n=len(chosen)), items, picked)
        return True

    def _decide_on_all(self, choice: Choice) -> None:
        tr, chosen, action = self.lens.tr, self.together, choice.action
        if self.can_not_decide():
            return
        if not action.enabled:
            said = tr("batch.lacking", name=actions.name(action), n=choice.lacking)
            self.notify(said, severity="warning", markup=False)
            return
        first, form = next(iter(chosen.values())).negotiation, self.form_for_all(action, chosen)
        if not form.fields:
            self._preview(action, ())
            return

        def left(outcome: Outcome | None) -> None:
            if outcome is not None and outcome.body is not None:
                self._preview(action, outcome.body, outcome.not_before)

        account, vacancy = self.inbox.account, self.inbox.vacancy_of(first.id)
        facts = dict(known(account, vacancy.name if vacancy else "", first))
        facts.pop("name", None)
        note = "batch.one-letter"
        if len({home.vacancy_id if (home := self.inbox.home_of(one)) else "" for one in chosen}) > 1:
            facts.pop("vacancy", None)
            note = "batch.one-letter.vacancies"
        notes = [tr(note, n=len(chosen))] if form.has_letter else []
        key = bulk_form.place(action.id)
        begun = self.inbox.sheets.get(key, {})
        if others := bulk_form.of_others(begun, chosen):
            notes.append(tr("batch.text-of-others", n=others))

        def keep(values: Values) -> None:
            sheets = {**self.inbox.sheets, key: bulk_form.marked(values, chosen)}
            self.inbox = replace(self.inbox, sheets=sheets)
            self.house.texts_changed()

        sheet = ActionSheet(
            form,
            tr("batch.people", n=len(chosen)),
            bulk_form.unmarked(begun),
            account.employer.id if account and account.employer else None,
            self.worker,
            tr,
            self.keys,
            keep,
            facts=facts,
            note="\n".join(notes),
            when=partial(self.schedule.ask_moment, tr("later.title")),
        )
        self.app.push_screen(sheet, left)

    def form_for_all(self, action: Action, chosen: Chosen) -> Form:
        """The form of an action without anything that is one candidate's own."""
        first = next(iter(chosen.values())).negotiation
        return replace(Form.of(action.model_copy(update={"templates": ()}), first, "0"), known=())

    def _preview(
        self, action: Action, body: tuple[tuple[str, str], ...], moment: datetime | None = None
    ) -> None:
        """Who gets what, at a moment if one was chosen; what is confirmed there goes into the hold."""
        operations = self._operations(action, body)
        if not operations:
            return
        first = operations[0]
        people = [
            (name(self.lens, one.negotiation), (resume.title or "") if resume else "")
            for one in operations
            for resume in (one.negotiation.resume,)
        ]
        title = told.deed(self.lens, first, max(2, len(operations)))
        if moment is not None:
            title = f"{title} · {ahead(self.lens, moment)}"
        when = partial(self.schedule.ask_moment, self.lens.tr("later.title"))
        screen = Preview(title, people, first.text, self.lens.tr, self.keys, when)

        def answered(confirmed: bool | datetime | None) -> None:
            if confirmed:
                not_before = confirmed if isinstance(confirmed, datetime) else moment
                self._hold_all(tuple(replace(one, not_before=not_before) for one in operations))

        self.app.push_screen(screen, answered)

    def _operations(self, action: Action, body: tuple[tuple[str, str], ...]) -> tuple[Operation, ...]:
        inbox, kind, now, name_ = self.inbox, kind_of(action), self.clock(), uuid4().hex
        account = inbox.who(self.worker.manager_account)
        found: list[Operation] = []
        for key, row in self.together.items():
            negotiation = row.negotiation
            own, home = offered_to(negotiation, kind), inbox.home_of(key)
            if own is None or home is None:
                continue
            mark = inbox.marks.people[key]
            found.append(
                Operation(
                    uuid4().hex,
                    home,
                    negotiation,
                    own,
                    body,
                    now,
                    inbox.known_thread(key, body),
                    seen_at=inbox.listing.seen.get(key, mark.seen_at),
                    account=account,
                    batch=name_,
                )
            )
        return tuple(found)

    def _hold_all(self, operations: tuple[Operation, ...]) -> None:
        inbox = self.inbox
        if len(operations) == 1:
            inbox = replace(inbox, sheets=bulk_form.of_one(inbox.sheets, operations[0]))
            operations = (replace(operations[0], batch=""),)
        self.inbox = replace(optimistic_bulk.applied(inbox, operations), marks=inbox.marks.ended())
        self.house.texts_changed()
        if self.level is Level.CANDIDATE:
            self.level = Level.LIST
        self.hold(*operations)

    # What becomes of it

    def taken_back_together(self, operations: Sequence[Operation]) -> None:
        """What had not gone yet is back, and still marked."""
        self.inbox = optimistic_bulk.reverted(self.inbox, operations)
        self.say("undo.done", deed=told.deed(self.lens, operations[0], len(operations)))

    def batch_went(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk is at its end: those who went are gone, the others are back, still marked."""
        inbox = optimistic_bulk.reverted(optimistic_bulk.settled(self.inbox, done), refused)
        marks = inbox.marks
        back = [one for one in refused if one.negotiation.id not in marks]
        here = [row for one in back if (index := inbox.listing.rows.index_of(one.negotiation.id)) is not None
                for row in (inbox.listing.rows[index],)]  # fmt: skip
        if here:
            marks = marks.at(place_of(inbox)).with_all(mark_of(inbox, row) for row in here)
        self.inbox = replace(inbox, marks=marks)
        if done:
            self.online = True
            for one in done:
                self.remember_silence(one)
            self.reads.board(done[0].source.vacancy_id, calmly=True)

    def batch_ended(self, report: Report) -> None:
        """Say what became of it, once; the whole report is a key away."""
        if report.gone == len(report.dropped):
            return
        self._report = report
        bad = bool(report.refused or report.unknown)
        said = told.summary(self.lens, report)
        if bad:
            said = f"{said}. {self.lens.tr('batch.see', key=self.keys('report'))}"
        self.notify(said, severity="warning" if bad else "information", timeout=12, markup=False)

    def action_report(self) -> None:
        """What became of the last batch."""
        if self._report is None:
            self.say("batch.none")
            return
        tr = self.lens.tr
        self.app.push_screen(Page(tr("batch.report"), tr("help.close"), told.page(self.lens, self._report)))
