"""Choices of a sprint that fall away without the person, and the letters that were written for them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.sprint import SprintChoice
from hh_tui.inbox.decisions.sprint_texts import KeptChoice


class SprintLoss(Struct, frozen=True):
    """How many choices fell away; `names` are of those whose own letter is a draft now."""

    count: int = 0
    names: tuple[str, ...] = ()


def overtaken(operations: Iterable[Operation], choices: Mapping[str, SprintChoice | KeptChoice]) -> set[str]:
    """For whom something was decided after the choice was made, by negotiation."""
    found: set[str] = set()
    for one in operations:
        choice = choices.get(one.negotiation.id) if one.action is not None else None
        if choice is not None and (choice.at is None or choice.at <= one.decided_at):
            found.add(one.negotiation.id)
    return found


def own_letters(
    lost: Mapping[str, SprintChoice | KeptChoice], overtaking: Iterable[Operation] = ()
) -> dict[str, str]:
    """The letters that were written for one candidate alone, by negotiation.

    What everybody gets is kept with the form, and what one of the `overtaking` operations carries is with it.
    """
    carried = {(one.negotiation.id, (one.text or "").strip()) for one in overtaking}
    letters = {key: dict(one.body).get(MESSAGE, "").strip() for key, one in lost.items() if one.own}
    return {key: text for key, text in letters.items() if text and (key, text) not in carried}
