"""What is seen behind a window: the screen below it, tinted."""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen

KEPT = 4096
"""Styles of one screen are some dozens; themes and links make them more."""


class Backdrop(BackgroundScreen):
    """Tints each style once.

    Textual mixes the colours for every piece of every line, whenever a window is opened: they are more than a
    thousand in a screen of three panes.
    """

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """The same pieces of text in tinted styles, without links and handlers of clicks."""
        for text, style, control in segments:
            yield Segment(text, style if control else tinted(style or Style.null(), color), control)


@lru_cache(KEPT)
def tinted(style: Style, color: Color) -> Style:
    """A style with a colour, usually a translucent one, laid over its own two."""
    plain = style.clear_meta_and_links()
    if color.a == 0:
        return plain
    return plain + Style.from_color(
        (Color.from_rich_color(plain.color) + color).rich_color if plain.color else None,
        (Color.from_rich_color(plain.bgcolor) + color).rich_color if plain.bgcolor else None,
    )
