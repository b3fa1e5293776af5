"""`hh-tui log`: reads the journal and prints it as text for people, as CSV, or as JSON."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Final, Literal, TextIO

from hh_tui.cli.log.markdown import markdown
from hh_tui.cli.log.since import Since, begin_of
from hh_tui.cli.ls.output import Json, Output
from hh_tui.errors import SetAside
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.decision_log import LoggedDecision, logged
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.csv_lines import DELIMITERS, Csv
from hh_tui.inbox.lists.records import Record
from hh_tui.store.log_reading import Log
from hh_tui.system.local_zone import local_zone
from hh_tui.ui.presenters.errors import explain, told_once

Form = Literal["md", "json", "csv", "excel"]

FIELDS: Final = (
    "at", "stage", "vacancy_id", "vacancy", "negotiation_id", "name", "action_id", "action", "state",
    "letter", "reason",
)  # fmt: skip
"""Fields of a decision, in the order of the columns of CSV. Scripts rely on the names: they stay."""


def print_log(
    read: Callable[[datetime], Log],
    tr: Catalogue,
    wish: Since,
    *,
    form: Form = "md",
    bom: bool = False,
    out: TextIO | None = None,
    said: TextIO | None = None,
    zone: tzinfo | None = None,
    now: datetime | None = None,
) -> bool:
    """Print what came to its stage since then, and what is still open; moments of CSV and JSON are in UTC.

    `read` gives what is on the disk since a moment. All of it is read, and closed, before the first line is
    written, as a pager may take its time. What is wrong with the files is told on `said`, the standard error;
    False where they gave nothing for that reason. Raises HHError, and BrokenPipeError like any output.
    """
    out, said = out or sys.stdout, said or sys.stderr
    zone, now = zone or local_zone(), now or datetime.now(UTC)
    begin = begin_of(wish, now, zone)
    log = read(begin)
    for sentence in told_once(tr, log.notices, outside=True):
        said.write(f"hh-tui: {sentence}\n")
    if not log.records and any(isinstance(one, SetAside) for one in log.notices):
        return False
    every = logged(log.records, log.vacancies)
    decisions = [one for one in every if one.at >= begin or one.stage is not Stage.DONE]
    if form == "md":
        out.write(markdown(tr, decisions, zone, now))
    else:
        output = _output(out, tr, form, bom=bom)
        output.take([_record(tr, one) for one in decisions])
        output.close()
    out.flush()
    return True


def _record(tr: Catalogue, one: LoggedDecision) -> Record:
    found: Mapping[str, str | None] = {
        "at": one.at.astimezone(UTC).isoformat(timespec="seconds"),
        "stage": str(one.stage),
        "vacancy_id": one.vacancy_id,
        "vacancy": one.vacancy or None,
        "negotiation_id": one.negotiation_id,
        "name": one.candidate,
        "action_id": one.action_id or None,
        "action": one.action or None,
        "state": one.state or None,
        "letter": one.letter or None,
        "reason": explain(tr, one.error, outside=True).sentence if one.error else None,
    }
    return {name: found[name] for name in FIELDS}


def _output(out: TextIO, tr: Catalogue, form: Form, *, bom: bool) -> Output:
    names: Sequence[str] = FIELDS
    if form == "json":
        return Json(out)
    if form == "excel":
        return Csv(out, names, bom=True, delimiter=DELIMITERS[tr.language])
    return Csv(out, names, bom=bom)
