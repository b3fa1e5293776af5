"""Candidates who are put aside, or back, as told after the key that did it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.history import PutAside
from hh_tui.inbox.lists.snoozed_item import SnoozedItem, SnoozeKind
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.presenters.render_context import RenderContext


def asked(ctx: RenderContext, who: Sequence[Negotiation], kind: SnoozeKind) -> str:
    """Until when, above the moments one chooses from: `Иванова Мария: убрать на потом, до`."""
    text = "snoozed.reply-by.when" if kind is SnoozeKind.UNTIL_REPLY else "snoozed.when"
    return ctx.tr(text, who=people(ctx, who))


def put(
    ctx: RenderContext,
    who: Sequence[Negotiation],
    kind: SnoozeKind,
    until: datetime | None,
    undo_key: str,
    *,
    owed: int = 0,
) -> str:
    """Put aside, `until` a moment in UTC where there is one: `До ответа: Иванова Мария · z отменить`.

    Of those who are to reply, as many as are `owed` an answer wait for us: nobody would write first.
    """
    text = "snoozed.reply-by" if kind is SnoozeKind.UNTIL_REPLY and until else f"snoozed.{kind}"
    when = schedule.ahead(ctx, until) if until is not None else ""
    named = people(ctx, who)
    if owed and kind is SnoozeKind.UNTIL_REPLY:
        named += f" · {ctx.tr('snoozed.owed' if len(who) == 1 else 'snoozed.owed.some', n=owed)}"
    return ctx.tr(text, who=named, when=when, key=undo_key)


def returned(ctx: RenderContext, who: Sequence[Negotiation]) -> str:
    """They were brought back."""
    return ctx.tr("snoozed.returned", who=people(ctx, who))


def undone(ctx: RenderContext, step: PutAside) -> str:
    """Those put aside are in their list again, those brought back are aside; empty where nobody was."""
    changed = items(step.before) or items(step.after)
    if not changed:
        return ""
    text = "snoozed.undone.returned" if any(step.before.values()) else "snoozed.undone.put"
    place = ctx.tr(f"snoozed.title.{changed[0].kind}")
    return ctx.tr(text, place=place, who=people(ctx, [one.negotiation for one in changed]))


def redone(ctx: RenderContext, step: PutAside, undo_key: str) -> str:
    """The same as when it was done first; empty where nobody was put aside or back."""
    if again := items(step.after):
        return put(ctx, [one.negotiation for one in again], again[0].kind, again[0].until, undo_key)
    back = items(step.before)
    return returned(ctx, [one.negotiation for one in back]) if back else ""


def items(people_by_id: Mapping[str, SnoozedItem | None]) -> list[SnoozedItem]:
    """Those of them who are put aside."""
    return [one for one in people_by_id.values() if one is not None]
