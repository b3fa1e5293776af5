"""Counters of collections while decisions are on their way."""

from collections.abc import Iterable

from msgspec import Struct

from hh_tui.api.models import Board, Collection, Counters
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace


class Shift(Struct, frozen=True):
    """What one decision does to the counters: a candidate goes from one collection to another.

    Collections are named by the paths of their addresses; `updates` is 1 when the candidate wanted attention.
    """

    source: str
    target: str | None
    updates: int


def shift_of(operation: Operation) -> Shift | None:
    """What an operation does to the counters; None when the candidate stays where they are."""
    if not operation.leaves(operation.source):
        return None
    return Shift(operation.source.path, operation.target, int(operation.negotiation.has_updates))


def _path(collection: Collection) -> str:
    return Query("", "", collection.url).path


def _counted(counters: Counters | None, total: int, updates: int) -> Counters | None:
    if counters is None or not (total or updates):
        return counters
    return Counters(
        total=max(0, counters.total + total), with_updates=max(0, counters.with_updates + updates)
    )


def _shifted(collection: Collection, shifts: tuple[Shift, ...]) -> Collection:
    """A collection counts its sub-collections too: a step from one to another leaves its total alone."""
    paths = {_path(collection), *(_path(part) for part in collection.sub_collections)}
    total = sum((shift.target in paths) - (shift.source in paths) for shift in shifts)
    updates = -sum(shift.updates for shift in shifts if shift.source in paths)
    parts = tuple(_shifted(part, shifts) for part in collection.sub_collections)
    counters = _counted(collection.counters, total, updates)
    if counters is collection.counters and parts == collection.sub_collections:
        return collection
    return replace(collection, counters=counters, sub_collections=parts)


def shifted(board: Board, shifts: Iterable[Shift]) -> Board:
    """The board with the counters as they will be once the shifts are carried out."""
    moves = tuple(shifts)
    if not moves:
        return board
    return replace(
        board,
        collections=tuple(_shifted(collection, moves) for collection in board.collections),
        generated_collections=tuple(
            _shifted(collection, moves) for collection in board.generated_collections
        ),
    )
