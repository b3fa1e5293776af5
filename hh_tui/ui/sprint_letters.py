"""Letters of a sprint whose choices fell away: they are drafts of their candidates, and that is told."""

from collections.abc import Mapping

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.sprint_losses import SprintLoss
from hh_tui.ui.context import Context
from hh_tui.ui.events import LetterReturned
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.sprint import lost


def give_back(
    context: Context, letters: Mapping[str, str], people: Mapping[str, Negotiation]
) -> tuple[str, ...]:
    """Make drafts of these letters, by negotiation; the names of their candidates, as far as they are known.

    They are on their way to the disk before what they come from is taken off it.
    """
    names = list[str]()
    for key, text in letters.items():
        who = people.get(key)
        told = name(context.render_context, who) if who is not None else ""
        context.store.dispatch(LetterReturned(key, text, told))
        names.append(told or context.render_context.tr("candidate.gone"))
    if letters:
        context.disk.write_down_at_once()
    return tuple(names)


def tell_loss(context: Context, loss: SprintLoss, *, count: bool = True) -> None:
    """Tell how many choices fell away, unless that is told already, and where their letters are."""
    told = lost(context.render_context.tr, loss.count if count else 0, loss.names)
    if told:
        context.windows.notify(told, severity="warning")
