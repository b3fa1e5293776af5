"""Inviting in words: where to, at what price, and why not."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from hh_tui.api.models import Invitable, untold_in
from hh_tui.errors import HHError, Refused
from hh_tui.i18n import Catalogue
from hh_tui.inbox.snapshot.invited_log import InvitedLog
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters import actions, glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext

ALREADY = frozenset({"already_applied", "already_invited"})
"""hh.ru's words for a negotiation that exists; the second one stands in its older documents only."""


def is_open(place: Invitable) -> bool:
    """Whether hh.ru offers a way to invite there."""
    return any(action.enabled for action in place.negotiations_actions)


def stage(place: Invitable) -> str:
    """How far the candidate has come there already, empty where they have not been."""
    state = place.employer_negotiations_state or place.negotiations_state
    return (state.name or state.id) if state else ""


def place_detail(tr: Catalogue, place: Invitable, here: str | None) -> str:
    """What stands beside a vacancy to invite to; that it is the one in sight, whose id is `here`."""
    return dotted((_how_to_invite(tr, place), this_vacancy(tr, place, here)))


def this_vacancy(tr: Catalogue, place: Invitable, here: str | None) -> str:
    """Tells which of the vacancies is the one in sight."""
    return f"{glyphs.SENT} {tr('vacancy.this')}" if place.id == here else ""


def likely_place(places: Sequence[Invitable], here: str | None) -> int:
    """Which vacancy is offered first: the one in sight, or where that one is no choice the first open one."""
    chosen = [number for number, one in enumerate(places) if one.id == here and not stage(one)]
    return next(iter(chosen), next((number for number, one in enumerate(places) if is_open(one)), 0))


def cut_short(tr: Catalogue, places: Sequence[Invitable]) -> str:
    """What to know of a list that hh.ru did not tell all of; empty where it did."""
    untold = untold_in(places)
    return tr("invite.cut", told=len(places), found=len(places) + untold) if untold else ""


def _how_to_invite(tr: Catalogue, place: Invitable) -> str:
    if where := stage(place):
        return tr("invite.met", stage=where)
    if not is_open(place):
        return tr("invite.closed")
    area = place.area.name if place.area else ""
    ways = [actions.name(one) for one in place.negotiations_actions if not one.hidden]
    return ", ".join(part for part in (area, ways[0] if len(ways) == 1 else "") if part)


def invited_elsewhere(ctx: RenderContext, inbox: Inbox, sent: InvitedLog) -> Mapping[str, str]:
    """For a row, by resume id: the vacancies that invitations have gone to, and those they wait to go to.

    In quotes: what somebody is called stands right behind them, and is often the same word.
    """

    def named(vacancies: Iterable[str]) -> str:
        return ", ".join(ctx.tr("row.vacancy", vacancy=one) for one in vacancies)

    waiting = [one.invitation for one in inbox.pending.values() if one.invitation is not None]
    found = {key: ctx.tr("row.invited", vacancy=named(there)) for key, there in sent.items()}
    for one in waiting:
        told = ctx.tr("row.inviting", vacancy=named((one.vacancy,)))
        found[one.resume_id] = dotted((found.get(one.resume_id, ""), told))
    return found


def refusal(tr: Catalogue, error: HHError, vacancy: str, keys: Callable[[str], str]) -> str:
    """Why an invitation did not go, and what to do about it."""
    key = f"invite.refused.{error.value}" if isinstance(error, Refused) else ""
    named = {"go": "go-to-invited", "again": "repeat", "invite": "invite", "details": "details"}
    if key in tr:
        return tr(key, vacancy=vacancy, **{name: keys(command) for name, command in named.items()})
    return f"{explain(tr, error).sentence} {tr('invite.again', again=keys('repeat'))}"
