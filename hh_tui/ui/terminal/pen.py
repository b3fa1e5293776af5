"""How text is painted: attributes and colours as SGR codes, one object for each combination."""

from typing import Final

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

RESET: Final = "\x1b[0m"
LINK_END: Final = "\x1b]8;;\x1b\\"

_PARAMETERS: Final = 10
"""Parameters in one SGR sequence at the most: mlterm ignores what comes after the tenth."""

_SHOWN_BY_SPACES: Final = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that a space shows too: underline, reverse, strike, double underline, frame, overline."""

_END: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends an attribute, in every terminal that knows it."""

_STYLES: Final = 4096
"""Styles remembered at most: those of Textual differ by what a mouse click on them means, too."""


class Pen:
    """Attributes and colours as SGR codes, empty for the terminal's own; a link as its sequence.

    Made by `PenCase` alone: equal pens are the same object with the same `number`, a single character.
    """

    __slots__ = ("attributes", "background", "foreground", "link", "number", "shown_by_spaces")

    def __init__(self, number: str, attributes: str, foreground: str, background: str, link: str) -> None:
        self.number = number
        self.attributes = attributes
        self.foreground = foreground
        self.background = background
        self.link = link
        self.shown_by_spaces = bool(link) or not _SHOWN_BY_SPACES.isdisjoint(attributes.split(";"))


class PenCase:
    """All pens of one colour system."""

    def __init__(self, colours: ColorSystem) -> None:
        self._colours = colours
        self._pens: dict[tuple[str, str, str, str], Pen] = {}
        self._by_number: dict[str, Pen] = {}
        self._by_style: dict[Style | None, tuple[Pen, Pen]] = {}
        self._changes: dict[tuple[Pen | None, Pen, bool], tuple[str, Pen]] = {}

    def of(self, style: Style | None) -> tuple[Pen, Pen]:
        """The pen of a style's text, and that of its spaces, which leaves out what a space does not show."""
        found = self._by_style.get(style)
        if found is None:
            if len(self._by_style) >= _STYLES:
                self._by_style.clear()
            pen = self._made(style or Style.null())
            spaces = pen if pen.shown_by_spaces else self._pen("", "", pen.background, "")
            found = self._by_style[style] = (pen, spaces)
        return found

    def numbered(self, number: str) -> Pen:
        """The pen with this number."""
        return self._by_number[number]

    def change(self, before: Pen | None, pen: Pen, *, spaces: bool) -> tuple[str, Pen]:
        """The sequence that takes a terminal from `before` (None: unknown) to `pen`, and the pen it has then.

        For `spaces` the background alone changes where nothing else would show.
        """
        key = (before, pen, spaces)
        if (change := self._changes.get(key)) is None:
            if len(self._changes) >= _STYLES:
                self._changes.clear()
            change = self._changes[key] = self._change(before, pen, spaces=spaces)
        return change

    def _change(self, before: Pen | None, pen: Pen, *, spaces: bool) -> tuple[str, Pen]:
        if before is None:
            return RESET + _sgr(pen.attributes, pen.foreground, pen.background), pen
        background = "" if pen.background == before.background else pen.background or "49"
        if spaces and not before.shown_by_spaces and not pen.shown_by_spaces:
            return _sgr(background), self._pen(before.attributes, before.foreground, pen.background, "")
        foreground = "" if pen.foreground == before.foreground else pen.foreground or "39"
        if pen.attributes == before.attributes:
            return _sgr(foreground, background), pen
        if before.attributes and not (pen.attributes or before.link) and (ends := _ends(before.attributes)):
            return _sgr(ends, foreground, background), pen
        if before.attributes:
            return RESET + _sgr(pen.attributes, pen.foreground, pen.background), pen
        return _sgr(pen.attributes, foreground, background), pen

    def _made(self, style: Style) -> Pen:
        attributes = Strip.render_ansi(style.without_color, self._colours)
        colours = (style.color, style.bgcolor)
        foreground, background = (
            ";".join(colour.downgrade(self._colours).get_ansi_codes(foreground)) if colour else ""
            for colour, foreground in zip(colours, (True, False), strict=True)
        )
        link = f"\x1b]8;id={style.link_id};{style.link}\x1b\\" if style.link else ""
        return self._pen(attributes, foreground, background, link)

    def _pen(self, attributes: str, foreground: str, background: str, link: str) -> Pen:
        key = (attributes, foreground, background, link)
        pen = self._pens.get(key)
        if pen is None:
            number = chr(len(self._pens) + 1)
            pen = self._pens[key] = self._by_number[number] = Pen(number, *key)
        return pen


def _ends(attributes: str) -> str:
    """The codes that end these attributes alone, colours stay; empty where one has no such code."""
    ends = [_END.get(one, "") for one in attributes.split(";")]
    return ";".join(dict.fromkeys(ends)) if all(ends) else ""


def _sgr(*codes: str) -> str:
    """These codes in as few sequences as terminals read whole."""
    sequences: list[list[str]] = []
    room = 0
    for code in filter(None, codes):
        size = code.count(";") + 1
        if size > room:
            sequences.append([])
            room = _PARAMETERS
        sequences[-1].append(code)
        room -= size
    return "".join(f"\x1b[{';'.join(sequence)}m" for sequence in sequences)
