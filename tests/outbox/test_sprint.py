"""What a sprint hands over at once: one hold, taken back and made again as a whole, told of once."""

import pytest

from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.decisions.sprint_operations import confirmed_together
from hh_tui.system.structs import replace
from tests.outbox.laptop import LONG_AGO, Laptop
from tests.outbox.test_batch import _decisions as decisions


def _mixed(laptop: Laptop) -> tuple[Operation, ...]:
    """Two alike, and two with a letter of their own."""
    first, second, *others = (replace(one, batch="") for one in decisions(laptop))
    lettered = []
    for number, one in enumerate(others):
        action = next(each for each in one.negotiation.actions if each.argument(MESSAGE) and each.enabled)
        lettered.append(replace(one, action=action, form=((MESSAGE, f"Письмо {number}"),)))
    return confirmed_together([first, *lettered, second])


def _moves(laptop: Laptop, operations: tuple[Operation, ...]) -> list[int]:
    return [len(laptop.server.world.topic(one.negotiation.id).changes) for one in operations]


def test_a_sprint_is_one_decision_to_take_back(monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = Laptop()
    told: list[Report] = []
    monkeypatch.setattr(laptop, "batch_ended", told.append)
    try:
        operations = _mixed(laptop)
        assert len({one.sprint for one in operations}) == 1
        assert [bool(one.batch) for one in operations] == [True, False, False, True]
        taken: list[Operation] = []
        again: list[Operation] = []
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.do(lambda: taken.extend(laptop.sender.take_back()))
        assert {one.id for one in taken} == {one.id for one in operations}
        assert not laptop.outbox.entries
        laptop.wait(30)
        assert not laptop.server.writes
        assert [len(one.dropped) for one in told] == [4]
        laptop.do(lambda: again.extend(laptop.sender.hold_again()))
        assert len(batch.last_held(laptop.outbox, laptop.seconds, laptop.now())) == 4
        for _ in range(4):
            laptop.wait(6)
        assert _moves(laptop, operations) == [1, 1, 1, 1]
        assert len(laptop.server.writes) == 3
        assert [(len(one.done), one.total) for one in told[1:]] == [(4, 4)]
        assert not laptop.bugs
    finally:
        laptop.close()


@pytest.mark.parametrize("fuse", range(2, 90, 8))
def test_a_power_cut_in_a_sprint_forgets_nobody(fuse: int) -> None:
    laptop = Laptop()
    try:
        operations = _mixed(laptop)
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.fuse = fuse
        for _ in range(6):
            laptop.wait(6)
        if not laptop.is_off:
            laptop.cut()
        laptop.boot()
        for _ in range(12):
            laptop.wait(70)
            laptop.do(laptop.sender.send_now)
        stages = {one.operation.id: one.stage for one in laptop.journal.records(LONG_AGO)}
        assert set(stages) in ({one.id for one in operations}, set())
        moves = _moves(laptop, operations)
        assert moves == [int(stages.get(one.id) is Stage.DONE) for one in operations]
        assert {*stages.values()} <= {Stage.DONE, Stage.FAILED}
        assert not laptop.bugs
    finally:
        laptop.close()


def test_what_is_repeated_of_a_sprint_is_of_a_sprint_again() -> None:
    """By that a newer choice for the same candidate is known to be overtaken."""
    laptop = Laptop()
    again: list[Operation] = []
    try:
        operations = _mixed(laptop)
        laptop.disk_full = True
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.disk_full = False
        ids = [one.id for one in operations[:2]]
        laptop.do(lambda: again.extend(laptop.sender.repeat(*ids)))
        assert all(one.sprint and one.sprint != operations[0].sprint for one in again)
        assert len({one.batch for one in again} - {""}) == 1, "several that are repeated are one decision"
        for _ in range(3):
            laptop.wait(12)
        assert _moves(laptop, operations)[:2] == [1, 1]
    finally:
        laptop.close()
