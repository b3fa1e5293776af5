import subprocess
from pathlib import Path

import pytest

from tests.bench.build import HERE, Build, of_commit
from tests.bench.pairs import Both, Comparison, Pairs
from tests.bench.running import ROOT, Broken


def test_the_ratio_is_that_of_the_turns_not_of_the_medians() -> None:
    pairs = Pairs(turns=[(1.0, 2.0), (10.0, 20.0), (9.0, 3.0)])
    assert pairs.ratio == 0.5
    assert pairs.ratios == [0.5, 0.5, 3.0]
    assert pairs.middle == (9.0, 3.0)


def test_both_builds_are_measured_in_turns_and_each_begins() -> None:
    asked: list[int] = []

    def measure(which: int) -> dict[str, tuple[float, str]]:
        asked.append(which)
        return {"start": (1.0 + which, "ms"), "memory": (30.0, "MiB")}

    comparison = Comparison()
    comparison.take(measure, 3)
    assert asked == [0, 1, 1, 0, 0, 1]
    assert comparison.figures["start"].turns == [(1.0, 2.0)] * 3
    told = comparison.drawn().splitlines()
    assert told[0].split() == ["what", "here", "there", "here/there", "of", "the", "turns"]
    assert told[2].split() == ["start", "1.0", "ms", "2.0", "ms", "0.50x", "0.50", "to", "0.50"]
    assert comparison.as_json()["memory"] == {"unit": "MiB", "turns": [(30.0, 30.0)] * 3, "ratio": 1.0}


def test_a_build_starts_by_the_script_that_it_names() -> None:
    for build in Both(HERE, Build.of(ROOT / "python", ROOT, ROOT / "empty")):
        command = (HERE.command[0], *build.command[1:], "--version")
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("hh-tui ")


def test_a_commit_that_there_is_none_of_is_told(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="archive"):
        of_commit("0" * 40, tmp_path)
