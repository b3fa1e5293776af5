"""What tests see and do behind the screen: this file alone names attributes of the app's screens."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar, overload

from textual.widget import Widget

from hh_tui.api.models import Account, Action, Board, Negotiation, Vacancy
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.lists.awaiting import AwaitingQueue
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.snapshot.dossier import Dossier, Tab
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui.app import HHApp
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.template_picker import Writing
from hh_tui.ui.events import AnyEvent
from hh_tui.ui.late_feature import LateFeature
from hh_tui.ui.scopes import is_searching
from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.candidate_pane import CandidatePane
from hh_tui.ui.widgets.entry_list import EntryList
from hh_tui.ui.widgets.negotiation_list import NegotiationList

W = TypeVar("W", bound=Widget)


class AppState:
    """A read-only view of the running program: the snapshot, what is shown of it, and the outbox."""

    def __init__(self, app: HHApp) -> None:
        self._app = app

    # The snapshot

    @property
    def snapshot(self) -> Inbox:
        """All of it; equal ones show the same."""
        return self._app.inbox.inbox

    @property
    def account(self) -> Account | None:
        """Who is logged in."""
        return self.snapshot.account

    @property
    def vacancies(self) -> tuple[Vacancy, ...] | None:
        """The active vacancies, once they are read."""
        return self.snapshot.vacancies

    @property
    def archived(self) -> tuple[Vacancy, ...] | None:
        """The archived vacancies, once they are read."""
        return self.snapshot.archived

    @property
    def vacancy(self) -> Vacancy | None:
        """The vacancy whose collections are shown."""
        return self.snapshot.vacancy

    @property
    def vacancy_id(self) -> str | None:
        """Its id."""
        return self.snapshot.vacancy_id

    @property
    def vacancy_in_sight(self) -> Vacancy | None:
        """The vacancy of what is seen."""
        return self.snapshot.vacancy_in_sight

    @property
    def board(self) -> Board | None:
        """Its collections as the server told them."""
        return self.snapshot.board

    @property
    def shown_board(self) -> Board | None:
        """Its collections with counters that follow the pending decisions."""
        return self.snapshot.shown_board

    @property
    def listing(self) -> Listing:
        """The loaded list."""
        return self.snapshot.listing

    @property
    def rows(self) -> Rows:
        """The rows to be seen."""
        return self.snapshot.rows

    @property
    def cursor(self) -> int:
        """The place of the cursor among them."""
        return self.snapshot.cursor

    @property
    def selected(self) -> Row | None:
        """The row under the cursor."""
        return self.snapshot.selected

    @property
    def threads(self) -> Mapping[str, Thread]:
        """Loaded threads by negotiation id."""
        return self.snapshot.threads

    @property
    def drafts(self) -> Drafts:
        """Letters begun."""
        return self.snapshot.drafts

    @property
    def queue(self) -> AwaitingQueue | None:
        """Everybody who awaits a reply."""
        return self.snapshot.queue

    @property
    def shelf(self) -> SnoozedItems:
        """Everybody who is snoozed."""
        return self.snapshot.snoozed

    @property
    def epoch(self) -> int:
        """How many decisions were made: an older read is out of date."""
        return self.snapshot.epoch

    def vacancy_of(self, negotiation_id: str) -> Vacancy | None:
        """The vacancy of a candidate."""
        return self.snapshot.vacancy_of(negotiation_id)

    def home_of(self, negotiation_id: str) -> Query | None:
        """The collection that a candidate is decided on in."""
        return self.snapshot.source_of(negotiation_id)

    def dossier(self, negotiation_id: str) -> Dossier:
        """Resume, notes and history of a candidate."""
        return self.snapshot.dossier(negotiation_id)

    # What is shown of it

    @property
    def pane(self) -> Pane:
        """The pane one is in."""
        return self._app.inbox.view.pane

    @property
    def composing(self) -> Negotiation | None:
        """Who a letter is written to."""
        return self._app.inbox.view.composing

    @property
    def writing(self) -> Writing | None:
        """That letter, with the values of its variables."""
        return self._app.inbox.features.deciding.letters().writing()

    @property
    def letter(self) -> str:
        """The text of that letter."""
        return self.candidate.composer.text

    @property
    def tab(self) -> Tab:
        """The tab of the candidate pane."""
        return self._app.inbox.view.tab

    @property
    def downloads(self) -> Path:
        """Where the last resume was saved."""
        return self._app.inbox.features.looking.export().downloads

    @property
    def is_searching(self) -> bool:
        """Whether one types a search."""
        return is_searching(self._app.inbox.states.state)

    @property
    def searched(self) -> str:
        """What stands in the search line."""
        return self._app.inbox.context.panes.searched

    @property
    def marked(self) -> Chosen:
        """The selected candidates of the list shown, by id."""
        return self._app.inbox.features.selection.selected

    @property
    def choices(self) -> Sequence[ActionChoice]:
        """What can be done with the selected candidates."""
        return self._app.inbox.features.selection.choices

    @property
    def report(self) -> Report | None:
        """What came of the last bulk action."""
        return self._app.inbox.features.deciding.bulk_actions().report

    @property
    def countdown(self) -> str:
        """What can be undone, or is being sent."""
        return self._app.inbox.edges.countdown(self._app.inbox.states.state)

    @property
    def handlers(self) -> frozenset[str]:
        """The commands that the inbox and the program have handlers for."""
        return frozenset({*self._app.handlers, *self._app.inbox.handlers})

    def late_commands(self) -> dict[str, tuple[set[str], set[str]]]:
        """What is told of each controller before it is made, by its name, and what it does once it is."""
        features = self._app.inbox.features
        late = {**vars(features.deciding), **vars(features.looking)}
        return {
            name: (set(one.commands()), set(one().commands()) if hasattr(one(), "commands") else set())
            for name, one in late.items()
            if isinstance(one, LateFeature)
        }

    # Panes

    @property
    def is_inbox(self) -> bool:
        """Whether no dialog stands before the inbox."""
        return self._app.screen is self._app.inbox

    @property
    def focused(self) -> Widget | None:
        """What has the focus in the inbox."""
        return self._app.inbox.focused

    @property
    def negotiations(self) -> NegotiationList:
        """The list."""
        return self._app.inbox.panes.negotiations

    @property
    def candidate(self) -> CandidatePane:
        """The pane at the right."""
        return self._app.inbox.panes.candidate

    @property
    def collections(self) -> EntryList:
        """The pane of collections."""
        return self._app.inbox.panes.entries(Pane.COLLECTIONS)

    @overload
    def widget(self, selector: str) -> Widget: ...

    @overload
    def widget(self, selector: str, kind: type[W]) -> W: ...

    def widget(self, selector: str, kind: type[Widget] = Widget) -> Widget:
        """A widget of the inbox, whatever dialog stands before it."""
        return self._app.inbox.query_one(selector, kind)

    def widgets(self, selector: str) -> Sequence[Widget]:
        """All such widgets of the inbox."""
        return list(self._app.inbox.query(selector))

    # The outbox

    @property
    def outbox(self) -> Outbox:
        """Decisions from the hold to "done"."""
        return self._app.sender.outbox


class AppControl:
    """What tests do to the running program that no key does, or not so fast."""

    def __init__(self, app: HHApp) -> None:
        self._app = app

    def show(self, snapshot: Inbox) -> None:
        """Another snapshot."""
        self._app.inbox.states.update(snapshot)

    def post(self, event: AnyEvent) -> None:
        """News for the inbox, such as an answer that comes late."""
        self._app.inbox.post(event)

    def point(self, place: int) -> None:
        """The cursor onto this row."""
        self._app.inbox.context.point(place)

    def focus(self, pane: Pane) -> None:
        """Into this pane."""
        self._app.inbox.states.show(pane=pane)

    def enter_vacancy(self, vacancy_id: str) -> None:
        """Show the collections of this vacancy."""
        self._app.inbox.features.collections.enter_vacancy(vacancy_id)

    def write(self, text: str) -> None:
        """Another text into the letter being written."""
        self._app.inbox.panes.candidate.composer.text = text

    def submit(self, target: Target, action: Action) -> None:
        """Decide without a form."""
        self._app.inbox.features.deciding.decisions().submit(target, action, ())

    def mark_viewed(self, negotiations: Sequence[Negotiation]) -> None:
        """Count these as viewed."""
        self._app.inbox.features.attention.mark_viewed(negotiations)

    def refresh(self) -> None:
        """Read everything shown anew, in place."""
        self._app.inbox.features.collections.refresh_in_place()

    def start_anew(self) -> None:
        """As after a change of the account."""
        self._app.inbox.features.looking.accounts().begin_anew()

    def read_list(self, query: Query) -> None:
        """Read this list from its top, as it is asked for at this moment."""
        inbox = self._app.inbox
        inbox.reads.from_top(query, 0, inbox.inbox.epoch)

    def count(self) -> None:
        """Ask for the statistics that are due."""
        self._app.inbox.see(self._app.render_context())

    def disconnect(self) -> None:
        """Show that hh.ru cannot be reached."""
        self._app.inbox.states.show(online=False)

    def say(self, key: str) -> None:
        """A text of the catalogue in the last line."""
        self._app.inbox.say(key)

    def close_dialog(self) -> None:
        """As if the open dialog had been left by itself."""
        dialog = self._app.screen
        assert isinstance(dialog, Dialog)
        dialog.answer(None)

    def fall_silent(self) -> None:
        """Nothing in the last line but the keys."""
        self._app.inbox.context.clear_status()
