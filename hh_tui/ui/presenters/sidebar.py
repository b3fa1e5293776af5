"""The left column: vacancies, and the collections of the chosen one, a line each."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models import Board, Collection, Vacancy
from hh_tui.inbox.lists.active_filters import collection_of
from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.lists.awaiting_list import known
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.inbox.lists.snoozed_item import PLACES
from hh_tui.inbox.lists.snoozed_list import count
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import left_right
from hh_tui.ui.presenters.vacancy_names import asides


class EntryKind(StrEnum):
    """What a line of the sidebar stands for."""

    WAITING = "waiting"
    PLACE = "place"
    VACANCY = "vacancy"
    ARCHIVE = "archive"
    COLLECTION = "collection"
    FOLD = "fold"
    SAVED = "saved"
    PEOPLE = "people"
    SEARCH = "search"
    FAVOURITES = "favourites"


class SidebarEntry(Struct, frozen=True):
    """A line of the sidebar: `id` is a vacancy's id, a collection's address or a saved search's id.

    `aside` tells it apart from others with the same label.
    """

    kind: EntryKind
    id: str
    label: str
    total: int | None = None
    attention: int = 0
    depth: int = 0
    quiet: bool = False
    query: Query | None = None
    more: bool = False
    """Whether the total is what is known by now, and there may be others."""
    aside: str = ""

    @property
    def name(self) -> str:
        """The label with what tells it apart."""
        return dotted((self.label, self.aside))


def waiting(ctx: RenderContext, inbox: Inbox) -> SidebarEntry:
    """The way to those who wait for an answer in any vacancy, with how many are known."""
    queue, title = inbox.queue, ctx.tr("waiting.title")
    if queue is None or queue.is_looking:
        return SidebarEntry(EntryKind.WAITING, WAITING.collection_id, title)
    return SidebarEntry(
        EntryKind.WAITING, WAITING.collection_id, title, known(inbox), more=not queue.is_whole
    )


def places(ctx: RenderContext, inbox: Inbox) -> tuple[SidebarEntry, ...]:
    """The ways to the snoozed candidates, with how many they are; a place without anybody is not told of."""
    shown = ((place, count(inbox, place)) for place in PLACES.values())
    return tuple(
        SidebarEntry(
            EntryKind.PLACE,
            place.collection_id,
            ctx.tr(f"snoozed.title.{place.collection_id}"),
            there,
            query=place,
        )
        for place, there in shown
        if there or inbox.listing.query == place
    )


def vacancies(
    ctx: RenderContext, active: Iterable[Vacancy], archived: Iterable[Vacancy] | None
) -> tuple[SidebarEntry, ...]:
    """Active vacancies, then the archived ones, or the line that asks for them."""
    active, archived = tuple(active), None if archived is None else tuple(archived)
    beside = asides(ctx, (*active, *(archived or ())))
    entries = [_vacancy(vacancy, beside) for vacancy in active]
    if archived is None:
        entries.append(SidebarEntry(EntryKind.ARCHIVE, "", ctx.tr("vacancies.archive"), quiet=True))
    else:
        entries += [_vacancy(vacancy, beside, quiet=True) for vacancy in archived]
    return tuple(entries)


def _vacancy(vacancy: Vacancy, beside: Mapping[str, str], *, quiet: bool = False) -> SidebarEntry:
    return SidebarEntry(
        EntryKind.VACANCY,
        vacancy.id,
        vacancy.name or vacancy.id,
        vacancy.total,
        vacancy.unread,
        quiet=quiet,
        aside=beside.get(vacancy.id, ""),
    )


def collections(
    ctx: RenderContext, vacancy_id: str, board: Board, *, unfolded: bool
) -> tuple[SidebarEntry, ...]:
    """The server's collections in its order; hidden and generated ones behind a fold."""
    shown = [one for one in board.collections if not one.hidden]
    folded = [one for one in board.collections if one.hidden] + list(board.generated_collections)
    entries = [entry for one in shown for entry in _collection(vacancy_id, one, 0)]
    if folded:
        sign = glyphs.UNFOLDED if unfolded else glyphs.FOLDED
        label = ctx.tr("collections.more", n=len(folded))
        entries.append(SidebarEntry(EntryKind.FOLD, "", f"{sign} {label}", quiet=True))
    if unfolded:
        entries += [entry for one in folded for entry in _collection(vacancy_id, one, 0, quiet=True)]
    return tuple(entries)


def _collection(
    vacancy_id: str, collection: Collection, depth: int, *, quiet: bool = False
) -> list[SidebarEntry]:
    counters = collection.counters
    entry = SidebarEntry(
        EntryKind.COLLECTION,
        collection.url,
        collection.name or collection.id,
        counters.total if counters else None,
        counters.with_updates if counters else 0,
        depth,
        quiet,
        Query(vacancy_id, collection.id, collection.url),
    )
    parts = (_collection(vacancy_id, part, depth + 1, quiet=quiet) for part in collection.sub_collections)
    return [entry, *(line for part in parts for line in part)]


def saved_filters(board: Board, saved: Iterable[SavedFilter]) -> tuple[SidebarEntry, ...]:
    """The filters a person keeps for the vacancy, with the collections' addresses as they are now."""
    return tuple(_saved(board, one) for one in saved)


def saved_id(saved: SavedFilter) -> str:
    """The id of its line."""
    return f"saved {saved.name}"


def _saved(board: Board, saved: SavedFilter) -> SidebarEntry:
    collection = collection_of(board, saved.query)
    query = replace(saved.query, url=collection.url) if collection else saved.query
    return SidebarEntry(EntryKind.SAVED, saved_id(saved), f"{glyphs.SAVED} {saved.name}", query=query)


def searches(ctx: RenderContext, inbox: Inbox) -> tuple[SidebarEntry, ...]:
    """The ways to people of the resume base: the search, those saved on hh.ru with who is new, favourites.

    None of them where the base was not bought.
    """
    if inbox.searches is None:
        return ()
    saved = [
        SidebarEntry(
            EntryKind.SEARCH,
            one.id,
            one.name or one.id,
            one.items.count if one.items is not None else None,
            one.news,
            depth=1,
        )
        for one in inbox.searches
    ]
    return (
        SidebarEntry(EntryKind.PEOPLE, "people", ctx.tr("sidebar.people"), quiet=True),
        *saved,
        SidebarEntry(EntryKind.FAVOURITES, "favourites", ctx.tr("sidebar.favourites"), depth=1),
    )


def counts(entry: SidebarEntry) -> str:
    """`41/214`, empty where the server does not count."""
    if entry.total is None:
        return ""
    total = f"{entry.total}{'+' if entry.more else ''}"
    return f"{entry.attention}/{total}" if entry.attention else total


def line(entry: SidebarEntry, width: int) -> Content:
    """`Python-разработчик   41/214`: those that want attention before the total."""
    style = "$text-muted" if entry.quiet else ""
    counts = Content("")
    if entry.total is not None:
        counts = Content.assemble(
            (str(entry.attention), "bold $accent") if entry.attention else "",
            "/" if entry.attention else "",
            (f"{entry.total}{'+' if entry.more else ''}", "$text-muted"),
        )
    label = Content.styled("  " * entry.depth + ("· " if entry.depth else "") + entry.label, style)
    if entry.aside:
        # The names are the same: a long one gives way to what tells it apart, down to half of the room.
        room = width - counts.cell_length - 1
        beside = Content.styled(f" {entry.aside}", "$text-muted")
        beside = beside.truncate(max(room // 2, room - label.cell_length), ellipsis=True)
        label = Content.assemble(label.truncate(max(1, room - beside.cell_length), ellipsis=True), beside)
    return left_right(label, counts, width)
