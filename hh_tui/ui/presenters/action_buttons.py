"""The server's actions as buttons, and as names with their keys in one line or two."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.ui.presenters.actions import label, many, name

GAP: Final = 2
"""Cells between two names of actions."""

LINES: Final = 2
"""Lines that the names of actions take below a list."""

LEAST: Final = 4
"""Cells that no name is cut below."""


def button(choice: ActionChoice, *, terse: bool) -> Content:
    """`1 Интервью`, or `d 1 Интервью` with a letter; the terse one does not say where the action leads."""
    text = name(choice.action) if terse else label(choice.action)
    if choice.count or choice.lacking:
        text = f"{text} {many(choice)}"
    if not choice.letter:
        return Content.assemble((str(choice.digit), "bold $accent"), " ", text)
    digit = (str(choice.digit), "$text-muted")
    return Content.assemble((choice.letter, "bold $accent"), " ", digit, " ", text)


def short(choice: ActionChoice, room: int | None) -> Content:
    """`1 Интервью`, `d Отказ` with a letter; the name in `room` cells at most: `1 Пригласить на…`."""
    text = Content(name(choice.action))
    if room is not None:
        text = text.truncate(room, ellipsis=True)
    count = f" {many(choice)}" if choice.count or choice.lacking else ""
    style = "" if choice.action.enabled else "dim strike"
    key = Content.styled(choice.letter or str(choice.digit), "bold $accent")
    return Content.assemble(key, " ", text.stylize(style), count)


def lines(parts: Sequence[Content], width: int) -> list[list[Content]]:
    """The parts in lines of `width` cells, with a gap between them; none is broken."""
    found: list[list[Content]] = []
    room = 0
    for part in parts:
        if not found or part.cell_length > room:
            found.append([])
            room = width
        found[-1].append(part)
        room -= part.cell_length + GAP
    return found


def named(choices: Sequence[ActionChoice], more: str, width: int, most: int = LINES) -> list[list[Content]]:
    """What each digit does, in `most` lines: whole names, or the longest cut."""
    last = [Content.styled(more, "$text-muted")] if more else []
    for room in (None, *range(width // 2, LEAST, -1)):
        found = lines([*(short(choice, room) for choice in choices), *last], width)
        if len(found) <= most:
            return found
    return found[:most]
