"""A rule as it is painted: what could be typed next, and whom it fires on."""

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.inbox.triage.completion import Completion
from hh_tui.inbox.triage.sample import Firing
from hh_tui.ui.presenters.candidate import name_and_age
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.rule_words import reasons


def suggestions(tr: Catalogue, completion: Completion, key: str, width: int) -> Content:
    """What could be typed next, as far as there is room: the first of them is what the key types."""
    if not completion.words:
        return Content("")
    head = Content.assemble((f"{key} ", "bold"), (completion.words[0], "bold $accent"))
    for word in completion.words[1:]:
        more = Content.assemble(head, "  ", (word, "$text-muted"))
        if more.cell_length > width:
            break
        head = more
    return head


def sample(ctx: RenderContext, firings: Sequence[Firing], now: datetime) -> Content:
    """A line each: who, and the facts that made the rule fire."""
    return Content("\n").join(_line(ctx, one, now) for one in firings)


def _line(ctx: RenderContext, firing: Firing, now: datetime) -> Content:
    return Content.assemble(
        (name_and_age(ctx, firing.row.negotiation), "bold"), "  ", (reasons(ctx, firing, now), "$text-muted")
    )
