"""The inbox: deciding, writing, and taking it back."""

from dataclasses import replace
from uuid import uuid4

from textual import on
from textual.widgets import TextArea

from hh_tui.api.models import Action, Negotiation
from hh_tui.errors import HHError, LetterLost, NetworkError
from hh_tui.inbox import offer, triage
from hh_tui.inbox.advance import Advance, advanced
from hh_tui.inbox.forms import MESSAGE, Form
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Outbox
from hh_tui.inbox.state import Inbox
from hh_tui.screens.panes import Level
from hh_tui.screens.picker import Item
from hh_tui.screens.polite import PoliteScreen
from hh_tui.screens.sheet import ActionSheet, Outcome
from hh_tui.text import clean
from hh_tui.view import actions, card, errors, status
from hh_tui.widgets.action_bar import ActionBar


class InboxScreen(PoliteScreen):
    """Every decision is one operation: the screen changes at once, the app sends it later.

    `advance` says where the cursor goes then.
    """

    _replied_from = Level.LIST
    advance: Advance = "next"

    # Deciding

    def action_act(self, digit: int) -> None:
        """The button with this digit."""
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
        """Everything that can be done with this candidate."""
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
        if not action.enabled:
            self.notify(actions.why_disabled(self.lens, action), severity="warning", markup=False)
            return
        home = self.inbox.home_of(negotiation.id)
        form = Form.of(action, negotiation, home.vacancy_id if home else "")
        if not form.fields:
            self._submit(negotiation, action, form.body({}))
            return

        def left(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            sheets = {**self.inbox.sheets, (negotiation.id, action.id): outcome.values}
            self.inbox = replace(self.inbox, sheets=sheets)
            if outcome.body is not None:
                self._submit(negotiation, action, outcome.body)

        account = self.inbox.account
        sheet = ActionSheet(
            form,
            card.title(self.lens, negotiation),
            self.inbox.sheets.get((negotiation.id, action.id), {}),
            account.employer.id if account and account.employer else None,
            self.worker,
            self.lens.tr,
            self.keys,
        )
        self.app.push_screen(sheet, left)

    def _submit(
        self, negotiation: Negotiation, action: Action | None, form: tuple[tuple[str, str], ...]
    ) -> None:
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
        )
        self.inbox = advanced(self.inbox, triage.applied(self.inbox, operation), operation, self.advance)
        stays = self.is_narrow or self.advance == "stay"
        if self.level is Level.CANDIDATE and action is not None and not stays:
            self.level = Level.LIST
        self.desk.hold(operation)

    # Writing

    def action_reply(self) -> None:
        """Open the composer, or say why it stays closed."""
        if (row := self.inbox.selected) is None:
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

    def action_send(self) -> None:
        """Hand the letter over, or say what is missing; then be where one was."""
        negotiation, text = self.composing, clean(self.candidate.composer.text).rstrip()
        if negotiation is None:
            return
        if not text.strip():
            self.say("compose.empty")
            return
        self.composing = None
        self.inbox = replace(self.inbox, drafts=self.inbox.drafts.kept("", negotiation.id))
        self._submit(negotiation, None, ((MESSAGE, text),))
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
        operation = self.desk.take_back()
        if operation is None:
            self.say("undo.forgotten" if self.desk.forget_failed() else "undo.nothing")
            return
        self.inbox = self._with_letter_back(triage.reverted(self.inbox, operation), operation)
        self.say("undo.done", deed=status.deed(self.lens, operation))

    def action_redo(self) -> None:
        """Decide once more what was taken back."""
        self._held_again(self.desk.hold_again(), "redo.nothing")

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

    # What becomes of decisions: called by the app

    def show_outbox(self, outbox: Outbox, now: float) -> None:
        """The open writes, at `now` of the app's steady clock."""
        self.now = now
        self.outbox = outbox
        self.watch_outbox()

    def settled(self, operation: Operation) -> None:
        """It is done: the counters are read anew, the candidate too where he stayed in sight."""
        self.online = True
        self.inbox = triage.settled(self.inbox, operation)
        if self.inbox.vacancy_id == operation.source.vacancy_id:
            self.read_board(operation.source.vacancy_id, calmly=True)
        negotiation_id = operation.negotiation.id
        if self.inbox.listing.rows.index_of(negotiation_id) is None:
            return
        self.read_negotiation(negotiation_id)
        selected = self.inbox.selected
        if operation.text and selected and selected.id == negotiation_id in self.inbox.threads:
            self.read_thread(selected.negotiation)

    def refused(self, operation: Operation, error: HHError) -> None:
        """The candidate is back, and so is the letter; say why and how to repeat."""
        inbox = triage.reverted(self.inbox, operation, follow=False)
        self.inbox = self._with_letter_back(inbox, operation)
        if isinstance(error, NetworkError):
            self.online = False
        self.remember(error, self.action_reply if operation.action is None else self.action_repeat)
        if isinstance(error, LetterLost):
            self.read_negotiation(operation.negotiation.id)
        tr = self.lens.tr
        again = "repeat.letter" if operation.action is None else "repeat.action"
        explanation = errors.explain(tr, error)
        hint = tr(again, repeat=self.keys("repeat"), reply=self.keys("reply"), send=self.keys("send"))
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
