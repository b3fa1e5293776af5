"""What is told of writes that failed and were given up is what is so of them."""

import pytest

from hh_tui.errors import HHError, HookStopped, LetterLost, NotCarriedOut, Refused, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.ui.presenters.given_up import given_up
from tests.factory import decision, letter, negotiation

DECISION = decision(negotiation("1"))
LETTER = letter(negotiation("1"))


@pytest.mark.parametrize(
    ("operation", "errors", "told"),
    [
        (DECISION, [Refused(403, "negotiations", "resume_not_found")], "undo.given-up.refused"),
        (DECISION, [Refused(403), NotCarriedOut()], "undo.given-up"),
        (DECISION, [HookStopped()], "undo.given-up"),
        (DECISION, [Refused(403), Unsettled(), LetterLost()], "undo.given-up.unsure"),
        (DECISION, [Refused(403), LetterLost()], "undo.given-up.without-letter"),
        (LETTER, [HookStopped()], "undo.draft-again"),
        (LETTER, [Unsettled()], "undo.draft-unsure"),
    ],
)
def test_the_least_certain_of_them_is_told(operation: Operation, errors: list[HHError], told: str) -> None:
    assert given_up([OutboxEntry(operation, Stage.FAILED, 0.0, error=one) for one in errors]) == told
