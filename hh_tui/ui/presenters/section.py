"""Text in sections: a heading and the lines that say something, a whole section left out where none does."""

from collections.abc import Iterable

from textual.content import Content

Piece = str | Content


def section(heading: str, lines: Iterable[Piece]) -> list[Content]:
    """An empty line, the heading, the lines; nothing at all without lines."""
    kept = [Content(line) if isinstance(line, str) else line for line in lines if line]
    return [Content(""), Content.styled(heading, "$secondary bold"), *kept] if kept else []


def together(parts: Iterable[Content]) -> Content:
    """The lines as one text, without empty ones at its beginning."""
    lines = list(parts)
    while lines and not lines[0]:
        del lines[0]
    return Content("\n").join(lines)
