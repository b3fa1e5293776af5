"""Blocks of keys, one program after the other and round again: what disturbs the machine disturbs all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.figures import Series
from tests.bench.noise import Noise
from tests.bench.subject import Subject


@dataclass(frozen=True)
class Entrant:
    """A program and the keys of a block, each awaited. `ready` brings it to where the block begins."""

    subject: Subject
    keys: Sequence[str]
    ready: Callable[[], None]


def contest(entrants: Mapping[str, Entrant], rounds: int, noise: Noise) -> dict[str, Series]:
    """For each entrant how long its keys took until all was still."""
    series = {name: Series() for name in entrants}
    for _ in range(rounds):
        for name, entrant in entrants.items():
            entrant.ready()
            entrant.subject.rest()
            before = entrant.subject.cpu
            samples = [entrant.subject.press(key).settled for key in entrant.keys]
            series[name].add(samples, entrant.subject.cpu - before)
            noise.listen(5)
    return series
