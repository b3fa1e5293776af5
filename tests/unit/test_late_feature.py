"""A controller that is made when it is first needed."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from hh_tui.i18n import Catalogue
from hh_tui.ui.events import Event, Started, Ticked
from hh_tui.ui.late_feature import LateFeature
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.state_store import State
from hh_tui.ui.view import View

STATE = State(View(RenderContext(Catalogue("en"), datetime(2026, 5, 14, tzinfo=UTC), UTC)))


class Counter:
    """Counts what it hears."""

    def __init__(self) -> None:
        self.heard: list[type] = []
        self.counted = 0

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"count": self.count}

    def count(self) -> None:
        self.counted += 1

    def on_event(self, event: Event, before: State, after: State) -> None:
        self.heard.append(type(event))


def test_its_command_makes_it_once() -> None:
    late = LateFeature(Counter, "count")
    command = late.commands()["count"]
    assert late.made is None
    command()
    command()
    assert late.made is late()
    assert late().counted == 2


def test_an_event_that_it_hears_makes_it() -> None:
    late = LateFeature(Counter, "count", hears=(Started,))
    late.on_event(Ticked(1.0), STATE, STATE)
    assert late.made is None
    late.on_event(Started(), STATE, STATE)
    late.on_event(Ticked(2.0), STATE, STATE)
    assert late().heard == [Started, Ticked]
