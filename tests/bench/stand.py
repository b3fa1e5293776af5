"""The stand-in in a process of its own, with a list of 20 000, one of 100, and long threads.

`python -m tests.bench.stand M` serves the demo's size M, `python -m tests.bench.stand 20000` this.
"""

import sys

from hh_tui.demo.sizes import SIZES, Size
from hh_tui.demo.socket import serve
from hh_tui.demo.standin import StandIn

SHARE = 0.49
"""How many of a vacancy's responses stand in its first collection, at least."""

FEW = 230
"""Responses of the second vacancy, for a first collection of 100."""

LONG, SHORT = 2_000, 30
"""Messages in the last thread of those who are talked to, and in the others."""

TALKS = "phone_interview"
"""The demo's collection of those with threads."""


def _world(rows: int) -> StandIn:
    SIZES["bench"] = Size((int(rows / SHARE), FEW, 0), (), SHORT)
    standin = StandIn("bench")
    talks = standin.world.roster(standin.world.vacancies[1]).listed(TALKS, "created_at")
    for place, topic in enumerate(talks):
        topic.count = LONG if place == len(talks) - 1 else SHORT
        topic.public, topic.messaging_status = "invitation", "ok"
        topic.unread, topic.has_updates, topic.viewed = 0, False, True
    return standin


def main(size: str) -> None:
    """Serve until standard input ends; the first line tells where."""
    with serve(_world(int(size)) if size.isdecimal() else StandIn(size)) as origin:
        sys.stdout.write(f"{origin}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
