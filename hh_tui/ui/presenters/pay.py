"""The pay wished for against the pay offered."""

from hh_tui.api.models import PayRange, Resume
from hh_tui.i18n.text import money
from hh_tui.ui.presenters.render_context import RenderContext

CELLS = 7
ROUBLE = frozenset({"RUR", "RUB"})
LEFT, RIGHT, EMPTY, HERE, BELOW, ABOVE = "▕", "▏", "·", "█", "◂", "▸"


def bar(resume: Resume, offered: PayRange | None) -> str:
    """Seven cells from the lowest to the highest pay offered: `▕···█···▏`, `◂` below, `▸` above.

    Empty where either is unknown, an end is open, the currencies differ, or it is no pay by the month.
    """
    wish = resume.salary
    if wish is None or not wish.amount or offered is None or not offered.is_monthly:
        return ""
    if offered.low is None or offered.high is None:
        return ""
    low, high = offered.low, offered.high
    if not 0 <= low < high or not _same(wish.currency, offered.currency):
        return ""
    if wish.amount < low:
        return f"{BELOW}{EMPTY * CELLS}{RIGHT}"
    if wish.amount > high:
        return f"{LEFT}{EMPTY * CELLS}{ABOVE}"
    at = min(CELLS - 1, int((wish.amount - low) / (high - low) * CELLS))
    return f"{LEFT}{EMPTY * at}{HERE}{EMPTY * (CELLS - 1 - at)}{RIGHT}"


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and (one == other or {one, other} <= ROUBLE)


def offer(ctx: RenderContext, offered: PayRange | None) -> str:
    """`в вакансии 150 000 – 250 000 ₽, на руки, два раза в месяц`; empty where nothing is offered."""
    if offered is None:
        return ""
    taxes = {True: ctx.tr("pay.gross"), False: ctx.tr("pay.net")}
    tax = "" if offered.gross is None else taxes[offered.gross]
    per = offered.mode.name.lower() if offered.mode and not offered.is_monthly else ""
    often = offered.frequency.name.lower() if offered.frequency else ""
    told = ", ".join(part for part in (_range(ctx, offered), per, tax, often) if part)
    return told if _range(ctx, offered) else ""


def _range(ctx: RenderContext, offered: PayRange) -> str:
    low = money(offered.low, offered.currency) if offered.low else ""
    high = money(offered.high, offered.currency) if offered.high else ""
    if low and high:
        return ctx.tr("pay.between", low=low, high=high)
    if low:
        return ctx.tr("pay.from", low=low)
    return ctx.tr("pay.to", high=high) if high else ""


def measured(ctx: RenderContext, resume: Resume, offered: PayRange | None) -> str:
    """The bar and the pay offered; empty where the candidate names none."""
    if resume.salary is None or not resume.salary.amount:
        return ""
    return " ".join(part for part in (bar(resume, offered), offer(ctx, offered)) if part)
