"""What hh.ru takes no more of today: it waits for the next morning, and nothing of the person's changes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from tests.outbox.flushing import flush
from tests.outbox.invitees import Invitee, find_invitees
from tests.outbox.laptop import LONG_AGO, Laptop
from tests.outbox.test_before_send import _write as decisions


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    machine = Laptop(real_account=True)
    machine.server.world.resume_access.invitations = 0
    yield machine
    assert not machine.bugs
    machine.close()


def _invites(
    laptop: Laptop, person: Invitee, sprint: str = "", not_before: datetime | None = None
) -> Operation:
    return Operation(
        person.invitation.resume_id,
        Query(person.invitation.vacancy_id, "", ""),
        person.invitation.begun(person.resume),
        person.action,
        (("message", "Здравствуйте!"),),
        laptop.now(),
        account=laptop.account,
        not_before=not_before,
        invitation=person.invitation,
        sprint=sprint,
    )


def _invite_both(laptop: Laptop) -> None:
    both = [_invites(laptop, one, "together") for one in find_invitees()]
    laptop.do(lambda: laptop.sender.hold(*both))


def _invited(operations: Sequence[Operation]) -> list[str]:
    return [one.invitation.resume_id for one in operations if one.invitation is not None]


def _held_on_disk(laptop: Laptop) -> dict[str, datetime | None]:
    """Until when each waits, by the resume: one write for each."""
    held = [one.operation for one in laptop.journal.records(LONG_AGO) if one.stage is Stage.HELD]
    found = {one.invitation.resume_id: one.not_before for one in held if one.invitation is not None}
    assert len(found) == len(held)
    return found


def _goes_on_tomorrow(laptop: Laptop) -> None:
    """The next morning, with room for everybody."""
    laptop.server.world.resume_access.invitations = 100
    laptop.seconds += (datetime(2026, 5, 15, 6, 0, 1, tzinfo=UTC) - laptop.now()).total_seconds()


def _sent(laptop: Laptop) -> list[str]:
    """Whom hh.ru has got an invitation of, each as often as that."""
    return [dict(one.form)["resume_id"] for one in laptop.server.writes]


def test_what_waits_for_a_word_goes_on_waiting_for_it(laptop: Laptop) -> None:
    old, new = find_invitees()
    laptop.do(lambda: laptop.sender.hold(_invites(laptop, old)))
    laptop.cut()
    laptop.seconds += 600
    laptop.boot()
    assert [one.parked for one in laptop.outbox.entries] == [True]
    laptop.do(lambda: laptop.sender.hold(_invites(laptop, new)))
    laptop.wait(6)
    parked, put_off = laptop.outbox.entries
    assert (parked.parked, parked.operation.not_before) == (True, None)
    assert _invited([put_off.operation]) == [new.invitation.resume_id]
    assert put_off.operation.not_before is not None
    _goes_on_tomorrow(laptop)
    for _ in range(3):
        laptop.wait(6)
    assert _invited(laptop.carried) == [new.invitation.resume_id]
    assert [one.parked for one in laptop.outbox.entries] == [True]


def test_flush_puts_nothing_off_that_nobody_confirmed(laptop: Laptop) -> None:
    never, due = find_invitees()
    soon = laptop.now() + timedelta(hours=1)
    laptop.do(lambda: laptop.sender.hold(_invites(laptop, never)))
    laptop.do(lambda: laptop.sender.hold(_invites(laptop, due, not_before=soon)))
    laptop.cut()
    laptop.seconds += 3601
    flush(laptop, everything=False, fuse=None)
    waits = _held_on_disk(laptop)
    assert waits[never.invitation.resume_id] is None
    assert waits[due.invitation.resume_id] not in {None, soon}
    before = len(laptop.server.writes)
    _goes_on_tomorrow(laptop)
    flush(laptop, everything=False, fuse=None)
    assert _sent(laptop)[before:] == [due.invitation.resume_id]


def test_undo_and_redo_stay_the_persons_own(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    reports: list[Report] = []
    monkeypatch.setattr(laptop, "batch_ended", reports.append)
    (step,) = decisions(laptop, "step")
    taken: list[Operation] = []
    _invite_both(laptop)
    laptop.wait(3)
    laptop.do(lambda: laptop.sender.hold(step))
    laptop.do(lambda: taken.extend(laptop.sender.take_back()))
    laptop.wait(3)
    waiting = [one.operation for one in laptop.outbox.entries]
    assert [one.not_before is not None for one in waiting] == [True, True]
    assert len({one.sprint for one in waiting} - {"", "together"}) == 1, "still one decision"
    assert laptop.put_off_at_once == [2], "told once, of both"
    assert not reports, "nothing has come to its end"
    loaded = Laptop(real_account=True)
    loaded.do(lambda: loaded.sender.load(laptop.journal.records(LONG_AGO)))
    assert [one.operation.id for one in loaded.sender.finished] == [step.id]
    loaded.close()
    laptop.do(lambda: taken.extend(laptop.sender.hold_again()))
    laptop.do(lambda: taken.extend(laptop.sender.take_back()))
    assert [one.negotiation.id for one in taken] == [step.negotiation.id] * 3
    assert len(laptop.outbox.entries) == 2
    laptop.do(lambda: taken.extend(laptop.sender.take_back()))
    assert len(laptop.outbox.entries) == 2
    _goes_on_tomorrow(laptop)
    for _ in range(3):
        laptop.wait(6)
    assert [(one.total, len(one.done)) for one in reports] == [(2, 2)]


def test_each_later_one_is_told_of(laptop: Laptop) -> None:
    for person in find_invitees():
        laptop.do(lambda person=person: laptop.sender.hold(_invites(laptop, person)))  # type: ignore[misc]
        laptop.wait(6)
    assert laptop.put_off_at_once == [1, 1]


def test_a_bug_in_the_telling_loses_nobody(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(laptop, "put_off", breaks)
    _invite_both(laptop)
    laptop.wait(6)
    assert [one.stage for one in laptop.outbox.entries] == [Stage.HELD] * 2
    assert len(_held_on_disk(laptop)) == 2
    assert {type(one) for one in laptop.bugs} == {RuntimeError}
    laptop.bugs.clear()


@pytest.mark.parametrize("fuse", range(3, 48, 4))
def test_a_power_cut_loses_nobody_and_doubles_nobody(laptop: Laptop, fuse: int) -> None:
    people = {one.invitation.resume_id for one in find_invitees()}
    _invite_both(laptop)
    laptop.fuse = fuse
    for _ in range(3):
        laptop.wait(6)
    laptop.cut()
    laptop.boot()
    assert {key for one in laptop.outbox.entries for key in _invited([one.operation])} == people
    assert len(laptop.outbox.entries) == 2
    _goes_on_tomorrow(laptop)
    before = len(laptop.server.writes)
    laptop.do(laptop.sender.send_now)
    for _ in range(4):
        laptop.wait(61)
    failed = [one.operation.id for one in laptop.outbox.entries]
    laptop.do(lambda: laptop.sender.repeat(*failed))
    for _ in range(3):
        laptop.wait(6)
    assert sorted(_sent(laptop)[before:]) == sorted(people)
    assert not laptop.outbox.entries
