"""The details of an error, for those who have to report it."""

from textual.content import Content

from hh_tui.errors import HHError, Refused
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain


def details(tr: Catalogue, error: HHError) -> Content:
    """What hh.ru said exactly: its support asks for the request id."""
    explanation = explain(tr, error)
    rows = [("details.kind", type(error).__name__)]
    if isinstance(error, Refused):
        rows += [
            ("details.status", str(error.status)),
            ("details.type", error.type),
            ("details.value", error.value),
            ("details.request", error.request_id),
        ]
    lines = [Content.styled(explanation.title, "bold"), Content(explanation.what), Content(explanation.hint)]
    lines += [Content("")]
    lines += [Content.assemble((tr(key), "$text-muted"), "  ", value) for key, value in rows if value]
    lines += [Content(""), Content(tr("details.repeat" if explanation.repeatable else "details.no-repeat"))]
    return Content("\n").join(lines)
