"""A step of the tour in words."""

from collections.abc import Callable

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.ui.tour import STEPS


def step(tr: Catalogue, place: int, keys: Callable[[str], str], *, can_be_left_out: bool = True) -> Content:
    """`3/14  Press Esc: …`, and how to go on without doing it; `keys` names the key of a command.

    Where the key for that does not work, the step can't be left out.
    """
    one = STEPS[place]
    names = {command.replace("-", "_"): keys(command) for command in one.commands}
    way = tr("tour.end-key" if place + 1 == len(STEPS) else "tour.skip", key=keys("tour-next"))
    number = f"{place + 1}/{len(STEPS)}  "
    return Content.assemble(
        (number, "bold $accent"),
        tr(f"tour.{one.id}", **names),
        (f"  {way}" if can_be_left_out else "", "$text-muted"),
    )
