"""The outbox as lines."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.batch import outbox_lines
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.plain.error_text import sentence
from hh_tui.ui.presenters.batch import deed
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.outbox_state import state_of
from hh_tui.ui.state_store import State


def alike(state: State) -> list[list[OutboxEntry]]:
    """The open writes; what was decided together is one."""
    return outbox_lines(state.outbox.entries)


def lines(state: State, now: float) -> list[str]:
    """A line for each, with why it did not go; `now` is of the steady clock."""
    found = [f"{number}. {_told(state, one, now)}" for number, one in enumerate(alike(state), 1)]
    return found or [state.view.render_context.tr("outbox.empty")]


def told(state: State, entries: Sequence[OutboxEntry], now: float) -> list[str]:
    """The same for some of them, without numbers: nothing can be typed about these."""
    return [_told(state, one, now) for one in outbox_lines(tuple(entries))]


def _told(state: State, entries: Sequence[OutboxEntry], now: float) -> str:
    ctx, entry = state.view.render_context, entries[0]
    why = ""
    if entry.error is not None and entry.stage in {Stage.FAILED, Stage.UNKNOWN}:
        why = sentence(ctx.tr, entry.error)
    return dotted((deed(ctx, entry.operation, len(entries)), state_of(ctx, state.outbox, entry, now), why))
