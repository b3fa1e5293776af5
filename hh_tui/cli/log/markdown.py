"""The log as a page of Markdown: days, vacancies, how many of what, then each decision."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Final

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.decision_log import LoggedDecision, by_day, by_vacancy
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.presenters.decision_log import summary, what
from hh_tui.ui.presenters.errors import explain

_SPECIAL: Final = str.maketrans({one: f"\\{one}" for one in r"\`*_[]<>#|~"})
"""Signs that Markdown takes for more than themselves."""


def markdown(tr: Catalogue, decisions: Sequence[LoggedDecision], zone: tzinfo, now: datetime) -> str:
    """The page, the latest day first; times are of the person's zone."""
    if not decisions:
        return tr("log.nothing") + "\n"
    lines: list[str] = []
    for day, found in by_day(decisions, zone):
        lines += [f"# {day:%Y-%m-%d}", "", _plain(summary(tr, found)), ""]
        for vacancy, of_vacancy in by_vacancy(found):
            lines += [f"## {_plain(vacancy)}", "", _plain(summary(tr, of_vacancy)), ""]
            lines += [_line(tr, one, zone) for one in of_vacancy]
            lines.append("")
    return "\n".join(lines)


def _line(tr: Catalogue, one: LoggedDecision, zone: tzinfo) -> str:
    who = one.candidate or tr("candidate.nameless")
    told = f"- {one.at.astimezone(zone):%H:%M} {_plain(what(tr, one))} · {_plain(who)}"
    if one.stage is not Stage.DONE:
        told += f" · {_plain(tr(f'log.{one.stage}'))}"
    if one.error is not None:
        told += f": {_plain(explain(tr, one.error, outside=True).sentence)}"
    if one.letter:
        told += f"\n  > {_plain(one.letter)}"
    return told


def _plain(text: str) -> str:
    """One line that Markdown shows as it is."""
    return one_line(text).translate(_SPECIAL)
