"""One run: the parts in their order, and everything that came out of them."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figures import Series
from tests.bench.measures.busy import busy
from tests.bench.measures.deciding import deciding
from tests.bench.measures.holding import holding
from tests.bench.measures.keys import keys
from tests.bench.measures.keys import verdicts as key_verdicts
from tests.bench.measures.opening import opening
from tests.bench.measures.searching import searching
from tests.bench.measures.start import start
from tests.bench.measures.typing import typing
from tests.bench.measures.weight import weight
from tests.bench.measures.wire import wire
from tests.bench.noise import Noise
from tests.bench.running import Broken
from tests.bench.scale import Scale
from tests.bench.stage import staged
from tests.bench.verdict import Verdict
from tests.bench.versions import versions

Brought = tuple[dict[str, Series], list[Verdict]]

PARTS = ("start", "keys", "hold", "search", "open", "type", "weight", "decide", "busy", "wire")
"""What `--only` chooses from. `keys` are pressed whenever another part is held against them."""

AGAINST_KEYS = frozenset({"keys", "search", "open", "decide"})


@dataclass
class Report:
    """Verdicts for a person; series, versions and noise for the file. `broken` tells what has neither,
    `took` how long each part took, in seconds."""

    noise: Noise = field(default_factory=Noise)
    verdicts: list[Verdict] = field(default_factory=list)
    series: dict[str, Series] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    took: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def footer(self) -> str:
        """What it ran on, and how quiet it was there."""
        noise = self.noise.as_json()
        told = " · ".join(f"{name} {number}" for name, number in versions().items())
        quiet = f"noise: p50 {noise['p50']} ms, p99 {noise['p99']} ms, {noise['spread']}x"
        return f"{told}\n{quiet} · {self.seconds:.0f} s"

    def as_json(self) -> dict[str, object]:
        """Everything, times in milliseconds."""
        return {
            "verdicts": [verdict.as_json() for verdict in self.verdicts],
            "series": {name: series.as_json() for name, series in self.series.items()},
            "noise": self.noise.as_json(),
            "versions": versions(),
            "seconds": round(self.seconds, 1),
            "took": {part: round(seconds, 1) for part, seconds in self.took.items()},
            "broken": self.broken,
        }

    def take(self, prefix: str, series: dict[str, Series], verdicts: list[Verdict]) -> None:
        """Add what a part brought."""
        self.series |= {f"{prefix} {name}".strip(): one for name, one in series.items() if one.blocks}
        self.verdicts += verdicts


def measured(scale: Scale, parts: tuple[str, ...], folder: Path) -> Report:
    """Measure the parts; raises Broken when a program does not do what is measured."""
    report, began = Report(), time.perf_counter()
    report.noise.listen()
    empty = 0.0
    if "start" in parts or "weight" in parts:
        starts = start(scale, report.noise, folder)
        report.took["start"] = time.perf_counter() - began
        empty = starts.peak
        series = {
            "A": starts.empty,
            "frame": starts.frame,
            "inbox": starts.inbox,
            "answers": starts.answers,
            "aerc": starts.mail,
        }
        report.take("start", series, starts.verdicts())
    if set(parts) - {"start"}:
        _staged(report, scale, parts, folder, empty)
    report.noise.listen()
    report.seconds = time.perf_counter() - began
    return report


def _staged(report: Report, scale: Scale, parts: tuple[str, ...], folder: Path, empty: float) -> None:
    began = time.perf_counter()
    with staged(scale, report.noise, folder) as stage:
        report.took["loading"] = time.perf_counter() - began
        began = time.perf_counter()
        pressed = keys(stage) if AGAINST_KEYS.intersection(parts) else {}
        report.took["pressing"] = time.perf_counter() - began
        base = pressed.get("B", Series())
        jobs: dict[str, Callable[[], Brought]] = {
            "keys": lambda: (pressed, key_verdicts(pressed, stage.loaded)),
            "hold": lambda: ({}, holding(stage)),
            "search": lambda: searching(stage, base),
            "open": lambda: opening(stage, base, folder),
            "type": lambda: typing(stage),
            "weight": lambda: ({}, weight(stage, empty)),
            "decide": lambda: deciding(stage, base),
            "busy": lambda: busy(stage),
            "wire": lambda: wire(stage, folder),
        }
        for part, job in jobs.items():
            if part not in parts:
                continue
            began = time.perf_counter()
            try:
                report.take(part, *job())
            except Broken as trouble:
                report.broken.append(f"{part}: {trouble}")
            report.took[part] = time.perf_counter() - began
