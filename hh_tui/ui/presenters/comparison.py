"""Two candidates in two columns, fact by fact: what only one of them has stands out."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange, Resume
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.labels import Labels, owner, with_sign
from hh_tui.ui.presenters.candidate import dotted, experience, job, name_and_age, pay
from hh_tui.ui.presenters.candidate_facts import job_search, met_before, relevant, tags
from hh_tui.ui.presenters.dates import age
from hh_tui.ui.presenters.pay import bar
from hh_tui.ui.presenters.render_context import RenderContext

JOBS: Final = 4
"""Places of work that are compared."""

LABEL: Final = 14
GAP: Final = 2
"""Cells of the names of facts, and between columns."""

Cells = tuple[str, Sequence[str], Sequence[str]]
"""A fact: its key in the catalogue, and what each of the two has for it, a line each."""


def comparison(
    ctx: RenderContext,
    pair: tuple[Negotiation, Negotiation],
    offered: PayRange | None,
    labels: Labels,
    width: int,
) -> Content:
    """Both in `width` cells. A fact that neither tells is left out."""
    column = max(12, (width - LABEL - GAP) // 2 - GAP)
    names = [[name_and_age(ctx, one)] for one in pair]
    lines = [*(one.stylize("bold") for one in _row("", names[0], names[1], column)), Content("")]
    for key, left, right in _facts(ctx, pair, offered, labels):
        if any(left) or any(right):
            lines += _row(ctx.tr(f"comparison.{key}"), left, right, column)
    lines += _skills(ctx, pair, column)
    return Content("\n").join(lines)


def _row(label: str, left: Sequence[str], right: Sequence[str], column: int) -> Iterator[Content]:
    """A fact, as many lines as the longer side takes; where both say the same it is dim."""
    style = "$text-muted" if list(left) == list(right) else ""
    cut = [[part for text in side for part in wrap(text, column)] for side in (left, right)]
    for place, (one, other) in enumerate(zip_longest(*cut, fillvalue="")):
        yield _line("" if place else label, one, other, column, style)


def _line(label: str, left: str, right: str, column: int, style: str) -> Content:
    return Content.assemble(
        Content.styled(label, "$secondary").truncate(LABEL, ellipsis=True, pad=True),
        " " * GAP,
        Content.styled(left, style).truncate(column, ellipsis=True, pad=True),
        " " * GAP,
        Content.styled(right, style).truncate(column, ellipsis=True),
    )


def _facts(
    ctx: RenderContext, pair: tuple[Negotiation, Negotiation], offered: PayRange | None, labels: Labels
) -> Iterator[Cells]:
    def both(key: str, *sides: Sequence[str]) -> Cells:
        return key, sides[0], sides[1]

    yield both("came", *([age(ctx, one.created_at)] if one.created_at else [] for one in pair))
    yield both("state", *([one.employer_state.name] if one.employer_state else [] for one in pair))
    yield both("labels", *([with_sign(labels.get(owner(one), ()))] for one in pair))
    yield both("test", *([_score(ctx, one)] for one in pair))
    yield both("relevant", *([relevant(ctx, one)] for one in pair))
    resumes = [one.resume or Resume() for one in pair]
    yield both("position", *([one.title or ""] for one in resumes))
    yield both("pay", *([f"{pay(one)} {bar(one, offered)}".strip()] for one in resumes))
    yield both("experience", *([experience(ctx, one, short=True)] for one in resumes))
    yield both("town", *([one.area.name if one.area else ""] for one in resumes))
    yield both("search", *([job_search(ctx, one)] for one in resumes))
    yield both("before", *([met_before(ctx, one)] for one in resumes))
    yield both("tags", *([tags(ctx, one)] for one in pair))
    yield both("work", *([job(ctx, place) for place in one.experience[:JOBS]] for one in resumes))
    yield both("education", *(_education(one) for one in resumes))


def _score(ctx: RenderContext, negotiation: Negotiation) -> str:
    result = negotiation.test_result
    return "" if result is None or result.score is None else ctx.tr("comparison.of-100", n=result.score)


def _education(resume: Resume) -> list[str]:
    education = resume.education
    if education is None:
        return []
    schools = [dotted((str(one.year or ""), one.name or "")) for one in education.primary[:2]]
    return [education.level.name if education.level else "", *schools]


def _skills(ctx: RenderContext, pair: tuple[Negotiation, Negotiation], column: int) -> Iterator[Content]:
    """Skills that both have in one line over the whole width, then those that only one has."""
    sides = [one.resume.skill_set if one.resume else () for one in pair]
    known = [{folded(skill) for skill in side} for side in sides]
    shared = [skill for skill in sides[0] if folded(skill) in known[1]]
    if shared:
        texts = wrap(", ".join(shared), 2 * column + GAP)
        for place, text in enumerate(texts):
            label = "" if place else ctx.tr("comparison.skills-both")
            yield Content.assemble(
                Content.styled(label, "$secondary").truncate(LABEL, ellipsis=True, pad=True),
                " " * GAP,
                (text, "$text-muted"),
            )
    own = [
        ", ".join(skill for skill in side if folded(skill) not in other)
        for side, other in zip(sides, reversed(known), strict=True)
    ]
    if any(own):
        yield from _row(ctx.tr("comparison.skills"), [own[0]], [own[1]], column)
