"""This build and another one: a start, keys, opening, a decision and memory, in turns."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.bench.build import Build
from tests.bench.inbox import DOWN, ENTER, ESCAPE, Inbox, standing
from tests.bench.measures.deciding import decided
from tests.bench.pairs import Both, Comparison
from tests.bench.running import Broken
from tests.bench.scale import Scale
from tests.bench.stage import HELD, SECOND, TALKS
from tests.terminal import TIMEOUT

SIZE = "M"
EVERY = 0.02
"""Seconds between two keys of somebody who waits for the first one that is answered."""

PAGE_DOWN = "\x1b[6~"
PAGES, TURNS = 8, 3
DEEP = 25
"""Rows from the top at which every key scrolls."""

Figures = dict[str, tuple[float, str]]


def side_by_side(builds: Both[Build], scale: Scale, folder: Path) -> Comparison:
    """All of it. Raises Broken where a build does not do what is measured."""
    comparison = Comparison()
    _starts(comparison, builds, scale, folder)
    _inboxes(comparison, builds, scale, folder)
    return comparison


def _starts(comparison: Comparison, builds: Both[Build], scale: Scale, folder: Path) -> None:
    with standing(SIZE) as origin:
        homes = [folder / f"start-{which}" for which, _ in enumerate(builds)]
        for build, home in zip(builds, homes, strict=True):
            with Inbox(origin, home, build=build) as program:
                program.stand()
                program.leave()

        def started(which: int) -> Figures:
            with Inbox(origin, homes[which], build=builds[which]) as program:
                seconds = _answered(program)
            with Inbox(origin, homes[which], build=builds[which]) as program:
                program.stand()
                cpu = program.cpu
            return {
                "start to the first answered key": (seconds * 1000, "ms"),
                "CPU of a start": (cpu * 1000, "ms"),
            }

        comparison.take(started, scale.starts * 2)


def _answered(program: Inbox) -> float:
    """Seconds from the start until a key down, pressed again and again, has moved the cursor of a list."""
    end, names = time.perf_counter() + TIMEOUT, {""}
    while time.perf_counter() < end:
        program.type(DOWN)
        program.look(EVERY)
        if (name := program.name) not in names:
            if len(names) > 1:
                return program.pieces[-1][0] - program.began
            names.add(name)
    raise Broken(f"no key is answered:\n{program.text}")


def _inboxes(comparison: Comparison, builds: Both[Build], scale: Scale, folder: Path) -> None:
    """Both with the long list, all of it loaded and marked once."""
    with ExitStack() as running:
        origin = running.enter_context(standing(str(scale.rows)))
        inboxes = []
        for which, build in enumerate(builds):
            program = running.enter_context(Inbox(origin, folder / f"rows-{which}", hold=HELD, build=build))
            program.begin()
            program.load_all()
            inboxes.append(program)
        both = Both(*inboxes)
        comparison.take(lambda which: {"peak memory": (both[which].peak, "MiB")}, 1)
        comparison.take(lambda which: _moved(both[which], "j", "j" * scale.keys, DEEP), TURNS * scale.rounds)
        pages = [PAGE_DOWN] * PAGES
        comparison.take(lambda which: _moved(both[which], "page down", pages, 0), TURNS * scale.rounds)
        comparison.take(lambda which: _decided(both[which], scale.decisions), 2)
        for program in both:
            program.pick("v", SECOND)
            program.pick("c", TALKS)
            _opened(program, scale.opens)
        comparison.take(lambda which: _opened(both[which], scale.opens), TURNS)


def _moved(program: Inbox, name: str, keys: Sequence[str], deep: int) -> Figures:
    """One after the other from so many rows below the top."""
    program.type("gg")
    program.rest()
    if deep:
        program.type("j" * deep)
        program.rest()
    return _timed(name, program, len(keys), lambda: [program.press(key).settled for key in keys])


def _decided(program: Inbox, times: int) -> Figures:
    """So many are put aside."""
    program.type("gg")
    program.rest()
    return _timed("decision", program, times, lambda: [decided(program) for _ in range(times)])


def _opened(program: Inbox, times: int) -> Figures:
    """The first of the list is opened and left again, after the first time without any request."""
    program.type("gg")
    program.rest()
    opened, left, before = [], [], program.cpu
    for _ in range(times):
        opened.append(program.press(ENTER, 0.2).settled)
        program.rest()
        left.append(program.press(ESCAPE, 0.2).settled)
        program.rest()
    cpu = (program.cpu - before) / times
    return {
        "open, settled": (median(opened) * 1000, "ms"),
        "back, settled": (median(left) * 1000, "ms"),
        "CPU of opening and going back": (cpu * 1000, "ms"),
    }


def _timed(name: str, program: Inbox, times: int, work: Callable[[], list[float]]) -> Figures:
    before = program.cpu
    samples = work()
    cpu = (program.cpu - before) / times
    return {name: (median(samples) * 1000, "ms"), f"CPU of a {name}": (cpu * 1000, "ms")}
