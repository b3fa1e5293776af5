"""The programs that stand side by side while keys are measured."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.inbox import Inbox, standing
from tests.bench.noise import Noise
from tests.bench.scale import Scale
from tests.bench.subject import Subject

SECOND = "QA"
"""The name of the vacancy with a short list begins like this."""

TALKS = "Телефонное"
"""So does that of the collection with threads."""

HELD = 60
"""Seconds that a decision waits: longer than all of them take together."""


def baseline(name: str, *arguments: str) -> Subject:
    """One of the baselines, by the name of its module."""
    return Subject([sys.executable, "-m", f"tests.bench.baselines.{name}", *arguments])


@dataclass(frozen=True)
class Stage:
    """Baselines B and C, and the program twice: with the long list, and with one of 100; it asks `origin`.

    `loaded` is how many rows the long list has. `idle` is the share of a core that the program took while
    nobody touched it.
    """

    scale: Scale
    noise: Noise
    origin: str
    rows: Subject
    editor: Subject
    many: Inbox
    few: Inbox
    loaded: int
    idle: float


@contextmanager
def staged(scale: Scale, noise: Noise, folder: Path) -> Iterator[Stage]:
    """Everything started, loaded and at rest. Raises Broken."""
    with ExitStack() as programs:
        origin = programs.enter_context(standing(str(scale.rows)))
        rows = programs.enter_context(baseline("rows", str(scale.rows)))
        editor = programs.enter_context(baseline("editor"))
        few = programs.enter_context(Inbox(origin, folder / "few"))
        few.begin()
        few.pick("v", SECOND)
        many = programs.enter_context(Inbox(origin, folder / "many", hold=HELD))
        many.begin()
        for program in (rows, editor, few):
            program.rest()
        before, began = few.cpu, time.perf_counter()
        loaded = many.load_all()
        while time.perf_counter() - began < scale.idle:
            many.look(0.1)
        idle = (few.cpu - before) / (time.perf_counter() - began)
        few.rest()
        yield Stage(scale, noise, origin, rows, editor, many, few, loaded, idle)
