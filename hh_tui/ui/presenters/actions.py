"""The server's actions as labels."""

from collections.abc import Callable, Sequence
from typing import Final

from hh_tui.api.models import Action, Negotiation
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.forms import MESSAGE, Form, Missing
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.presenters.render_context import RenderContext

_REFUSALS: Final = ("reject", "refuse", "decline", "отказать", "отклонить")


def name(action: Action) -> str:
    """The server's name of the action; its id when it has none."""
    return action.name or action.id


def called(typed: str, choices: Sequence[ActionChoice]) -> list[ActionChoice]:
    """The enabled actions of this name, else those whose names begin so.

    A refusal has one of several names on hh.ru: where none is called as typed, the others are tried.
    """
    enabled = [(folded(name(one.action)), one) for one in choices if one.action.enabled]
    wanted = folded(typed)
    for word in (wanted, *(one for one in _REFUSALS if wanted in _REFUSALS and one != wanted)):
        same = [one for named, one in enabled if named == word]
        if found := same or [one for named, one in enabled if named.startswith(word)]:
            return found
    return []


def label(action: Action) -> str:
    """The name, and the employer state it leads to where that is called otherwise."""
    state = action.resulting_employer_state
    if state is None or not state.name or state.name.casefold() == action.name.casefold():
        return name(action)
    return f"{name(action)} {glyphs.ARROW} {state.name}"


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


def more(tr: Catalogue, command_id: str, count: int) -> str:
    """How many there are beside those that have a digit, after the key of the menu; empty for none."""
    return tr("actions.more", key=str(tr.key(command_id)), n=count).strip() if count else ""


def no_such(ctx: RenderContext, digit: int, negotiations: Sequence[Negotiation], key: str) -> str:
    """None of what can be done with them has this digit; `key` shows all of it."""
    return ctx.tr("action.no-such", who=people(ctx, negotiations), digit=digit, key=key)


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
