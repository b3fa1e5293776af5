"""Deciding about candidates, and writing to them: each is one operation."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import uuid4

from textual import on

from hh_tui.api.models import Action, Negotiation
from hh_tui.i18n.text import clean
from hh_tui.inbox.decisions import action_menu, optimistic, target
from hh_tui.inbox.decisions.advance import advanced
from hh_tui.inbox.decisions.forms import MESSAGE, Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.target import Whom
from hh_tui.ui.controllers.compose import Compose
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.dialogs.sheet_outcome import Outcome
from hh_tui.ui.presenters import actions, card, errors
from hh_tui.ui.screens.shelving import ShelvingScreen
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.text_editor import TextEditor


class DecidingScreen(ShelvingScreen):
    """Every decision is one operation: the screen changes at once, the app sends it later."""

    letters: Compose
    _replied_from = Level.LIST

    def begin(self) -> None:
        """A letter is kept in the very frame in which it is seen."""
        super().begin()
        self.candidate.composer.edited = self.typed

    # Deciding

    def action_act(self, digit: int) -> None:
        """The button with this digit; where somebody is marked, for all of them."""
        if self.act_on_marked(digit):
            return
        row = self.inbox.selected
        choices = action_menu.buttons(row.negotiation) if row else ()
        if row is not None and digit <= len(choices):
            self.decide(target.in_list(self.inbox, row.negotiation), choices[digit - 1].action)
        else:
            self.say("action.no-such", digit=digit)

    def offers(self, digit: int) -> bool:
        """Whether there is an action with this digit for the candidate, or any for marked ones."""
        row = self.inbox.selected
        return bool(self.inbox.marks) or (
            row is not None and digit <= len(action_menu.buttons(row.negotiation))
        )

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
        negotiation, seen = row.negotiation, target.in_list(self.inbox, row.negotiation)
        choices = action_menu.menu(negotiation)
        if not choices:
            self.say("actions.none")
            return
        items = [
            Item(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self.decide(seen, choices[int(item_id)].action)

        self.pick(card.title(self.lens, negotiation), items, chosen)

    def decide(self, seen: Whom | None, action: Action) -> None:
        """Decide, after its form where it has one; or say why that can't be."""
        if seen is None or self.can_not_decide():
            return
        if not action.enabled:
            self.notify(actions.why_disabled(self.lens, action), severity="warning", markup=False)
            return
        negotiation = seen.negotiation
        form = Form.of(action, negotiation, seen.home.vacancy_id)
        if not form.fields:
            self.remember_pattern(action)
            self.submit(seen, action, form.body({}))
            return

        def decided(outcome: Outcome) -> None:
            self.remember_pattern(action, outcome)
            self.submit(seen, action, outcome.body or (), outcome.not_before)

        vacancy = self.inbox.vacancy_by_id(seen.home.vacancy_id)
        when = partial(self.schedule.ask_when, negotiation)
        self.sheets.open(form, negotiation, vacancy.name if vacancy else "", decided, when=when)

    def submit(
        self,
        seen: Whom,
        action: Action | None,
        form: tuple[tuple[str, str], ...],
        not_before: datetime | None = None,
    ) -> None:
        """One operation, to be sent after its hold or at a moment: the screen changes at once."""
        operation = Operation(
            uuid4().hex,
            seen.home,
            seen.negotiation,
            action,
            form,
            self.clock(),
            self.inbox.known_thread(seen.negotiation.id, form),
            seen_at=seen.seen_at,
            account=self.inbox.who(self.worker.manager_account),
            not_before=not_before,
        )
        self.inbox = advanced(
            self.inbox, optimistic.applied(self.inbox, operation), operation, self.options.advance
        )
        stays = self.is_narrow or self.options.advance == "stay"
        if self.level is Level.CANDIDATE and action is not None and not stays:
            self.level = Level.LIST
        self.hold(operation)

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
        self.write_to(target.in_list(self.inbox, row.negotiation))

    def write_to(self, seen: Whom | None) -> None:
        """Open the composer; the letter is about the candidate as they are seen now, or were then."""
        if seen is not None:
            self.written_to = seen
            self.composing = seen.negotiation

    @on(TextEditor.Changed, "#composer")
    def typed(self) -> None:
        """Every letter is kept."""
        if self.composing is not None:
            self._keep_draft(self.composing)
            self.painter.letter(self.states.state)

    def _keep_draft(self, negotiation: Negotiation) -> None:
        drafts = self.inbox.drafts.kept(self.candidate.composer.text, negotiation.id)
        if drafts is not self.inbox.drafts:
            self.inbox = replace(self.inbox, drafts=drafts)
            self.house.texts_changed()

    def action_send(self) -> None:
        """Hand the letter over, or say what is missing; then be where one was."""
        if self.composing is not None and self._can_go():
            self._hand_over(self.written_to)

    def action_send_later(self) -> None:
        """The same, at a moment to be chosen; without one the letter stays open."""
        negotiation = self.composing
        if negotiation is not None and self._can_go():
            self.schedule.ask_when(negotiation, partial(self._hand_over, self.written_to))

    def _can_go(self) -> bool:
        """Whether the letter is complete and may be written at all; what is in the way gets told."""
        if not self.candidate.composer.text.strip():
            self.say("compose.empty")
            return False
        if self.composing is not None and (lock := self.inbox.lock(self.composing)) is not None:
            self.notify(errors.locked(self.lens.tr, lock), severity="warning", markup=False)
            return False
        return not self.letters.stopped_by_gap()

    def _hand_over(self, seen: Whom | None, not_before: datetime | None = None) -> None:
        text = clean(self.candidate.composer.text).rstrip()
        if seen is None or self.composing is None or self.composing.id != seen.negotiation.id:
            return
        if not text.strip():
            self.say("compose.empty")
            return
        self.composing = None
        self.inbox = replace(self.inbox, drafts=self.inbox.drafts.kept("", seen.negotiation.id))
        self.submit(seen, None, ((MESSAGE, text),), not_before)
        self.level = self._replied_from

    def action_back(self) -> None:
        """Out of waiting, out of the composer with the draft kept, or exactly one level out."""
        if self.question.is_open:
            self.question.stop()
            self.say("asking.stopped")
            return
        if self.composing is not None:
            self._keep_draft(self.composing)
            self.composing = None
        else:
            super().action_back()
