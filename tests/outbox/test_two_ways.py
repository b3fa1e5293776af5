"""A letter written in one way of correspondence is settled in the other: never lost, never doubled."""

import pytest

from hh_tui.api.models import Action, Negotiation
from hh_tui.api.threads import Mode
from hh_tui.demo import fault_kinds
from hh_tui.demo.company import company
from hh_tui.errors import NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.known_thread import known_thread
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.ends import letters_to, stage_of
from tests.outbox.laptop import Laptop

HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")
TEXT = "Добрый день!"
CLOSED = {"status": 404, "body": {"errors": [{"type": "not_found"}]}}


def _step(who: Negotiation) -> Action | None:
    return next((one for one in who.actions if one.argument("message") and one.enabled), None)


class Talk:
    """One candidate on a laptop, to whom letters of the same words are written."""

    def __init__(self, threads: Mode) -> None:
        self.laptop = Laptop(threads=threads)
        self.faults = self.laptop.server.faults
        world = self.laptop.server.world
        ours = [one for one in world.vacancies if one.manager is company().me]
        topics = (topic for vacancy in ours for topic in world.roster(vacancy).topics)
        found = (self.laptop.look_up(topic.id) for topic in topics)
        self.who: Negotiation = next(one for one in found if one.can_write and _step(one))
        self.sent = 0

    def write(self, *, step: bool = False, read: Mode | None = None) -> None:
        """Decide, and let the hold pass."""
        self.sent += 1
        self.laptop.seconds += 60
        now = self.laptop.now()
        action = _step(self.who) if step else None
        letter = Operation(f"op{self.sent}", HERE, self.who, action, (("message", TEXT),), now, account="us")
        if read is not None:
            letter = replace(letter, known=known_thread(self.laptop.look_into(self.who, read), TEXT))
        self.laptop.do(lambda: self.laptop.sender.hold(letter))
        self.laptop.wait(6.0)

    def go_on(self) -> None:
        """Until everything has an end."""
        for _ in range(12):
            self.laptop.wait(61.0)

    def forget(self) -> None:
        """A day later the outbox does not count earlier letters any more, but the thread shows them."""
        self.laptop.sender._cell.finished = ()

    @property
    def stage(self) -> Stage:
        """What became of the latest letter."""
        return stage_of(self.laptop, f"op{self.sent}")

    @property
    def letters(self) -> int:
        """How many the candidate has."""
        return letters_to(self.laptop, self.who, TEXT)

    def close(self) -> None:
        self.laptop.close()


@pytest.mark.parametrize(("read", "closed"), [("chats", True), ("negotiations", False)])
def test_an_older_equal_letter_of_the_other_way_proves_nothing(read: Mode, closed: bool) -> None:
    talk = Talk("auto")
    talk.write()
    assert talk.letters == 1
    talk.forget()
    if closed:
        talk.faults.add("GET", "/common/chats", 99, after_write=True, **CLOSED)
    talk.faults.add("PUT", ".", exception="read")
    talk.write(step=True, read=read)
    talk.go_on()
    assert talk.letters == 1
    assert talk.stage is Stage.FAILED
    assert isinstance(talk.laptop.failed[-1][1], NotCarriedOut)
    talk.close()


@pytest.mark.parametrize("kind", fault_kinds.CLOSED_CHAT)
def test_a_letter_of_a_chat_that_closed_is_found_among_messages(kind: fault_kinds.Kind) -> None:
    talk = Talk("auto")
    talk.faults.add("POST", "/common/chats", exception="read", after=True)
    for method in ("GET", "POST"):
        talk.faults.add(method, "/common/chats", 99, after_write=True, **kind)
    talk.write(read="chats")
    talk.go_on()
    assert talk.letters == 1
    if kind["status"] == 404:
        assert talk.stage is Stage.DONE
    else:
        talk.faults.clear()
        talk.go_on()
        assert talk.stage in {Stage.DONE, Stage.FAILED}
        assert talk.letters == 1
    talk.close()


def test_messages_do_not_prove_a_chat_letter_lost() -> None:
    talk = Talk("auto")
    talk.faults.add("POST", "/common/chats", exception="read")
    for method in ("GET", "POST"):
        talk.faults.add(method, "/common/chats", 99, after_write=True, **CLOSED)
    talk.write()
    talk.go_on()
    assert talk.stage is Stage.FAILED
    assert isinstance(talk.laptop.failed[-1][1], Unsettled)
    assert talk.letters == 0
    talk.close()


def test_they_do_not_prove_it_after_a_restart_either() -> None:
    talk = Talk("auto")
    talk.faults.add("POST", "/common/chats", exception="read")
    talk.write(read="chats")
    talk.laptop.cut()
    for method in ("GET", "POST"):
        talk.faults.add(method, "/common/chats", 99, **CLOSED)
    talk.laptop.boot()
    talk.go_on()
    assert talk.stage is Stage.FAILED
    assert isinstance(talk.laptop.failed[-1][1], Unsettled)
    talk.close()


@pytest.mark.parametrize(("before", "then"), [("negotiations", "chats"), ("chats", "negotiations")])
def test_another_setting_after_a_restart_sends_no_second_letter(before: Mode, then: Mode) -> None:
    talk = Talk(before)
    talk.faults.add("POST", "/messages", exception="read", after=True)
    talk.write(read=before)
    talk.laptop.cut()
    talk.laptop.threads = then
    talk.laptop.boot()
    talk.go_on()
    assert talk.letters == 1
    assert talk.stage is Stage.DONE
    talk.close()


def test_a_letter_to_a_closed_chat_goes_by_the_messages() -> None:
    talk = Talk("auto")
    talk.faults.add("POST", "/common/chats", 99, **CLOSED)
    talk.write()
    assert talk.stage is Stage.DONE
    assert talk.letters == 1
    talk.close()


LIMIT = {
    "status": 403,
    "body": {"errors": [{"type": "forbidden", "reason": "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED"}]},
}
"""What a chat answers once no more letters are taken until the candidate writes; it does not pass."""


@pytest.mark.parametrize("arrived", [True, False])
def test_a_chat_that_takes_no_more_letters_is_read(arrived: bool) -> None:
    talk = Talk("chats")
    talk.faults.add("POST", "/common/chats", 99, after_write=True, **LIMIT)
    talk.faults.add("POST", "/common/chats", exception="read", after=arrived)
    talk.write()
    talk.go_on()
    assert talk.stage is (Stage.DONE if arrived else Stage.DROPPED)
    assert talk.letters == int(arrived)
    sent = [one for one in talk.laptop.server.received if one.method == "POST"]
    assert len(sent) <= 4, "it is not asked for ever"
    talk.close()
