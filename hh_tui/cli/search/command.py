"""`hh-tui search`: makes a query of what was typed, prints who is found."""

import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import Final, TextIO

from msgspec import Struct

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models.found_resume import FoundResume
from hh_tui.api.resource import WholeList
from hh_tui.api.resume_search import FOUND_AT_MOST, FOUND_PER_PAGE
from hh_tui.cli.ls.command import Form
from hh_tui.cli.ls.output import Json, Output, Table
from hh_tui.cli.search.wish import SearchWish, query_of
from hh_tui.errors import HHError, ListCutShort, NotEmployer
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import grouped
from hh_tui.inbox.lists.csv_lines import Csv
from hh_tui.inbox.lists.records import Record, told_of_resume
from hh_tui.system.local_zone import local_zone

PAGES_AT_MOST: Final = FOUND_AT_MOST // FOUND_PER_PAGE
"""Pages that hh.ru shows of one search."""

FOUND: Final = (
    "resume_id", "name", "age", "position", "salary", "currency", "experience_months", "employer", "area",
    "job_search_status", "viewed", "last_negotiation", "last_negotiation_at", "updated_at", "resume_url",
)  # fmt: skip
"""Fields of somebody who was found, in the order of the columns of CSV."""

COLUMNS: Final = ("resume_id", "name", "age", "position", "salary", "currency", "area", "last_negotiation")
"""What the table for people has of it."""


class SearchRequest(Struct, frozen=True):
    """Whom to look for, and what to print of them: so many `pages` of twenty, or the number alone."""

    wish: SearchWish
    pages: int = 1
    count: bool = False
    form: Form = "table"
    bom: bool = False


async def print_found(
    connection: Connection,
    tr: Catalogue,
    request: SearchRequest,
    out: TextIO | None = None,
    zone: tzinfo | None = None,
    said: TextIO | None = None,
) -> None:
    """Print it to `out`, the standard output by default; moments for people are of `zone`, one's own.

    How many there are is told on `said`, the standard error, where people read the table. Raises HHError,
    and BrokenPipeError like any output. Where the search ends before its end, what was read of it is printed
    like a whole one, and ListCutShort is raised.

    Sends reads of lists only: no resume is opened, no view is spent.
    """
    out, said = out or sys.stdout, said or sys.stderr
    client = HHClient(connection)
    try:
        if not (await client.account.me()).is_employer:
            raise NotEmployer()
        query = await query_of(client, request.wish)
        if request.count:
            out.write(f"{await client.resume_search.count(query)}\n")
            return
        output = _output(out, tr, request, zone)
        whole, found = WholeList[FoundResume](), 0
        cut: ListCutShort | None = None
        while cut is None and not whole.is_over and whole.pages < min(request.pages, PAGES_AT_MOST):
            try:
                page = await client.resume_search.page(query, whole.pages)
            except HHError as error:
                if not whole.pages:
                    raise
                cut = ListCutShort.of(error, len(whole.items), found)
            else:
                found = page.found
                output.take([found_record(one) for one in whole.take(page)])
        output.close()
        out.flush()
        if cut is not None:
            raise cut
        if request.form == "table":
            shown = grouped(len(whole.items))
            said.write(f"{tr('cli.search.found', n=found, found=grouped(found), shown=shown)}\n")
    finally:
        await connection.aclose()


def found_record(resume: FoundResume) -> Record:
    """One person; what the resume hides or hh.ru leaves out is None. Moments are in UTC."""
    last, status = resume.last_negotiation, resume.job_search_status
    record = told_of_resume(resume) | {
        "job_search_status": status.id if status else None,
        "viewed": resume.viewed,
        "last_negotiation": last.employer_state.name if last and last.employer_state else None,
        "last_negotiation_at": _moment(last.created_at) if last else None,
        "updated_at": _moment(resume.updated_at),
    }
    return {name: record[name] for name in FOUND}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _output(out: TextIO, tr: Catalogue, request: SearchRequest, zone: tzinfo | None) -> Output:
    names: Sequence[str] = FOUND
    if request.form == "json":
        return Json(out)
    if request.form == "csv":
        return Csv(out, names, bom=request.bom)
    if request.form == "excel":
        from hh_tui.ui.presenters.render_context import RenderContext
        from hh_tui.ui.presenters.spreadsheet import Spreadsheet

        return Spreadsheet(out, RenderContext(tr, datetime.now(UTC), zone or local_zone()), names)
    width = shutil.get_terminal_size().columns if out.isatty() else None
    return Table(out, [(name, tr(f"ls.{name}")) for name in COLUMNS], width, zone)
