"""A history of the outbox: how it begins, what holds after every step, and how it is judged in the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from hh_tui.api.models import Action, Negotiation
from hh_tui.api.threads import Mode
from hh_tui.errors import HHError, Unsettled
from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.decisions.selection_actions import offered_to
from hh_tui.inbox.decisions.sprint_operations import confirmed_together
from hh_tui.inbox.snapshot.known_thread import known_thread
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.invitees import Invitee, find_invitees
from tests.outbox.laptop import LONG_AGO, Laptop

PEOPLE = 3
HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")
SAME = "Добрый день!"


@dataclass
class Wish:
    """A letter the person wants a candidate to get once, under whichever operation it goes by now."""

    negotiation_id: str
    text: str
    operation_id: str
    taken_back: bool = False
    doubtful: bool = False


class Machine(RuleBasedStateMachine):
    """The person, hh.ru and bad luck, against what the server has in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.laptop = Laptop(real_account=True, threads="auto")
        self.wishes: dict[str, Wish] = {}
        self.decided = 0
        self.edited: dict[tuple[str, str], int] = {}
        """How often each text that was edited while it was held had arrived by then."""
        self.moments: dict[tuple[str, str], datetime] = {}
        """When each scheduled text may arrive at the earliest."""

    @initialize()
    def find_people(self) -> None:
        self.people: list[Negotiation] = []
        for vacancy in self.laptop.server.world.vacancies:
            for topic in self.laptop.server.world.roster(vacancy).topics:
                found = self.laptop.look_up(topic.id)
                if found.can_write and any(one.argument(MESSAGE) and one.enabled for one in found.actions):
                    self.people.append(found)
                if len(self.people) == PEOPLE:
                    return

    @property
    def invitees(self) -> tuple[Invitee, ...]:
        """Whom one can invite; in every laptop the same."""
        return find_invitees()

    def _invite(self, who: Invitee, text: str, moment: datetime | None = None) -> None:
        """One at a time: who is invited already can't be chosen in the program either."""
        begun = who.invitation.begun(who.resume)
        open_ = {one.operation.negotiation.id for one in self.laptop.outbox.open}
        if self.laptop.is_off or begun.id in open_ or who.topic(self.laptop.server) is not None:
            return
        if moment is not None:
            self.moments[begun.id, text] = moment
        self._hold(
            replace(self._operation(begun, text, who.action, moment), invitation=who.invitation),
        )

    def teardown(self) -> None:
        try:
            self._let_everything_end()
            self._compare()
        finally:
            self.laptop.close()

    def _submit(
        self,
        negotiation: Negotiation,
        text: str,
        *,
        step: bool,
        moment: datetime | None = None,
        read: Mode | None = None,
    ) -> None:
        """Decide; `read` is the way in which the thread was opened before, if it was."""
        if self.laptop.is_off:
            return
        now = self.laptop.look_up(negotiation.id)
        steps = [one for one in now.actions if one.argument(MESSAGE) and one.enabled] if step else []
        operation = self._operation(now, text, steps[self.decided % len(steps)] if steps else None, moment)
        if read is not None:
            operation = replace(operation, known=known_thread(self.laptop.look_into(now, read), text))
        self._hold(operation)

    def _confirm(self, people: Sequence[Negotiation]) -> None:
        """As the sheet of a sprint does: a step for each of them, in one call."""
        if self.laptop.is_off:
            return
        decided = []
        for one in people:
            now = self.laptop.look_up(one.id)
            steps = [one for one in now.actions if one.argument(MESSAGE) and one.enabled]
            if steps:
                text = f"Письмо {self.decided} из разбора"
                decided.append(self._operation(now, text, steps[self.decided % len(steps)], None))
        for operation in (together := confirmed_together(decided)):
            assert operation.text is not None
            self._replaces_failed(operation)
            self.wishes[operation.id] = Wish(operation.negotiation.id, operation.text, operation.id)
        self.laptop.do(lambda: self.laptop.sender.hold(*together))

    def _write_to_all(self, people: Sequence[Negotiation], *, personal: bool) -> None:
        """As a bulk does: one step for all who have it, with a letter filled in for each or one for all."""
        if self.laptop.is_off:
            return
        words, kind, together = f"Письмо {self.decided} всем", None, list[Operation]()
        for one in people:
            now = self.laptop.look_up(one.id)
            steps = [one for one in now.actions if one.argument(MESSAGE) and one.enabled]
            if kind is None and steps:
                kind = kind_of(steps[self.decided % len(steps)])
            step = offered_to(now, kind) if kind is not None else None
            if step is not None:
                text = f"{words}, лично {now.id}" if personal else words
                wording = f"{words}, лично {{{{имя}}}}" if personal else ""
                operation = self._operation(now, text, step, None)
                together.append(replace(operation, batch=words if len(people) > 1 else "", wording=wording))
        for operation in together:
            assert operation.text is not None
            self._replaces_failed(operation)
            self.wishes[operation.id] = Wish(operation.negotiation.id, operation.text, operation.id)
        self.laptop.do(lambda: self.laptop.sender.hold(*together))

    def _operation(
        self, negotiation: Negotiation, text: str, action: Action | None, moment: datetime | None
    ) -> Operation:
        self.decided += 1
        now = self.laptop.now()
        return Operation(
            f"op{self.decided}",
            HERE,
            negotiation,
            action,
            ((MESSAGE, text),),
            now,
            seen_at=now,
            account=self.laptop.account,
            not_before=moment,
        )

    def _hold(self, operation: Operation) -> None:
        assert operation.text is not None
        self._replaces_failed(operation)
        self.wishes[operation.id] = Wish(operation.negotiation.id, operation.text, operation.id)
        self.laptop.do(lambda: self.laptop.sender.hold(operation))

    def _replaces_failed(self, operation: Operation) -> None:
        for entry in self.laptop.outbox.replaced_by(operation):
            self._withdraw(entry.operation)

    def _withdraw(self, operation: Operation) -> None:
        self.wishes[operation.id].taken_back = True

    def _boot(self) -> None:
        if not self.laptop.is_off:
            return
        self.laptop.disk_full = False
        self.laptop.boot()
        self._wake_up()

    def _wake_up(self) -> None:
        """What was not acknowledged may be gone; what was taken back may be asked about once more."""
        there = {record.operation.id: record for record in self.laptop.journal.records(LONG_AGO)}
        for key, wish in list(self.wishes.items()):
            record = there.get(key)
            if record is None:
                del self.wishes[key]
            elif record.stage not in {Stage.DONE, Stage.DROPPED}:
                wish.taken_back = False
            elif record.stage is Stage.DROPPED:
                wish.taken_back = True
        for key, record in there.items():
            if key not in self.wishes:
                assert record.operation.text is not None
                taken = record.stage is Stage.DROPPED
                self.wishes[key] = Wish(record.operation.negotiation.id, record.operation.text, key, taken)

    # What must hold

    @invariant()
    def no_bugs(self) -> None:
        assert not self.laptop.bugs, self.laptop.bugs

    @invariant()
    def nothing_is_sent_that_is_not_wanted(self) -> None:
        for (who, text), count in self._received().items():
            wanted = [one for one in self.wishes.values() if (one.negotiation_id, one.text) == (who, text)]
            assert count <= len(wanted)

    @invariant()
    def nothing_leaves_without_the_word_of_the_hook(self) -> None:
        assert self._received().keys() <= self.laptop.let_go

    @invariant()
    def an_edited_text_is_gone(self) -> None:
        received = self._received()
        assert all(received.get(key, 0) == count for key, count in self.edited.items())

    @invariant()
    def nothing_arrives_before_its_moment(self) -> None:
        early = {key for key, moment in self.moments.items() if self.laptop.now() < moment}
        assert not early & self._received().keys()

    def _received(self) -> dict[tuple[str, str], int]:
        """Our letters as the server has them."""
        letters: dict[tuple[str, str], int] = {}
        server = self.laptop.server
        topics = {one.id: server.world.topic(one.id) for one in self.people}
        for who in self.invitees:
            if (made := who.topic(server)) is not None:
                topics[who.invitation.begun(None).id] = made
        for key, topic in topics.items():
            for message in server.world.thread(topic):
                text = message.text or ""
                if text == SAME or text.startswith("Письмо "):
                    letters[key, text] = letters.get((key, text), 0) + 1
        return letters

    def _let_everything_end(self) -> None:
        self.laptop.server.faults.clear()
        if self.laptop.is_off:
            self._boot()
        self.laptop.disk_full, self.laptop.fuse, self.laptop.hook = False, None, None
        self.laptop.do(self.laptop.sender.thaw)
        for _ in range(60):
            self.laptop.wait(61.0)
            self.laptop.do(lambda: self.laptop.sender.send_now())
            if not self.laptop.outbox.open:
                return
        raise AssertionError(f"never ends: {self.laptop.outbox.open}")

    def _compare(self) -> None:
        """Every wish not taken back went out once, or its failure stands in front of the person."""
        assert not self.laptop.bugs, self.laptop.bugs
        received = self._received()
        done = {one.operation.id for one in self.laptop.sender.finished if one.stage is Stage.DONE}
        failed: dict[str, HHError | None] = {
            one.operation.id: one.error for one in self.laptop.outbox.of(Stage.FAILED)
        }
        doubts = {one.id for one, error in self.laptop.failed if isinstance(error, Unsettled)}
        for key in {(one.negotiation_id, one.text) for one in self.wishes.values()} | set(received):
            mine = [one for one in self.wishes.values() if (one.negotiation_id, one.text) == key]
            sure = sum(one.operation_id in done for one in mine)
            doubtful = sum(one.operation_id in doubts or one.doubtful for one in mine)
            assert sure <= received.get(key, 0) <= sure + doubtful, (key, mine, received)
            for wish in mine:
                if wish.operation_id in done or wish.taken_back:
                    continue
                in_front = wish.operation_id in failed or wish.text in self.laptop.drafts.of(
                    wish.negotiation_id
                )
                assert in_front, (wish, failed)
        self._compare_order(done)

    def _compare_order(self, done: set[str]) -> None:
        """What went to one candidate went in the order decided.

        But for what had a moment of its own, or was found to have gone before it was repeated.
        """
        order = [
            one.operation
            for one in self.laptop.journal.records(LONG_AGO)
            if one.operation.id in done
            and one.operation.not_before is None
            and one.operation.sent_before is None
        ]
        for negotiation in self.people:
            topic = self.laptop.server.world.find(negotiation.id)
            assert topic is not None
            texts = [message.text for message in self.laptop.server.world.thread(topic)]
            ours = [one.text for one in order if one.negotiation.id == negotiation.id and one.text != SAME]
            came = [text for text in texts if text in ours]
            assert came == ours, (came, ours)
