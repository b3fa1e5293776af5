"""When the garbage collector is let loose."""

import gc

import pytest

from hh_tui.startup.gc_schedule import GROWTH, LEFT, PORTION, QUIET, THRESHOLDS, GcSchedule, scheduled_gc


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, without doing it."""
    done: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr(gc, "enable", lambda: done.append("enable"))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    return done


def test_start_up_objects_are_frozen_before_collecting(frozen: list[str]) -> None:
    GcSchedule().begin()
    assert frozen == ["freeze", "enable"]


def test_what_has_settled_is_frozen_once_the_person_rests(frozen: list[str]) -> None:
    collector = GcSchedule()
    collector.on_idle(50, 0.0)
    collector.on_idle(50, QUIET / 2)
    assert not frozen
    collector.on_idle(50, QUIET)
    assert frozen == ["collect", "freeze"]
    collector.on_idle(50, QUIET)
    collector.on_idle(49, QUIET)
    collector.on_idle(49, QUIET)
    assert len(frozen) == 2


def test_what_keys_have_made_is_gone_through_while_person_rests(
    frozen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [0]
    monkeypatch.setattr(gc, "get_count", lambda: (made[0], 0, 0))
    collector = GcSchedule()
    collector.on_idle(50, 0.0)
    collector.on_idle(50, QUIET)
    frozen.clear()
    made[0] = LEFT + 1
    collector.on_idle(50, 0.0)
    collector.on_idle(90, QUIET)
    assert not frozen, "keys are pressed, or a list grows"
    collector.on_idle(90, QUIET)
    assert frozen == ["collect"]
    made[0] = 0
    collector.on_idle(90, QUIET)
    assert len(frozen) == 1


def test_a_list_that_grows_is_left_alone_until_it_stands(frozen: list[str]) -> None:
    collector = GcSchedule()
    for rows in range(0, 5 * GROWTH, 50):
        collector.on_idle(rows, QUIET)
    assert not frozen
    collector.on_idle(5 * GROWTH - 50, QUIET)
    assert frozen == ["collect", "freeze"]
    for rows in range(5 * GROWTH, 7 * GROWTH, 50):
        collector.on_idle(rows, QUIET)
        collector.on_idle(rows, 0.0)
    assert len(frozen) == 2
    collector.on_idle(7 * GROWTH - 50, QUIET)
    assert frozen[2:] == ["collect", "freeze"]


def test_a_long_list_is_looked_through_while_it_grows(frozen: list[str]) -> None:
    collector = GcSchedule()
    for rows in range(0, 10 * PORTION + 1, 50):
        collector.on_idle(rows, QUIET)
    assert frozen == ["collect"] * 10
    for rows in range(10 * PORTION, 20 * PORTION, 50):
        collector.on_idle(rows, QUIET / 2)
    assert len(frozen) == 10, "a key was pressed"


def test_the_collector_is_afterwards_as_it_was() -> None:
    before = gc.get_threshold()
    with scheduled_gc() as collector:
        assert gc.get_threshold() == THRESHOLDS
        assert not gc.isenabled(), "nothing is looked for in what a start makes"
        collector.begin()
        assert gc.isenabled()
    assert gc.isenabled()
    assert gc.get_threshold() == before
    with scheduled_gc():
        pass
    assert gc.isenabled(), "a start that came to nothing"
