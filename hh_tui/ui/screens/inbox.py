"""The inbox, whole: what was decided waits, is taken back, is done or refused."""

from textual import on
from textual.message import Message
from textual.widgets import Input

from hh_tui.errors import NotAuthorized, Refused
from hh_tui.keys.registry import BY_ID, Command
from hh_tui.ui import events as heard
from hh_tui.ui.commanded import merged
from hh_tui.ui.controllers.accounts import Accounts
from hh_tui.ui.controllers.actions import Actions
from hh_tui.ui.controllers.attention import Attention
from hh_tui.ui.controllers.awaiting_reply import AwaitingReply
from hh_tui.ui.controllers.bulk_actions import BulkActions
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.chat import Chat
from hh_tui.ui.controllers.compose import Compose
from hh_tui.ui.controllers.export import Export
from hh_tui.ui.controllers.filters import Filters
from hh_tui.ui.controllers.invite import Invite
from hh_tui.ui.controllers.keywords import VacancyKeywords
from hh_tui.ui.controllers.last_line import LastLine
from hh_tui.ui.controllers.notes import Notes
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.controllers.outbox_browser import Editors, OutboxBrowser
from hh_tui.ui.controllers.outcomes import Outcomes
from hh_tui.ui.controllers.paid_contacts import PaidContacts
from hh_tui.ui.controllers.palette import Palette
from hh_tui.ui.controllers.polling import Polling
from hh_tui.ui.controllers.repeat_last import RepeatLast
from hh_tui.ui.controllers.response_rate import ResponseRate
from hh_tui.ui.controllers.saved_filters import SavedFilters
from hh_tui.ui.controllers.schedule import Schedule
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.controllers.selection import BulkSelection
from hh_tui.ui.controllers.snooze import Snooze
from hh_tui.ui.controllers.snoozed_places import SnoozedPlaces
from hh_tui.ui.controllers.source_picker import SourcePicker
from hh_tui.ui.controllers.statistics import StatisticsRefresh
from hh_tui.ui.controllers.undo import Undo
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.invite_reads import InvitableRead, InvitedLost, InvitedRead, ResumeSeen, ResumeUnknown
from hh_tui.ui.lists import CollectionList, ListKinds
from hh_tui.ui.presenters import errors
from hh_tui.ui.screens.browsing import BrowsingScreen
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.chip import ChipLine
from hh_tui.ui.widgets.tab_line import TabLine
from hh_tui.ui.widgets.text_editor import TextEditor


class InboxScreen(BrowsingScreen):
    """What waits, what becomes of it, and how it is taken back."""

    def compose_controllers(self) -> None:
        """Features of their own, each given what it needs."""
        super().compose_controllers()
        self.palette = Palette(self.context, lambda name: self.call_later(self._run, BY_ID[name]))
        self.accounts = Accounts(self.context)
        self._compose_lists()
        self._compose_candidate()
        self._compose_decisions()
        self._compose_outbox()
        self._listen()

    def _compose_lists(self) -> None:
        """Which candidates are shown, and how one finds one's way among them."""
        self.collections = CollectionList(self.context, self._refresh_candidate)
        self.awaiting_reply = AwaitingReply(self.context, self.collections.leave)
        self.snoozed = SnoozedPlaces(self.context, self.collections.leave)
        self.lists = ListKinds(
            self.context,
            self.awaiting_reply,
            self.snoozed,
            self.collections,
        )
        self.source_picker = SourcePicker(self.context, self.lists.enter)
        self.offline_cache = OfflineCache(self.context, self.disk, self.collections.refresh_in_place)
        self.statistics = StatisticsRefresh(self.context)
        self.attention = Attention(
            self.context,
            point=self._point,
            read_ahead=self._read_ahead,
            selected=lambda: tuple(self.selection.together.values()),
        )
        self.response_rate = ResponseRate(self.context, self.statistics.ask, self.awaiting_reply)
        self.last_line = LastLine(self.context)
        self.polling = Polling(self.context, self.opening, self.lists.refresh)
        self.search = Search(self.context, self._point, self.collections.enter_collection)
        self.filters = Filters(self.context, self.collections.enter_collection, self.search.leave)
        self.saved_filters = SavedFilters(self.context)

    def _compose_candidate(self) -> None:
        """What is read, written and kept of one candidate."""
        self.export = Export(self.context)
        self.schedule = Schedule(self.context)
        self.paid_contacts = PaidContacts(self.context)
        self.tabs = CandidateTabs(self.context, self.open_candidate, self.focus_level)
        self.keywords = VacancyKeywords(self.context, self._point)
        self.notes = Notes(self.context, self.tabs.read)
        self.invite = Invite(self.context, self.sheets, self.collections.came_to)

    def _compose_decisions(self) -> None:
        """What is decided about candidates, one by one or together."""
        self.decisions = Decisions(self.context)
        self.selection = BulkSelection(
            self.context,
            self._chorus,
            point=self._point,
            read_ahead=self._read_ahead,
        )
        self.snooze = Snooze(self.context, self.selection, self.schedule.ask_moment)
        self.bulk_actions = BulkActions(
            self.context,
            self.decisions,
            self.selection,
            ask_moment=self.schedule.ask_moment,
        )
        self.repeat_last = RepeatLast(self.context, self.decisions, self.selection, self.bulk_actions)
        self.actions = Actions(
            self.context,
            self.decisions,
            self.sheets,
            self.bulk_actions,
            ask_when=self.schedule.ask_when,
            repeatable=self.repeat_last.remember,
        )
        self.letters = Compose(
            self.context,
            self.decisions,
            lambda: self.candidate.composer,
            measure=lambda: self.painter.letter(self.states.state),
            ask_when=self.schedule.ask_when,
            open_candidate=self.open_candidate,
        )

    def _compose_outbox(self) -> None:
        """What becomes of decisions."""
        self.undo = Undo(
            self.context,
            unsnooze=self.snooze.undo,
            batch_back=self.bulk_actions.taken_back,
            refill=self.letters.refill,
        )
        self.outcomes = Outcomes(
            self.context,
            self.invite,
            silence=self.decisions.keep_silence,
            refill=self.letters.refill,
            reply=self.letters.reply,
            repeat=self.undo.repeat,
        )
        self.outbox_browser = OutboxBrowser(
            self.context,
            self.sheets,
            Editors(
                self.invite.fill_in,
                self.actions.decide,
                self.letters.write_again,
                self.schedule.was_due,
            ),
            given_up=self.outcomes.given_up,
            repeat=self.undo.repeat,
        )

    def _listen(self) -> None:
        """Commands by their ids, and what hears events, in this order."""
        self.handlers = merged(
            self.palette,
            self.accounts,
            self.source_picker,
            self.export,
            Chat(self.context),
            self.attention,
            self.awaiting_reply,
            self.response_rate,
            self.undo,
            self.outbox_browser,
            self.tabs,
            self.keywords,
            self.paid_contacts,
            self.notes,
            self.letters,
            self.invite,
            self.polling,
            self.search,
            self.filters,
            self.saved_filters,
            self.selection,
            self.snooze,
            self.snoozed,
            self.bulk_actions,
            self.repeat_last,
            self.actions,
        )
        self.escapes = (self.letters.escape, self.selection.escape)
        self.states.hear(
            self.snoozed.heard,
            self.offline_cache.heard,
            self.statistics.heard,
            self.attention.heard,
            self.awaiting_reply.heard,
            self.response_rate.heard,
            self.last_line.heard,
            self.polling.heard,
            self.outbox_browser.heard,
            self.schedule.heard,
            self.tabs.heard,
            self.keywords.heard,
            self.paid_contacts.heard,
            self.notes.heard,
            self.invite.heard,
            self.selection.heard,
            self.repeat_last.heard,
            self.accounts.heard,
            self.source_picker.heard,
        )

    def begin(self) -> None:
        """A letter is kept in the very frame in which it is seen."""
        super().begin()
        self.candidate.composer.edited = self.letters.typed

    # Keys that were held down

    def stop_same_again(self) -> None:
        """A held key is about to decide once more: it does not."""
        self.repeat_last.stop()

    def take_back(self) -> None:
        """What a held key has decided."""
        self.undo.undo()

    def offers(self, digit: int) -> bool:
        """Whether there is an action with this digit."""
        return self.actions.offers(digit)

    async def _run(self, command: Command) -> None:
        handler = self.handlers.get(command.id)
        if handler is not None:
            handler()
        else:
            await self.run_action(command.action)

    def shut_out(self, message: heard.ReadFailed) -> None:
        """Remember the error for its details; without a valid login nothing is sent either."""
        if not message.fatal:
            self.context.locked_out(message.error)
        again = self.action_refresh if message.negotiation_id is None else self.open_candidate
        self.context.remember(message.error, again)

    def action_leave(self) -> None:
        """Out of the candidate, or a list over all vacancies; else out of the program."""
        if self.level is Level.CANDIDATE:
            self.action_back()
        elif not self.collections.go_back():
            self.house.leave()

    # What widgets tell

    @on(ActionBar.Pressed)
    def button_pressed(self, message: ActionBar.Pressed) -> None:
        """A button of an action was clicked."""
        self.actions.press(message.digit)

    @on(TextEditor.Changed, "#composer")
    def letter_changed(self) -> None:
        """Every letter is kept."""
        self.letters.typed()

    # Escape

    def action_back(self) -> None:
        """Exactly one step out: of waiting for hh.ru, of the composer with the draft kept, of the rest."""
        if self.question.is_open:
            self.question.stop()
            self.say("asking.stopped")
        elif not any(leave() for leave in self.escapes):
            super().action_back()

    # What reads bring. Textual calls the handlers of a message along the class line, the most derived first.
    # So each message has one handler, here, with its effects in order: the snapshot, then what reads it.

    @on(heard.ZonesRead)
    @on(heard.CollectionsRead)
    @on(heard.ManagerAccountsRead)
    @on(heard.AccountAnswered)
    @on(heard.AccountRefused)
    @on(heard.AccountGivenUp)
    @on(heard.LetterFilled)
    @on(heard.ViewsLeftRead)
    @on(heard.DossierRead)
    @on(heard.DossierFailed)
    @on(heard.NoteWritten)
    @on(heard.NoteFailed)
    @on(InvitableRead)
    @on(InvitedLost)
    @on(InvitedRead)
    @on(ResumeSeen)
    @on(ResumeUnknown)
    def hear(self, message: Message) -> None:
        """Controllers hear it in their order."""
        self.states.dispatch(message)

    @on(TabLine.Chosen)
    def tab_clicked(self, message: TabLine.Chosen) -> None:
        """A tab of the candidate."""
        self.tabs.click(message.tab)

    @on(heard.AccountRead)
    def hear_account(self, message: heard.AccountRead) -> None:
        """Who we are: every step finds that account in the snapshot, and the connection comes last."""
        self.account_read(message)
        self.accounts.let_in()
        self.offline_cache.keep_account(message)
        self.saved_filters.recall()
        self.snoozed.recall()
        self.statistics.account_known(message.account)
        self.polling.counters_read()
        self.online = True

    @on(heard.ArchiveRead)
    def hear_archive(self, message: heard.ArchiveRead) -> None:
        """The archived vacancies."""
        self.archive_read(message)
        self.offline_cache.keep_archive(message)
        self.source_picker.archive_read(message)

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
        self.snoozed.told(message.page.items)
        self.attention.seek_on()
        self.selection.gather()

    @on(heard.ListRefreshed)
    def hear_list(self, message: heard.ListRefreshed) -> None:
        """A list from its top."""
        self.list_refreshed(message)
        self.offline_cache.keep_list(message)
        self.snoozed.told([one for page in message.pages for one in page.items])
        self.selection.refreshed()

    @on(heard.ThreadRead)
    def hear_thread(self, message: heard.ThreadRead) -> None:
        """A thread, and with it somebody was opened."""
        self.thread_read(message)
        self.offline_cache.keep_thread(message)
        self.attention.opened(message)
        self.snoozed.opened(message)

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
        self.snoozed.told([message.negotiation])

    @on(heard.FirstPagePolled)
    def hear_first_page(self, message: heard.FirstPagePolled) -> None:
        """The first page of the open list, polled."""
        self.polling.first_page_polled(message)
        self.snoozed.told(message.page.items)

    @on(heard.CountersPolled)
    def hear_counters(self, message: heard.CountersPolled) -> None:
        """The counters of vacancies, polled; those that changed are told by what they were."""
        before = self.inbox.vacancies or ()
        self.polling.counters_polled(message)
        self.snoozed.counters_told(before, message.vacancies.items)

    @on(heard.ChatsCounted)
    def hear_unread(self, message: heard.ChatsCounted) -> None:
        """How many chats are unread, over all vacancies."""
        self.awaiting_reply.counted(message)

    @on(heard.VacancyLooked)
    def hear_vacancy(self, message: heard.VacancyLooked) -> None:
        """Who waits in one vacancy."""
        self.awaiting_reply.looked(message)
        self.snoozed.told([one for portion in message.portions or () for one in portion.items])

    @on(heard.PortionRead)
    def hear_portion(self, message: heard.PortionRead) -> None:
        """A page more of those who wait."""
        self.awaiting_reply.read(message)
        self.snoozed.told(message.portion.items)
        self.attention.seek_on()

    @on(heard.LookFailed)
    def hear_look_failed(self, message: heard.LookFailed) -> None:
        """Looking who awaits a reply came to nothing."""
        self.awaiting_reply.failed(message)

    @on(heard.MarkedViewed)
    def hear_viewed(self, message: heard.MarkedViewed) -> None:
        """hh.ru counts candidates as viewed."""
        self.attention.marked(message)

    @on(heard.BoardPolled)
    def hear_board_again(self, message: heard.BoardPolled) -> None:
        """The collections, polled."""
        self.polling.board_polled(message)

    @on(heard.PollFailed)
    def hear_poll_failed(self, message: heard.PollFailed) -> None:
        """A poll brought nothing."""
        self.polling.poll_failed(message)

    @on(heard.OrderKept)
    def hear_order(self, message: heard.OrderKept) -> None:
        """An order is the vacancy's own."""
        self.filters.order_kept(message)

    @on(Input.Changed, "#search-text")
    def search_typed(self) -> None:
        """Another letter of a search."""
        self.search.typed()

    @on(ChipLine.Removed)
    def chip_removed(self, message: ChipLine.Removed) -> None:
        """A click on a filter in use."""
        self.filters.remove(message.group)

    @on(heard.FiguresRead)
    def hear_figures(self, message: heard.FiguresRead) -> None:
        """What hh.ru counts of us."""
        self.statistics.take(message)

    @on(heard.ReadFailed)
    def hear_failure(self, message: heard.ReadFailed) -> None:
        """A read failed: its error is in the snapshot before anything else is done about it."""
        self.read_failed(message)
        self.shut_out(message)
        self.selection.gather()

    @on(heard.Became)
    def hear_login(self) -> None:
        """Another login: its disk is open before its account is asked for."""
        self.house.moved_in()
        self.accounts.begin_anew()

    # What is seen

    def keep_screen(self) -> None:
        """Keep how it looks: the next start shows that before it can show anything else."""
        if self.panes.is_standing:
            self.offline_cache.keep_screen(self.size.width, self._rendered)

    def _rendered(self) -> list[str]:
        # Textual has no public way to paint a screen that another one stands on.
        return [strip.render(self.app.console) for strip in self._compositor.render_strips()]
