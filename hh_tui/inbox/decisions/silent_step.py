"""A step taken without a letter, which the next letter announces to the candidate.

A step without a letter changes what we see and not what the applicant sees; any later letter publishes it.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.operation import Operation

UNDECIDED: Final = "response"
"""The applicant's state while nothing was decided, an entry of the dictionary negotiations_state."""


class UnannouncedStep(Struct, frozen=True):
    """The stage the candidate stands at, and what they see instead; both as the server calls them."""

    stage: str
    seen: str


def unannounced_step(negotiation: Negotiation) -> UnannouncedStep | None:
    """The step a letter would publish, as far as the two states of the negotiation tell.

    Whoever sees their response as undecided has had no letter since it was decided on. After an invitation or
    a refusal the states alone tell nothing any more.
    """
    seen, stage = negotiation.state, negotiation.employer_state
    if seen is None or stage is None or seen.id != UNDECIDED or stage.id == seen.id or not stage.name:
        return None
    return UnannouncedStep(stage.name, seen.name)


def silent_step(operation: Operation) -> UnannouncedStep | None:
    """The step that this operation took without a letter; None where there is nothing to hide."""
    action, before = operation.action, operation.negotiation
    if action is None or operation.text is not None or operation.invitation is not None:
        return None
    stage, seen = action.resulting_employer_state, before.state
    if stage is None or not stage.name or (before.employer_state and stage.id == before.employer_state.id):
        return None
    return UnannouncedStep(stage.name, seen.name if seen else "")


def with_step(known: Mapping[str, UnannouncedStep], operation: Operation) -> Mapping[str, UnannouncedStep]:
    """Steps by negotiation after this operation: one without a letter was taken, or a letter told of it."""
    key, step = operation.negotiation.id, silent_step(operation)
    if step is None and (operation.text is None or key not in known):
        return known
    others = {one: other for one, other in known.items() if one != key}
    return others if step is None else {**others, key: step}
