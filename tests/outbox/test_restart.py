"""What the journal says after a power cut, and what can be written into it from there."""

from hh_tui.inbox.changes import Record
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Stage
from hh_tui.inbox.query import Query
from tests.outbox.laptop import LONG_AGO, Laptop

HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")


def _letter(laptop: Laptop) -> Operation:
    world = laptop.server.world
    ids = (topic.id for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
    person = next(found for one in ids if (found := laptop.look_up(one)).can_write)
    return Operation("op", HERE, person, None, (("message", "Добрый день!"),), laptop.now(), account="us")


def _records(laptop: Laptop) -> dict[str, Record]:
    return {one.operation.id: one for one in laptop.journal.records(LONG_AGO)}


def test_what_was_being_sent_can_be_given_up_after_a_power_cut() -> None:
    laptop = Laptop()
    try:
        operation = _letter(laptop)
        laptop.do(lambda: laptop.sender.hold(operation))
        laptop.do(lambda: setattr(laptop, "fuse", 4))
        laptop.wait(6.0)
        assert laptop.is_off
        assert _records(laptop)["op"].stage is Stage.SENDING
        laptop.boot()
        assert _records(laptop)["op"].stage is Stage.UNKNOWN
        assert [one.stage for one in laptop.outbox.entries] == [Stage.UNKNOWN]
        laptop.do(lambda: laptop.sender.drop("op"))
        assert _records(laptop)["op"].stage is Stage.DROPPED
        assert not laptop.bugs
    finally:
        laptop.close()
