"""`hh-tui ls`: finds the vacancy and the collection, prints what is there."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Literal, TextIO, TypeVar

from msgspec import Struct

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Board, Collection, Negotiation, Vacancy
from hh_tui.api.resource import WholeList
from hh_tui.cli.ls.output import Json, Output, Table
from hh_tui.errors import HHError, ListCutShort, NotEmployer, NothingNamed, NothingThere, SeveralNamed
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.csv_lines import Csv
from hh_tui.inbox.lists.labels import NO_LABELS, Labels
from hh_tui.inbox.lists.records import CANDIDATE, COLLECTION, VACANCY, Record, candidate, opening, part
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.local_zone import local_zone

T = TypeVar("T")

Form = Literal["table", "json", "csv", "excel"]

CANDIDATE_COLUMNS = (
    "needs_attention", "id", "name", "age", "position", "salary", "currency", "stage", "unread_messages",
    "created_at",
)  # fmt: skip
COLLECTION_COLUMNS = ("needs_attention", "id", "name", "total")
VACANCY_COLUMNS = ("needs_attention", "id", "name", "area", "unread_responses", "responses")
"""What the table for people has of it."""


class ListRequest(Struct, frozen=True):
    """What to print: the candidates of a collection, or the `vacancies`, or the `collections` of one of them.

    `every` page of a collection, or the first.

    `vacancy` and `collection` are ids or parts of names; the first ones there are where nothing is said.
    `bom` puts a byte order mark before CSV.
    """

    vacancy: str = ""
    collection: str = ""
    vacancies: bool = False
    collections: bool = False
    every: bool = False
    form: Form = "table"
    bom: bool = False


async def print_list(
    connection: Connection,
    tr: Catalogue,
    wish: ListRequest,
    out: TextIO | None = None,
    zone: tzinfo | None = None,
    labels: Labels = NO_LABELS,
) -> None:
    """Print it to `out`, the standard output by default; moments for people are of `zone`, one's own.

    `labels` are the person's own, as they are kept on the disk.

    Raises HHError, and BrokenPipeError like any output. Where a list ends before its end, what was read of it
    is printed like a whole one, and ListCutShort is raised.

    Sends reads only, of which the candidate learns nothing: no thread and no resume is opened.
    """
    out = out or sys.stdout
    client = HHClient(connection)
    cut: ListCutShort | None = None
    try:
        account = await client.account.me()
        if not account.is_employer or account.employer is None:
            raise NotEmployer()
        vacancies = await client.vacancies.active(account.employer.id)
        if wish.vacancies:
            output = _output(out, tr, wish, VACANCY, VACANCY_COLUMNS, zone)
            output.take([opening(one) for one in vacancies])
        else:
            vacancy = await _vacancy(client, account.employer.id, vacancies, wish.vacancy)
            board = await client.negotiations.board(vacancy.id)
            if wish.collections:
                output = _output(out, tr, wish, COLLECTION, COLLECTION_COLUMNS, zone)
                output.take(list(_parts(board)))
            else:
                query = _query(vacancy, board, wish.collection)
                output = _output(out, tr, wish, CANDIDATE, CANDIDATE_COLUMNS, zone)
                cut = await _pages(client, vacancy, query, output, every=wish.every, labels=labels)
        output.close()
        out.flush()
        if cut is not None:
            raise cut
    finally:
        await connection.aclose()


async def _pages(
    client: HHClient, vacancy: Vacancy, query: Query, output: Output, *, every: bool, labels: Labels
) -> ListCutShort | None:
    """Page after page; somebody who moved on from one to the next meanwhile is told once.

    Returns what ended the list before its end. Raises HHError where nothing of it could be read.
    """
    whole, found = WholeList[Negotiation](), 0
    while not whole.is_over:
        try:
            page = await client.negotiations.page(query.url, whole.pages)
        except HHError as error:
            if not whole.pages:
                raise
            return ListCutShort.of(error, len(whole.items), found)
        found = page.found
        output.take([candidate(one, vacancy, query, labels) for one in whole.take(page)])
        if not every:
            break
    return None


def _parts(board: Board) -> Iterator[Record]:
    """Collections in the server's order, each before its parts; the generated ones last."""
    for one in (*board.collections, *board.generated_collections):
        yield part(one, None)
        yield from (part(inner, one) for inner in one.sub_collections)


async def _vacancy(client: HHClient, employer_id: str, active: Sequence[Vacancy], wished: str) -> Vacancy:
    """The vacancy wished for; archived ones are looked through when no active one is it.

    One's own first, then those of whoever has active ones: hh.ru keeps an archive for each manager.
    """
    if not wished:
        return _only(active[:1], wished, lambda one: one.name)
    found = _named(active, wished, lambda one: one.id, lambda one: one.name)
    if not found:
        archived = await client.vacancies.archived(employer_id)
        found = _named(archived, wished, lambda one: one.id, lambda one: one.name)
    if not found and (colleagues := tuple(dict.fromkeys(one.manager.id for one in active if one.manager))):
        archived, _refused = await client.vacancies.archived_of(employer_id, colleagues)
        found = _named(archived, wished, lambda one: one.id, lambda one: one.name)
    return _only(found, wished, lambda one: f"{one.name} ({one.id})")


def _query(vacancy: Vacancy, board: Board, wished: str) -> Query:
    """The collection wished for, sub-collections and generated ones included; else the first in sight."""
    every = [one for one in board.collections if not one.hidden]
    if wished:
        roots = (*board.collections, *board.generated_collections)
        # A sub-collection can be the whole of its collection, at the same address.
        parts = [one for root in reversed(roots) for one in (*root.sub_collections, root)]
        every = [*reversed({one.url: one for one in parts}.values())]
    found = _named(every, wished, lambda one: one.id, lambda one: one.name) if wished else every[:1]
    collection: Collection = _only(found, wished, lambda one: f"{one.name} ({one.id})")
    return Query(vacancy.id, collection.id, collection.url)


def _named(
    every: Sequence[T], wished: str, id_of: Callable[[T], str], name_of: Callable[[T], str]
) -> Sequence[T]:
    """By the id, else by the whole name, else by a part of it."""
    by_id = [one for one in every if id_of(one) == wished]
    whole = [one for one in every if folded(name_of(one)) == folded(wished)]
    return by_id or whole or [one for one in every if folded(wished) in folded(name_of(one))]


def _only(found: Sequence[T], wished: str, told: Callable[[T], str]) -> T:
    """The only one found. Raises NothingThere, NothingNamed or SeveralNamed."""
    if not found:
        raise NothingNamed(what=wished) if wished else NothingThere()
    if len(found) > 1:
        raise SeveralNamed(what=wished, n=len(found), some=", ".join(told(one) for one in found[:3]))
    return found[0]


def _output(
    out: TextIO,
    tr: Catalogue,
    wish: ListRequest,
    names: Sequence[str],
    columns: Sequence[str],
    zone: tzinfo | None,
) -> Output:
    if wish.form == "json":
        return Json(out)
    if wish.form == "csv":
        return Csv(out, names, bom=wish.bom)
    titles = {"name": "ls.title"} if wish.vacancies or wish.collections else {}
    if wish.form == "excel":
        from hh_tui.ui.presenters.render_context import RenderContext
        from hh_tui.ui.presenters.spreadsheet import Spreadsheet

        return Spreadsheet(out, RenderContext(tr, datetime.now(UTC), zone or local_zone()), names, titles)
    width = shutil.get_terminal_size().columns if out.isatty() else None
    return Table(out, [(name, tr(titles.get(name, f"ls.{name}"))) for name in columns], width, zone)
