"""A step of the tour in words."""

from collections.abc import Callable

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.ui.tour import STEPS


def step(tr: Catalogue, place: int, keys: Callable[[str], str]) -> Content:
    """`3/11  Press Esc: …`, and how to go on without doing it; `keys` names the key of a command."""
    one = STEPS[place]
    names = {command.replace("-", "_"): keys(command) for command in one.commands}
    way = tr("tour.end-key" if place + 1 == len(STEPS) else "tour.skip", key=keys("tour-next"))
    number = f"{place + 1}/{len(STEPS)}  "
    return Content.assemble(
        (number, "bold $accent"),
        tr(f"tour.{one.id}", **names),
        (f"  {way}", "$text-muted"),
    )
