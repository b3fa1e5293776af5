"""What helps a failed write: only what may end otherwise is offered to be repeated."""

from datetime import timedelta, timezone

import pytest

from hh_tui.api.models.reading import as_builtins
from hh_tui.errors import (
    AnswerLost,
    BadArgument,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    LetterLost,
    LimitReached,
    MovedOn,
    NegotiationRefused,
    NotChecked,
    NotFound,
    NotKept,
    NotOffered,
    NotPaid,
    RateLimited,
    Refused,
    Unsettled,
)
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import mates, outbox_lines
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.inbox.decisions.remedy import Remedy, may_succeed, remedy
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.details import when_repeated
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import DECIDED, action, decision, letter, negotiation

A = negotiation("a")
SILENT, LETTERED = decision(A), decision(A, form=(("message", "Спасибо!"),))


def _failed(error: HHError, operation: Operation = SILENT) -> OutboxEntry:
    return OutboxEntry(operation, Stage.FAILED, 0.0, error)


@pytest.mark.parametrize(
    ("error", "operation", "expected"),
    [
        (AnswerLost(host=""), SILENT, Remedy.REPEAT),
        (NotChecked(), SILENT, Remedy.REPEAT),
        (NotKept(why=""), SILENT, Remedy.REPEAT),
        (NegotiationRefused(403, "negotiations", "chat_is_not_ready"), letter(A), Remedy.REPEAT),
        (Unsettled(), letter(A), Remedy.LOOK),
        (CaptchaRequired(403, "captcha_required", "captcha_required"), SILENT, Remedy.CAPTCHA),
        (Refused(403), SILENT, Remedy.DECIDE),
        (NegotiationRefused(403, "negotiations", "edit_forbidden"), LETTERED, Remedy.DECIDE),
        (NotOffered(action="x"), SILENT, Remedy.DECIDE),
        (NotFound(404), LETTERED, Remedy.REMOVE),
        (NegotiationRefused(403, "negotiations", "resume_not_found"), SILENT, Remedy.REMOVE),
        (MovedOn(state="x", minutes=1), SILENT, Remedy.DECIDE),
        (NotPaid(403, "negotiations", "action_must_be_payed"), SILENT, Remedy.ACCESS),
        (BadArgument(400, "bad_argument", "address_id"), LETTERED, Remedy.REWRITE),
        (BadUserAgent(400, "bad_user_agent", "blacklisted"), LETTERED, Remedy.REPEAT),
        (BadArgument(400, "bad_argument", "topic_id"), SILENT, Remedy.DECIDE),
        (NegotiationRefused(400, "negotiations", "spam_detected"), LETTERED, Remedy.REWRITE),
        (LimitReached(403, "negotiations", "in_a_row_limit"), LETTERED, Remedy.SILENT),
        (LimitReached(403, "negotiations", "overall_limit"), letter(A), Remedy.DECIDE),
        (LetterLost(), LETTERED, Remedy.WRITE),
    ],
)
def test_what_helps_goes_by_why_it_was_refused(
    error: HHError, operation: Operation, expected: Remedy
) -> None:
    entry = _failed(error, operation)
    assert remedy(entry, DECIDED) is expected
    repeats = {Remedy.REPEAT, Remedy.LOOK, Remedy.CAPTCHA}
    assert may_succeed(entry, DECIDED) is (expected in repeats)


def test_a_limit_of_the_day_is_over_on_the_next() -> None:
    entry = _failed(LimitReached(403, "negotiations", "limit_exceeded"))
    assert remedy(entry, DECIDED) is Remedy.TOMORROW
    assert not may_succeed(entry, DECIDED + timedelta(hours=12))
    assert may_succeed(entry, DECIDED + timedelta(hours=13))  # 00:30 in Moscow


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LimitReached(403, "negotiations", "limit_exceeded"), "с 02:00 по вашим часам"),
        (LimitReached(429, "resumes", "view_limit_exceeded"), "с 02:00 по вашим часам"),
        (LimitReached(403, "negotiations", "in_a_row_limit"), "когда кандидат ответит"),
        (LimitReached(403, "negotiations", "overall_limit"), "бесполезно"),
        (RateLimited(429), "позже"),
        (AnswerLost(host=""), "Можно повторить."),
        (NotFound(404), "бесполезно"),
    ],
)
def test_the_details_say_when_it_can_be_repeated(error: HHError, said: str) -> None:
    ctx = RenderContext(Catalogue("ru"), DECIDED, timezone(timedelta(hours=5)))
    assert said in when_repeated(ctx, error)


def test_whoever_moved_on_is_decided_on_again_where_offered() -> None:
    entry = _failed(MovedOn(state="x", minutes=1))
    there = negotiation("a", actions=[as_builtins(action("later", "a"))])
    assert remedy(replace(entry, fresh=there), DECIDED) is Remedy.ANYWAY
    assert may_succeed(replace(entry, fresh=there), DECIDED)
    assert remedy(replace(entry, fresh=A), DECIDED) is Remedy.DECIDE


def test_one_line_of_a_batch_has_one_reason() -> None:
    people = [replace(decision(negotiation(one)), batch="b") for one in "abcd"]
    errors = (NotChecked(), NotOffered(action="x"), NotChecked(), NotOffered(action="x"))
    entries = tuple(_failed(error, one) for error, one in zip(errors, people, strict=True))
    outbox = Outbox(entries)
    told = [[one.operation.negotiation.id for one in line] for line in outbox_lines(outbox.entries)]
    assert told == [["a", "c"], ["b", "d"]]
    assert mates(outbox, people[3].id) == (people[1].id, people[3].id)


def test_every_remedy_has_its_sentence_in_both_languages() -> None:
    for lang in ("ru", "en"):
        tr = Catalogue(lang)
        for one in Remedy:
            assert one is Remedy.ACCESS or f"outbox.next.{one}" in tr
