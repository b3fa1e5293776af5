"""What a search found is brought into sight in a row, beside what a decision hangs on."""

import re
from datetime import UTC, datetime
from functools import partial

import pytest
from rich.cells import cell_len

from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.query_terms import words
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import RowBadges, facts_length, row, wish_line
from hh_tui.ui.presenters.search_hits import with_found
from tests.factory import negotiation

CTX = RenderContext(Catalogue("ru"), datetime(2026, 5, 14, 12, tzinfo=UTC), UTC)


def _told(title: str, typed: str, width: int, **more: object) -> str:
    """The second line of the row of somebody who wishes for this position, found by these words."""
    resume = {"title": title, "salary": {"amount": 355_000, "currency": "RUR"}, **more}
    row_, ctx = negotiation("1", resume={"id": "r", "total_experience": {"months": 124}, **resume}), CTX
    lines = row(ctx, row_, RowBadges(), width)
    below, facts = partial(wish_line, ctx, row_, RowBadges()), facts_length(ctx, row_)
    return with_found(lines, row_, None, words(typed), width, below, facts)[1].plain


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Senior Backend Engineer (Python)", {}),
        ("Разработчик с опытом от пяти лет на Python / Django", {}),
        ("Ведущий разработчик", {"skill_set": ["Очень длинное название и Python вместе с ним"]}),
        ("Ведущий разработчик высоконагруженных систем", {"skill_set": ["Python"]}),
    ],
    ids=["title", "long-title", "long-skill", "skill"],
)
def test_what_is_found_is_in_sight_beside_pay(title: str, more: dict[str, object]) -> None:
    for width in range(38, 80):
        told = _told(title, "python", width, **more)
        assert told.count("Python") == 1, "it is in sight, and told once"
        assert "355\u00a0000\u00a0₽ · 10 л 4 м" in told
        assert not re.search("… *…", told)
        assert cell_len(told) == width


def test_what_is_in_sight_anyway_is_not_told_again() -> None:
    plain = _told("Python-разработчик", "", 48, skill_set=["Python"])
    assert _told("Python-разработчик", "python", 48, skill_set=["Python"]) == plain
