"""Writing to a candidate: from opening the composer to handing the letter over."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import clean
from hh_tui.inbox.decisions import action_menu, target
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.variables import known
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.events import DraftKept, ThreadAsked
from hh_tui.ui.letter_editing import LetterEditing
from hh_tui.ui.presenters import errors, letter
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.unseen import Unseen
from hh_tui.ui.view import Pane

if TYPE_CHECKING:
    from hh_tui.inbox.letters.letter_offers import Letter
    from hh_tui.ui.dialogs.template_picker import Writing
    from hh_tui.ui.widgets.text_editor import TextEditor


class Compose:
    """A letter is a draft from its first character on, and stays one until it is handed over.

    `area` gives its text area, `measure` shows anew how long it is. `ask_when` lets the person choose when
    something is sent to a candidate, in UTC. `open_candidate` reads the thread of the candidate under the
    cursor.
    """

    def __init__(
        self,
        context: Context,
        decisions: Decisions,
        area: "Callable[[], TextEditor]",
        *,
        measure: Callable[[], None],
        ask_when: Callable[[Negotiation, Callable[[datetime], None]], None],
        open_candidate: Callable[[], None],
    ) -> None:
        self._context = context
        self._decisions = decisions
        self._area = area
        self._editing = LetterEditing(self.writing)
        self._measure = measure
        self._ask_when = ask_when
        self._open_candidate = open_candidate
        self._replied_from = Pane.LIST

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "reply": self.reply,
            "send": self.send,
            "send-later": self.send_later,
            "template": self._editing.take_template,
            "editor": self._editing.open_editor,
        }

    def reply(self) -> None:
        """Open the composer, or say why it stays closed."""
        context = self._context
        if (row := context.inbox.selected) is None or context.may_not_decide():
            return
        if (lock := context.inbox.lock(row.negotiation)) is not None:
            context.windows.notify(errors.locked(context.render_context.tr, lock), severity="warning")
            return
        context.clear_status()
        self._replied_from = context.view.pane
        thread = context.inbox.threads.get(row.id)
        if thread is None or thread.wanted:
            self._open_candidate()
        context.go(Pane.CANDIDATE)
        if (seen := target.in_list(context.inbox, row.negotiation)) is not None:
            self._write_to(seen)
            self._tell_draft(row.id)

    def _tell_draft(self, negotiation_id: str) -> None:
        """Words that stand there already may be others than one expects."""
        context = self._context
        if context.inbox.drafts.of(negotiation_id).strip():
            context.tell(letter.draft_begun(context.render_context.tr, context.keys("select-text")))

    def begin_with(self, begun: "Letter") -> None:
        """Open the composer with this letter in it."""
        self.reply()
        if self._context.view.composing is not None:
            self._editing.take_template(begun)

    def write_again(self, seen: Target) -> None:
        """Open the composer under the card of whom the letter is to: in the list, or out of sight of it."""
        context, negotiation = self._context, seen.negotiation
        if (place := context.inbox.rows.index_of(negotiation.id)) is not None:
            context.update(context.inbox.moved_to(place))
        context.store.show(tab=Tab.MESSAGES)
        if negotiation.id not in context.inbox.threads:
            context.store.dispatch(ThreadAsked(negotiation.id))
            context.reads.thread(negotiation)
        context.go(Pane.CANDIDATE)
        self._write_to(seen)

    def _write_to(self, seen: Target) -> None:
        """The letter is about the candidate as they are seen now, or were then."""
        self._context.store.show(recipient=seen, composing=seen.negotiation)

    # The draft

    def writing(self) -> "Writing | None":
        """The letter in the composer, to whom it was begun."""
        from hh_tui.inbox.letters.letter_offers import listed_by
        from hh_tui.ui.dialogs.template_picker import Writing, offered

        context, inbox, view = self._context, self._context.inbox, self._context.view
        negotiation, seen = view.composing, view.recipient
        if negotiation is None:
            return None
        account = inbox.account
        vacancy = inbox.vacancy_by_id(seen.source.vacancy_id) if seen is not None else None
        return Writing(
            self._area(),
            offered(negotiation.templates),
            known(account, vacancy.name if vacancy else "", negotiation),
            account.employer.id if account and account.employer else None,
            context.session,
            context.render_context.tr,
            listed_by=listed_by(negotiation, action_menu.menu(negotiation)),
        )

    def typed(self) -> None:
        """Keep what stands there by now."""
        if (to := self._context.view.composing) is not None:
            self._keep_draft(to)
            self._measure()

    def refill(self, negotiation_id: str) -> None:
        """The draft is another one: where it is being written on, the composer shows it."""
        to = self._context.view.composing
        if to is not None and to.id == negotiation_id:
            self._put_above(self._context.inbox.drafts.of(negotiation_id))

    def _put_above(self, text: str) -> None:
        """Words come above what is being written, which goes on where it was."""
        area = self._area()
        begun = area.text
        if text == begun:
            return
        if begun and text.endswith(begun):
            area.insert(text.removesuffix(begun), (0, 0))
        else:
            area.text = text
        self._context.program.decided(Unseen.WORDS)

    def escape(self) -> bool:
        """Out of the composer, with the draft kept, which is told; False where nothing is written."""
        context, to = self._context, self._context.view.composing
        if to is None:
            return False
        self._keep_draft(to)
        context.store.show(composing=None)
        if context.inbox.drafts.of(to.id).strip():
            is_kept = to.id not in context.disk.unkept
            context.say("compose.kept" if is_kept else "compose.unkept", key=context.keys("reply"))
        return True

    def _keep_draft(self, negotiation: Negotiation) -> None:
        context, inbox = self._context, self._context.inbox
        text = self._area().text
        if text != inbox.drafts.of(negotiation.id):
            addressee = name(context.render_context, negotiation)
            context.store.dispatch(DraftKept(negotiation.id, text, addressee))
            context.disk.texts_changed()

    # Handing over

    def send(self) -> None:
        """Hand the letter over, or say what is missing; then be where one was."""
        if self._context.view.composing is not None and self._can_go():
            self._hand_over(self._context.view.recipient)

    def send_later(self) -> None:
        """The same, at a moment to be chosen; without one the letter stays open."""
        to = self._context.view.composing
        if to is not None and self._can_go():
            self._ask_when(to, partial(self._hand_over_at, self._context.view.recipient, self._area().text))

    def _hand_over_at(self, seen: Target | None, text: str, moment: datetime) -> None:
        """Only the `text` for which a moment was asked: another one may have come under that window."""
        if self._area().text == text:
            self._hand_over(seen, moment)
        else:
            context = self._context
            said = context.render_context.tr("later.text-changed", key=context.keys("send-later"))
            context.windows.notify(said, severity="warning")

    def _can_go(self) -> bool:
        """Whether the letter is complete and may be written at all; what is in the way gets told."""
        context, to = self._context, self._context.view.composing
        if not self._area().text.strip():
            context.say("compose.empty")
            return False
        if to is not None and (lock := context.inbox.lock(to)) is not None:
            context.windows.notify(errors.locked(context.render_context.tr, lock), severity="warning")
            return False
        return not self._editing.stopped_by_gap(self._area(), context.render_context.tr)

    def _hand_over(self, seen: Target | None, not_before: datetime | None = None) -> None:
        context, to = self._context, self._context.view.composing
        text = clean(self._area().text).rstrip()
        if seen is None or to is None or to.id != seen.negotiation.id:
            return
        if not text.strip():
            context.say("compose.empty")
            return
        context.store.show(composing=None)
        context.store.dispatch(DraftKept(to.id, ""))
        self._decisions.submit(seen, None, ((MESSAGE, text),), not_before)
        context.go(self._replied_from)
