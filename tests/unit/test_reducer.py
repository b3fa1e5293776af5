"""The reducer: what each event makes of the state, and what it leaves alone."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Account, Negotiation, Page, Resume, Statistics, Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import NetworkError, NotFound, ServerError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.inbox.lists.search import Index, Search
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SNOOZED, ReturnReason, SnoozedItem, SnoozeKind, snooze
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.last_run import KeptList, LastRun
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.read_stamp import ReadStamp
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui import events
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.reducer import reduce
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane, View
from tests.factory import DECIDED, HERE, VACANCY, board, decision, inbox, letter, negotiation, page

NOW = DECIDED + timedelta(hours=1)
IDS = ["a", "b", "c", "d", "e"]
ELSEWHERE = Query("88", "fresh", "https://api.hh.ru/negotiations/fresh?vacancy_id=88")
CONTEXT = RenderContext(Catalogue("en"), NOW, ZoneInfo("Europe/Moscow"))
THREAD = MessagePage(way="negotiations")
STAMP = ReadStamp(0, 1)


def _state(start: Inbox | None = None, **view: object) -> State:
    return State(replace(View(CONTEXT), **view), inbox(IDS) if start is None else start)  # type: ignore[arg-type]


def _ids(state: State) -> list[str]:
    return [row.id for row in state.inbox.rows]


def _after(state: State, *happened: events.AnyEvent) -> State:
    for event in happened:
        state = reduce(state, event)
    return state


def _person(id_: str, messages: int = 3, unread: int = 0) -> Negotiation:
    return negotiation(id_, counters={"messages": messages, "unread_messages": unread})


def _snoozed(*ids: str) -> SnoozedItems:
    until = DECIDED + timedelta(hours=1)
    items: list[SnoozedItem] = [
        snooze(SnoozeKind.SNOOZED, _person(id_), HERE, DECIDED, until=until) for id_ in ids
    ]
    return SnoozedItems(recalled=True).with_all(items)


def _account(manager_id: str) -> Account:
    return parsed(
        Account,
        {"id": manager_id, "is_employer": True, "employer": {"id": "1"}, "manager": {"id": manager_id}},
    )


def _vacancy(id_: str, responses: int = 3) -> Vacancy:
    counters = {"responses": responses, "unread_responses": 1}
    return parsed(Vacancy, {"id": id_, "name": "Welder", "counters": counters})


def _vacancies(*ids: str) -> Page[Vacancy]:
    return Page[Vacancy](items=tuple(_vacancy(id_, 9) for id_ in ids), found=1, page=0, pages=1, per_page=50)


# Answers that are late, or of something else


@given(st.sets(st.sampled_from(IDS)), st.sets(st.sampled_from(IDS)))
def test_an_answer_from_before_a_decision_keeps_it(done: set[str], held: set[str]) -> None:
    state = _state()
    operations = {id_: decision(negotiation(id_)) for id_ in done | held}
    for operation in operations.values():
        state = reduce(state, events.Decided(operation))
    for id_ in done:
        state = reduce(state, events.WriteCarriedOut(operations[id_]))
    left = [id_ for id_ in IDS if id_ not in operations]
    assert _ids(state) == left
    read = _after(state, events.ListRefreshed(HERE, (page(IDS),), 0, NOW))
    assert _ids(read) == left
    back = _after(read, *(events.DecisionTakenBack(operations[id_]) for id_ in held - done))
    assert set(_ids(back)) == set(IDS) - done
    again = _after(state, events.ListRefreshed(HERE, (page(IDS),), len(done), NOW))
    assert set(_ids(again)) == set(IDS) - (held - done), "hh.ru has brought whoever was done back meanwhile"


LATE: list[events.AnyEvent] = [
    events.PageRead(ELSEWHERE, page(["x"]), 0, NOW),
    events.ListRefreshed(ELSEWHERE, (page(["x"]),), 0, NOW),
    events.BoardRead("88", board(fresh=9)),
    events.NegotiationRead(negotiation("x"), NOW),
    events.MarkedViewed(("x",)),
    events.BoardPolled(Inbox(board=board(fresh=1)), VACANCY, board(fresh=9)),
    events.BoardPolled(inbox(IDS), "88", board(fresh=9)),
    events.FirstPagePolled(inbox(IDS), ELSEWHERE, page(["x"]), NOW),
    events.FirstPagePolled(Inbox(), HERE, page(["x"]), NOW),
    events.CountersPolled(Inbox(), _vacancies(VACANCY)),
    events.ChatsCounted(NOW, 3),
    events.VacancyLooked(NOW, (), NOW),
    events.LookFailed(NOW, NotFound(404)),
    events.PollFailed(ServerError()),
    events.StatisticsRead("somebody else", Statistics(), None),
]


@pytest.mark.parametrize("event", LATE, ids=lambda event: type(event).__name__)
def test_answers_of_what_is_open_no_more_change_nothing(event: events.AnyEvent) -> None:
    state = _state()
    assert reduce(state, event) is state


TOLD: list[events.AnyEvent] = [
    events.CollectionsRead("88", board(fresh=1)),
    events.OrderKept("By date"),
    events.LogRead(()),
    events.InvitableRead(Resume(id="r"), (), False),
    events.ResumeSeen(Resume(id="r"), ()),
    events.ResumeUnknown(),
    events.ManagerAccountsRead(None),
    events.AccountAnswered(None, _account("7")),
    events.LoginChanged("work"),
    events.Started(),
    events.Ticked(5.0),
]


@pytest.mark.parametrize("event", TOLD, ids=lambda one: type(one).__name__)
def test_answers_for_whoever_asked_change_nothing(event: events.AnyEvent) -> None:
    state = _state(online=False)
    assert reduce(state, event) is state


# The connection

REACHED: list[events.AnyEvent] = [
    events.AccountRead(_account("7"), (_vacancy(VACANCY),)),
    events.BoardRead("88", board(fresh=9)),
    events.PageRead(ELSEWHERE, page(["x"]), 0, NOW),
    events.ListRefreshed(ELSEWHERE, (page(["x"]),), 0, NOW),
    events.ThreadRead(negotiation("a"), THREAD, NOW, STAMP),
    events.DossierRead(negotiation("a"), Tab.NOTES, (), NOW, STAMP),
    events.CountersPolled(Inbox(), _vacancies(VACANCY)),
    events.MarkedViewed(("a",)),
    events.WriteCarriedOut(decision(negotiation("a"))),
    events.ChunkSent((decision(negotiation("a")),), ()),
]


@pytest.mark.parametrize("event", REACHED, ids=lambda event: type(event).__name__)
def test_an_answer_shows_that_hh_ru_can_be_reached(event: events.AnyEvent) -> None:
    assert reduce(_state(online=False), event).view.online


LOST: list[Callable[[NetworkError | ServerError], events.AnyEvent]] = [
    events.ReadFailed,
    events.PollFailed,
    lambda error: events.DossierFailed(negotiation("a"), Tab.NOTES, error, STAMP),
    lambda error: events.WriteRefused(decision(negotiation("a")), error, letter_back=False),
]


@pytest.mark.parametrize("failed", LOST)
def test_only_a_lost_connection_is_one(
    failed: Callable[[NetworkError | ServerError], events.AnyEvent],
) -> None:
    assert not reduce(_state(), failed(NetworkError())).view.online
    assert reduce(_state(), failed(ServerError())).view.online
    assert not reduce(_state(online=False), failed(ServerError())).view.online


def test_a_fatal_failure_leaves_everything_as_it_was() -> None:
    state = _state()
    assert reduce(state, events.ReadFailed(NetworkError(), query=HERE, fatal=True)) is state


# Lists


def test_a_failed_read_is_told_where_it_belongs() -> None:
    error, empty = ServerError(), Inbox(vacancy_id=VACANCY)
    assert reduce(_state(), events.ReadFailed(error, query=HERE)).inbox.listing.error is error
    assert reduce(_state(), events.ReadFailed(error, query=ELSEWHERE)).inbox.listing.error is None
    assert reduce(_state(empty), events.ReadFailed(error, vacancy_id=VACANCY)).inbox.listing.error is error
    assert reduce(_state(empty), events.ReadFailed(error, vacancy_id="88")).inbox.listing.error is None
    nobody = reduce(_state(Inbox()), events.ReadFailed(error, account=True))
    assert nobody.inbox.listing.error is error
    assert nobody.view.last_error is error
    known = reduce(nobody, events.AccountRead(_account("7"), (_vacancy(VACANCY),)))
    assert known.inbox.listing.error is None


def test_a_page_goes_behind_the_rows_and_dates_them() -> None:
    start = Inbox(vacancy_id=VACANCY, board=board(fresh=3)).in_collection(HERE)
    first = page(["a", "b"], found=3, per_page=2)
    second = page(["c"], 1, found=3, per_page=2)
    state = _after(
        _state(start), events.PageRead(HERE, first, 0, DECIDED), events.PageRead(HERE, second, 0, NOW)
    )
    assert _ids(state) == ["a", "b", "c"]
    assert state.inbox.listing.seen == {"a": DECIDED, "b": DECIDED, "c": NOW}
    one = reduce(state, events.NegotiationRead(_person("a", 9), NOW))
    assert one.inbox.rows[0].negotiation == _person("a", 9)
    assert one.inbox.listing.seen["a"] == NOW


def test_marks_are_lost_with_whoever_left_a_whole_list() -> None:
    start = inbox(IDS)
    marks = Selection(list_key(start)).with_all(start.rows)
    state = _after(
        _state(start), events.SelectionChanged(marks), events.ListRefreshed(HERE, (page(["a", "c"]),), 0, NOW)
    )
    assert set(state.inbox.selection.people) == {"a", "c"}


def test_an_open_range_follows_the_cursor_and_ends() -> None:
    start = inbox(IDS)
    begun = Selection(list_key(start)).ranging(start.rows[0])
    state = _after(_state(start), events.SelectionChanged(begun), events.CursorMoved(3))
    assert set(state.inbox.selection.people) == {"a", "b", "c", "d"}
    assert set(reduce(state, events.CursorMoved(1)).inbox.selection.people) == {"a", "b"}
    gone = reduce(state, events.Decided(decision(negotiation("a"))))
    assert not reduce(gone, events.CursorMoved(1)).inbox.selection.anchor


def test_the_cursor_forgets_a_failed_page() -> None:
    state = reduce(_state(), events.ReadFailed(ServerError(), query=HERE))
    assert reduce(state, events.CursorMoved(0)) is state
    assert reduce(state, events.CursorMoved(1)).inbox.listing.error is None


def test_going_somewhere_leaves_what_was_there() -> None:
    state = _state()
    inside = reduce(state, events.VacancyEntered("88"))
    assert (inside.inbox.vacancy_id, inside.inbox.board, len(inside.inbox.rows)) == ("88", None, 0)
    assert reduce(state, events.CollectionEntered(ELSEWHERE)).inbox.listing.query == ELSEWHERE
    left = PreviousList.of(state.inbox)
    assert left is not None
    across = reduce(state, events.QueueEntered(None))
    assert across.inbox.listing.query == WAITING
    assert _ids(reduce(across, events.PreviousListEntered(left))) == IDS
    elsewhere = _after(across, events.VacancyEntered("88"))
    assert reduce(elsewhere, events.PreviousListEntered(left)) is elsewhere


def test_a_candidate_gone_to_is_under_the_cursor() -> None:
    state = _state(pane=Pane.CANDIDATE, composing=negotiation("a"))
    there = reduce(state, events.CandidateEntered("y", board(fresh=2), ELSEWHERE, (page(["x", "y"]),)))
    assert there.inbox.selected is not None
    assert (there.inbox.vacancy_id, there.inbox.selected.id) == ("88", "y")
    assert (there.view.pane, there.view.composing) == (Pane.LIST, None)


def test_a_search_narrows_and_ends() -> None:
    named = replace(page([]), items=tuple(negotiation(id_, resume={"last_name": id_ * 3}) for id_ in IDS))
    state = _state(Inbox(vacancy_id=VACANCY).in_collection(HERE).with_page(HERE, named))
    found = reduce(state, events.Searched(Search("ccc", Index())))
    assert _ids(found) == ["c"]
    assert _ids(reduce(found, events.Searched(None))) == IDS


def test_filters_are_kept_by_vacancy_and_named() -> None:
    query = replace(HERE, order="created_at")
    old = SavedFilter("Near", query, {"area 1": "Moscow (then)", "area 2": "Omsk"})
    state = _after(
        _state(), events.FiltersNamed({"area 1": "Moscow"}), events.SavedFiltersRecalled({"9": (old,)})
    )
    assert state.inbox.names == {"area 1": "Moscow", "area 2": "Omsk"}
    kept = reduce(state, events.FiltersSaved(VACANCY, (old,)))
    assert kept.inbox.saved == {"9": (old,), VACANCY: (old,)}
    assert reduce(kept, events.FoldToggled()).inbox.unfolded
    assert _after(kept, events.FoldToggled(), events.FoldToggled()) == kept


# Polls


def test_polled_counters_stay_behind_what_was_done_here() -> None:
    start = replace(inbox(IDS), vacancies=(_vacancy(VACANCY), _vacancy("88")))
    polled = events.CountersPolled(start, _vacancies(VACANCY, "88"))
    assert [one.total for one in reduce(_state(start), polled).inbox.vacancies or ()] == [9, 9]
    writing = OutboxEntry(decision(negotiation("a")), Stage.SENDING, due=9.0)
    busy = replace(_state(start), outbox=Outbox((writing,)))
    assert [one.total for one in reduce(busy, polled).inbox.vacancies or ()] == [3, 9]
    told = events.BoardPolled(start, VACANCY, board(fresh=9))
    assert reduce(busy, told) is busy
    assert reduce(_state(start), told).inbox.board == board(fresh=9)


def test_newcomers_wait_until_they_are_asked_in() -> None:
    state = _state()
    polled = reduce(state, events.FirstPagePolled(state.inbox, HERE, page(["new", *IDS]), NOW))
    assert _ids(polled) == IDS
    assert _ids(reduce(polled, events.NewcomersPlaced())) == ["new", *IDS]


# One candidate


def test_a_thread_is_asked_for_and_comes_or_not() -> None:
    asked = reduce(_state(), events.ThreadAsked("a"))
    assert asked.inbox.threads["a"].loading
    lost = reduce(asked, events.ReadFailed(ServerError(), opened=negotiation("a")))
    assert "a" not in lost.inbox.threads
    kept = reduce(_state(), events.ThreadRecalled("a", THREAD, DECIDED))
    assert kept.inbox.threads["a"].read_at == DECIDED
    read = reduce(kept, events.ThreadRead(negotiation("a"), THREAD, NOW, STAMP))
    assert (read.inbox.threads["a"].read_at, read.view.opened_log["a"]) == (NOW, NOW)
    assert reduce(read, events.ThreadRecalled("a", THREAD, DECIDED)) is read
    unmarked = reduce(read, events.ThreadUnmarked(negotiation("a"), ServerError()))
    assert (unmarked.inbox, type(unmarked.view.last_error)) == (read.inbox, ServerError)


def test_a_tab_is_asked_for_and_comes_or_not() -> None:
    who, error = negotiation("a"), NotFound(404)
    asked = reduce(_state(), events.DossierAsked(who, Tab.NOTES))
    assert asked.inbox.dossier("a")[Tab.NOTES].loading
    read = reduce(asked, events.DossierRead(who, Tab.NOTES, (), NOW, STAMP)).inbox.dossier("a")[Tab.NOTES]
    assert (read.loading, read.value, read.read_at) == (False, (), NOW)
    lost = reduce(asked, events.DossierFailed(who, Tab.NOTES, error, STAMP))
    assert lost.inbox.dossier("a")[Tab.NOTES].error is error
    assert lost.view.last_error is error


# The account


def test_another_account_begins_with_its_list() -> None:
    first = events.AccountRead(_account("7"), (_vacancy(VACANCY),))
    begun = _after(_state(), first, events.DraftKept("a", "Dear", "Ann"))
    inside = replace(begun, view=replace(begun.view, pane=Pane.CANDIDATE, composing=negotiation("a")))
    same = reduce(inside, first)
    assert (same.inbox.vacancy_id, same.view.pane) == (VACANCY, Pane.CANDIDATE)
    other = reduce(inside, events.AccountRead(_account("8"), (_vacancy("88"),)))
    assert (other.inbox.vacancy_id, other.view.pane, other.view.composing) == (None, Pane.LIST, None)
    left = reduce(inside, events.AccountLeft())
    assert (left.inbox.account, left.view.pane, left.view.composing) == (None, Pane.LIST, None)
    for state in (other, left):
        assert state.inbox.drafts == Drafts({"a": "Dear"})


def test_figures_are_those_of_the_one_who_works() -> None:
    told = Statistics(received=5)
    state = _after(_state(), events.AccountRead(_account("7"), ()), events.StatisticsRead("7", told, None))
    assert state.view.statistics.statistics is told
    assert reduce(state, events.AccountRead(_account("7"), ())).view.statistics.statistics is told
    assert reduce(state, events.AccountRead(_account("8"), ())).view.statistics.statistics is None
    assert reduce(state, events.ArchiveRead((_vacancy("9"),))).inbox.archived == (_vacancy("9"),)


def test_the_last_run_is_shown_as_it_was_left() -> None:
    kept = KeptList(HERE, board(fresh=3), ((page(["a", "b", "c"]), DECIDED),), "b")
    run = LastRun(_account("7"), (_vacancy(VACANCY),), vacancy_id=VACANCY, kept=kept)
    state = reduce(_state(Inbox(drafts=Drafts({"a": "Dear"}))), events.LastRunRestored(run))
    shown = state.inbox
    assert (_ids(state), shown.cursor, shown.listing.seen["a"]) == (["a", "b", "c"], 1, DECIDED)
    assert (shown.account, shown.board, shown.drafts.of("a")) == (run.account, kept.board, "Dear")
    gone = reduce(_state(Inbox()), events.LastRunRestored(replace(run, vacancy_id="gone"))).inbox
    assert (gone.vacancy_id, gone.listing.query, gone.vacancies) == (None, None, run.vacancies)
    empty = reduce(_state(Inbox()), events.LastRunRestored(replace(run, kept=None))).inbox
    assert (empty.vacancy_id, empty.listing.query) == (VACANCY, None)


# Those who wait, those who are snoozed


def test_only_the_last_look_finds_anybody() -> None:
    queue = AwaitingQueue(DECIDED, timedelta(days=1)).again(DECIDED, timedelta(days=1), 2)
    state = reduce(_state(online=False), events.QueueChanged(queue))
    looked = reduce(state, events.VacancyLooked(queue.began_at, (), NOW, False))
    assert looked.inbox.queue is not None
    assert (looked.inbox.queue.looked, looked.inbox.queue.failed, looked.view.online) == (1, 1, True)
    assert reduce(state, events.VacancyLooked(NOW, (), NOW)) is state
    stopped = reduce(state, events.LookFailed(queue.began_at, ServerError()))
    assert stopped.inbox.queue is not None
    assert stopped.inbox.queue.stopped
    assert reduce(stopped, events.VacancyLooked(queue.began_at, (), NOW, False)) is stopped
    counted = reduce(state, events.ChatsCounted(queue.began_at, 4)).inbox.queue
    assert counted is not None
    assert counted.unread_chats == 4


def test_whoever_was_snoozed_and_wrote_is_back() -> None:
    state = reduce(_state(), events.SnoozedRecalled(_snoozed("b", "x")))
    assert _ids(state) == ["a", "c", "d", "e"]
    answers: tuple[events.AnyEvent, ...] = (
        events.PageRead(ELSEWHERE, replace(page([]), items=(_person("b", 4, 1),)), 0, NOW),
        events.NegotiationRead(_person("b", 4, 1), NOW),
        events.FirstPagePolled(state.inbox, HERE, replace(page([]), items=(_person("b", 4, 1),)), NOW),
    )
    for event in answers:
        wrote = reduce(state, event)
        assert wrote.inbox.snoozed.people["b"].returned is ReturnReason.WROTE
        assert "b" in _ids(wrote)
    woken = reduce(state, events.SnoozeEnded(DECIDED + timedelta(hours=1)))
    assert woken.inbox.snoozed.hidden == set()
    opened = reduce(woken, events.ThreadRead(_person("b"), THREAD, NOW, STAMP))
    assert set(opened.inbox.snoozed.people) == {"x"}


def test_the_list_of_the_snoozed_follows_in_the_same_step() -> None:
    state = _after(_state(), events.SnoozedRecalled(_snoozed("a", "b")), events.SnoozedEntered(SNOOZED))
    assert _ids(state) == ["a", "b"]
    fewer = reduce(state, events.SnoozedPut(state.inbox.snoozed.without("a"), ["a"]))
    assert _ids(fewer) == ["b"]
    assert _ids(reduce(fewer, events.SnoozeUndone(state.inbox.snoozed, "a"))) == ["a", "b"]
    later = replace(decision(_person("c")), not_before=DECIDED + timedelta(days=1))
    assert _ids(reduce(state, events.WritesTakenUp((later,)))) == ["a", "b", "c"]


def test_snoozing_takes_marks_and_may_lead_upwards() -> None:
    start = inbox(IDS).moved_to(2)
    marks = Selection(list_key(start)).with_all(start.rows)
    state = reduce(_state(start), events.SelectionChanged(marks))
    put = reduce(state, events.SnoozedPut(_snoozed("c"), ["c"]))
    above = reduce(state, events.SnoozedPut(_snoozed("c"), ["c"], upwards=True))
    assert (put.inbox.selected and put.inbox.selected.id) == "d"
    assert (above.inbox.selected and above.inbox.selected.id) == "b"
    assert set(put.inbox.selection.people) == {"a", "b", "d", "e"}


# Decisions and texts


def test_letters_that_did_not_go_are_drafts_again() -> None:
    written = letter(negotiation("a"), "Dear")
    state = reduce(_state(), events.Decided(written))
    for event in (
        events.DecisionTakenBack(written),
        events.WriteRefused(written, ServerError(), letter_back=True),
        events.LettersReturned((written,)),
    ):
        assert reduce(state, event).inbox.drafts.of("a") == "Dear"
    assert not reduce(state, events.BatchTakenBack((written,))).inbox.drafts.of("a")
    step = replace(decision(negotiation("a")), form=(("message", "Dear"),), sprint="s")
    begun = (step.negotiation.id, step.action.id if step.action else "")
    given_up = reduce(_state(), events.LettersReturned((step,)))
    assert given_up.inbox.sheets[begun] == {"message": "Dear"}
    newer = reduce(given_up, events.FormKept(begun, {"message": "Newer"}, ""))
    assert reduce(newer, events.LettersReturned((step,))).inbox.sheets[begun] == {"message": "Newer"}
    back = reduce(state, events.DecisionTakenBack(written))
    again = reduce(back, events.DecidedAgain((written,)))
    assert (again.inbox, again.inbox.drafts.of("a")) == (state.inbox, "")


def test_a_step_without_a_letter_is_kept_until_one_follows() -> None:
    seen = {"state": {"id": "response", "name": "Response"}}
    silent, told = decision(negotiation("a", **seen)), letter(negotiation("a", **seen))
    quiet = reduce(_state(), events.WriteCarriedOut(silent))
    assert set(quiet.view.unannounced) == {"a"}
    assert set(reduce(_state(), events.ChunkSent((silent,), ())).view.unannounced) == {"a"}
    assert not reduce(quiet, events.WriteCarriedOut(told)).view.unannounced


def test_one_decision_about_everybody_ends_a_range() -> None:
    start = inbox(IDS)
    begun = Selection(list_key(start)).ranging(start.rows[0])
    state = _after(_state(start), events.SelectionChanged(begun), events.CursorMoved(1))
    pair = tuple(replace(decision(negotiation(id_)), batch="1") for id_ in ("a", "b"))
    after = reduce(state, events.DecidedTogether(pair))
    assert _ids(after) == ["c", "d", "e"]
    assert not after.inbox.selection.anchor
    assert _ids(reduce(after, events.BatchTakenBack(pair))) == IDS


def test_what_is_typed_is_kept_with_whom_it_is_for() -> None:
    state = reduce(_state(), events.DraftKept("a", "Dear", "Ann"))
    assert (state.inbox.drafts.of("a"), state.view.addressees) == ("Dear", {"a": "Ann"})
    assert reduce(state, events.DraftKept("a", "Dear", "Ann")) is state
    assert not reduce(state, events.DraftKept("a", "")).inbox.drafts.of("a")
    form = reduce(state, events.FormKept(("b", "later"), {"message": "Hi"}, "Bob"))
    assert form.inbox.sheets == {("b", "later"): {"message": "Hi"}}
    assert form.view.addressees == {"a": "Ann", "b": "Bob"}
