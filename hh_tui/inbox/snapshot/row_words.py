"""Words of many rows at once. Packed rows tell theirs by numbers, which are compared as they are."""

from collections.abc import Callable, Iterable

from hh_tui.inbox.snapshot.compact import RowPacker
from hh_tui.inbox.snapshot.rows import Row


def words_of(rows: Iterable[Row]) -> set[str]:
    """The words of all of these rows."""
    found: set[str] = set()
    numbers: dict[RowPacker, set[int]] = {}
    for row in rows:
        if row.bundle is None:
            found.update(row.facts.words)
            continue
        packer = row.bundle.packer
        those = numbers.get(packer)
        if those is None:
            those = numbers[packer] = set()
        those.update(packer.facts.numbers(row.bundle.facts, row.content))
    for packer, those in numbers.items():
        found.update(packer.facts.named(those))
    return found


def having_any(
    rows: Iterable[Row], words: frozenset[str], otherwise: Callable[[Row], bool] | None = None
) -> list[Row]:
    """Those of the rows that have any of the words, or that are wanted `otherwise`."""
    found: list[Row] = []
    packer: RowPacker | None = None
    fit: frozenset[int] = frozenset()
    for row in rows:
        bundle = row.bundle
        if bundle is None:
            has = not words.isdisjoint(row.facts.words)
        else:
            if bundle.packer is not packer:
                packer = bundle.packer
                fit, numbers = packer.facts.numbered(words), packer.facts.numbers
            has = not fit.isdisjoint(numbers(bundle.facts, row.content))
        if has or (otherwise is not None and otherwise(row)):
            found.append(row)
    return found
