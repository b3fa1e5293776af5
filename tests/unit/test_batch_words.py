"""What is said of many at once: why some of them did not go."""

from datetime import UTC
from typing import Literal

import pytest

from hh_tui.errors import (
    HHError,
    HookRefused,
    LetterLost,
    MovedOn,
    NegotiationRefused,
    NotCarriedOut,
    NotChecked,
    NotKept,
    Unsettled,
)
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import report
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.batch import summary
from hh_tui.ui.presenters.batch_report import page
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import DECIDED, decision, negotiation

REFUSED = NegotiationRefused(403, "negotiations", "invalid_vacancy")


def _told(language: Literal["ru", "en"], *errors: HHError) -> tuple[str, str]:
    """The line and the report about two of a batch for each of these errors."""
    entries = []
    for place, error in enumerate(errors * 2):
        operation = replace(decision(negotiation(str(place))), batch="together")
        entries.append(OutboxEntry(operation, Stage.FAILED, 0.0, error))
    ended = report(Outbox(tuple(entries)), (), "together")
    ctx = RenderContext(Catalogue(language), DECIDED, UTC)
    return summary(ctx, ended, 0), page(ctx, ended, ()).plain


@pytest.mark.parametrize(
    "error",
    [
        NotKept(why="database or disk is full"),
        NotCarriedOut(),
        NotChecked(),
        MovedOn(state="Interview", minutes=1),
        HookRefused(hook="x", exit_code=1, words=""),
    ],
    ids=lambda error: error.code,
)
def test_what_hh_ru_did_not_refuse_is_no_refusal(error: HHError) -> None:
    line, told = _told("ru", error)
    assert line == "Сделано: 0 · не отправлено: 2"
    assert "Не отправлено: 2\n" in told
    line, told = _told("en", error)
    assert line == "Done: 0 · not sent: 2"
    assert "Not sent: 2\n" in told


def test_each_way_to_fail_is_counted_by_itself() -> None:
    failed = (REFUSED, NotKept(why="?"), LetterLost(), Unsettled())
    line, told = _told("ru", *failed)
    counts = "hh.ru не принял: 2 · не отправлено: 2 · без письма: 2 · пока неизвестно: 2"
    assert line == f"Сделано: 0 · {counts}"
    assert "hh.ru не принял: 2\n" in told
    assert "Без письма: 2\n" in told
    line, told = _told("en", *failed)
    counts = "not accepted by hh.ru: 2 · not sent: 2 · without their letter: 2 · not known yet: 2"
    assert line == f"Done: 0 · {counts}"
    assert "Without their letter: 2\n" in told
