"""What the row and the card tell of a candidate out of the list item."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.candidate_facts import relevant_short
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import negotiation


@pytest.mark.parametrize(
    ("total", "relevant", "told"),
    [(40, 36, "по профилю 3 г"), (36, 36, ""), (None, 36, "по профилю 3 г"), (40, 0, ""), (40, -1, "")],
)
def test_a_row_tells_matching_experience_once(total: int | None, relevant: int, told: str) -> None:
    resume = {"id": "r1", "total_experience": None if total is None else {"months": total}}
    one = negotiation("1", resume=resume, relevant_experience={"total_months": relevant})
    ctx = RenderContext(Catalogue("ru"), datetime(2026, 5, 14, tzinfo=UTC), ZoneInfo("Europe/Moscow"))
    assert relevant_short(ctx, one) == told
