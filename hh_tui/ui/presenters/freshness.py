"""How old the list is, and who came in since: the words in its border."""

from datetime import datetime, timedelta
from typing import Final

from hh_tui.inbox.snapshot.arrivals import Arrivals
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.render_context import RenderContext

OLD: Final = timedelta(minutes=5)
"""Age from which a list says when it was read."""


def border(ctx: RenderContext, listing: Listing, *, online: bool, refresh: str, show: str) -> str:
    """`▲ 4 new (u)`, `data from 09:12`; `refresh` and `show` are the keys that help."""
    broken = listing.error is not None and len(listing.rows)
    return dotted(
        (
            ctx.tr("list.broken", key=refresh) if broken else "",
            newcomers(ctx, listing.arrivals, show),
            age(ctx, listing.read_at, online=online),
        )
    )


def newcomers(ctx: RenderContext, arrivals: Arrivals, key: str) -> str:
    """`▲ 4 new (u)`, empty when nobody came."""
    if not arrivals:
        return ""
    text = "new.many" if arrivals.more else "new.some"
    return f"{glyphs.NEWER} {ctx.tr(text, n=len(arrivals))} ({key})"


def age(ctx: RenderContext, read_at: datetime | None, *, online: bool) -> str:
    """`data from 09:12`, empty while the data are young and the connection stands.

    A moment to come was told by a clock that was wrong: how old the data are is not known.
    """
    if read_at is None or (online and -OLD < ctx.now - read_at < OLD):
        return ""
    today = date(ctx, read_at) == date(ctx, ctx.now)
    when = clock(ctx, read_at) if today else f"{date(ctx, read_at)}, {clock(ctx, read_at)}"
    return ctx.tr("list.since", when=when)
