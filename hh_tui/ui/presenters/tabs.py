"""The line of tabs: as long as the room allows, the shown one marked without colour too."""

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.dossier import Dossier, Tab, has, is_offered, owner_of
from hh_tui.ui.presenters.render_context import RenderContext


class TabLabel(Struct, frozen=True):
    """A tab by its name, its shorter name, and how much there is in it where that is known."""

    tab: Tab
    name: str
    short: str
    count: str = ""
    empty: bool = False

    def text(self, *, short: bool) -> str:
        """Name and count."""
        return " ".join(part for part in (self.short if short else self.name, self.count) if part)


def labels(
    ctx: RenderContext, negotiation: Negotiation, dossier: Dossier, current: Tab = Tab.MESSAGES
) -> tuple[TabLabel, ...]:
    """The tabs of a candidate, the `current` one among them."""
    counts = {
        Tab.MESSAGES: negotiation.counters.messages if negotiation.counters else None,
        Tab.HISTORY: None if dossier.history is None else len(dossier.history),
        Tab.NOTES: _notes(negotiation, dossier),
        Tab.TEST: negotiation.test_result.score if negotiation.test_result else None,
        Tab.CALLS: None if dossier.calls is None else len(dossier.calls.calls),
    }
    return tuple(
        TabLabel(
            tab,
            ctx.tr(f"tab.{tab}"),
            ctx.tr(f"tab.{tab}.short"),
            "" if counts.get(tab) is None else str(counts[tab]),
            not has(negotiation, tab),
        )
        for tab in Tab
        if tab is current or is_offered(negotiation, tab, dossier)
    )


def _notes(negotiation: Negotiation, dossier: Dossier) -> int | None:
    if dossier.notes is not None:
        return len(dossier.notes)
    owner = owner_of(negotiation)
    counters = owner.comments.counters if owner and owner.comments else None
    return counters.total if counters else None


class TabSpan(Struct, frozen=True):
    """Where a tab stands in the line, in cells: from `start` up to `end`."""

    tab: Tab
    start: int
    end: int


def line(shown: tuple[TabLabel, ...], current: Tab, width: int) -> tuple[Content, tuple[TabSpan, ...]]:
    """The tabs in `width` cells: all in brackets, else only the shown one, else by their short names."""
    for short, bracketed in ((False, True), (False, False), (True, False)):
        content, places = _line(shown, current, short=short, bracketed=bracketed)
        if content.cell_length <= width:
            break
    return content, places


def _line(
    shown: tuple[TabLabel, ...], current: Tab, *, short: bool, bracketed: bool
) -> tuple[Content, tuple[TabSpan, ...]]:
    parts: list[Content] = []
    places: list[TabSpan] = []
    at = 0
    for label in shown:
        is_current = label.tab is current
        text = label.text(short=short)
        text = f"[{text}]" if bracketed or is_current else text
        style = "bold underline $accent" if is_current else "dim" if label.empty else "$text-muted"
        part = Content.styled(text, style)
        places.append(TabSpan(label.tab, at, at + part.cell_length))
        at += part.cell_length + 1
        parts.append(part)
    return Content(" ").join(parts), tuple(places)
