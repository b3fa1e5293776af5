"""Lines of the palette: what there is to do and to go to, with the keys that do the same."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.i18n import Catalogue, called
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.letters.letter_offers import LetterOffer
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, Command, Scope
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.presenters.actions import label, many
from hh_tui.ui.presenters.candidate import dotted, name_and_age
from hh_tui.ui.presenters.help import key_names
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.sidebar import SidebarEntry

FIRST: Final = (
    *("search", "filters", "reply", "note", "snooze", "until-reply", "invite", "mark", "label"),
    *("vacancy", "collection", "waiting", "outbox", "undo", "refresh", "find-people"),
    *("sprint", "rules", "help"),
)
"""What people do most, in the order in which it is offered.

The first one neither decides nor opens a thread: Enter alone tells nobody anything.
"""


class PaletteLine(Struct, frozen=True):
    """What stands in a line, and the keys beside it. A `dimmed` one explains itself when chosen.

    `names` are what it is called in short, and other words for it.
    """

    label: str
    keys: str = ""
    dimmed: bool = False
    names: str = ""


def action(choice: ActionChoice, who: str) -> PaletteLine:
    """An action of hh.ru and whom it would be about, with its letter and its digit."""
    parent = f"{choice.parent}: " if choice.parent else ""
    count = f" {many(choice)}" if choice.count else ""
    keys = "  ".join(filter(None, (choice.letter, str(choice.digit or ""))))
    told = dotted((f"{parent}{label(choice.action)}{count}", who))
    return PaletteLine(told, keys, dimmed=not choice.action.enabled)


def letter(tr: Catalogue, keymap: Keymap, offer: LetterOffer, *, locked: bool) -> PaletteLine:
    """A letter to begin with, where it leads to, and the keys that lead there."""
    choice = offer.choice
    if choice is None:
        place = tr("palette.letter")
        keys = " ".join(key_name(keymap.first(one)) for one in ("reply", "template"))
    else:
        place = choice.action.name or choice.action.id
        keys = choice.letter or str(choice.digit or "") or key_name(keymap.first("actions"))
    told = tr(f"palette.template.{offer.kind}", name=offer.name, place=place)
    return PaletteLine(told, keys, dimmed=locked and choice is None)


def commands(tr: Catalogue, keymap: Keymap, scopes: Sequence[Scope]) -> list[tuple[PaletteLine, Command]]:
    """The commands that work here, those used most first; those of actions are told by the actions' names."""
    here = [one for one in COMMANDS if one.scope in scopes]
    named = [one for one in here if not one.id.startswith(("action-", "shortcut-"))]
    return [
        (PaletteLine(tr(command.text), key_names(keymap, command), names=_names(tr, command)), command)
        for command in sorted(named, key=_place)
    ]


def _place(command: Command) -> int:
    return FIRST.index(command.id) if command.id in FIRST else len(FIRST)


def _names(tr: Catalogue, command: Command) -> str:
    """What people look for it by."""
    other = f"also.{command.id}"
    return f"{called(tr, command.id)} {tr(other) if other in tr else ''}"


def person(ctx: RenderContext, negotiation: Negotiation) -> PaletteLine:
    """Somebody who was opened."""
    return PaletteLine(ctx.tr("palette.person", name=name_and_age(ctx, negotiation)))


def places(ctx: RenderContext, inbox: Inbox) -> Iterator[tuple[PaletteLine, SidebarEntry]]:
    """Collections and saved filters of the vacancy one is in, vacancies and saved searches that are known."""
    tr, board, vacancy_id = ctx.tr, inbox.shown_board, inbox.vacancy_id
    if board is not None and vacancy_id is not None:
        for entry in sidebar.collections(ctx, vacancy_id, board, unfolded=True):
            if entry.query is not None:
                yield PaletteLine(tr("palette.collection", name=entry.label)), entry
        for entry in sidebar.saved_filters(board, inbox.saved.get(vacancy_id, ())):
            yield PaletteLine(tr("palette.filter", name=entry.label)), entry
    for entry in sidebar.vacancies(ctx, inbox.vacancies or (), inbox.archived or ()):
        yield PaletteLine(tr("palette.vacancy", name=entry.name)), entry
    for entry in sidebar.searches(ctx, inbox)[1:]:
        yield PaletteLine(tr("palette.people", name=entry.label)), entry
