"""The outbox as lines."""

from collections.abc import Callable, Sequence
from typing import Final

from hh_tui.inbox.decisions.batch import outbox_lines
from hh_tui.inbox.decisions.outbox import Finished, OutboxEntry, Stage
from hh_tui.plain.error_text import sentence
from hh_tui.ui.presenters.batch import deed, ended_lines
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.dates import clock
from hh_tui.ui.presenters.form_choices import beside
from hh_tui.ui.presenters.outbox_remedy import what_to_do
from hh_tui.ui.presenters.outbox_state import is_today, state_of
from hh_tui.ui.state_store import State

ENDED: Final = 10
"""Lines of what came to its end that are told at once."""


def alike(state: State) -> list[list[OutboxEntry]]:
    """The open writes; what was decided together is one."""
    return outbox_lines(state.outbox.entries)


def lines(state: State, now: float, keys: Callable[[str], str]) -> list[str]:
    """A line for each, with why it did not go and what helps; `now` is of the steady clock.

    `keys` names the key of a command.
    """
    found = [f"{number}. {_told(state, one, now, keys)}" for number, one in enumerate(alike(state), 1)]
    return found or [state.view.render_context.tr("outbox.empty")]


def ended(state: State, finished: Sequence[Finished]) -> list[str]:
    """What came to its end today, the latest first, below a heading; the older of many are counted."""
    ctx = state.view.render_context
    today = ended_lines(one for one in reversed(finished) if is_today(ctx, one))
    found = [
        dotted(
            (
                deed(ctx, one[0].operation, len(one)),
                ctx.tr(f"outbox.{one[0].stage}", time=clock(ctx, one[0].at)),
            )
        )
        for one in today[:ENDED]
    ]
    rest = [ctx.tr("outbox.more", n=len(today) - ENDED)] if len(today) > ENDED else []
    return [f"{ctx.tr('outbox.today')}:", *found, *rest] if found else []


def told(state: State, entries: Sequence[OutboxEntry], now: float) -> list[str]:
    """The same for some of them, without numbers: nothing can be typed about these."""
    return [_told(state, one, now) for one in outbox_lines(tuple(entries))]


def whole(state: State, entries: Sequence[OutboxEntry], now: float, keys: Callable[[str], str]) -> list[str]:
    """One line of it with everybody it is about and the letter, which may differ from one to the next."""
    ctx, operations = state.view.render_context, [one.operation for one in entries]
    lines, texts = [_told(state, entries, now, keys)], [one.text or "" for one in operations]
    if with_it := beside(ctx, operations[0]):
        lines.append(with_it)
    if len(set(texts)) > 1:
        for one, text in zip(operations, texts, strict=True):
            lines += [name(ctx, one.negotiation), _letter(state, text)]
        return lines
    if len(operations) > 1:
        lines += [name(ctx, one.negotiation) for one in operations]
    return [*lines, _letter(state, texts[0])]


def _letter(state: State, text: str) -> str:
    return state.view.render_context.tr("plain.with-letter" if text else "plain.without-letter", letter=text)


def _told(
    state: State, entries: Sequence[OutboxEntry], now: float, keys: Callable[[str], str] | None = None
) -> str:
    """`keys` where something can be typed about it: then it says what helps."""
    ctx, entry = state.view.render_context, entries[0]
    why = ""
    if keys is not None and (entry.parked or entry.stage in {Stage.FAILED, Stage.UNKNOWN}):
        why = what_to_do(ctx, entries, keys)
    elif entry.error is not None and entry.stage in {Stage.FAILED, Stage.UNKNOWN}:
        why = sentence(ctx.tr, entry.error)
    stands = state_of(ctx, state.outbox, entry, now, is_alone=len(entries) == 1)
    return dotted((deed(ctx, entry.operation, len(entries)), stands, why))
