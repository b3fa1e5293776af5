"""The inbox: deciding, writing, and taking it back."""

from dataclasses import replace
from uuid import uuid4

from textual import on
from textual.widgets import TextArea

from hh_tui.api.models import Action, Negotiation
from hh_tui.errors import NetworkError
from hh_tui.inbox import offer, triage
from hh_tui.inbox.forms import MESSAGE, Form
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.state import Inbox
from hh_tui.screens import messages as heard
from hh_tui.screens.panes import Level
from hh_tui.screens.picker import Item
from hh_tui.screens.picking import PickingScreen
from hh_tui.screens.sheet import ActionSheet, Outcome
from hh_tui.view import actions, card, errors, status
from hh_tui.widgets.action_bar import ActionBar


class InboxScreen(PickingScreen):
    """Every decision is one operation: the screen changes at once, the app sends it later."""

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
        form = Form.of(action, negotiation, self.inbox.vacancy_id or "")
        if not form.fields:
            self._submit(negotiation, action, form.body({}))
            return

        def left(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            if outcome.body is not None:
                self._submit(negotiation, action, outcome.body)
                return
            drafts = self.inbox.drafts.kept(outcome.letter, negotiation.id, action.id)
            self.inbox = replace(self.inbox, drafts=drafts)

        account = self.inbox.account
        sheet = ActionSheet(
            form,
            card.title(self.lens, negotiation),
            negotiation,
            self.inbox.drafts.of(negotiation.id, action.id),
            account.employer.id if account and account.employer else None,
            self.worker,
            self.lens.tr,
            self.keys,
        )
        self.app.push_screen(sheet, left)

    def _submit(
        self, negotiation: Negotiation, action: Action | None, form: tuple[tuple[str, str], ...]
    ) -> None:
        query = self.inbox.listing.query
        if query is None:
            return
        operation = Operation(uuid4().hex, query, negotiation, action, form, self.clock())
        drafts = self.inbox.drafts.kept("", negotiation.id, action.id if action else "")
        self.inbox = triage.applied(replace(self.inbox, drafts=drafts), operation)
        if self.level is Level.CANDIDATE and action is not None and not self.is_narrow:
            self.level = Level.LIST
        self.post_message(heard.Submitted(operation))

    # Writing

    def action_reply(self) -> None:
        """Open the composer, or say why it stays closed."""
        if (row := self.inbox.selected) is None:
            return
        if not row.negotiation.can_write:
            reason = errors.locked(self.lens.tr, row.negotiation.messaging_status)
            self.notify(reason, severity="warning", markup=False)
            return
        if row.id not in self.inbox.threads:
            self.action_open()
        self.level = Level.CANDIDATE
        self.composing = row.id

    @on(TextArea.Changed, "#composer")
    def typed(self) -> None:
        """Every letter is kept."""
        if self.composing:
            drafts = self.inbox.drafts.kept(self.candidate.composer.text, self.composing)
            self.inbox = replace(self.inbox, drafts=drafts)
            self.show_length()

    def action_send(self) -> None:
        """Hand the letter over, or say what is missing."""
        row, text = self.inbox.selected, self.candidate.composer.text.rstrip()
        if row is None or row.id != self.composing:
            return
        if not text.strip():
            self.say("compose.empty")
            return
        self.composing = ""
        self._submit(row.negotiation, None, ((MESSAGE, text),))

    def action_back(self) -> None:
        """Out of the composer, with the draft kept, or exactly one level out."""
        if self.composing:
            self.composing = ""
        else:
            super().action_back()

    # Taking back

    def action_undo(self) -> None:
        """Take the last decision back."""
        self.post_message(heard.UndoWanted())

    def action_redo(self) -> None:
        """Decide once more what was taken back."""
        self.post_message(heard.RedoWanted())

    def action_repeat(self) -> None:
        """Try once more what failed."""
        self.post_message(heard.RepeatWanted())

    @on(heard.OutboxChanged)
    def outbox_changed(self, message: heard.OutboxChanged) -> None:
        """Show the open writes."""
        self.now = message.now
        self.outbox = message.outbox
        self.watch_outbox()

    @on(heard.TakenBack)
    def taken_back(self, message: heard.TakenBack) -> None:
        """The screen is what it was; a letter is a draft again."""
        operation = message.operation
        self.inbox = self._with_text_back(triage.reverted(self.inbox, operation), operation)
        self.say("undo.done", deed=status.deed(self.lens, operation))

    @on(heard.HeldAgain)
    def held_again(self, message: heard.HeldAgain) -> None:
        """The decision stands once more."""
        operation = message.operation
        key = (operation.negotiation.id, operation.action.id if operation.action else "")
        drafts = self.inbox.drafts
        if drafts.of(*key) == (operation.text or ""):
            drafts = drafts.kept("", *key)
        self.inbox = triage.applied(replace(self.inbox, drafts=drafts), operation)

    @on(heard.Settled)
    def settled(self, message: heard.Settled) -> None:
        """It is done: the counters are read anew, the candidate too where he stayed in sight."""
        self.online = True
        operation = message.operation
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

    @on(heard.Refusal)
    def refused(self, message: heard.Refusal) -> None:
        """The candidate is back, and so is the letter; say why and how to repeat."""
        operation = message.operation
        inbox = triage.reverted(self.inbox, operation, follow=False)
        self.inbox = self._with_text_back(inbox, operation)
        if isinstance(message.error, NetworkError):
            self.online = False
        tr = self.lens.tr
        again = "repeat.letter" if operation.action is None else "repeat.action"
        explanation = errors.explain(tr, message.error)
        hint = tr(again, repeat=self.keys("repeat"), reply=self.keys("reply"), send=self.keys("send"))
        self.notify(
            f"{explanation.sentence} {hint}",
            title=status.deed(self.lens, operation),
            severity="error",
            timeout=12,
            markup=False,
        )

    def _with_text_back(self, inbox: Inbox, operation: Operation) -> Inbox:
        if operation.text is None:
            return inbox
        action_id = operation.action.id if operation.action else ""
        negotiation_id = operation.negotiation.id
        drafts = inbox.drafts.returned(operation.text, negotiation_id, action_id)
        inbox = replace(inbox, drafts=drafts)
        if self.composing == negotiation_id and not action_id:
            self.candidate.composer.text = drafts.of(negotiation_id)
        return inbox
