"""A letter being written: how long, how many in a row, what it tells beside its words, what is missing."""

from collections.abc import Sequence

from hh_tui.files.letter_templates import BYTES, Flaw
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.silent_step import Untold
from hh_tui.inbox.letters.streak import LIMIT
from hh_tui.inbox.letters.variables import Gap
from hh_tui.ui.presenters.candidate import dotted

FLAWS = 3
"""Files named in one sentence."""


def measure(tr: Catalogue, text: str, in_a_row: int | None) -> str:
    """`412 знаков · подряд 3 из 5`; how many in a row only where there are some."""
    row = tr("compose.in-a-row", n=in_a_row, limit=LIMIT) if in_a_row else ""
    return dotted((tr("compose.length", n=len(text)), row))


def odd(tr: Catalogue, stem: str, exit_code: int) -> str:
    """What was odd about a text that came back from the person's own editor."""
    told = tr(f"editor.{stem}", code=exit_code)
    return told if stem == "cp1251" else tr("editor.taken", why=told)


def warning(tr: Catalogue, untold: Untold | None) -> str:
    """What any letter will publish, empty when there is nothing."""
    if untold is None:
        return ""
    if untold.seen:
        return tr("compose.untold.seen", stage=untold.stage, seen=untold.seen)
    return tr("compose.untold", stage=untold.stage)


def unfilled(tr: Catalogue, gaps: Sequence[Gap]) -> str:
    """Why a letter does not go: the first gap, and how many more there are."""
    gap, more = f"{{{{{gaps[0].name}}}}}", len(gaps) - 1
    return tr("gap.blocks.more", gap=gap, n=more) if more else tr("gap.blocks", gap=gap)


def flawed(tr: Catalogue, flaws: Sequence[Flaw]) -> str:
    """Which own templates were left out, and why, in one sentence."""
    named = [
        tr(f"templates.flaw.{flaw.why}", name=flaw.name, kilobytes=BYTES // 1024) for flaw in flaws[:FLAWS]
    ]
    more = len(flaws) - len(named)
    if more:
        named.append(tr("templates.flaws.more", n=more))
    return tr("templates.flaws", flaws="; ".join(named))
