"""An app whose terminal is ours: complete keys in, what differs out, and an end in order."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from textual import events, on
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from hh_tui.errors import HHError, InputFailed
from hh_tui.i18n import Catalogue
from hh_tui.system.termination import Outlet, Termination
from hh_tui.ui.presenters.errors import crash_sentence
from hh_tui.ui.stylesheet import PackageStylesheet
from hh_tui.ui.terminal.driver_class import renew_modes, terminal_driver
from hh_tui.ui.terminal.messages import InputEnded
from hh_tui.ui.terminal.update import ScreenPainter
from hh_tui.ui.textual_private import driver_of, end_with, replace_output, whole_update
from hh_tui.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from hh_tui.ui.read_in import ReadIn


class TerminalApp(App[HHError]):
    """Its result is the error that made it end, if one did.

    It has our themes from the beginning on: the variables of another one would be worked out, and style
    sheets parsed with them, for nothing.
    """

    theme: Reactive[str] = Reactive(DARK.name)

    termination: Termination | None = None
    """How the program is ended by signals; None where it hears none."""

    read_in: "ReadIn | None" = None
    """Reads in what the start did without; None until there is a list."""

    def __init__(self, tr: Catalogue) -> None:
        self._variables: dict[str, dict[str, str]] = {}
        super().__init__()
        self.tr = tr
        self.stylesheet = PackageStylesheet(variables=self.get_css_variables())
        self._painter = ScreenPainter()
        self._last_words = tr("crash", kind="?", where="?")
        """Said of a bug where the sentence about it can't be told: put together while files can be read."""

    def get_driver_class(self) -> type[Driver]:
        """The driver whose keys are complete."""
        return terminal_driver(super().get_driver_class())

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's and ours."""
        return {**super().available_themes, DARK.name: DARK, LIGHT.name: LIGHT}

    def get_css_variables(self) -> dict[str, str]:
        """The variables of the theme in use, worked out once for each."""
        if self.theme not in self._variables:
            self._variables[self.theme] = super().get_css_variables()
        self.theme_variables = self._variables[self.theme]
        return self.theme_variables

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of ours that a theme from elsewhere does not have."""
        return dict(DARK.variables)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write what differs from what stands on the terminal."""
        super()._display(screen, self._painter.difference(renderable, self.size))

    def repaint(self) -> None:
        """Set up the terminal and write the whole screen: something else may have written to it."""
        renew_modes(driver_of(self))
        self._painter.forget()
        self._display(self.screen, whole_update(self.screen))

    def forget_painted(self) -> None:
        """What stands on the terminal is not known: it is all written with the next frame."""
        self._painter.forget()

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        """The driver, writing to a terminal that may go away."""
        driver = super()._build_driver(headless, inline, mouse, size)
        if (termination := self.termination) is not None:
            replace_output(driver, lambda file: Outlet(file, termination.hung_up))
        return driver

    def panic(self, *renderables: RenderableType) -> None:
        """Textual's end with an error: where it is only that the terminal is gone, an end in order."""
        if self.termination is not None and sys.__stdin__ is not None and not sys.__stdin__.isatty():
            self.termination.hung_up()
        else:
            super().panic(*renderables)

    def exit(
        self,
        result: HHError | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End; what is still to be done has a limit."""
        self.end_in_time()
        super().exit(result, return_code, message)

    def end_in_time(self) -> None:
        """The end begins: whatever does not answer meanwhile, it is over in a few seconds."""
        if self.termination is not None:
            self.termination.limit(self.tr("leave.cut-off"))

    def read_rest(self, now: float, last_key: float, rows: int, writes: int) -> None:
        """Time passes: what the start did without is read in once the list stands and the person rests."""
        if self.read_in is None:
            if not (rows or writes):
                return
            from hh_tui.ui.read_in import ReadIn

            self.read_in = ReadIn(self.tr.language, partial(self.call_later, self.set_timer))
        self.read_in.on_tick(now, last_key, has_writes=writes > 0)

    def _fatal_error(self) -> None:
        """A bug outside the workers: one sentence instead of a traceback, whose locals hold people's data.

        A second error in here would be printed with the first one's text, and the program would not end.
        """
        if "debug" in self.features:
            super()._fatal_error()
            return
        try:
            self.panic(Text(crash_sentence(self.tr, sys.exc_info()[1])))
        except Exception:  # noqa: BLE001 - whatever it is, the program ends, and without a text of it
            end_with(self, self._last_words)

    def post_message(self, message: Message) -> bool:
        """Put a message into the queue; a key that no widget took is handled before what is queued already.

        Textual looks a key up among the bindings (moving the cursor, deleting, selecting) once it has passed
        the widget and all above it, and has come back to the app. Behind the keys that had arrived together
        with it, it would do to their text what it was meant to do to the text before.
        """
        if isinstance(message, events.Key) and message.is_forwarded and self.is_running:
            self.call_next(self.on_event, message)
            return True
        return super().post_message(message)

    @on(InputEnded)
    def input_ended(self, message: InputEnded) -> None:
        """Without keys nobody can use the program: end with the reason, everything written down."""
        if message.hung_up and self.termination is not None:
            self.termination.hung_up()
            return
        self.exit(InputFailed(kind=message.kind, where=message.where), return_code=1)
