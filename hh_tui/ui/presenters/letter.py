"""A letter being written: how long, how many in a row, what it tells beside its words, what is missing."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.api.models import Negotiation
from hh_tui.files.letter_templates import BYTES, BrokenTemplate
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.optimistic import echoes
from hh_tui.inbox.decisions.silent_step import UnannouncedStep, unannounced_step
from hh_tui.inbox.letters.streak import LIMIT, in_a_row
from hh_tui.inbox.letters.variables import Gap
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext

NAMED = 3
"""Files named in one sentence."""


def measure(tr: Catalogue, text: str, in_a_row: int | None) -> str:
    """`412 знаков · писем без ответа: 3 из 5`; how many in a row only where there are some."""
    row = tr("compose.in-a-row", n=in_a_row, limit=LIMIT) if in_a_row else ""
    return dotted((tr("compose.length", n=len(text)), row))


def beside_letter(
    ctx: RenderContext, inbox: Inbox, view_unannounced: Mapping[str, UnannouncedStep], to: Negotiation
) -> str:
    """What is to be known while writing to this candidate: why the letter can't go, or what else it tells."""
    place = inbox.listing.rows.index_of(to.id)
    now = inbox.listing.rows[place].negotiation if place is not None else to
    lock = inbox.lock(now)
    if lock is not None:
        return errors.locked(ctx.tr, lock)
    return warning(ctx.tr, view_unannounced.get(to.id) or unannounced_step(now))


def length(ctx: RenderContext, inbox: Inbox, text: str, to: Negotiation) -> str:
    """How long the letter is, and how many went before it without an answer."""
    return measure(ctx.tr, text, in_a_row(inbox.threads.get(to.id), echoes(inbox, to.id)))


def odd(tr: Catalogue, stem: str, exit_code: int) -> str:
    """What was odd about a text that came back from the person's own editor."""
    told = tr(f"editor.{stem}", code=exit_code)
    return told if stem == "cp1251" else tr("editor.taken", why=told)


def warning(tr: Catalogue, unannounced: UnannouncedStep | None) -> str:
    """What any letter will publish, empty when there is nothing."""
    if unannounced is None:
        return ""
    if unannounced.seen:
        return tr("compose.unannounced.seen", stage=unannounced.stage, seen=unannounced.seen)
    return tr("compose.unannounced", stage=unannounced.stage)


def unfilled(tr: Catalogue, gaps: Sequence[Gap]) -> str:
    """Why a letter does not go: the first gap, and how many more there are."""
    gap, more = gaps[0].written, len(gaps) - 1
    return tr("gap.blocks.more", gap=gap, n=more) if more else tr("gap.blocks", gap=gap)


def two_addresses(tr: Catalogue, named: str, chosen: str) -> str:
    """What is amiss with a letter: it names one address, its form another one or none."""
    if chosen:
        return tr("address.differs", named=named, chosen=chosen)
    return tr("address.not-in-form", named=named)


def begun_earlier(tr: Catalogue, keys: Callable[[str], str], *, has_templates: bool = True) -> str:
    """That the words of a form were begun earlier, and how others, or a template, take their place."""
    select, template = keys("select-text"), keys("sheet-template")
    if select and template and has_templates:
        how = tr("sheet.begun-earlier.template", select=select, template=template)
    else:
        how = _cleared(tr, select)
    return dotted((tr("sheet.begun-earlier"), how))


def draft_begun(tr: Catalogue, select: str) -> str:
    """That a letter goes on where it was left, and how its words go: `select` may have no key."""
    return dotted((tr("compose.begun"), _cleared(tr, select)))


def _cleared(tr: Catalogue, select: str) -> str:
    return tr("batch.text-clear", key=select) if select else tr("batch.text-clear.by-hand")


def broken_files(tr: Catalogue, broken: Sequence[BrokenTemplate]) -> str:
    """Which own templates were left out, and why, in one sentence."""
    named = [
        tr(f"templates.broken.{broken_one.why}", name=broken_one.name, kilobytes=BYTES // 1024)
        for broken_one in broken[:NAMED]
    ]
    more = len(broken) - len(named)
    if more:
        named.append(tr("templates.broken-files.more", n=more))
    return tr("templates.broken-files", broken="; ".join(named))
