import pytest

from tests.bench.figures import Series, percentile, ratio
from tests.bench.table import drawn
from tests.bench.verdict import Verdict


def test_a_percentile_is_a_sample_that_so_many_are_not_above() -> None:
    samples = [float(number) for number in range(100, 0, -1)]
    assert percentile(samples, 50) == 50
    assert percentile(samples, 95) == 95
    assert percentile(samples, 99) == 99
    assert percentile(samples, 100) == 100
    assert percentile([7.0], 50) == percentile([7.0], 99) == 7.0


def test_there_is_no_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 50)


def test_noise_moves_no_median_and_the_slowest_key_counts() -> None:
    series = Series()
    series.add([1.0, 1.0, 1.0], cpu=0.3)
    series.add([9.0, 9.0, 9.0], cpu=0.3)
    series.add([1.0, 1.0, 1.0], cpu=0.3)
    assert series.at(50) == 1.0
    assert series.at(99) == 9.0
    assert series.cpu_each == pytest.approx(0.1)
    assert series.as_json() == {
        "p50": 1000.0, "p95": 9000.0, "p99": 9000.0, "max": 9000.0, "cpu": 100.0, "samples": 9
    }  # fmt: skip


def test_a_ratio_to_nothing_is_endless() -> None:
    assert ratio(3.0, 2.0) == 1.5
    assert ratio(3.0, 0.0) == float("inf")


def test_a_goal_is_on_the_ratio_or_on_the_value_or_there_is_none() -> None:
    assert Verdict("j", 11.0, base=10.0, of="B", limit=1.2).held is True
    assert Verdict("j", 13.0, base=10.0, of="B", limit=1.2).held is False
    assert Verdict("idle", 0.4, "%", limit=1.0).held is True
    assert Verdict("idle", 1.4, "%", limit=1.0).held is False
    assert Verdict("told", 1.4).held is None


def test_the_table_names_figure_ratio_and_goal() -> None:
    told = drawn(
        [
            Verdict("j, p50", 11.0, "ms", 10.0, "B", 1.2),
            Verdict("memory", 90.0, "MiB", 45.0, "A", 1.8),
            Verdict("idle", 0.4, "%", None, "", 1.0),
        ]
    ).splitlines()
    assert told[0].split() == ["what", "measured", "held", "against", "ratio", "goal"]
    assert told[2].split() == ["j,", "p50", "11.0", "ms", "B", "10.0", "ms", "1.10x", "≤", "1.2x", "✓"]
    assert told[3].split() == ["memory", "90.0", "MiB", "A", "45.0", "MiB", "2.00x", "≤", "1.8x", "✗"]
    assert told[4].split() == ["idle", "0.4", "%", "≤", "1", "%", "✓"]
    assert len({line.index("≤") for line in told[2:]}) == 1
