"""The features of the inbox put together: what each is given, its commands, and who hears events when."""

from typing import TYPE_CHECKING

from hh_tui.inbox.decisions.selection_actions import SelectionActions
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.ui.commands import Commands, merged
from hh_tui.ui.context import Context
from hh_tui.ui.controllers.action_shortcuts import Shortcuts
from hh_tui.ui.controllers.attention import Attention
from hh_tui.ui.controllers.awaiting_reply import AwaitingReply
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.chat import Chat
from hh_tui.ui.controllers.find_people import FindPeople
from hh_tui.ui.controllers.invited_people import InvitedPeople
from hh_tui.ui.controllers.keywords import VacancyKeywords
from hh_tui.ui.controllers.labels import CandidateLabels
from hh_tui.ui.controllers.navigation import Navigation
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.controllers.polling import Polling
from hh_tui.ui.controllers.read_results import ReadResults
from hh_tui.ui.controllers.response_hook import ResponseHook
from hh_tui.ui.controllers.saved_filters import SavedFilters
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.controllers.selection import BulkSelection
from hh_tui.ui.controllers.snoozed_lists import SnoozedLists
from hh_tui.ui.controllers.statistics import StatisticsRefresh
from hh_tui.ui.controllers.status_text import StatusText
from hh_tui.ui.controllers.tour import Tour
from hh_tui.ui.controllers.undo import Undo
from hh_tui.ui.lists import CollectionList, ListKinds
from hh_tui.ui.screens.late_decisions import LateDecisions
from hh_tui.ui.screens.late_looks import LateLooks
from hh_tui.ui.screens.surface import Surface
from hh_tui.ui.state_store import Effect

if TYPE_CHECKING:
    from hh_tui.ui.people_search import PeopleSearch


class Features:
    """Every controller by its name; those that a start does without are `deciding` and `looking`."""

    def __init__(self, context: Context, selection_actions: SelectionActions, surface: Surface) -> None:
        self._context, self._surface = context, surface
        self.deciding = LateDecisions(context, self, surface)
        self.looking = LateLooks(context, self, self.deciding)
        self._put_lists_together()
        self._put_candidate_together()
        self.selection = BulkSelection(context, selection_actions, self.lists.read_ahead)
        self._put_decisions_together()
        self._put_ways_together()
        self.handlers = merged(*self._with_commands)
        """What commands call, by their ids."""

    @property
    def _with_commands(self) -> tuple[Commands, ...]:
        deciding, looking = self.deciding, self.looking
        return (
            looking.palette,
            looking.accounts,
            self.navigation,
            looking.source_picker,
            looking.export,
            self.chat,
            looking.call_links,
            self.attention,
            self.awaiting_reply,
            self.snoozed,
            looking.response_rate,
            self.undo,
            deciding.outbox_browser,
            self.tabs,
            self.keywords,
            looking.paid_contacts,
            deciding.notes,
            deciding.letters,
            deciding.invite,
            self.find_people,
            self.polling,
            self.search,
            looking.filters,
            self.saved_filters,
            self.selection,
            deciding.snooze,
            deciding.bulk_actions,
            deciding.repeat_last,
            deciding.actions,
            self.shortcuts,
            looking.decision_log,
            looking.charts,
            looking.known_people,
            looking.draft_list,
            self.labels,
            looking.comparison,
            looking.pipe,
            looking.list_export,
            looking.settings_page,
            self.tour,
            deciding.rules,
            deciding.sprint,
        )

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What hears events, in this order: where a read leads to comes first."""
        deciding, looking = self.deciding, self.looking
        return (
            self.results.on_event,
            self.polling.on_event,
            self.collections.on_event,
            self.awaiting_reply.on_event,
            looking.accounts.on_event,
            self.offline_cache.on_event,
            self.saved_filters.on_event,
            self.labels.on_event,
            self.snoozed.on_event,
            self.statistics.on_event,
            looking.source_picker.on_event,
            looking.vacancy_scopes.on_event,
            self.chat.on_event,
            self.attention.on_event,
            self.shortcuts.on_event,
            looking.decision_log.on_event,
            looking.known_people.on_event,
            looking.draft_list.on_event,
            self.navigation.on_event,
            looking.response_rate.on_event,
            self.last_line.on_event,
            deciding.outbox_browser.on_event,
            deciding.schedule.on_event,
            self.tabs.on_event,
            self.keywords.on_event,
            looking.paid_contacts.on_event,
            deciding.notes.on_event,
            self.invited.on_event,
            deciding.invite.on_event,
            self.find_people.on_event,
            self.selection.on_event,
            deciding.repeat_last.on_event,
            self.undo.on_event,
            deciding.bulk_actions.on_event,
            looking.filters.on_event,
            deciding.outcomes.on_event,
            self.tour.on_event,
            deciding.recall_sprint,
            deciding.sprint.on_event,
            deciding.sprint_sheet.on_event,
            deciding.rules.on_event,
            looking.list_export.on_event,
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
        self.offline_cache = OfflineCache(context, self.collections.refresh_in_place)
        self.statistics = StatisticsRefresh(context)
        self.last_line = StatusText(context)
        self.search = Search(context, self.collections.enter_collection)
        self.saved_filters = SavedFilters(context)

    def _put_candidate_together(self) -> None:
        """What is read and kept of one candidate."""
        context = self._context
        self.tabs = CandidateTabs(context, self.offline_cache.recall_thread, self._surface.focus)
        self.chat = Chat(context)
        self.keywords = VacancyKeywords(context)
        self.invited = InvitedPeople(context)
        self.find_people = FindPeople(context, self._people_search)
        self.labels = CandidateLabels(context, lambda: tuple(self.selection.selected.values()))

    def _people_search(self) -> "PeopleSearch":
        """The search for people, with the commands of the inbox that work in it, too."""
        from hh_tui.ui.found_ways import Ways
        from hh_tui.ui.people_search import PeopleSearch

        deciding, undo = self.deciding, self.undo
        ways = Ways(undo.undo, undo.redo, deciding.outbox_browser().open, self.looking.decision_log().open)
        return PeopleSearch(self._context, deciding.invite().fill_in, deciding.schedule().ask_moment, ways)

    def _put_decisions_together(self) -> None:
        """What is decided about candidates, one by one or together, and what becomes of it."""
        context, deciding = self._context, self.deciding
        self.attention = Attention(
            context,
            read_ahead=self.lists.read_ahead,
            selected=lambda: tuple(self.selection.selected.values()),
        )
        self.shortcuts = Shortcuts(context, lambda find: deciding.actions().find_and_act(find))
        self.undo = Undo(
            context,
            batch_back=deciding.taken_back,
            refill=lambda negotiation_id: deciding.letters().refill(negotiation_id),
            chosen_otherwise=lambda *given: deciding.open_sprint().differs(*given),
        )

    def _put_ways_together(self) -> None:
        """How one moves, and what reads bring."""
        context, opening = self._context, Opening()
        self.navigation = Navigation(
            context,
            self.lists,
            self.tabs,
            escapes=(
                self._leave_letter,
                self.selection.escape,
                self.awaiting_reply.escape,
                self.collections.escape,
                self.search.escape,
            ),
            go_back=self.collections.go_back,
        )
        self.results = ReadResults(context, opening, self.collections, self.lists, focus=self._surface.focus)
        self.polling = Polling(context, opening, self.lists.refresh)
        self.response_hook = ResponseHook(context)
        self.tour = Tour(context)

    def _leave_letter(self) -> bool:
        """Out of the composer; False where nothing is written."""
        letters = self.deciding.letters.made
        return letters is not None and letters.escape()
