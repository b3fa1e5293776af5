"""Figures out of samples: percentiles, medians of blocks, ratios."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least so many percent of all are not above; ValueError where none is."""
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    return ordered[max(0, -(-len(ordered) * share // 100).__floor__() - 1)]


def ratio(value: float, of: float) -> float:
    """How many times as much; endless of nothing."""
    return value / of if of else float("inf")


@dataclass
class Series:
    """Samples of one thing in seconds, taken in blocks; `cpu` is seconds of a core that a block took."""

    blocks: list[list[float]] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, samples: Sequence[float], cpu: float = 0.0) -> None:
        """One more block."""
        self.blocks.append(list(samples))
        self.cpu.append(cpu)

    @property
    def samples(self) -> list[float]:
        """All of them."""
        return [sample for block in self.blocks for sample in block]

    def at(self, share: float) -> float:
        """A percentile. Up to the median it is the median of the blocks': one noisy block does not count."""
        if share > 50:
            return percentile(self.samples, share)
        return median(percentile(block, share) for block in self.blocks if block)

    @property
    def cpu_each(self) -> float:
        """Seconds of a core for one sample."""
        return ratio(sum(self.cpu), len(self.samples))

    def as_json(self) -> dict[str, float]:
        """The figures in milliseconds."""
        shares = {f"p{share}": round(self.at(share) * 1000, 2) for share in (50, 95, 99)}
        most = round(max(self.samples) * 1000, 2)
        return {**shares, "max": most, "cpu": round(self.cpu_each * 1000, 2), "samples": len(self.samples)}
