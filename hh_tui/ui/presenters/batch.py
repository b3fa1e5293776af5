"""What was decided on together, in words: one line, the report."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import Report, outbox_lines
from hh_tui.inbox.decisions.forms import MESSAGE, Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, OutboxEntry, Stage
from hh_tui.inbox.letters.bulk_form import of_others
from hh_tui.inbox.letters.personal import seconds
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.errors import lasting
from hh_tui.ui.presenters.letter import begun_earlier
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.status import deed as single

MANY = 2

NAMED = 3
"""People named in a sentence; the others are counted."""


def what(ctx: RenderContext, operation: Operation) -> str:
    """The action: `Отказ`, or without its letter `Отказ 🔇`."""
    label = actions.name(operation.action) if operation.action else ctx.tr("deed.letter")
    silent = operation.action is not None and operation.text is None and operation.action.argument("message")
    return f"{label} {ctx.tr('deed.silent')}" if silent else label


def is_of_sprint(operation: Operation) -> bool:
    """Whether different decisions were confirmed together; invitations together are one decision."""
    return bool(operation.sprint) and operation.invitation is None


def whole(ctx: RenderContext, operation: Operation, count: int) -> str:
    """The same of everything that was decided together: `Разбор · 37 решений`."""
    return ctx.tr("sprint.deed", n=count) if is_of_sprint(operation) else deed(ctx, operation, count)


def deed(ctx: RenderContext, operation: Operation, count: int) -> str:
    """What is done to whom: `Подумать · 37 кандидатов`."""
    if count < MANY:
        return single(ctx, operation)
    return dotted((what(ctx, operation), ctx.tr("batch.people", n=count)))


def skipped(ctx: RenderContext, action: Action, people: Sequence[Negotiation]) -> str:
    """Who is passed over, the first few by name: they can't be decided on in this way."""
    if not people:
        return ""
    return ctx.tr("batch.skipped", who=names(ctx, people), n=len(people), name=actions.name(action))


class PassedOver(Struct, frozen=True):
    """Those who lack the `action`, and those whom the letter can't be filled in for."""

    action: Action
    lacking: Sequence[Negotiation] = ()
    unnamed: Sequence[Negotiation] = ()


def notes(ctx: RenderContext, staying: Sequence[Operation], left_out: int, passed_over: PassedOver) -> str:
    """What there is to know before a decision, a line each: how personal letters go, who is passed over, how
    many were left out, and who has no resume any more."""
    gone = sum(one.negotiation.resume is None for one in staying)
    letters, unnamed = sum(bool(one.wording) for one in staying), passed_over.unnamed
    told = (
        ctx.tr("batch.personal", n=letters, time=lasting(ctx.tr, seconds(letters))) if letters else "",
        ctx.tr("batch.unnamed", n=len(unnamed)) if unnamed else "",
        skipped(ctx, passed_over.action, passed_over.lacking),
        ctx.tr("preview.left-out", n=left_out) if left_out else "",
        ctx.tr("preview.no-resume", n=gone) if gone else "",
    )
    return "\n".join(one for one in told if one)


def begun_words(
    tr: Catalogue, keys: Callable[[str], str], kept: Values, ids: Iterable[str], *, is_back: bool
) -> str:
    """Whose words a form for these negotiations begins with, and how they go; empty where it has none.

    `is_back`: one was in it a moment ago.
    """
    if others := of_others(kept, ids):
        return text_of_others(tr, others, keys("select-text"))
    return begun_earlier(tr, keys) if kept.get(MESSAGE) and not is_back else ""


def text_of_others(tr: Catalogue, count: int, select: str) -> str:
    """That the words below were begun for so many others, and how they go: `select` may have no key."""
    how = tr("batch.text-clear", key=select) if select else tr("batch.text-clear.by-hand")
    return tr("batch.text-of-others", n=count, how=how)


def names(ctx: RenderContext, people: Sequence[Negotiation]) -> str:
    """`Иванова Мария, Петров Олег, Сидоров Павел и ещё 4`."""
    said, more = named(ctx, people, NAMED)
    return f"{said} {ctx.tr('outbox.more', n=more)}" if more else said


def named(ctx: RenderContext, people: Iterable[Negotiation], most: int) -> tuple[str, int]:
    """The first names, each once: `Иванова Мария, Имя скрыто ×2`; and how many people these leave out."""
    counts = Counter(name(ctx, one) for one in people)
    first = list(counts.items())[:most]
    said = ", ".join(one if count == 1 else f"{one} ×{count}" for one, count in first)
    return said, counts.total() - sum(count for _, count in first)


def ended_lines(finished: Iterable[Finished]) -> list[list[Finished]]:
    """The same for what has come to its end."""
    found: dict[tuple[str, Stage], list[Finished]] = {}
    for one in finished:
        found.setdefault((one.operation.batch or one.operation.id, one.stage), []).append(one)
    return list(found.values())


def parked(ctx: RenderContext, entries: Sequence[OutboxEntry]) -> str:
    """The question about what has waited long; a batch is one line."""
    alike = outbox_lines(entries)
    title = ctx.tr("old.title", n=len(alike))
    named = [deed(ctx, one[0].operation, len(one)) for one in alike if len(one) >= MANY]
    return "  ".join((title, *named))


def summary(ctx: RenderContext, report: Report, marked: int) -> str:
    """One sentence: how many were done, how many not, and how many of these are still `marked`."""
    counts = {
        "batch.refused": len(report.refused),
        "batch.unsent": len(report.unsent),
        "batch.letterless": len(report.letterless),
        "batch.unknown": len(report.unknown),
        "batch.dropped": len(report.dropped),
    }
    failed = (ctx.tr(key, n=count) for key, count in counts.items() if count)
    still = (ctx.tr("batch.still-marked", n=marked),) if marked else ()
    return dotted((ctx.tr("batch.done", n=len(report.done)), *failed, *still))


def see(ctx: RenderContext, keys: Callable[[str], str], marked: int) -> str:
    """The keys for the reasons, and for the marks where there are still some; `keys` names a command's."""
    key = "batch.see.marked" if marked else "batch.see"
    return ctx.tr(key, key=keys("report"), back=keys("back"))
