"""Words that say whose something is, and none that holds of men only."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hh_tui.api.models import PayRange
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.ui.presenters.letter import measure
from hh_tui.ui.presenters.pay import offer
from hh_tui.ui.presenters.render_context import RenderContext


def test_the_pay_offered_is_the_vacancys() -> None:
    low, high, both = (PayRange(low=100), PayRange(high=200), PayRange(low=100, high=200))
    ctx = RenderContext(Catalogue("ru"), datetime(2026, 5, 14, tzinfo=UTC), ZoneInfo("Europe/Moscow"))
    told = [offer(ctx, one) for one in (low, high, both)]
    assert all(one.startswith("вакансия предлагает ") for one in told)
    assert "100" in told[0]
    assert "до 200" in told[1]


@pytest.mark.parametrize(
    ("language", "told"), [("ru", "писем без ответа: 3 из 5"), ("en", "letters without an answer: 3 of 5")]
)
def test_the_count_below_a_letter_says_what_is_counted(language: Language, told: str) -> None:
    assert measure(Catalogue(language), "", 3).endswith(told)
    assert told not in measure(Catalogue(language), "", 0)


def test_a_hidden_name_is_of_no_gender() -> None:
    tr = Catalogue("ru")
    assert tr("batch.personal.lacking", n=1) == "У 1 имя скрыто: отметка останется."
    assert tr("batch.personal.lacking", n=2) == "У 2 имя скрыто: отметки останутся."
    assert tr("row.invited", vacancy="«QA»") == "приглашение «QA»"
    assert tr("fact.met.short", state="Отказ") == "раньше: Отказ"
