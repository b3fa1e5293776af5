"""Nothing lost, nothing sent twice: any order of keys, answers, faults, power cuts and restarts.

`make soak` runs many thousands of these histories, `make test` some of them.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hh_tui.api.models import Negotiation
from hh_tui.demo.refusal import Refusal
from hh_tui.errors import HHError, Unsettled
from hh_tui.inbox.forms import MESSAGE
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Entry, Stage
from hh_tui.inbox.query import Query
from tests.outbox.laptop import LONG_AGO, Laptop

HISTORIES = int(os.environ.get("HH_TUI_SOAK", "60"))
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


class Outbox(RuleBasedStateMachine):
    """The person, hh.ru and bad luck, against what the server has in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.laptop = Laptop()
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

    def teardown(self) -> None:
        try:
            self._let_everything_end()
            self._compare()
        finally:
            self.laptop.close()

    # What the person does

    def _submit(
        self, negotiation: Negotiation, text: str, *, step: bool, moment: datetime | None = None
    ) -> None:
        if self.laptop.is_off:
            return
        self.decided += 1
        now = self.laptop.look_up(negotiation.id)
        steps = [one for one in now.actions if one.argument(MESSAGE) and one.enabled] if step else []
        operation = Operation(
            f"op{self.decided}",
            HERE,
            now,
            steps[self.decided % len(steps)] if steps else None,
            ((MESSAGE, text),),
            self.laptop.now(),
            seen_at=self.laptop.now(),
            account="us",
            not_before=moment,
        )
        self._replaces_failed(operation)
        self.wishes[operation.id] = Wish(negotiation.id, text, operation.id)
        self.laptop.do(lambda: self.laptop.sender.hold(operation))

    def _replaces_failed(self, operation: Operation) -> None:
        for entry in self.laptop.outbox.replaced_by(operation):
            self._withdraw(entry.operation)

    def _withdraw(self, operation: Operation) -> None:
        self.wishes[operation.id].taken_back = True

    @rule(who=st.integers(0, PEOPLE - 1), same=st.integers(0, 3), step=st.booleans())
    def writes(self, who: int, same: int, step: bool) -> None:
        text = SAME if same == 0 else f"Письмо {self.decided}"
        self._submit(self.people[who], text, step=step)

    @rule(who=st.integers(0, PEOPLE - 1), minutes=st.sampled_from([0.2, 1, 10, 30]), step=st.booleans())
    def schedules(self, who: int, minutes: float, step: bool) -> None:
        if self.laptop.is_off:
            return
        text = f"Письмо {self.decided} к сроку"
        moment = self.laptop.now() + timedelta(minutes=minutes)
        self.moments[self.people[who].id, text] = moment
        self._submit(self.people[who], text, step=step, moment=moment)

    @rule(pick=st.integers(0, 9))
    def sends_one_now(self, pick: int) -> None:
        held = self.laptop.outbox.of(Stage.HELD)
        if not held or self.laptop.is_off:
            return
        operation = held[pick % len(held)].operation
        self.moments.pop((operation.negotiation.id, operation.text or ""), None)
        self.laptop.do(lambda: self.laptop.sender.send_now({operation.id}))

    @rule()
    def takes_back(self) -> None:
        taken: list[Operation | None] = []
        self.laptop.do(lambda: taken.append(self.laptop.sender.take_back()))
        for operation in taken:
            if operation is not None:
                self._withdraw(operation)

    @rule()
    def decides_again(self) -> None:
        outbox = self.laptop.outbox
        if outbox.dropped and not self.laptop.is_off:
            self._replaces_failed(outbox.dropped[-1])
        again: list[Operation | None] = []
        self.laptop.do(lambda: again.append(self.laptop.sender.hold_again()))
        for operation in again:
            if operation is not None:
                assert operation.text is not None
                self.wishes[operation.id] = Wish(operation.negotiation.id, operation.text, operation.id)

    @rule(pick=st.integers(0, 9))
    def repeats(self, pick: int) -> None:
        failed = self.laptop.outbox.of(Stage.FAILED)
        if not failed or self.laptop.is_off:
            return
        entry = failed[pick % len(failed)]
        for other in self.laptop.outbox.replaced_by(entry.operation):
            if other is not entry:
                self._withdraw(other.operation)
        again: list[Operation | None] = []
        self.laptop.do(lambda: again.append(self.laptop.sender.repeat(entry.operation.id)))
        for operation in again:
            if operation is not None:
                self._goes_on(entry, operation)

    def _goes_on(self, entry: Entry, operation: Operation) -> None:
        """The same wish under a new id; where it was in doubt, the person has asked for it twice."""
        wish = self.wishes[entry.operation.id]
        self.wishes[operation.id] = replace(wish, operation_id=operation.id, taken_back=False, doubtful=False)
        wish.taken_back = True

    @rule(pick=st.integers(0, 9))
    def drops(self, pick: int) -> None:
        entries = self.laptop.outbox.entries
        if not entries:
            return
        entry = entries[pick % len(entries)]
        operation_id = entry.operation.id
        self.wishes[operation_id].doubtful |= entry.stage is Stage.UNKNOWN
        dropped: list[Operation] = []
        self.laptop.do(lambda: dropped.extend(self.laptop.sender.drop(operation_id)))
        for operation in dropped:
            self._withdraw(operation)

    @rule(pick=st.integers(0, 9))
    def edits(self, pick: int) -> None:
        """Take a write back, change its text, and send that: the old text must never arrive from then on."""
        stages = {Stage.HELD, Stage.FAILED}
        entries = [one for one in self.laptop.outbox.entries if one.stage in stages]
        if not entries or self.laptop.is_off:
            return
        entry = entries[pick % len(entries)]
        old = entry.operation
        self.laptop.do(lambda: self.laptop.sender.drop(old.id))
        if self.laptop.is_off:
            return
        self._withdraw(old)
        if entry.stage is Stage.HELD and old.text != SAME and not self.laptop.disk_full:
            key = (old.negotiation.id, old.text or "")
            self.edited[key] = self._received().get(key, 0)
        text = f"Письмо {self.decided}, исправлено"
        self._submit(old.negotiation, text, step=old.action is not None)

    @rule()
    def quits(self) -> None:
        """Leave as the program does, with everything written down, and start again: nothing is gone."""
        if self.laptop.is_off or self.laptop.disk_full:
            return
        self.laptop.do(self.laptop.sender.ask)
        self.laptop.do(self.laptop.scribe.note)
        if self.laptop.is_off:
            return
        written = {one.operation.id for one in self.laptop.outbox.entries if one.saved}
        drafts = self.laptop.drafts.texts
        self.laptop.cut()
        self._boot()
        entries = {one.operation.id for one in self.laptop.outbox.entries}
        finished = {one.operation.id for one in self.laptop.sender.finished}
        assert written <= entries | finished
        assert all(text in self.laptop.drafts.of(key) for key, text in drafts.items())

    @rule()
    def sends_what_waited(self) -> None:
        self.laptop.do(lambda: self.laptop.sender.send_now())

    @rule(seconds=st.sampled_from([0.5, 2.0, 5.0, 6.0, 30.0, 90.0, 1000.0]))
    def waits(self, seconds: float) -> None:
        self.laptop.wait(seconds)

    # What others do

    @rule(
        method=st.sampled_from(["PUT", "POST", "GET", "*"]),
        fate=st.sampled_from(
            [
                {"exception": "connect"},
                {"exception": "read"},
                {"exception": "read", "after": True},
                {"exception": "timeout"},
                {"exception": "timeout", "after": True},
                {"exception": "half"},
                {"status": 502},
                {"status": 502, "after": True},
                {"status": 403, "body": {"errors": [{"type": "negotiations", "value": "wrong_state"}]}},
                {"status": 403, "body": {"errors": [{"type": "oauth", "value": "token_revoked"}]}},
                {"status": 429},
                {"status": 429, "headers": {"retry-after": "40"}},
            ]
        ),
        times=st.integers(1, 3),
        later=st.booleans(),
    )
    def misfortune(self, method: str, fate: dict[str, Any], times: int, later: bool) -> None:
        self.laptop.server.faults.add(method, ".", times, after_write=later, **fate)

    @rule()
    def logs_in_again(self) -> None:
        self.laptop.do(self.laptop.sender.thaw)

    @rule(who=st.integers(0, PEOPLE - 1), stage=st.sampled_from(["interview", "consider", "phone_interview"]))
    def colleague(self, who: int, stage: str) -> None:
        with suppress(Refusal):
            self.laptop.server.world.colleague_moves(self.people[who].id, stage)

    @rule(full=st.booleans())
    def disk(self, full: bool) -> None:
        self.laptop.disk_full = full

    # Power

    @rule(moments=st.integers(0, 40))
    def fuse(self, moments: int) -> None:
        """The power will fail after so many moments."""
        self.laptop.fuse = moments

    @rule()
    def power_cut(self) -> None:
        self.laptop.cut()

    @precondition(lambda self: self.laptop.is_off)
    @rule()
    def starts_again(self) -> None:
        self._boot()

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
        for negotiation in self.people:
            topic = self.laptop.server.world.find(negotiation.id)
            assert topic is not None
            for message in self.laptop.server.world.thread(topic):
                text = message.text or ""
                if text == SAME or text.startswith("Письмо "):
                    letters[negotiation.id, text] = letters.get((negotiation.id, text), 0) + 1
        return letters

    def _let_everything_end(self) -> None:
        self.laptop.server.faults.clear()
        if self.laptop.is_off:
            self._boot()
        self.laptop.disk_full, self.laptop.fuse = False, None
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
        """What went to one candidate went in the order decided, but for what had a moment of its own."""
        order = [
            one.operation
            for one in self.laptop.journal.records(LONG_AGO)
            if one.operation.id in done and one.operation.not_before is None
        ]
        for negotiation in self.people:
            topic = self.laptop.server.world.find(negotiation.id)
            assert topic is not None
            texts = [message.text for message in self.laptop.server.world.thread(topic)]
            ours = [one.text for one in order if one.negotiation.id == negotiation.id and one.text != SAME]
            came = [text for text in texts if text in ours]
            assert came == ours, (came, ours)


Outbox.TestCase.settings = settings(
    max_examples=HISTORIES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestOutbox = Outbox.TestCase
