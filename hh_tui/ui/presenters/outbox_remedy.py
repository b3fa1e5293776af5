"""What happened to an open write, and what can be done about it: a sentence, and the keys that work."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from hh_tui.errors import HHError, MovedOn
from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.decisions.remedy import Remedy, remedy, worth_repeating
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.keyed import told
from hh_tui.ui.presenters.render_context import RenderContext

_NOT_EDITABLE: Final = frozenset({Remedy.DECIDE, Remedy.REMOVE, Remedy.ACCESS})
"""Where another text changes nothing."""

_COMMANDS: Final[Mapping[Stage, tuple[str, ...]]] = {
    Stage.HELD: ("outbox-send", "outbox-edit", "outbox-drop"),
    Stage.FAILED: ("outbox-repeat", "outbox-edit", "outbox-drop"),
    Stage.UNKNOWN: ("outbox-drop",),
}
"""What can be done with a write at most; nothing with one that is on its way."""


def commands(alike: Sequence[OutboxEntry], at: datetime) -> tuple[str, ...]:
    """The commands that do something for these writes of one line, `at` a moment in UTC."""
    entry = alike[0]
    wanted = {"outbox-send", "outbox-drop"}
    if worth_repeating(alike, at):
        wanted.add("outbox-repeat")
    if is_of_group(entry) or (len(alike) == 1 and is_editable(entry, at)):
        wanted.add("outbox-edit")
    return tuple(one for one in _COMMANDS.get(entry.stage, ()) if one in wanted)


def is_editable(entry: OutboxEntry, at: datetime) -> bool:
    """Whether its text can be changed, and that can change what becomes of it."""
    if not can_be_edited(entry.operation):
        return False
    return entry.stage is not Stage.FAILED or remedy(entry, at) not in _NOT_EDITABLE


def is_of_group(entry: OutboxEntry) -> bool:
    """Whether it waits with others of a batch, whose form can be opened again for all of them."""
    operation = entry.operation
    if entry.stage is not Stage.HELD or not operation.batch or operation.sprint or operation.action is None:
        return False
    return bool(Form.of(operation.action, operation.negotiation, "").fields)


def can_be_edited(operation: Operation) -> bool:
    """Whether there is anything in it to change, and it is one candidate's."""
    if operation.batch:
        return False
    return operation.action is None or bool(Form.of(operation.action, operation.negotiation, "").fields)


def what_to_do(ctx: RenderContext, alike: Sequence[OutboxEntry], keys: Callable[[str], str]) -> str:
    """What happened to the writes of one line, and what one can do about it."""
    entry = alike[0]
    named = {one: keys(f"outbox-{one}") for one in ("send", "repeat", "edit", "drop")}
    match entry.stage:
        case Stage.FAILED:
            return f"{_cause(ctx, alike)} {_help(ctx, alike, named)}".strip()
        case Stage.HELD if entry.parked:
            return told(ctx.tr, "outbox.next.parked", named)
        case _:
            return told(ctx.tr, f"outbox.next.{entry.stage}", named)


def _cause(ctx: RenderContext, alike: Sequence[OutboxEntry]) -> str:
    error = alike[0].error or HHError()
    if len(alike) > 1 and isinstance(error, MovedOn):
        return ctx.tr("outbox.moved-on.many")
    return explain(ctx.tr, error).what


def _help(ctx: RenderContext, alike: Sequence[OutboxEntry], keys: Mapping[str, str]) -> str:
    entry, tr = alike[0], ctx.tr
    worth = len(worth_repeating(alike, ctx.now))
    if 0 < worth < len(alike):
        return told(tr, "outbox.next.some", keys, n=worth)
    way = remedy(entry, ctx.now)
    if way is Remedy.ACCESS:
        return explain(tr, entry.error or HHError()).hint
    needs_edit = way in {Remedy.REWRITE, Remedy.SILENT, Remedy.WRITE}
    if needs_edit and (len(alike) > 1 or not can_be_edited(entry.operation)):
        return told(tr, f"outbox.next.{way}.many", keys)
    return told(tr, f"outbox.next.{way}", keys)
