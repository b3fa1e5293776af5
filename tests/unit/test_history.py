"""What was done stands in one line: one decision taken back leaves its batch and the rest."""

from hh_tui.inbox.decisions.history import Decided, GivenUp, History, PutAside
from hh_tui.system.structs import replace
from tests.factory import decision, negotiation

PUT = PutAside({"x": None}, {"x": None})


def test_of_a_batch_the_rest_stays_done() -> None:
    first, second, third = (decision(negotiation(one)) for one in "abc")
    history = History().having(Decided((first, second))).having(PUT).having(Decided((third,)))
    back = history.taken_back([second])
    assert back.done == (Decided((first,)), PUT, Decided((third,)))
    assert back.undone == (Decided((second,)),)
    assert back.taken_back([first]).done == (PUT, Decided((third,)))
    assert back.having(PUT).undone == ()


def test_given_up_in_the_outbox_is_the_last_thing_done() -> None:
    first, second = (decision(negotiation(one)) for one in "ab")
    history = History((Decided((first,)), PUT, Decided((second,)))).given_up([first])
    assert history.done == (PUT, Decided((second,)), GivenUp((first,)))
    assert not history.knows(first)
    assert history.knows(replace(second, id="put off under another id"))
    assert history.stepped_back().undone == (GivenUp((first,)),)
