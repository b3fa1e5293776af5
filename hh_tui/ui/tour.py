"""The tour of the demo: steps that one takes by doing them."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

MARKED: Final = 3
"""Candidates to mark."""


class TourStep(Struct, frozen=True):
    """`id` names its text in the catalogue, `commands` the keys that the text tells.

    `is_done` hears the states before and after an event.
    """

    id: str
    commands: tuple[str, ...]
    is_done: Callable[[State, State], bool]


def _held(state: State) -> int:
    return len(state.outbox.of(Stage.HELD))


def _moved(before: State, after: State) -> bool:
    return after.inbox.cursor != before.inbox.cursor


def _opened(_: State, after: State) -> bool:
    return after.view.pane is Pane.CANDIDATE


def _is_back(_: State, after: State) -> bool:
    return after.view.pane is Pane.LIST and after.view.composing is None


def _decided(before: State, after: State) -> bool:
    return _held(after) > _held(before)


def _undone(before: State, after: State) -> bool:
    return len(after.outbox.dropped) > len(before.outbox.dropped)


def _written(before: State, after: State) -> bool:
    known = {one.operation.id for one in before.outbox.entries}
    return any(one.operation.text and one.operation.id not in known for one in after.outbox.entries)


def _marked(_: State, after: State) -> bool:
    return len(after.inbox.selection) >= MARKED


def _decided_on_all(before: State, after: State) -> bool:
    return _held(after) >= _held(before) + MARKED


def _searched(_: State, after: State) -> bool:
    return bool(after.inbox.search and after.inbox.search.typed)


def _all_shown(_: State, after: State) -> bool:
    return after.inbox.search is None


def _found(_: State, after: State) -> bool:
    return bool(after.view.people_found)


def _invited(before: State, after: State) -> bool:
    known = {one.operation.id for one in before.outbox.entries}
    return any(one.operation.invitation and one.operation.id not in known for one in after.outbox.entries)


def _left_people(_: State, after: State) -> bool:
    return after.view.people_found is None


def _never(_: State, __: State) -> bool:
    return False


STEPS: Final = (
    TourStep("move", ("down", "up"), _moved),
    TourStep("open", ("open",), _opened),
    TourStep("back", ("back",), _is_back),
    TourStep("decide", ("assign-shortcut",), _decided),
    TourStep("undo", ("undo",), _undone),
    TourStep("letter", ("confirm", "template"), _written),
    TourStep("mark", ("mark",), _marked),
    TourStep("bulk", ("confirm-preview",), _decided_on_all),
    TourStep("search", ("search",), _searched),
    TourStep("all", ("back",), _all_shown),
    TourStep("find", ("find-people", "apply-filters"), _found),
    TourStep("invite", ("found-open", "found-invite", "confirm"), _invited),
    TourStep("leave-people", ("close-found", "undo"), _left_people),
    TourStep("end", ("help", "palette", "outbox", "quit"), _never),
)
"""In their order; the last one stays until it is taken away."""
