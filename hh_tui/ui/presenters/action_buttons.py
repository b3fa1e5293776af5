"""The server's actions as buttons, and as names with their keys in lines; which of them is at a place."""

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


def padded(text: Content) -> Content:
    """The label of a button: a cell before it and behind it."""
    return Content.assemble(" ", text, " ")


def button(choice: ActionChoice, *, terse: bool) -> Content:
    """` 1 Интервью `, or ` d 1 Интервью ` with a letter; the terse one says no resulting employer state."""
    text = name(choice.action) if terse else label(choice.action)
    if choice.count or choice.lacking:
        text = f"{text} {many(choice)}"
    digit = (str(choice.digit), "$text-muted" if choice.letter else "bold $accent")
    letter = Content.styled(f"{choice.letter} ", "bold $accent") if choice.letter else ""
    whole = padded(Content.assemble(letter, digit, " ", text))
    return whole if choice.action.enabled else whole.stylize_before("dim strike")


def short(choice: ActionChoice, room: int | None) -> Content:
    """`1 Интервью`, `d Отказ` with a letter; the name in `room` cells at most: `1 Пригласить на…`."""
    text = Content(name(choice.action))
    if room is not None:
        text = text.truncate(room, ellipsis=True)
    count = f" {many(choice)}" if choice.count or choice.lacking else ""
    style = "" if choice.action.enabled else "dim strike"
    key = Content.styled(choice.letter or str(choice.digit), "bold $accent")
    return Content.assemble(key, " ", text.stylize(style), count)


def lines(parts: Sequence[Content], width: int, gap: int = GAP) -> list[list[Content]]:
    """The parts in lines of `width` cells, with a gap between them; none is broken."""
    found: list[list[Content]] = []
    room = 0
    for part in parts:
        if not found or part.cell_length > room:
            found.append([])
            room = width
        found[-1].append(part)
        room -= part.cell_length + gap
    return found


def found_at(shown: Sequence[Sequence[Content]], x: int, y: int, gap: int = GAP) -> int | None:
    """Which of the parts, counted from 0 over all lines, is at this cell; None where there is none."""
    if not 0 <= y < len(shown):
        return None
    start = 0
    for number, part in enumerate(shown[y], sum(map(len, shown[:y]))):
        if start <= x < start + part.cell_length:
            return number
        start += part.cell_length + gap
    return None


def named(choices: Sequence[ActionChoice], more: str, width: int, most: int = LINES) -> list[list[Content]]:
    """What each digit does, in `most` lines: whole names, or the longest cut."""
    last = [Content.styled(more, "$text-muted")] if more else []
    for room in (None, *range(width // 2, LEAST, -1)):
        found = lines([*(short(choice, room) for choice in choices), *last], width)
        if len(found) <= most:
            return found
    return found[:most]
