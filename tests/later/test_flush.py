"""`hh-tui flush`: what it sends, what it leaves, and what it prints."""

import asyncio
import io
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from hh_tui.api.connection import Connection
from hh_tui.api.models import Negotiation
from hh_tui.api.origin import Origin
from hh_tui.cli.flush import flush
from hh_tui.cli.flush.run import TIMEOUT
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.errors import SecondInstance
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.journal_entries import Added, Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.settings.config import Hooks
from hh_tui.settings.locations import store_folder
from hh_tui.store.store import Store
from hh_tui.system.structs import replace
from tests.midday import standin
from tests.outbox.invitees import Invitee, find_invitees
from tests.recruiter import Clock, client

PROGRAM = [sys.executable, "-c", "import sys; from hh_tui.cli.main import main; sys.exit(main())", "flush"]
HOUR = timedelta(hours=1)


class Desk:
    """A folder, a server and a clock; `decide` leaves something in the journal, as an earlier run did."""

    def __init__(self, folder: Path, server: StandIn | None = None) -> None:
        self.clock = Clock()
        self.folder = folder
        self.server = server or StandIn(size="S", seed=7, clock=self.clock.now)
        self.decided = 0
        self.account = ""
        self.people: list[Negotiation] = []

    def store(self) -> Store:
        return Store.open(self.folder, keep_days=30, clock=self.clock.now)

    async def meet(self) -> None:
        """Who we are, and whom one can decide about silently."""
        api = client(self.server)
        me = await api.account.me()
        self.account = Inbox(account=me).who(None)
        assert me.employer is not None
        vacancy = (await api.vacancies.active(me.employer.id))[0]
        board = await api.negotiations.board(vacancy.id)
        self.source = Query(vacancy.id, board.collections[0].id, board.collections[0].url)
        topics = (await api.negotiations.page(self.source.url, 0)).items
        self.people = [one for one in topics if one.resume and _put_aside(one) is not None]
        await api.aclose()

    async def decide(
        self, moment: datetime | None, stage: Stage = Stage.HELD, store: Store | None = None
    ) -> Operation:
        if not self.people:
            await self.meet()
        person = self.people[self.decided]
        self.decided += 1
        operation = Operation(
            f"op{self.decided}",
            self.source,
            person,
            _put_aside(person),
            (),
            self.clock.now(),
            seen_at=self.clock.now(),
            account=self.account,
            not_before=moment,
        )
        own = store or self.store()
        moves = [
            Moved(operation.id, one) for one in (Stage.SENDING, Stage.UNKNOWN) if stage is not Stage.HELD
        ]
        await own.write(Added(operation), *moves[: 1 if stage is Stage.SENDING else 2])
        if store is None:
            own.close()
        return operation

    async def flush(
        self,
        *,
        everything: bool = False,
        terse: bool = False,
        transport: httpx.AsyncBaseTransport | None = None,
        steady: Callable[[], float] = time.monotonic,
        hooks: Hooks | None = None,
    ) -> tuple[bool, str]:
        out, store = io.StringIO(), self.store()
        transport = transport or httpx.MockTransport(self.server.handle)
        connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)

        async def pause(_: float) -> None:
            await asyncio.sleep(0)

        try:
            good = await flush(
                connection,
                store,
                Catalogue("ru"),
                everything=everything,
                terse=terse,
                out=out,
                zone=ZoneInfo("Europe/Moscow"),
                clock=self.clock.now,
                steady=steady,
                pause=pause,
                hooks=hooks,
            )
        finally:
            store.close()
        return good, out.getvalue()

    def stages(self) -> dict[str, Stage]:
        store = self.store()
        try:
            return {one.operation.id: one.stage for one in store.records()}
        finally:
            store.close()

    @property
    def sent(self) -> list[str]:
        return [one.path for one in self.server.writes]


def _put_aside(negotiation: Negotiation):  # type: ignore[no-untyped-def]
    return next((one for one in negotiation.actions if one.id == "consider" and one.enabled), None)


async def test_what_is_due_goes_and_what_is_not_stays(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    now = desk.clock.now()
    due = await desk.decide(now + HOUR)
    await desk.decide(now + 48 * HOUR)
    await desk.decide(None)
    desk.clock.seconds += 5 * 3600
    good, said = await desk.flush()
    assert good
    assert desk.sent == [f"/negotiations/consider/{due.negotiation.id}"]
    assert desk.stages() == {"op1": Stage.DONE, "op2": Stage.HELD, "op3": Stage.HELD}
    assert "Отправлено: 1 · " in said
    assert "Запланировано: 1, ближайшее — 2026-05-16 11:30" in said
    assert "Ждёт вашего решения: 1" in said
    resume = due.negotiation.resume
    assert resume is not None
    assert resume.last_name
    assert resume.last_name not in said


async def test_flush_takes_what_is_due_of_earlier_runs(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.decide(None)
    await desk.decide(desk.clock.now() + HOUR)
    good, _ = await desk.flush(everything=True)
    assert good
    assert len(desk.sent) == 1
    assert desk.stages() == {"op1": Stage.DONE, "op2": Stage.HELD}
    await desk.flush(everything=True)
    assert len(desk.sent) == 1


async def test_the_hook_before_a_send_holds_here_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    await desk.decide(desk.clock.now() + HOUR)
    desk.clock.seconds += 3600
    asked = tmp_path / "asked"
    script = f"cat > {asked}; echo Иванову нельзя >&2; exit 5"
    good, said = await desk.flush(hooks=Hooks(before_send=f"sh -c '{script}'"))
    assert not good
    assert desk.sent == []
    assert desk.stages() == {"op1": Stage.FAILED}
    assert "before_send не пропустила: код 5" in said
    assert "Иванов" not in said, "what is printed may go by mail"
    assert '"write_id":"op1"' in asked.read_text()


async def test_what_a_slow_hook_kept_back_was_not_sent(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.decide(desk.clock.now() - HOUR)
    seconds = itertools.count(0, 20)
    slow = Hooks(before_send="sleep 30", timeout=600.0)
    good, said = await desk.flush(hooks=slow, steady=lambda: float(next(seconds)))
    assert not good
    assert desk.sent == []
    assert desk.stages() == {"op1": Stage.HELD}
    assert said == "Не успело уйти: 1. Повторите команду.\n"
    good, _ = await desk.flush()
    assert good
    assert desk.stages() == {"op1": Stage.DONE}


async def test_what_is_more_than_a_day_late_waits_for_a_decision(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    late = await desk.decide(desk.clock.now() + HOUR)
    in_time = await desk.decide(desk.clock.now() + 3 * HOUR)
    desk.clock.seconds += 26 * 3600
    good, said = await desk.flush()
    assert desk.sent == [f"/negotiations/consider/{in_time.negotiation.id}"]
    assert desk.stages() == {"op1": Stage.HELD, "op2": Stage.DONE}
    # Every time, and where nobody looks: it will not go by itself.
    for is_good, told in ((good, said), await desk.flush(terse=True)):
        assert not is_good
        assert "Опоздало больше чем на сутки и не отправлено: 1" in told
    good, _ = await desk.flush(everything=True)
    assert good
    assert desk.sent[1:] == [f"/negotiations/consider/{late.negotiation.id}"]
    assert desk.stages() == {"op1": Stage.DONE, "op2": Stage.DONE}


async def test_with_nothing_due_nothing_is_asked(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert await desk.flush() == (True, "Отправлять нечего.\n")
    await desk.decide(desk.clock.now() + HOUR)
    before = len(desk.server.received)
    good, said = await desk.flush()
    assert good
    assert "Запланировано: 1" in said
    assert len(desk.server.received) == before


async def test_a_candidate_who_was_moved_is_not_moved_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    operation = await desk.decide(desk.clock.now() + HOUR)
    colleague_moves(desk.server.world, operation.negotiation.id, "phone_interview")
    desk.clock.seconds += 3600
    good, said = await desk.flush()
    assert not good
    assert desk.sent == []
    assert desk.stages() == {"op1": Stage.FAILED}
    assert "Не отправлено: 1" in said
    assert "Телефонное интервью" in said


@pytest.mark.parametrize("batch", ["", "b"])
async def test_own_step_that_removed_the_action_blames_nobody(tmp_path: Path, batch: str) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    person, now = desk.people[0], desk.clock.now()
    step = _put_aside(person)
    first = Operation("first", desk.source, person, step, (), now, seen_at=now, account=desk.account,
                      batch=batch, not_before=now + HOUR)  # fmt: skip
    then = replace(first, id="then", batch="", not_before=None)
    api, store = client(desk.server), desk.store()
    assert step is not None
    await api.negotiations.perform(step, ())
    await api.aclose()
    moves = (Moved("then", Stage.SENDING), Moved("then", Stage.DONE))
    await store.write(Added(first), Added(then), *moves)
    store.close()
    desk.clock.seconds += 3600
    good, said = await desk.flush()
    assert not good
    assert len(desk.sent) == 1
    assert "больше не предлагает «Подумать»" in said
    assert "перевели" not in said


async def test_a_letter_that_is_refused_is_a_draft_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    store, now = desk.store(), desk.clock.now()
    person = desk.people[0]
    letter = Operation("l1", desk.source, person, None, (("message", "Добрый день!"),), now, seen_at=now,
                       account=desk.account, not_before=now)  # fmt: skip
    await store.write(Added(letter))
    store.close()
    body = {"errors": [{"type": "negotiations", "value": "edit_forbidden"}]}
    desk.server.faults.add("POST", ".", status=403, body=body)
    good, said = await desk.flush()
    assert not good
    assert "Не отправлено: 1" in said
    assert "Добрый день" not in said
    store = desk.store()
    assert store.drafts() == {person.id: "Добрый день!"}
    store.close()
    assert desk.stages() == {"l1": Stage.DROPPED}


async def test_a_lost_answer_is_settled_by_reading(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.decide(desk.clock.now() + HOUR)
    desk.server.faults.add("PUT", ".", exception="read", after=True)
    desk.clock.seconds += 3600
    good, _ = await desk.flush()
    assert good
    assert len(desk.sent) == 1
    assert desk.stages() == {"op1": Stage.DONE}


@pytest.mark.parametrize("stage", [Stage.SENDING, Stage.UNKNOWN])
async def test_what_a_killed_run_sent_is_reconciled_not_resent(tmp_path: Path, stage: Stage) -> None:
    desk = Desk(tmp_path)
    operation = await desk.decide(desk.clock.now(), stage)
    api = client(desk.server)
    assert operation.action is not None
    await api.negotiations.perform(operation.action, ())
    await api.aclose()
    good, said = await desk.flush()
    assert good
    assert len(desk.sent) == 1
    assert "Отправлено: 1" in said
    assert desk.stages() == {"op1": Stage.DONE}


async def test_without_a_connection_it_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.decide(desk.clock.now() + HOUR)
    desk.clock.seconds += 3600
    desk.server.faults.add("*", ".", 10_000, exception="connect")
    good, said = await desk.flush()
    assert not good
    assert "Не удаётся соединиться" in said
    assert desk.stages() == {"op1": Stage.HELD}
    desk.server.faults.clear()
    desk.clock.seconds += 3600
    good, _ = await desk.flush()
    assert good
    assert len(desk.sent) == 1


async def test_what_another_account_decided_is_not_sent(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    desk.account = "1/2/"
    await desk.decide(desk.clock.now())
    good, said = await desk.flush()
    assert not good
    assert desk.sent == []
    assert "в другом рабочем аккаунте" in said


class TwoAccounts(httpx.AsyncBaseTransport):
    """The answer to what the first account asks about a candidate comes once the second one is there."""

    def __init__(self, server: StandIn) -> None:
        self.server = server
        self.second_is_there = asyncio.Event()
        self.received: list[tuple[str, str]] = []
        self.is_asked = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        account, path = request.headers.pop("X-Manager-Account-Id", ""), request.url.path
        self.received.append((account, path))
        if account == "2":
            self.second_is_there.set()
        elif path != "/me":
            self.is_asked = True
            await self.second_is_there.wait()
        return self.server.handle(request)


async def test_writes_of_another_account_wait(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    own, people = desk.account, []
    for account in ("1", "2"):
        desk.account = own + account
        people.append((await desk.decide(desk.clock.now() + HOUR)).negotiation.id)
    desk.clock.seconds += 3600
    transport = TwoAccounts(desk.server)
    good, said = await desk.flush(transport=transport, steady=lambda: 2 * TIMEOUT * transport.is_asked)
    assert not good
    assert desk.sent == [f"/negotiations/consider/{people[1]}"]
    assert "Не успело уйти: 1" in said
    assert {account for account, path in transport.received if people[0] in path} == {"1"}


async def test_a_batch_goes_in_one_request(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    store, now = desk.store(), desk.clock.now()
    batch = [
        replace(
            Operation(f"b{number}", desk.source, person, _put_aside(person), (), now, account=desk.account),
            batch="b",
            not_before=now + HOUR,
        )
        for number, person in enumerate(desk.people[:3])
    ]
    await store.write(*(Added(one) for one in batch))
    store.close()
    desk.clock.seconds += 3600
    good, said = await desk.flush()
    assert good
    assert "Отправлено: 3" in said
    assert len(desk.sent) == 1


@pytest.fixture
def invitee() -> Invitee:
    """Somebody who can be invited."""
    return find_invitees()[0]


async def test_an_invitation_put_off_goes_once_in_the_morning(tmp_path: Path, invitee: Invitee) -> None:
    desk = Desk(tmp_path)
    await desk.meet()
    store, now = desk.store(), desk.clock.now()
    invitation = invitee.invitation
    source, new = Query(invitation.vacancy_id, "", ""), invitation.begun(invitee.resume)
    operation = Operation("i1", source, new, invitee.action, (("message", "Приходите"),), now,
                          account=desk.account, not_before=now, invitation=invitation)  # fmt: skip
    await store.write(Added(operation))
    store.close()
    access = desk.server.world.resume_access
    access.invitations = 0
    _, said = await desk.flush()
    assert "Запланировано: 1, ближайшее — 2026-05-15 09:00" in said
    assert sorted(desk.stages().values()) == [Stage.DROPPED, Stage.HELD], "another write waits in its place"
    access.invitations = 100
    morning = datetime(2026, 5, 15, 6, tzinfo=ZoneInfo("UTC"))
    for early in (timedelta(hours=12), timedelta(hours=1), timedelta(seconds=5)):
        desk.clock.seconds += (morning - early - desk.clock.now()).total_seconds()
        before = len(desk.server.received)
        await desk.flush()
        assert desk.server.received[before:] == [], "nothing is asked before its time, and nothing sent"
    assert invitee.topic(desk.server) is None
    desk.clock.seconds += 5
    good, said = await desk.flush()
    assert good
    assert "Отправлено: 1" in said
    assert await desk.flush() == (True, "Отправлять нечего.\n")
    assert len(desk.sent) == 2, "the one that was refused yesterday, and the one of today"
    assert invitee.topic(desk.server) is not None
    assert sorted(desk.stages().values()) == [Stage.DONE, Stage.DROPPED]


async def test_a_damaged_journal_is_told_of_by_whoever_opens_it_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.store().close()
    (tmp_path / "journal.db").write_bytes(b"no database" * 100)
    _, said = await desk.flush()
    assert "Файл с решениями повреждён" in said


async def test_beside_another_instance_it_leaves_sending_to_that_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    store = desk.store()
    await desk.decide(desk.clock.now(), store=store)
    with pytest.raises(SecondInstance):
        await desk.flush()
    assert desk.sent == []
    store.close()


# The program itself


def _environment(home: Path, origin: str) -> dict[str, str]:
    return {**os.environ, "HH_TUI_HOME": str(home), "HH_TUI_API_URL": origin, "HH_TUI_TOKEN": TOKEN,
            "HH_TUI_LANG": "ru"}  # fmt: skip


def _desk(home: Path, origin: str, server: StandIn, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HH_TUI_HOME", str(home))
    desk = Desk(store_folder("default", origin), server)
    desk.clock._start = datetime.fromtimestamp(time.time(), tz=ZoneInfo("UTC"))
    return desk


def test_the_command_says_how_it_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = standin()
    with serve(server) as origin:
        desk = _desk(tmp_path, origin, server, monkeypatch)
        asyncio.run(desk.decide(desk.clock.now()))
        for expected in ("Отправлено: 1", ""):
            done = subprocess.run(
                PROGRAM, env=_environment(tmp_path, origin), capture_output=True, text=True, timeout=60
            )
            assert (done.returncode, done.stderr) == (0, "")
            assert expected in done.stdout
        assert done.stdout == ""
        store = desk.store()
        asyncio.run(desk.decide(desk.clock.now(), store=store))
        done = subprocess.run(
            PROGRAM, env=_environment(tmp_path, origin), capture_output=True, text=True, timeout=60
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        # Asked to send what waits for a decision, it says who has to.
        done = subprocess.run(
            [*PROGRAM, "--all"],
            env=_environment(tmp_path, origin),
            capture_output=True,
            text=True,
            timeout=60,
        )
        store.close()
        assert (done.returncode, done.stdout) == (1, "")
        assert "hh-tui уже открыт" in done.stderr
        assert "повторите" in done.stderr
    assert len(server.writes) == 1


def test_killed_in_flight_it_sends_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = standin()
    with serve(server) as origin:
        desk = _desk(tmp_path, origin, server, monkeypatch)
        asyncio.run(desk.decide(desk.clock.now()))
        server.faults.add("PUT", ".", delay=5.0)
        process = subprocess.Popen(PROGRAM, env=_environment(tmp_path, origin), stdout=subprocess.DEVNULL)
        while not server.writes:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        done = subprocess.run(
            PROGRAM, env=_environment(tmp_path, origin), capture_output=True, text=True, timeout=120
        )
        assert "Отправлено: 1" in done.stdout or "Не отправлено: 1" in done.stdout
    assert len(server.writes) == 1


@pytest.mark.parametrize("method", ["PUT", "GET"])
async def test_a_pause_that_hh_ru_asks_for_is_waited_for(tmp_path: Path, method: str) -> None:
    desk = Desk(tmp_path)
    await desk.decide(desk.clock.now() + HOUR)
    desk.clock.seconds += 3600
    desk.server.faults.add(method, ".", status=429, headers={"retry-after": "20"})
    seconds = itertools.count()
    good, said = await desk.flush(steady=lambda: float(next(seconds)))
    assert good, said
    assert desk.stages() == {"op1": Stage.DONE}


@pytest.mark.parametrize("method", ["PUT", "GET"])
async def test_a_long_pause_is_told_and_nothing_is_lost(tmp_path: Path, method: str) -> None:
    desk = Desk(tmp_path)
    await desk.decide(desk.clock.now() + HOUR)
    desk.clock.seconds += 3600
    desk.server.faults.add(method, ".", status=429, headers={"retry-after": "1800"})
    good, said = await desk.flush(steady=lambda: 0.0)
    assert not good
    assert "hh.ru просит подождать 30 мин. Потом повторите." in said
    assert desk.stages() == {"op1": Stage.HELD}
