"""`hh-tui log`: reads the journal and prints it as text for people, as CSV, or as JSON."""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Final, Literal, TextIO

from hh_tui.cli.log.markdown import markdown
from hh_tui.cli.log.since import Since, begin_of
from hh_tui.cli.ls.output import DELIMITERS, Csv, Json, Output
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.decision_log import LoggedDecision, logged
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.records import Record
from hh_tui.store.store import Store
from hh_tui.system.local_zone import local_zone
from hh_tui.ui.presenters.errors import explain

Form = Literal["md", "json", "csv", "excel"]

FIELDS: Final = (
    "at", "stage", "vacancy_id", "vacancy", "negotiation_id", "name", "action_id", "action", "state",
    "letter", "reason",
)  # fmt: skip
"""Fields of a decision, in the order of the columns of CSV. Scripts rely on the names: they stay."""


def print_log(
    store: Store,
    tr: Catalogue,
    wish: Since,
    *,
    form: Form = "md",
    bom: bool = False,
    out: TextIO | None = None,
    zone: tzinfo | None = None,
    now: datetime | None = None,
) -> None:
    """Print what came to its stage since then, and what is still open; moments of CSV and JSON are in UTC.

    Raises BrokenPipeError like any output.
    """
    out, zone, now = out or sys.stdout, zone or local_zone(), now or datetime.now(UTC)
    begin = begin_of(wish, now, zone)
    every = logged(store.log(begin), store.vacancy_names())
    decisions = [one for one in every if one.at >= begin or one.stage is not Stage.DONE]
    if form == "md":
        out.write(markdown(tr, decisions, zone, now))
    else:
        output = _output(out, tr, form, bom=bom)
        output.take([_record(tr, one) for one in decisions])
        output.close()
    out.flush()


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
