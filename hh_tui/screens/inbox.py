"""The inbox: deciding, writing, and taking it back."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from textual import on
from textual.widgets import TextArea

from hh_tui.api.models import Action, Negotiation
from hh_tui.errors import HHError, LetterLost, MovedOn, NetworkError, NotOffered
from hh_tui.inbox import batch, offer, together, triage
from hh_tui.inbox.advance import Advance, advanced
from hh_tui.inbox.forms import MESSAGE, Form
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Outbox
from hh_tui.inbox.state import Inbox
from hh_tui.screens.outbox import OutboxScreen
from hh_tui.screens.panes import Level
from hh_tui.screens.picker import Item
from hh_tui.screens.same_again import SameAgainScreen
from hh_tui.screens.sheet import Outcome
from hh_tui.text import clean
from hh_tui.view import actions, card, errors, status
from hh_tui.widgets.action_bar import ActionBar


class InboxScreen(SameAgainScreen):
    """Every decision is one operation: the screen changes at once, the app sends it later.

    `advance` says where the cursor goes then.
    """

    _replied_from = Level.LIST
    _outbox_screen: OutboxScreen | None = None
    advance: Advance = "next"

    # Deciding

    def action_act(self, digit: int) -> None:
        """The button with this digit; where somebody is marked, for all of them."""
        if self.act_on_marked(digit):
            return
        row = self.inbox.selected
        choices = offer.buttons(row.negotiation) if row else ()
        if row is not None and digit <= len(choices):
            self._decide(row.negotiation, choices[digit - 1].action)
        else:
            self.say("action.no-such", digit=digit)

    @on(ActionBar.Pressed)
    def button_pressed(self, message: ActionBar.Pressed) -> None:
        """The same with the mouse."""
        if message.digit is None:
            self.action_actions()
        else:
            self.action_act(message.digit)

    def action_actions(self) -> None:
        """Everything that can be done with this candidate, or with all marked ones."""
        if self.choose_for_marked():
            return
        if (row := self.inbox.selected) is None:
            return
        negotiation = row.negotiation
        choices = offer.menu(negotiation)
        if not choices:
            self.say("actions.none")
            return
        items = [
            Item(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self._decide(negotiation, choices[int(item_id)].action)

        self.pick(card.title(self.lens, negotiation), items, chosen)

    def _decide(self, negotiation: Negotiation, action: Action) -> None:
        if self.can_not_decide():
            return
        if not action.enabled:
            self.notify(actions.why_disabled(self.lens, action), severity="warning", markup=False)
            return
        home = self.inbox.home_of(negotiation.id)
        form = Form.of(action, negotiation, home.vacancy_id if home else "")
        if not form.fields:
            self.remember_pattern(action)
            self.submit(negotiation, action, form.body({}))
            return

        def left(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            self.keep_sheet(negotiation, action, outcome.values)
            if outcome.body is not None:
                self.remember_pattern(action, outcome)
                self.submit(negotiation, action, outcome.body)

        vacancy = self.inbox.vacancy
        self.app.push_screen(self.sheet(form, negotiation, vacancy.name if vacancy else ""), left)

    def submit(
        self, negotiation: Negotiation, action: Action | None, form: tuple[tuple[str, str], ...]
    ) -> None:
        """One operation: the screen changes at once."""
        home = self.inbox.home_of(negotiation.id)
        if home is None:
            return
        operation = Operation(
            uuid4().hex,
            home,
            negotiation,
            action,
            form,
            self.clock(),
            self.inbox.known_messages(negotiation.id),
            seen_at=self.inbox.listing.seen.get(negotiation.id),
            account=self.inbox.who(self.worker.manager_account),
        )
        self.inbox = advanced(self.inbox, triage.applied(self.inbox, operation), operation, self.advance)
        stays = self.is_narrow or self.advance == "stay"
        if self.level is Level.CANDIDATE and action is not None and not stays:
            self.level = Level.LIST
        self.desk.hold(operation)

    # Writing

    def action_reply(self) -> None:
        """Open the composer, or say why it stays closed."""
        if (row := self.inbox.selected) is None or self.can_not_decide():
            return
        if (lock := self.inbox.lock(row.negotiation)) is not None:
            self.notify(errors.locked(self.lens.tr, lock), severity="warning", markup=False)
            return
        self._replied_from = self.level
        if row.id not in self.inbox.threads:
            self.open_candidate()
        self.level = Level.CANDIDATE
        self.composing = row.negotiation

    @on(TextArea.Changed, "#composer")
    def typed(self) -> None:
        """Every letter is kept."""
        if self.composing is not None:
            self._keep_draft(self.composing)
            self.show_length()

    def _keep_draft(self, negotiation: Negotiation) -> None:
        drafts = self.inbox.drafts.kept(self.candidate.composer.text, negotiation.id)
        if drafts is not self.inbox.drafts:
            self.inbox = replace(self.inbox, drafts=drafts)
            self.house.texts_changed()

    def action_send(self) -> None:
        """Hand the letter over, or say what is missing; then be where one was."""
        negotiation, text = self.composing, clean(self.candidate.composer.text).rstrip()
        if negotiation is None:
            return
        if not text.strip():
            self.say("compose.empty")
            return
        if self.stopped_by_gap(self.candidate.composer, self.lens.tr):
            return
        self.composing = None
        self.inbox = replace(self.inbox, drafts=self.inbox.drafts.kept("", negotiation.id))
        self.submit(negotiation, None, ((MESSAGE, text),))
        self.level = self._replied_from

    def action_back(self) -> None:
        """Out of the composer, with the draft kept, or exactly one level out."""
        if self.composing is not None:
            self._keep_draft(self.composing)
            self.composing = None
        else:
            super().action_back()

    # Taking back

    def action_undo(self) -> None:
        """Take the last decision back: the screen is what it was, a letter is a draft again."""
        operations = self.desk.take_back_all()
        operation = operations[0] if operations else None
        if operation is not None and operation.batch:
            self.taken_back_together(operations)
            return
        if operation is None:
            self.say("undo.forgotten" if self.desk.forget_failed() else "undo.nothing")
            return
        self.inbox = self._with_letter_back(triage.reverted(self.inbox, operation), operation)
        self.say("undo.done", deed=status.deed(self.lens, operation))

    def action_redo(self) -> None:
        """Decide once more what was taken back."""
        operations = self.desk.hold_all_again()
        if len(operations) > 1:
            self.inbox = together.applied(self.inbox, operations)
        else:
            self._held_again(operations[0] if operations else None, "redo.nothing")

    def action_repeat(self) -> None:
        """Try once more what failed."""
        self._held_again(self.desk.repeat(), "repeat.nothing")

    def _held_again(self, operation: Operation | None, nothing: str) -> None:
        if operation is None:
            self.say(nothing)
            return
        drafts = self.inbox.drafts
        if operation.action is None and drafts.of(operation.negotiation.id) == operation.text:
            drafts = drafts.kept("", operation.negotiation.id)
        self.inbox = triage.applied(replace(self.inbox, drafts=drafts), operation)

    # The outbox

    def action_outbox(self) -> None:
        """Everything that is open, and what was done today."""

        def drop(operation_id: str) -> None:
            self.given_up(self.desk.drop(*batch.mates(self.outbox, operation_id)))

        def repeat(operation_id: str) -> None:
            for one in batch.mates(self.outbox, operation_id):
                self._held_again(self.desk.repeat(one), "repeat.nothing")

        def closed(operation_id: str | None) -> None:
            self._outbox_screen = None
            if operation_id is not None:
                self._edit(operation_id)

        self._outbox_screen = OutboxScreen(self.desk, self.lens, self.keys, drop, repeat)
        self.app.push_screen(self._outbox_screen, closed)
        self.call_after_refresh(self.show_outbox, self.outbox, self.now)

    def _edit(self, operation_id: str) -> None:
        """Take a write back and open its text again; what is sent then is a new write."""
        entry = self.outbox.entry(operation_id)
        if entry is None or entry.operation.batch or not _has_text(entry.operation):
            self.say("outbox.no-text")
            return
        for operation in self.desk.drop(operation_id):
            self.inbox = triage.reverted(self.inbox, operation)
            if operation.invitation is not None and operation.action is not None:
                self.keep_sheet(operation.negotiation, operation.action, dict(operation.form))
                self.fill_in(operation.negotiation, operation.action, operation.invitation)
            elif operation.action is None:
                self.inbox = self._with_letter_back(self.inbox, operation)
                self.composing = operation.negotiation
                self.level = Level.CANDIDATE
            else:
                sheets = {
                    **self.inbox.sheets,
                    (operation.negotiation.id, operation.action.id): dict(operation.form),
                }
                self.inbox = replace(self.inbox, sheets=sheets)
                self._decide(operation.negotiation, operation.action)

    # What becomes of decisions: called by the app

    def take_up(self, operations: Iterable[Operation]) -> None:
        """What an earlier run left open has its effect on the list again."""
        self.inbox = together.applied(self.inbox, tuple(operations))

    def show_outbox(self, outbox: Outbox, now: float) -> None:
        """The open writes, at `now` of the app's steady clock."""
        self.now = now
        self.outbox = outbox
        self.watch_outbox()
        if self._outbox_screen is not None:
            self._outbox_screen.see(self.lens, outbox, now)

    def settled(self, operation: Operation) -> None:
        """It is done: the counters are read anew, the candidate too where he stayed in sight."""
        self.online = True
        self.remember_silence(operation)
        self.inbox = triage.settled(self.inbox, operation)
        if operation.invitation is not None:
            self.invitation_settled(operation, operation.invitation)
        if self.inbox.vacancy_id == operation.source.vacancy_id:
            self.read_board(operation.source.vacancy_id, calmly=True)
        negotiation_id = operation.negotiation.id
        if self.inbox.listing.rows.index_of(negotiation_id) is None:
            return
        self.read_negotiation(negotiation_id)
        selected = self.inbox.selected
        if operation.text and selected and selected.id == negotiation_id in self.inbox.threads:
            self.read_thread(selected.negotiation)

    def given_up(self, operations: Iterable[Operation]) -> None:
        """What the person dropped: the candidates are back where they were."""
        self.inbox = together.reverted(self.inbox, tuple(operations))

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """The candidate is back, and so is the letter; say why and how to repeat."""
        inbox = triage.reverted(self.inbox, operation, follow=False)
        self.inbox = self._with_letter_back(inbox, operation) if letter_back else inbox
        if isinstance(error, NetworkError):
            self.online = False
        self.remember(error, self.action_reply if letter_back else self.action_repeat)
        if isinstance(error, LetterLost):
            self.read_negotiation(operation.negotiation.id)
        if operation.invitation is not None:
            self.invitation_refused(operation, operation.invitation, error)
            return
        tr = self.lens.tr
        again = "repeat.letter" if letter_back else "repeat.action"
        if isinstance(error, MovedOn):
            again = "repeat.moved-on"
        explanation = errors.explain(tr, error)
        keys = {name: self.keys(name) for name in ("repeat", "reply", "send", "undo")}
        hint = "" if isinstance(error, NotOffered) else tr(again, **keys)
        self.notify(
            f"{explanation.sentence} {hint}",
            title=status.deed(self.lens, operation),
            severity="error",
            timeout=12,
            markup=False,
        )

    def _with_letter_back(self, inbox: Inbox, operation: Operation) -> Inbox:
        if operation.action is not None or operation.text is None:
            return inbox
        negotiation_id = operation.negotiation.id
        inbox = replace(inbox, drafts=inbox.drafts.returned(operation.text, negotiation_id))
        if self.composing is not None and self.composing.id == negotiation_id:
            self.candidate.composer.text = inbox.drafts.of(negotiation_id)
        return inbox


def _has_text(operation: Operation) -> bool:
    """Whether there is anything in it to change."""
    return operation.action is None or bool(Form.of(operation.action, operation.negotiation, "").fields)
