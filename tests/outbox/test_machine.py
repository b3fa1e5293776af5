"""Nothing lost, nothing sent twice: any order of keys, answers, faults, power cuts and restarts.

`make soak` runs many thousands of these histories, `make test` some of them.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from hh_tui.api.threads import Mode
from hh_tui.demo import fault_kinds
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.demo.fault_kinds import Kind
from hh_tui.demo.refusal import Refusal
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from tests.outbox.flushing import flush
from tests.outbox.laptop import LONG_AGO
from tests.outbox.machine import PEOPLE, SAME, Machine, Wish

HISTORIES = int(os.environ.get("HH_TUI_SOAK", "30"))
FATES: tuple[Kind, ...] = (
    *fault_kinds.LOST,
    *fault_kinds.BUSY,
    fault_kinds.WRONG_STATE,
    fault_kinds.REVOKED,
    fault_kinds.EXPIRED,
    fault_kinds.FORBIDDEN,
    fault_kinds.CAPTCHA,
)
TIMES = st.integers(1, 3)


class Outbox(Machine):
    """The person, hh.ru and bad luck, against what the server has in the end."""

    # What the person does

    @rule(
        who=st.integers(0, PEOPLE - 1),
        same=st.integers(0, 3),
        step=st.booleans(),
        read=st.sampled_from([None, "negotiations", "chats"]),
    )
    def writes(self, who: int, same: int, step: bool, read: Mode | None) -> None:
        text = SAME if same == 0 else f"Письмо {self.decided}"
        self._submit(self.people[who], text, step=step, read=read)

    @rule(who=st.integers(0, PEOPLE - 1), minutes=st.sampled_from([0.2, 1, 10, 30]), step=st.booleans())
    def schedules(self, who: int, minutes: float, step: bool) -> None:
        if self.laptop.is_off:
            return
        text = f"Письмо {self.decided} к сроку"
        moment = self.laptop.now() + timedelta(minutes=minutes)
        self.moments[self.people[who].id, text] = moment
        self._submit(self.people[who], text, step=step, moment=moment)

    @rule(who=st.integers(0, 1), minutes=st.sampled_from([None, 1, 30]))
    def invites(self, who: int, minutes: float | None) -> None:
        moment = None if minutes is None else self.laptop.now() + timedelta(minutes=minutes)
        self._invite(self.invitees[who], f"Письмо {self.decided} с приглашением", moment)

    @rule(everything=st.booleans(), fuse=st.one_of(st.none(), st.integers(0, 60)))
    def flushes(self, everything: bool, fuse: int | None) -> None:
        """The program is closed, and `hh-tui flush` runs."""
        if not self.laptop.is_off:
            self.quits()
            self.laptop.cut()
        flush(self.laptop, everything=everything, fuse=fuse)

    @rule(pick=st.integers(0, 9))
    def sends_one_now(self, pick: int) -> None:
        held = self.laptop.outbox.of(Stage.HELD)
        if not held or self.laptop.is_off:
            return
        operation = held[pick % len(held)].operation
        self.moments.pop((operation.negotiation.id, operation.text or ""), None)
        self.laptop.do(lambda: self.laptop.sender.send_now({operation.id}))

    @rule(count=st.integers(2, PEOPLE))
    def confirms_a_sprint(self, count: int) -> None:
        """Several decisions are handed over at once, each with its own letter."""
        self._confirm(self.people[:count])

    @rule(count=st.integers(2, PEOPLE), personal=st.booleans())
    def writes_to_all(self, count: int, personal: bool) -> None:
        """One decision about several, with letters of their own or one letter for all."""
        self._write_to_all(self.people[:count], personal=personal)

    @rule()
    def takes_back(self) -> None:
        taken: list[Operation] = []
        self.laptop.do(lambda: taken.extend(self.laptop.sender.take_back()))
        for operation in taken:
            self._withdraw(operation)

    @rule()
    def decides_again(self) -> None:
        dropped = batch.last_dropped(self.laptop.outbox)
        if not self.laptop.is_off:
            for operation in dropped:
                self._replaces_failed(operation)
        again: list[Operation] = []
        self.laptop.do(lambda: again.extend(self.laptop.sender.hold_again()))
        for operation in again:
            assert operation.text is not None
            self.wishes[operation.id] = Wish(operation.negotiation.id, operation.text, operation.id)

    @rule(pick=st.integers(0, 9))
    def repeats(self, pick: int) -> None:
        failed = self.laptop.outbox.of(Stage.FAILED)
        if not failed or self.laptop.is_off:
            return
        entry = failed[pick % len(failed)]
        others = [one for one in self.laptop.outbox.replaced_by(entry.operation) if one is not entry]
        again: list[Operation] = []
        self.laptop.do(lambda: again.extend(self.laptop.sender.repeat(entry.operation.id)))
        for operation in again:
            for other in others:
                self._withdraw(other.operation)
            self._goes_on(entry, operation)

    def _goes_on(self, entry: OutboxEntry, operation: Operation) -> None:
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
        alone = (one for one in self.laptop.outbox.entries if not one.operation.batch)
        entries = [one for one in alone if one.stage in stages]
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
        invitee = next((one for one in self.invitees if one.invitation == old.invitation), None)
        if invitee is not None:
            self._invite(invitee, text)
        else:
            self._submit(old.negotiation, text, step=old.action is not None)

    @rule()
    def quits(self) -> None:
        """Leave as the program does, with everything written down, and start again: nothing is gone."""
        if self.laptop.is_off or self.laptop.disk_full:
            return
        self.laptop.do(self.laptop.sender.ask)
        self.laptop.do(self.laptop.journal_writer.append)
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
        fate=st.sampled_from(FATES),
        times=TIMES,
        later=st.booleans(),
    )
    def misfortune(self, method: str, fate: Kind, times: int, later: bool) -> None:
        self.laptop.server.faults.add(method, ".", times, after_write=later, **fate)

    @rule(
        method=st.sampled_from(["POST", "GET"]),
        fate=st.sampled_from(fault_kinds.CLOSED_CHAT),
        later=st.booleans(),
    )
    def chats_close(self, method: str, fate: Kind, later: bool) -> None:
        """From one look to the next, correspondence comes the other way."""
        self.laptop.server.faults.add(method, "/common/chats", 3, after_write=later, **fate)

    @rule(fate=st.sampled_from(fault_kinds.LOST), closed=st.sampled_from(fault_kinds.CLOSED_CHAT))
    def chat_closes_behind_a_letter(self, fate: Kind, closed: Kind) -> None:
        """The answer to a letter is lost, and its chat is closed when one looks what became of it."""
        for method in ("GET", "POST"):
            self.laptop.server.faults.add(method, "/common/chats", 9, after_write=True, **closed)
        self.laptop.server.faults.add("POST", "/common/chats", **fate)

    @rule(threads=st.sampled_from(["auto", "negotiations", "chats"]))
    def starts_another_way(self, threads: Mode) -> None:
        """The setting is changed between two runs; what was sent in one way is settled in the other."""
        self.laptop.threads = threads
        self.quits()

    @rule(method=st.sampled_from(["PUT", "POST", "GET"]), choice=st.integers(0, 99), times=TIMES)
    def answers_nobody_promised(self, method: str, choice: int, times: int) -> None:
        kinds = tuple(fault_kinds.unpromised(method))
        self.laptop.server.faults.add(method, ".", times, **kinds[choice % len(kinds)])

    @rule(method=st.sampled_from(["PUT", "POST"]), fate=st.sampled_from(fault_kinds.LOST), reads=TIMES)
    def login_expires_in_the_middle(self, method: str, fate: Kind, reads: int) -> None:
        """The answer is lost, and reading what became of it meets an expired login."""
        self.laptop.server.faults.add("GET", ".", reads, after_write=True, **fault_kinds.EXPIRED)
        self.laptop.server.faults.add(method, ".", **fate)

    @rule(seconds=st.sampled_from([0.5, 6.0, 61.0]))
    def works_as_another(self, seconds: float) -> None:
        """As another working account for a while."""
        if self.laptop.is_off:
            return
        self.laptop.client.manager_account = "501"
        self.laptop.wait(seconds)
        self.laptop.do(lambda: self.laptop.sender.known_as("them"))
        self.laptop.wait(seconds)
        self.laptop.client.manager_account = None
        self.laptop.do(lambda: self.laptop.sender.known_as(self.laptop.account))

    @rule()
    def another_login_and_back(self) -> None:
        """The disk of another login takes the place of this one's for a moment."""
        if self.laptop.is_off or self.laptop.disk_full:
            return
        self.laptop.do(self.laptop.sender.clear)
        self.laptop.do(self.laptop.changes_disks)
        self.laptop.do(lambda: self.laptop.sender.load(self.laptop.journal.records(LONG_AGO)))
        self.laptop.do(lambda: self.laptop.sender.known_as(self.laptop.account))
        self._wake_up()

    @rule()
    def logs_in_again(self) -> None:
        self.laptop.do(self.laptop.sender.thaw)

    @rule(who=st.integers(0, PEOPLE - 1), stage=st.sampled_from(["interview", "consider", "phone_interview"]))
    def colleague(self, who: int, stage: str) -> None:
        with suppress(Refusal):
            colleague_moves(self.laptop.server.world, self.people[who].id, stage)

    @rule(mood=st.sampled_from(["passes", "passes", "refuses", "hangs"]))
    def hook(self, mood: str) -> None:
        """The person's own command before a send has another mind from now on."""
        laptop = self.laptop
        laptop.hook = {"refuses": laptop.refuses, "hangs": laptop.hangs}.get(mood)

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


Outbox.TestCase.settings = settings(
    max_examples=HISTORIES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestOutbox = Outbox.TestCase
