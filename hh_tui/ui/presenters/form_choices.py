"""What goes to a candidate beside the words of a letter: the address of its form, an SMS."""

from collections.abc import Iterable

from hh_tui.inbox.decisions.forms import FieldKind, Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext


def beside(ctx: RenderContext, operation: Operation) -> str:
    """The address and the SMS that were chosen, empty without either of them."""
    address, tr = address_of(operation), ctx.tr
    line = ctx.addresses.get(address, "")
    told = tr("outbox.address", address=line) if line else tr("outbox.address.unread") if address else ""
    return dotted((told, tr("outbox.sms") if _given(operation, FieldKind.SWITCH) else ""))


def unread(ctx: RenderContext, operations: Iterable[Operation]) -> bool:
    """Whether one of them has an address that nobody has read yet."""
    return any(address and address not in ctx.addresses for address in map(address_of, operations))


def address_of(operation: Operation) -> str:
    """The id of the address that goes with it, empty where none does."""
    return _given(operation, FieldKind.ADDRESS)


def _given(operation: Operation, kind: FieldKind) -> str:
    if operation.action is None:
        return ""
    given, form = dict(operation.form), Form.of(operation.action, operation.negotiation, "")
    return next((given[one.id] for one in form.fields if one.kind is kind and one.id in given), "")
