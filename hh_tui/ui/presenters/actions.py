"""The server's actions as labels."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content

from hh_tui.api.models import Action
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.forms import MESSAGE, Form, Missing
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.render_context import RenderContext

GAP: Final = 2
"""Cells between two names of actions."""

LINES: Final = 2
"""Lines that the names of actions take below a list."""

LEAST: Final = 4
"""Cells that no name is cut below."""


def name(action: Action) -> str:
    """The server's name of the action; its id when it has none."""
    return action.name or action.id


def label(action: Action) -> str:
    """The name, and the employer state it leads to where that is called otherwise."""
    state = action.resulting_employer_state
    if state is None or not state.name or state.name.casefold() == action.name.casefold():
        return name(action)
    return f"{name(action)} {glyphs.ARROW} {state.name}"


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


def many(choice: ActionChoice) -> str:
    """How many of the marked ones have it: `×37`, or `×34/37` where some do not."""
    whole = f"/{choice.count + choice.lacking}" if choice.lacking else ""
    return f"×{choice.count}{whole}"


def menu_line(choice: ActionChoice) -> str:
    """A line of the menu: finer steps are named together with the action they belong to."""
    digit = f"{choice.digit}  " if choice.digit else "   "
    parent = f"{choice.parent}: " if choice.parent else ""
    count = f" {many(choice)}" if choice.count else ""
    return f"{digit}{parent}{label(choice.action)}{count}"


def why_disabled(ctx: RenderContext, action: Action) -> str:
    """Why a dimmed action can't be used. The API names no reason, so what is known is said."""
    return ctx.tr("action.disabled", name=name(action))


def lacking(tr: Catalogue, form: Form, missing: Missing, keys: Callable[[str], str]) -> str:
    """What a form of an action lacks; `keys` names the key of a command."""
    names = [
        tr(key) if (key := f"argument.{one}") in tr else one
        for one in (missing.field, missing.needed_by or "")
    ]
    if missing.needed_by:
        return tr("sheet.needed-by", field=names[0], by=names[1])
    if form.can_be_silent and missing.field == MESSAGE:
        return tr("sheet.letter-or-silent", key=keys("confirm-silent"))
    return tr("sheet.missing", field=names[0])
