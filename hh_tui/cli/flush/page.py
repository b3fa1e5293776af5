"""What became of a run, in lines without anybody's name."""

from collections import Counter
from collections.abc import Mapping
from datetime import tzinfo

from hh_tui.cli.flush.run import Flushed
from hh_tui.errors import HHError, HookRefused
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.ui.presenters.errors import explain


def lines(tr: Catalogue, result: Flushed, vacancies: Mapping[str, str], zone: tzinfo) -> list[str]:
    """Done, refused with the reason, unknown, unsent, late, kept back, scheduled: a line for each."""

    def named(vacancy_id: str) -> str:
        return one_line(vacancies.get(vacancy_id, "")) or vacancy_id

    said = [tr("flush.done", n=count, vacancy=named(key)) for key, count in sorted(result.done.items())]
    refused = Counter((key, _why(tr, error)) for key, error in result.refused)
    said += [
        tr("flush.refused", n=count, vacancy=named(key), why=why)
        for (key, why), count in sorted(refused.items())
    ]
    if result.unknown:
        said.append(tr("flush.unknown", n=result.unknown))
    if result.unsent:
        said.append(tr("flush.unsent", n=result.unsent))
    if result.foreign:
        said.append(tr("flush.foreign", n=result.foreign))
    if result.stopped is not None:
        said.append(explain(tr, result.stopped, outside=True).sentence)
    said += [tr("flush.bug", kind=type(error).__name__) for error in result.bugs]
    if result.late:
        said.append(tr("flush.late", n=result.late))
    if result.waiting:
        said.append(tr("flush.waiting", n=result.waiting))
    if result.scheduled:
        first = min(result.scheduled).astimezone(zone)
        said.append(tr("flush.scheduled", n=len(result.scheduled), when=f"{first:%Y-%m-%d %H:%M}"))
    return said or [tr("flush.nothing")]


def _why(tr: Catalogue, error: HHError) -> str:
    """The reason; a hook's own words may name somebody."""
    if isinstance(error, HookRefused):
        error = HookRefused(**{**error.values, "words": ""})
    return explain(tr, error, outside=True).sentence
