"""Two builds side by side: every figure is taken of both in turn, and the ratios of the turns count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TypeVar

from tests.bench.figures import ratio
from tests.bench.table import aligned

HEADINGS = ("what", "here", "there", "here/there", "of the turns")

T = TypeVar("T")


@dataclass(frozen=True)
class Both(Sequence[T]):
    """The same of both builds: this one's first."""

    here: T
    there: T

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> T:  # type: ignore[override]
        return (self.here, self.there)[index]


@dataclass
class Pairs:
    """A figure in `unit`: a value of each build for every turn."""

    unit: str = "ms"
    turns: list[tuple[float, float]] = field(default_factory=list)

    @property
    def middle(self) -> tuple[float, float]:
        """The median of both builds."""
        return median(here for here, _ in self.turns), median(there for _, there in self.turns)

    @property
    def ratios(self) -> list[float]:
        """This build's against the other's, turn by turn, from the lowest on."""
        return sorted(ratio(here, there) for here, there in self.turns)

    @property
    def ratio(self) -> float:
        """The median of the turns' ratios: what disturbed one turn, or both builds in it, does not count."""
        return median(self.ratios)


@dataclass
class Comparison:
    """Figures by their names, in the order in which they were taken."""

    figures: dict[str, Pairs] = field(default_factory=dict)

    def take(self, measures: Callable[[int], dict[str, tuple[float, str]]], turns: int) -> None:
        """For each turn the named figures with their units of build 0 and 1; who is first changes."""
        for turn in range(turns):
            order = (0, 1) if turn % 2 == 0 else (1, 0)
            measured = {which: measures(which) for which in order}
            for name, (here, unit) in measured[0].items():
                pairs = self.figures.setdefault(name, Pairs(unit))
                pairs.turns.append((here, measured[1][name][0]))

    def drawn(self) -> str:
        """The table that a person reads."""
        return aligned([HEADINGS, *(_cells(name, pairs) for name, pairs in self.figures.items())])

    def as_json(self) -> dict[str, object]:
        """For the file."""
        return {
            name: {"unit": pairs.unit, "turns": pairs.turns, "ratio": round(pairs.ratio, 3)}
            for name, pairs in self.figures.items()
        }


def _cells(name: str, pairs: Pairs) -> tuple[str, ...]:
    here, there = pairs.middle
    lowest, *_, highest = (*pairs.ratios, pairs.ratios[-1])
    spread = f"{lowest:.2f} to {highest:.2f}" if len(pairs.turns) > 1 else ""
    return (
        name, f"{here:.1f} {pairs.unit}", f"{there:.1f} {pairs.unit}", f"{pairs.ratio:.2f}x", spread
    )  # fmt: skip
