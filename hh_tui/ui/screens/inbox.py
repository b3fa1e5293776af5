"""The inbox, whole: what was decided waits, is taken back, is done or refused."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from textual import on

from hh_tui.api.filters import NO_FILTERS
from hh_tui.errors import HHError, LetterLost, MovedOn, NetworkError, NotAuthorized, NotOffered, Refused
from hh_tui.inbox.decisions import action_menu, batch, optimistic, optimistic_bulk, target
from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.decisions.target import Whom
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.keymap import Keymap
from hh_tui.store.store import Store
from hh_tui.ui import events as heard
from hh_tui.ui.commanded import merged
from hh_tui.ui.controllers.export import Export
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.desk import Desk, House
from hh_tui.ui.dialogs.outbox import OutboxScreen
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.presenters import batch as told
from hh_tui.ui.presenters import errors, hints, status
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.screens.deciding import DecidingScreen
from hh_tui.ui.screens.following import CountersPolled, FirstPagePolled
from hh_tui.ui.screens.waiting import PortionRead, VacancyLooked
from hh_tui.ui.state_store import OutboxChanged
from hh_tui.ui.view import Level
from hh_tui.worker.session import ApiWorker


class InboxScreen(DecidingScreen):
    """What waits, what becomes of it, and how it is taken back."""

    _outbox_screen: OutboxScreen | None = None

    def __init__(
        self,
        worker: ApiWorker,
        lens: Lens,
        keymap: Keymap,
        keys: Callable[[str], str],
        clock: Callable[[], datetime],
        desk: Desk,
        house: House,
        options: InboxOptions,
        store: Store,
    ) -> None:
        super().__init__(worker, lens, keymap, keys, clock, desk, house, options)
        self.compose_controllers(store)

    def compose_controllers(self, store: Store) -> None:
        """Features of their own, each given what it needs."""
        self.export = Export(self.context)
        self.offline_cache = OfflineCache(self.context, store, self.refresh_list)
        self.handlers = merged(self.export)
        self.states.hear(self.offline_cache.heard)

    # Taking back

    def stop_same_again(self) -> None:
        """A held key is about to decide once more: it does not."""
        self.workers.cancel_group(self, "same-again")

    def action_undo(self) -> None:
        """Take the last decision back: the screen is what it was, a letter is a draft again."""
        if self.put_back():
            return
        operations = self.desk.take_back_all()
        operation = operations[0] if operations else None
        if operation is not None and operation.batch:
            self.taken_back_together(operations)
            return
        if operation is None:
            self._give_up_failed()
            return
        self.inbox = self._with_letter_back(optimistic.reverted(self.inbox, operation), operation)
        self.say("undo.done", deed=status.deed(self.lens, operation))

    def _give_up_failed(self) -> None:
        """Nothing waits: what failed last is left as it is, a letter is a draft again."""
        operations = self.desk.give_up_failed()
        if not operations:
            waits = self.outbox.scheduled(self.clock())
            self.say("undo.scheduled" if waits else "undo.nothing", key=self.keys("outbox"))
            return
        for operation in operations:
            self.inbox = self._with_letter_back(self.inbox, operation)
        said = "undo.given-up" if operations[0].action is not None else "undo.draft-again"
        self.say(said, deed=told.deed(self.lens, operations[0], len(operations)))

    def action_redo(self) -> None:
        """Decide once more what was taken back."""
        operations = self.desk.hold_all_again()
        if operations:
            self.house.decided()
        if len(operations) > 1:
            self.inbox = optimistic_bulk.applied(self.inbox, operations)
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
        self.inbox = optimistic.applied(replace(self.inbox, drafts=drafts), operation)

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
            self.inbox = optimistic.reverted(self.inbox, operation)
            self.was_due(operation)
            if operation.invitation is not None and operation.action is not None:
                self.sheets.keep(operation.negotiation, operation.action, dict(operation.form))
                self.fill_in(operation.negotiation, operation.action, operation.invitation)
            elif operation.action is None:
                self.inbox = self._with_letter_back(self.inbox, operation)
                self._write_again(target.of(operation))
            else:
                sheets = {
                    **self.inbox.sheets,
                    (operation.negotiation.id, operation.action.id): dict(operation.form),
                }
                self.inbox = replace(self.inbox, sheets=sheets)
                self.decide(target.of(operation), operation.action)

    def _write_again(self, seen: Whom) -> None:
        """The composer, under the card of whom the letter is to: in the list, or out of sight of it."""
        negotiation = seen.negotiation
        if (place := self.inbox.rows.index_of(negotiation.id)) is not None:
            self.inbox = self.inbox.moved_to(place)
        self.candidate.tab = Tab.MESSAGES
        if negotiation.id not in self.inbox.threads:
            self.reads.thread(negotiation)
        self.level = Level.CANDIDATE
        self.write_to(seen)

    # What reads bring. Textual calls the handlers of a message along the class line, the most derived first.
    # So each message has one handler, here, with its effects in order: the snapshot, then what reads it.

    @on(heard.AccountRead)
    def hear_account(self, message: heard.AccountRead) -> None:
        """Who we are: every step finds that account in the snapshot, and the connection comes last."""
        self.account_read(message)
        self.let_in()
        self.offline_cache.keep_account(message)
        self.recall()
        self.shelf_recalled()
        self.figures_of_whom(message)
        self.counters_read()
        self.online = True

    @on(heard.ArchiveRead)
    def hear_archive(self, message: heard.ArchiveRead) -> None:
        """The archived vacancies."""
        self.archive_read(message)
        self.offline_cache.keep_archive(message)
        self.archive_picked(message)

    @on(heard.BoardRead)
    def hear_board(self, message: heard.BoardRead) -> None:
        """The collections of a vacancy."""
        self.board_read(message)
        self.offline_cache.keep_board(message)

    @on(heard.PageRead)
    def hear_page(self, message: heard.PageRead) -> None:
        """A page of a list; whoever waits for it looks on in the longer list."""
        self.page_read(message)
        self.offline_cache.keep_page(message)
        self.told(message.page.items)
        self.seek_on()
        self.gather()

    @on(heard.ListRefreshed)
    def hear_list(self, message: heard.ListRefreshed) -> None:
        """A list from its top."""
        self.list_refreshed(message)
        self.offline_cache.keep_list(message)
        self.told([one for page in message.pages for one in page.items])
        self.marks_refreshed()

    @on(heard.ThreadRead)
    def hear_thread(self, message: heard.ThreadRead) -> None:
        """A thread, and with it somebody was opened."""
        self.thread_read(message)
        self.offline_cache.keep_thread(message)
        self.was_opened(message)
        self.shelf_opened(message)

    @on(heard.ThreadUnmarked)
    def hear_unmarked(self, message: heard.ThreadUnmarked) -> None:
        """A shown thread is still unread on hh.ru: say why, and show the row as hh.ru has it."""
        self.shut_out(heard.ReadFailed(message.error, negotiation_id=message.negotiation.id))
        why = errors.explain(self.lens.tr, message.error).sentence
        self.notify(self.lens.tr("thread.unmarked", why=why), severity="warning", markup=False)
        if isinstance(message.error, Refused) and not isinstance(message.error, NotAuthorized):
            self.reads.negotiation(message.negotiation.id)

    @on(heard.NegotiationRead)
    def hear_negotiation(self, message: heard.NegotiationRead) -> None:
        """A candidate as they are now."""
        self.negotiation_read(message)
        self.told([message.negotiation])

    @on(FirstPagePolled)
    def hear_first_page(self, message: FirstPagePolled) -> None:
        """The first page of the open list, polled."""
        self.first_page_polled(message)
        self.told(message.page.items)

    @on(CountersPolled)
    def hear_counters(self, message: CountersPolled) -> None:
        """The counters of vacancies, polled; those that changed are told by what they were."""
        before = self.inbox.vacancies or ()
        self.counters_polled(message)
        self.counters_told(before, message.vacancies.items)

    @on(VacancyLooked)
    def hear_vacancy(self, message: VacancyLooked) -> None:
        """Who waits in one vacancy."""
        self.vacancy_looked(message)
        self.told([one for portion in message.portions or () for one in portion.items])

    @on(PortionRead)
    def hear_portion(self, message: PortionRead) -> None:
        """A page more of those who wait."""
        self.portion_read(message)
        self.told(message.portion.items)
        self.seek_on()

    @on(heard.ReadFailed)
    def hear_failure(self, message: heard.ReadFailed) -> None:
        """A read failed: its error is in the snapshot before anything else is done about it."""
        self.read_failed(message)
        self.shut_out(message)
        self.gather()

    @on(heard.Became)
    def hear_login(self) -> None:
        """Another login: its disk is open before its account is asked for."""
        self.house.moved_in()
        self.began_anew()

    # What is seen

    def keep_screen(self) -> None:
        """Keep how it looks: the next start shows that before it can show anything else."""
        if self._standing:
            self.offline_cache.keep_screen(self.size.width, self._rendered)

    def _rendered(self) -> list[str]:
        # Textual has no public way to paint a screen that another one stands on.
        return [strip.render(self.app.console) for strip in self._compositor.render_strips()]

    def _hints(self) -> str:
        """The keys that help now."""
        inbox, query, row = self.inbox, self.inbox.listing.query, self.inbox.selected
        listing, negotiation = inbox.listing, row.negotiation if row else None
        return hints.hints(
            self.lens.tr,
            self.keys,
            hints.Situation(
                covered=not self.is_active,
                composing=self.composing is not None,
                searching=self.is_searching,
                beside=self.level not in {Level.LIST, Level.CANDIDATE},
                hits=self.level is Level.LIST and self._narrowed_by_words,
                filtered=query is not None and query.filters != NO_FILTERS,
                across=query is not None and query.is_across,
                marked=bool(self.together),
                candidate=negotiation is not None,
                digits=len(action_menu.buttons(negotiation)) if negotiation else 0,
                can_write=negotiation is not None and inbox.lock(negotiation) is None,
                loading=not listing.complete and listing.error is None,
                failed=listing.error is not None,
                vacancies=bool(inbox.all_vacancies),
                decides=self.house.why_not is None,
            ),
        )

    # What becomes of decisions: called by the app

    def take_up(self, operations: Iterable[Operation]) -> None:
        """What an earlier run left open has its effect on the list again."""
        self.inbox = optimistic_bulk.applied(self.inbox, tuple(operations))

    def show_outbox(self, outbox: Outbox, now: float) -> None:
        """The open writes, at `now` of the app's steady clock.

        What the last key did gives way to a write that begins to wait, whichever key or dialog held it.
        """
        before = {one.operation.id for one in self.outbox.entries}
        if any(one.operation.id not in before for one in outbox.of(Stage.HELD)):
            self.said = ""
        self.see_now(self.clock())
        self.states.dispatch(OutboxChanged(outbox, now))
        if self._outbox_screen is not None:
            self._outbox_screen.see(self.lens, outbox, now)

    def settled(self, operation: Operation) -> None:
        """It is done: the counters are read anew, the candidate too where they stayed in sight."""
        self.online = True
        self.remember_silence(operation)
        self.inbox = optimistic.settled(self.inbox, operation)
        if operation.invitation is not None:
            self.invitation_settled(operation, operation.invitation)
        if self.inbox.vacancy_id == operation.source.vacancy_id:
            self.reads.board(operation.source.vacancy_id, calmly=True)
        negotiation_id = operation.negotiation.id
        if self.inbox.listing.rows.index_of(negotiation_id) is None:
            return
        self.reads.negotiation(negotiation_id)
        selected = self.inbox.selected
        if operation.text and selected and selected.id == negotiation_id in self.inbox.threads:
            self.reads.thread(selected.negotiation)

    def given_up(self, operations: Iterable[Operation]) -> None:
        """What the person dropped: the candidates are back where they were."""
        self.inbox = optimistic_bulk.reverted(self.inbox, tuple(operations))

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """The candidate is back, and so is the letter; say why and how to repeat."""
        inbox = optimistic.reverted(self.inbox, operation, follow=False)
        self.inbox = self._with_letter_back(inbox, operation) if letter_back else inbox
        if isinstance(error, NetworkError):
            self.online = False
        self.remember(error, self.action_reply if letter_back else self.action_repeat)
        if isinstance(error, LetterLost):
            self.reads.negotiation(operation.negotiation.id)
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
