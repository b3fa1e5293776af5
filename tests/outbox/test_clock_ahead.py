"""The machine's clock is far from hh.ru's: a letter that arrived is not called undone, and goes once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from hh_tui.api.models import Action, Negotiation
from hh_tui.errors import NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.known_thread import known_thread
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.ends import letters_to, stage_of
from tests.outbox.laptop import Laptop

HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")
TEXT = "Ждём вас в среду"
DAY = timedelta(days=1)


class Talk:
    """One candidate, to whom letters of the same words are written."""

    def __init__(self) -> None:
        self.laptop = Laptop()
        world = self.laptop.server.world
        topics = (topic for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
        found = (self.laptop.look_up(topic.id) for topic in topics)
        self.who: Negotiation = next(one for one in found if one.can_write and _step(one))
        self.sent = 0

    def is_ahead(self, by: timedelta) -> None:
        """The server's clock is this much behind that of the machine."""
        self.laptop.server.world.clock = lambda: self.laptop.now() - by

    def write(self, *, step: bool = False, read: bool = False) -> None:
        """Decide, `read` with the thread in view, and let everything come to its end."""
        self.sent += 1
        now, action = self.laptop.now(), _step(self.who) if step else None
        letter = Operation(f"op{self.sent}", HERE, self.who, action, (("message", TEXT),), now, account="us")
        if read:
            known = known_thread(self.laptop.look_into(self.who, "negotiations"), TEXT)
            letter = replace(letter, known=known)
        self.laptop.do(lambda: self.laptop.sender.hold(letter))
        self.go_on()

    def repeat(self) -> None:
        """Once more what failed."""
        self.laptop.do(lambda: self.laptop.sender.repeat())
        self.go_on()

    def go_on(self) -> None:
        """Until everything has an end."""
        for _ in range(6):
            self.laptop.wait(61.0)

    def loses(self, *, step: bool, arrives: bool) -> None:
        """The next write gets no answer."""
        self.laptop.server.faults.add("PUT" if step else "POST", ".", exception="read", after=arrives)

    @property
    def stage(self) -> Stage:
        """What became of the latest letter."""
        return stage_of(self.laptop, f"op{self.sent}")

    @property
    def letters(self) -> int:
        """How many the candidate has."""
        return letters_to(self.laptop, self.who, TEXT)


def _step(who: Negotiation) -> Action | None:
    return next((one for one in who.actions if one.argument("message") and one.enabled), None)


@pytest.fixture
def talk() -> Iterator[Talk]:
    talk = Talk()
    yield talk
    assert not talk.laptop.bugs
    talk.laptop.close()


@pytest.mark.parametrize("read", [False, True])
@pytest.mark.parametrize("step", [False, True])
def test_a_letter_that_arrived_is_in_doubt_and_goes_once(talk: Talk, step: bool, read: bool) -> None:
    talk.is_ahead(DAY)
    talk.loses(step=step, arrives=True)
    talk.write(step=step, read=read)
    assert talk.letters == 1
    (failed,) = talk.laptop.outbox.of(Stage.FAILED)
    assert isinstance(failed.error, Unsettled)
    talk.repeat()
    assert talk.letters == 1, "a repeat looks first, and still can't tell"


def test_a_second_letter_beside_an_answered_one_is_in_doubt(talk: Talk) -> None:
    talk.is_ahead(DAY)
    talk.write()
    assert talk.stage is Stage.DONE
    talk.loses(step=False, arrives=True)
    talk.write()
    assert talk.letters == 2
    assert isinstance(talk.laptop.failed[-1][1], Unsettled)


@pytest.mark.parametrize("ahead", [timedelta(), DAY])
@pytest.mark.parametrize("read", [False, True])
def test_a_letter_that_did_not_arrive_is_known_so(talk: Talk, read: bool, ahead: timedelta) -> None:
    """Beside an older equal one that was read before, or that this outbox has sent itself."""
    talk.is_ahead(ahead)
    talk.write()
    if read:
        talk.laptop.sender._cell.finished = ()
    talk.loses(step=False, arrives=False)
    talk.write(read=read)
    assert talk.letters == 1
    assert isinstance(talk.laptop.failed[-1][1], NotCarriedOut)


def test_beside_an_old_equal_letter_nobody_read_it_is_in_doubt(talk: Talk) -> None:
    talk.write()
    talk.laptop.sender._cell.finished = ()
    talk.laptop.seconds += DAY.total_seconds()
    talk.loses(step=False, arrives=False)
    talk.write()
    assert talk.letters == 1
    assert isinstance(talk.laptop.failed[-1][1], Unsettled)
    talk.write(read=True)
    assert talk.letters == 2, "with the thread in view the person can write it anew"


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(hours=11), -DAY])
def test_the_usual_letter_is_settled_as_sent(talk: Talk, ahead: timedelta) -> None:
    talk.is_ahead(ahead)
    talk.loses(step=False, arrives=True)
    talk.write()
    assert talk.stage is Stage.DONE
    assert talk.letters == 1
