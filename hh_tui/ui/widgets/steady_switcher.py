"""A switcher whose size lays nothing out but what is in it."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import ContentSwitcher


class SteadySwitcher(ContentSwitcher):
    """Shows one of its children, in a room that the others beside it leave.

    To Textual a widget of another size has another size to scroll, and after each layout in which one was
    given more room or less it lays the whole screen out once more. Nothing in here scrolls.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
