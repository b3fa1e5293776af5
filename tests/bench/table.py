"""The table that a person reads."""

from collections.abc import Sequence

from tests.bench.verdict import Verdict

HEADINGS = ("what", "measured", "held against", "ratio", "goal", "")
SIGNS = {True: "✓", False: "✗", None: " "}


def _cells(verdict: Verdict) -> tuple[str, ...]:
    measured = f"{verdict.value:.1f} {verdict.unit}"
    against = f"{verdict.of} {verdict.base:.1f} {verdict.unit}" if verdict.base is not None else verdict.of
    share = f"{verdict.ratio:.2f}x" if verdict.ratio is not None else ""
    goal = ""
    if verdict.limit is not None:
        goal = f"≤ {verdict.limit:g}x" if verdict.base is not None else f"≤ {verdict.limit:g} {verdict.unit}"
    return (verdict.name, measured, against, share, goal, SIGNS[verdict.held])


def drawn(verdicts: Sequence[Verdict]) -> str:
    """One line for each verdict, in columns."""
    return aligned([HEADINGS, *map(_cells, verdicts)])


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """The cells of lines in columns, with a rule below the first line: the headings."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    drawn.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(line.rstrip() for line in drawn)
