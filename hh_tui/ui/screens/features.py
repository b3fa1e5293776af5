"""The features of the inbox put together: what each is given, its commands, and who hears events when."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import SelectionActions
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import merged
from hh_tui.ui.context import Context
from hh_tui.ui.controllers.accounts import Accounts
from hh_tui.ui.controllers.action_shortcuts import Shortcuts
from hh_tui.ui.controllers.actions import Actions
from hh_tui.ui.controllers.attention import Attention
from hh_tui.ui.controllers.awaiting_reply import AwaitingReply
from hh_tui.ui.controllers.bulk_actions import BulkActions
from hh_tui.ui.controllers.call_link import CallLinks
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.charts import Charts
from hh_tui.ui.controllers.chat import Chat
from hh_tui.ui.controllers.click_hints import ClickHints
from hh_tui.ui.controllers.comparison import Comparison
from hh_tui.ui.controllers.compose import Compose
from hh_tui.ui.controllers.decision_log import DecisionLog
from hh_tui.ui.controllers.export import Export
from hh_tui.ui.controllers.filters import Filters
from hh_tui.ui.controllers.find_people import FindPeople
from hh_tui.ui.controllers.invite import Invite
from hh_tui.ui.controllers.keywords import VacancyKeywords
from hh_tui.ui.controllers.labels import CandidateLabels
from hh_tui.ui.controllers.navigation import Navigation
from hh_tui.ui.controllers.notes import Notes
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.controllers.outbox_browser import Editors, OutboxBrowser
from hh_tui.ui.controllers.outcomes import Outcomes
from hh_tui.ui.controllers.paid_contacts import PaidContacts
from hh_tui.ui.controllers.palette import Palette
from hh_tui.ui.controllers.pipe import Pipe
from hh_tui.ui.controllers.polling import Polling
from hh_tui.ui.controllers.read_results import ReadResults
from hh_tui.ui.controllers.repeat_last import RepeatLast
from hh_tui.ui.controllers.response_hook import ResponseHook
from hh_tui.ui.controllers.response_rate import ResponseRate
from hh_tui.ui.controllers.rules import Rules
from hh_tui.ui.controllers.saved_filters import SavedFilters
from hh_tui.ui.controllers.schedule import Schedule
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.controllers.selection import BulkSelection
from hh_tui.ui.controllers.snooze import Snooze
from hh_tui.ui.controllers.snoozed_lists import SnoozedLists
from hh_tui.ui.controllers.source_picker import SourcePicker
from hh_tui.ui.controllers.sprint import Sprints
from hh_tui.ui.controllers.sprint_sheet import SprintSheets
from hh_tui.ui.controllers.statistics import StatisticsRefresh
from hh_tui.ui.controllers.status_text import StatusText
from hh_tui.ui.controllers.tour import Tour
from hh_tui.ui.controllers.undo import Undo
from hh_tui.ui.controllers.vacancy_scope import VacancyScopes
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.found_ways import Ways
from hh_tui.ui.group_editing import GroupEditing
from hh_tui.ui.letter_lines import LetterLines
from hh_tui.ui.lists import CollectionList, ListKinds
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.sheet_opener import SheetOpener
from hh_tui.ui.sprint_forms import SprintForms
from hh_tui.ui.state_store import Effect

if TYPE_CHECKING:
    from hh_tui.ui.widgets.text_editor import TextEditor


class Surface(Struct, frozen=True):
    """What features need of the screen beside the context."""

    composer: "Callable[[], TextEditor]"
    """The text area of the letter being written."""
    measure: Callable[[], None]
    """Shows anew how long that letter is."""
    focus: Callable[[], None]
    """Puts the focus into the pane one is in."""


class Features:
    """Every controller by its name."""

    def __init__(self, context: Context, selection_actions: SelectionActions, surface: Surface) -> None:
        self._context, self._selection_actions, self._surface = context, selection_actions, surface
        self._sheets = SheetOpener(context)
        self._open_sprint = OpenSprint(context)
        self.accounts = Accounts(context)
        self._put_lists_together()
        self._put_candidate_together()
        self._put_decisions_together()
        self._put_sprint_together()
        self._put_outbox_together()
        self._put_ways_together()
        self.decision_log = DecisionLog(context)
        self.labels = CandidateLabels(context, selected := self._selected_rows)
        self.handlers = merged(
            self.palette,
            self.accounts,
            self.navigation,
            self.source_picker,
            self.export,
            self.chat,
            CallLinks(context),
            self.attention,
            self.awaiting_reply,
            self.snoozed,
            self.response_rate,
            self.undo,
            self.outbox_browser,
            self.tabs,
            self.keywords,
            self.paid_contacts,
            self.notes,
            self.letters,
            self.invite,
            self.find_people,
            self.polling,
            self.search,
            self.filters,
            self.saved_filters,
            self.selection,
            self.snooze,
            self.bulk_actions,
            self.repeat_last,
            self.actions,
            self.shortcuts,
            self.decision_log,
            Charts(context),
            self.labels,
            Comparison(context, selected),
            Pipe(context, selected),
            self.tour,
            self.rules,
            self.sprint,
        )
        """What commands call, by their ids."""

    def _selected_rows(self) -> Sequence[Row]:
        """Those marked, in the order they were."""
        return tuple(self.selection.selected.values())

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What hears events, in this order: where a read leads to comes first."""
        return (
            self.results.on_event,
            self.polling.on_event,
            self.collections.on_event,
            self.awaiting_reply.on_event,
            self.accounts.on_event,
            self.offline_cache.on_event,
            self.saved_filters.on_event,
            self.labels.on_event,
            self.snoozed.on_event,
            self.statistics.on_event,
            self.source_picker.on_event,
            self.vacancy_scopes.on_event,
            self.chat.on_event,
            self.attention.on_event,
            self.shortcuts.on_event,
            self.decision_log.on_event,
            self.navigation.on_event,
            self.response_rate.on_event,
            self.last_line.on_event,
            self.outbox_browser.on_event,
            self.schedule.on_event,
            self.tabs.on_event,
            self.keywords.on_event,
            self.paid_contacts.on_event,
            self.notes.on_event,
            self.invite.on_event,
            self.find_people.on_event,
            self.selection.on_event,
            self.repeat_last.on_event,
            self.undo.on_event,
            self.bulk_actions.on_event,
            self.filters.on_event,
            self.outcomes.on_event,
            self.tour.on_event,
            self.sprint.on_event,
            self.sprint_sheet.on_event,
            self.rules.on_event,
            self.response_hook.on_event,
        )

    def _put_lists_together(self) -> None:
        """Which candidates are shown, and how they are narrowed down."""
        context = self._context
        self.collections = CollectionList(context, lambda negotiation: self.tabs.refresh(negotiation))
        self.awaiting_reply = AwaitingReply(context, self.collections.leave)
        self.snoozed = SnoozedLists(context, self.collections.leave)
        kinds = (self.awaiting_reply, self.snoozed, self.collections)
        self.lists = ListKinds(context, *kinds, elsewhere=lambda entry: self.find_people.enter(entry))
        self.vacancy_scopes = VacancyScopes(context)
        self.source_picker = SourcePicker(context, self.lists.enter, self.vacancy_scopes.choose)
        self.offline_cache = OfflineCache(context, self.collections.refresh_in_place)
        self.statistics = StatisticsRefresh(context)
        self.response_rate = ResponseRate(context, self.statistics.ask, self.awaiting_reply)
        self.last_line = StatusText(context)
        self.search = Search(context, self.collections.enter_collection)
        self.filters = Filters(context, self.collections.enter_collection, self.search.leave)
        self.saved_filters = SavedFilters(context)

    def _put_candidate_together(self) -> None:
        """What is read and kept of one candidate."""
        context = self._context
        self.tabs = CandidateTabs(context, self.offline_cache.recall_thread, self._surface.focus)
        self.export = Export(context)
        self.chat = Chat(context)
        self.schedule = Schedule(context)
        self.paid_contacts = PaidContacts(context)
        self.keywords = VacancyKeywords(context)
        self.notes = Notes(context, self.tabs.read)
        self.invite = Invite(context, self._sheets, self.collections.came_to)
        invite, ask = self.invite.fill_in, self.schedule.ask_moment
        self.find_people = FindPeople(context, invite, ask, self._ways_of_search)

    def _ways_of_search(self) -> Ways:
        return Ways(self.undo.undo, self.undo.redo, self.outbox_browser.open, self.decision_log.open)

    def _put_decisions_together(self) -> None:
        """What is decided about candidates, one by one or together, and written to them."""
        context = self._context
        self.decisions = Decisions(context)
        self.selection = BulkSelection(context, self._selection_actions, self.lists.read_ahead)
        self.attention = Attention(
            context,
            read_ahead=self.lists.read_ahead,
            selected=lambda: tuple(self.selection.selected.values()),
        )
        self.snooze = Snooze(context, self.selection, self.schedule.ask_moment)
        self.bulk_actions = BulkActions(
            context, self.decisions, self.selection, ask_moment=self.schedule.ask_for_marked
        )
        self.repeat_last = RepeatLast(context, self.decisions, self.selection, self.bulk_actions)
        self.actions = Actions(
            context,
            self.decisions,
            self._sheets,
            self.bulk_actions,
            ask_when=self.schedule.ask_when,
            repeatable=self.repeat_last.remember,
            again=self.repeat_last.hint,
            decided_by=lambda *decided: self.shortcuts.decided_by(*decided),
        )
        self.shortcuts = Shortcuts(context, self.actions.find_and_act)
        self.letters = Compose(
            context,
            self.decisions,
            self._surface.composer,
            measure=self._surface.measure,
            ask_when=self.schedule.ask_when,
            open_candidate=self.tabs.open_thread,
        )

    def _put_sprint_together(self) -> None:
        """Candidates one by one, and everything that was chosen for them at once."""
        context = self._context
        forms, choices = SprintForms(context, self._sheets), self._open_sprint
        self.sprint = Sprints(
            context,
            choices,
            forms,
            self.selection,
            show_sheet=lambda: self.sprint_sheet.open(),
            leave_sheet=lambda: self.sprint_sheet.leave(),
            read_ahead=self.lists.read_ahead,
        )
        self.sprint_sheet = SprintSheets(context, self.decisions, choices, forms, self.sprint)
        self.rules = Rules(
            context,
            mark=self.selection.mark_these,
            offered=self.actions.offered,
            act=self.bulk_actions.find_and_act,
            fill=self.sprint.fill,
            read_ahead=self.lists.read_ahead,
        )

    def _taken_back(self, operations: Sequence[Operation]) -> None:
        """What was decided together is back."""
        self.bulk_actions.taken_back(operations)
        if operations[0].sprint and operations[0].invitation is None:
            self.sprint.taken_back(operations)

    def _put_outbox_together(self) -> None:
        """What becomes of decisions."""
        context = self._context
        self.undo = Undo(
            context,
            batch_back=self._taken_back,
            refill=self.letters.refill,
            chosen_otherwise=self._open_sprint.differs,
        )
        self.outcomes = Outcomes(
            context,
            self.invite,
            refill=self.letters.refill,
            write_again=self.letters.write_again,
            repeat=self.undo.repeat,
        )
        due = self.schedule.was_due
        groups = GroupEditing(context, self.selection, self.bulk_actions, was_due=due)
        self.outbox_browser = OutboxBrowser(
            context,
            self._sheets,
            Editors(self.invite.fill_in, self.actions.decide, self.letters.write_again, due, groups),
            repeat=self.undo.repeat,
        )

    def _put_ways_together(self) -> None:
        """How one moves, and what reads bring."""
        context, opening = self._context, Opening()
        self.navigation = Navigation(
            context,
            self.lists,
            self.tabs,
            escapes=(
                self.letters.escape,
                self.selection.escape,
                self.awaiting_reply.escape,
                self.collections.escape,
                self.search.escape,
            ),
            go_back=self.collections.go_back,
        )
        self.palette = Palette(
            context,
            LetterLines(
                context,
                write=self.letters.begin_with,
                decide=lambda seen, action, letter: self.actions.decide(seen, action, letter=letter),
            ),
            offered=self.actions.offered,
            act=self.actions.find_and_act,
            enter=self.navigation.choose,
        )
        self.results = ReadResults(context, opening, self.collections, self.lists, focus=self._surface.focus)
        self.polling = Polling(context, opening, self.lists.refresh)
        self.response_hook = ResponseHook(context)
        self.tour = Tour(context)
        self.click_hints = ClickHints(context)
