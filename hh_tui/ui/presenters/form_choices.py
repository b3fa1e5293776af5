"""What goes to a candidate beside the words of a letter: the address of its form, an SMS."""

from collections.abc import Iterable

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.forms import FieldKind, field_kind
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext

Body = Iterable[tuple[str, str]]
"""What was filled into a form, as it is sent."""


def beside(ctx: RenderContext, operation: Operation) -> str:
    """The address and the SMS that were chosen, empty without either of them."""
    return with_letter(ctx, operation.action, operation.form)


def with_letter(ctx: RenderContext, action: Action | None, body: Body) -> str:
    """The same of a form that no operation was made of yet."""
    tr, given = ctx.tr, _given(action, body)
    address = given.get(FieldKind.ADDRESS, "")
    line = ctx.addresses.get(address, "")
    told = tr("outbox.address", address=line) if line else tr("outbox.address.unread") if address else ""
    return dotted((told, tr("outbox.sms") if FieldKind.SWITCH in given else ""))


def unread(ctx: RenderContext, operations: Iterable[Operation]) -> bool:
    """Whether one of them has an address that nobody has read yet."""
    return any(has_unread(ctx, one.action, one.form) for one in operations)


def has_unread(ctx: RenderContext, action: Action | None, body: Body) -> bool:
    """The same of a form that no operation was made of yet."""
    address = _given(action, body).get(FieldKind.ADDRESS, "")
    return bool(address) and address not in ctx.addresses


def _given(action: Action | None, body: Body) -> dict[FieldKind, str]:
    """What was filled in, by how it is: the first of each kind."""
    if action is None:
        return {}
    given, found = dict(body), dict[FieldKind, str]()
    for one in action.arguments:
        if one.id in given:
            found.setdefault(field_kind(one), given[one.id])
    return found
