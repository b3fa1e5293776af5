"""Killed at any moment: each decision and each letter that was acknowledged arrives exactly once.

`make soak` kills until 200 were acknowledged, `make test` ten times.
"""

import os
import re
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hh_tui.demo import StandIn, serve
from hh_tui.demo.fault_kinds import EXPIRED, GUARD_PAGE
from tests.midday import standin
from tests.program.sitting import (
    DOWN,
    GROUP,
    PAGE_DOWN,
    SETTINGS,
    Diary,
    Killed,
    Sitting,
    decisions,
    letters,
    written_to,
)

KILLS = 10
WANTED = int(os.environ.get("HH_TUI_SOAK_DECISIONS", "0"))
SEED = int(os.environ.get("HH_TUI_SOAK_SEED", "20260514"))
FAULTS: tuple[Mapping[str, Any] | None, ...] = (
    None,
    {"delay": 0.4},
    {"exception": "read"},
    {"exception": "read", "after": True},
    {"status": 502, "after": True},
    {"status": 429, "headers": {"retry-after": "1"}},
    {"status": 200, "body": GUARD_PAGE, "after": True},
    {"status": 202, "body": GUARD_PAGE},
    {"status": 302, "headers": {"location": "https://hh.ru/"}, "after": True},
)


def _one_more(origin: str, home: Path, server: StandIn, diary: Diary, chance: Random) -> None:
    """A sitting that ends badly."""
    server.faults.clear()
    fault = chance.choice(FAULTS)
    for method in ("PUT", "POST"):
        if fault is not None:
            server.faults.add(method, ".", **fault)
    if chance.random() < 0.2:
        server.faults.add("GET", r"/negotiations/\d+", after_write=True, **EXPIRED)
    in_flight = chance.random() < 0.4
    after = (3.5 if WANTED else 2.5) if in_flight else chance.uniform(0.2, 6.0 if WANTED else 1.4)
    sitting = Sitting(origin, home, server, diary, kill_after=after, kill_in_flight=in_flight)
    with suppress(Killed), sitting:
        sitting.begin()
        if WANTED:
            # At the top those stay whom nobody decides on here: in the end there would be nobody else.
            sitting.type(PAGE_DOWN * chance.randrange(6))
            sitting.caught_up()
        sitting.work(chance)


def _come_to_an_end(origin: str, home: Path, server: StandIn, diary: Diary) -> None:
    """Everything that is open goes out, what failed is repeated, letters that came back are sent."""
    server.faults.clear()
    with Sitting(origin, home, server, diary) as sitting:
        sitting.begin()
        while "исходящие" in sitting.title or "не ушло" in sitting.title:
            sitting.look()
            if "исходящие" not in sitting.title and "не ушло" in sitting.title:
                sitting.type("R")
                sitting.until(lambda: "исходящие" in sitting.title or "не ушло" not in sitting.title)
        sitting.send_drafts()
        sitting.until(lambda: "исходящие" not in sitting.title)
        assert "не ушло" not in sitting.title, sitting.text
        sitting.type("q")
        assert sitting.wait() == 0


def test_leaving_waits_a_moment_only_and_write_is_looked_after(tmp_path: Path) -> None:
    """A server that takes its time does not keep the program open; its write is in the journal."""
    server, diary = standin(), Diary()
    (tmp_path / "config.toml").write_text(SETTINGS)
    server.faults.add("PUT", ".", delay=30.0)
    with serve(server) as origin:
        with Sitting(origin, tmp_path, server, diary) as sitting:
            sitting.begin()
            sitting.decide_on_somebody()
            sitting.until(lambda: len(decisions(server)) == 1)
            sitting.type("q")
            sitting.until(lambda: "при следующем запуске" in sitting.text)
            sitting.type(DOWN + DOWN)
            sitting.settled()
            sitting.type("\r")
            assert sitting.wait() == 0
        _come_to_an_end(origin, tmp_path, server, diary)
    assert len(decisions(server)) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_outside_loses_nothing(tmp_path: Path, number: signal.Signals) -> None:
    server, diary = standin(), Diary()
    (tmp_path / "config.toml").write_text(SETTINGS.replace("hold = 1", "hold = 60"))
    with serve(server) as origin:
        with Sitting(origin, tmp_path, server, diary) as sitting:
            sitting.begin()
            sitting.decide_on_somebody()
            sitting.kill(number)
            sitting.wait()
        assert not decisions(server)
        (tmp_path / "config.toml").write_text(SETTINGS)
        _come_to_an_end(origin, tmp_path, server, diary)
    assert sum(sum(times) for times in _put_aside(server).values()) == 1


def _put_aside(server: StandIn) -> dict[str, list[int]]:
    """How often each candidate was put aside since the beginning, by name."""
    found: dict[str, list[int]] = {}
    for topic in written_to(server):
        times = sum(one.stage.id == "consider" and one.at >= server.world.began for one in topic.changes)
        if times:
            who = server.world.person(topic.person)
            found.setdefault(f"{who.last_name} {who.first_name}", []).append(times)
    return found


def test_killed_again_and_again(tmp_path: Path) -> None:
    chance, diary = Random(SEED), Diary()
    server = standin("L" if WANTED else "M")
    # Beside other work a machine may take a second for what is looked for while a write is held.
    (tmp_path / "config.toml").write_text(SETTINGS.replace("= 1\n", "= 2\n") if WANTED else SETTINGS)
    kills = 0
    with serve(server) as origin:
        while kills % KILLS or not kills or diary.decisions < WANTED:
            _one_more(origin, tmp_path, server, diary, chance)
            kills += 1
            if kills % KILLS == 0:
                _come_to_an_end(origin, tmp_path, server, diary)
    aside = _put_aside(server)
    for name in {*diary.steps, *diary.perhaps, *aside}:
        promised, perhaps = diary.steps.get(name, 0), diary.perhaps.get(name, 0)
        times = aside.get(name, [])
        assert promised <= sum(times) <= promised + perhaps, (name, promised, perhaps, times)
        assert all(one == 1 for one in times), (name, times)
    arrived = letters(server)
    for token in diary.letters:
        assert arrived.count(token) <= 1, token
        assert arrived.count(token) == 1 or token not in diary.promised, token
    for token, count in diary.groups.items():
        assert arrived.count(token) in ({count} if count else range(GROUP + 1)), token
        for topic in written_to(server):
            mine = [one.text or "" for one in server.world.thread(topic) if token in (one.text or "")]
            assert len(mine) <= 1, token
            assert all(server.world.person(topic.person).first_name in one for one in mine), mine
    carried_out = [
        one.path
        for one in decisions(server)
        if one.processed and one.method == "PUT" and re.search(r"/\d+$", one.path)
    ]
    assert len(carried_out) == len(set(carried_out))
    assert diary.decisions >= (WANTED or 1)
