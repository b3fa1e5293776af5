"""What features need of the screen beside the context."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from hh_tui.ui.widgets.text_editor import TextEditor


class Surface(Struct, frozen=True):
    """Widgets and what is done with them."""

    composer: "Callable[[], TextEditor]"
    """The text area of the letter being written."""
    measure: Callable[[], None]
    """Shows anew how long that letter is."""
    focus: Callable[[], None]
    """Puts the focus into the pane one is in."""
