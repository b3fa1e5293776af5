"""The store of the state: one step, effects in their order, one paint."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hh_tui.errors import Unreachable
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.ui.events import (
    ChunkSent,
    CursorMoved,
    Event,
    ListRefreshed,
    OutboxChanged,
    Shown,
    Updated,
    WriteCarriedOut,
    WriteRefused,
    WritesDropped,
    WritesTakenUp,
)
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.reducer import reduce
from hh_tui.ui.state_store import State, StateStore
from hh_tui.ui.view import Pane, View
from tests.factory import HERE, decision, inbox, negotiation, page

NOW = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
LENS = RenderContext(Catalogue("en"), NOW, ZoneInfo("Europe/Moscow"))


class Recorder:
    """A store with one effect, and what it heard and painted."""

    def __init__(self) -> None:
        self.painted: list[tuple[State, State]] = []
        self.heard: list[object] = []
        before = State(View(LENS), inbox(["a", "b", "c"]))
        self.store = StateStore(before, reduce, lambda old, new: self.painted.append((old, new)))
        self.store.subscribe(lambda event, old, new: self.heard.append((type(event), old is new)))


def test_an_event_is_heard_then_painted_once() -> None:
    one = Recorder()
    before = one.store.state
    one.store.dispatch(CursorMoved(2))
    assert one.heard == [(CursorMoved, False)]
    assert one.painted == [(before, one.store.state)]
    assert one.store.state.inbox.cursor == 2


def test_what_an_answer_brings_is_one_step_and_one_paint() -> None:
    """Connection, rows, when they were read, who was snoozed: effects and the painter meet them together."""
    one = Recorder()
    one.store.show(online=False)
    one.heard.clear()
    one.painted.clear()
    before = one.store.state
    one.store.dispatch(ListRefreshed(HERE, (page(["c", "d"]),), 0, NOW))
    after = one.store.state
    assert one.heard == [(ListRefreshed, False)]
    assert one.painted == [(before, after)]
    assert ([row.id for row in after.inbox.rows], after.view.online) == (["c", "d"], True)


def test_a_row_beyond_the_last_one_moves_nothing() -> None:
    one = Recorder()
    one.store.dispatch(CursorMoved(2))
    one.store.dispatch(CursorMoved(9))
    assert one.heard == [(CursorMoved, False), (CursorMoved, True)]
    assert len(one.painted) == 1


def test_changes_at_once_are_painted_once_and_all_heard() -> None:
    one = Recorder()
    before = one.store.state
    with one.store.at_once():
        one.store.update(before.inbox.moved_to(1))
        with one.store.at_once():
            one.store.show(pane=Pane.CANDIDATE)
        assert one.heard == [(Updated, False), (Shown, False)]
        assert not one.painted
    assert one.painted == [(before, one.store.state)]


def test_an_effect_that_changes_the_state_is_painted_with_it() -> None:
    one = Recorder()

    def follow(event: Event, _: State, after: State) -> None:
        if isinstance(event, CursorMoved):
            with one.store.at_once():
                one.store.update(after.inbox.moved_to(0))

    one.store.subscribe(follow)
    one.store.dispatch(CursorMoved(2))
    assert one.store.state.inbox.cursor == 0
    assert len(one.painted) == 1


def test_a_write_that_begins_to_wait_takes_the_last_word() -> None:
    one = Recorder()
    held = OutboxEntry(decision(negotiation("a")), Stage.HELD, due=9.0)
    one.store.show(status_text="Copied")
    one.store.dispatch(OutboxChanged(Outbox(), 1.0, NOW + timedelta(seconds=1)))
    assert one.store.state.view.status_text == "Copied"
    one.store.dispatch(OutboxChanged(Outbox((held,)), 2.0, NOW + timedelta(seconds=2)))
    view = one.store.state.view
    assert (view.status_text, view.now, view.render_context.now) == ("", 2.0, NOW + timedelta(seconds=2))
    one.store.show(status_text="Copied")
    one.store.dispatch(OutboxChanged(Outbox((held,)), 3.0, NOW + timedelta(seconds=3)))
    assert one.store.state.view.status_text == "Copied"


def test_what_the_outbox_tells_is_one_step_of_the_state() -> None:
    one, before = Recorder(), Recorder().store.state.inbox
    row = before.rows[1].negotiation
    write = decision(row)
    one.store.dispatch(WritesTakenUp((write,)))
    assert [left.id for left in one.store.state.inbox.rows] == ["a", "c"]
    one.store.dispatch(WritesDropped((write,)))
    assert [left.id for left in one.store.state.inbox.rows] == ["a", "b", "c"]
    one.store.dispatch(WritesTakenUp((write,)))
    one.store.dispatch(WriteRefused(write, Unreachable(host="h"), letter_back=False))
    state = one.store.state
    assert ([left.id for left in state.inbox.rows], state.view.online) == (["a", "b", "c"], False)
    one.store.dispatch(ChunkSent((), (write,)))
    assert not one.store.state.view.online, "nothing of the chunk was carried out"
    one.store.dispatch(WritesTakenUp((write,)))
    one.store.dispatch(WriteCarriedOut(write))
    state = one.store.state
    assert ([left.id for left in state.inbox.rows], state.view.online) == (["a", "c"], True)
    assert len(one.painted) == len(one.heard) == 7
