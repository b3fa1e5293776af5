"""Notes on a candidate, newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime

from textual.content import Content

from hh_tui.api.models import Comment
from hh_tui.i18n.text import short_line
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.unreadable import unreadable_in

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def notes(ctx: RenderContext, comments: Sequence[Comment], add_key: str, own_key: str) -> Content:
    """Every note under its author; below them the keys that change something."""
    tr = ctx.tr
    newest = sorted(comments, key=lambda one: one.created_at or LONG_AGO, reverse=True)
    blocks = [Content.styled(tr("notes.unseen"), "$warning bold")]
    blocks += [
        Content.assemble(_head(ctx, one), "\n", excerpt(tr, one.text.strip("\n") or " ")) for one in newest
    ]
    if not newest:
        blocks.append(Content.styled(tr("notes.none"), "$text-muted"))
    if broken := unreadable_in(tr, "notes", comments):
        blocks.append(Content.styled(broken, "$warning"))
    ways = {"add": add_key, "own": own_key if any(one.is_mine for one in newest) else ""}
    if keys := "  ".join(tr(f"notes.{way}", key=key) for way, key in ways.items() if key):
        blocks.append(Content.styled(keys, "$text-muted"))
    return Content("\n\n").join(blocks)


def note_line(ctx: RenderContext, note: Comment) -> str:
    """A note in one line, for choosing it."""
    when = date(ctx, note.created_at) if note.created_at else ""
    return dotted((when, short_line(note.text)))


def _head(ctx: RenderContext, note: Comment) -> Content:
    name = note.author.full_name if note.author else ""
    who = ctx.tr("notes.me") if note.is_mine else name or ctx.tr("notes.somebody")
    when = f"{date(ctx, note.created_at)} {clock(ctx, note.created_at)}" if note.created_at else ""
    access = (note.access_type.name or note.access_type.id) if note.access_type else ""
    rest = dotted((when, access))
    return Content.assemble((who, "bold $secondary"), (f"  {rest}" if rest else "", "$text-muted"))
