"""An invitation without an answer is looked after, never sent again."""

from collections.abc import Callable
from typing import Any

import pytest

from hh_tui.api.models import MetVacancy
from hh_tui.api.models.reading import parsed
from hh_tui.demo import StandIn
from hh_tui.errors import HHError, NegotiationRefused, NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.outbox.invite import existing, negotiation_id_of, settle
from hh_tui.outbox.reconcile import WriteAttempt
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.worker.session import ApiWorker
from tests.api.desk import EMPLOYER, Desk
from tests.factory import DECIDED, HERE

HISTORY = "negotiations_history"
PLACES = "vacancies/active"
PAID = {"errors": [{"type": "api_access_payment", "value": "action_must_be_payed"}]}


async def _carry_out(lane: WriteLane, operation: Operation, unanswered: Callable[[HHError], None]) -> None:
    await lane.carry_out(operation, WriteAttempt(operation.decided_at), unanswered, lambda: "us")


async def _no_pause(_: float) -> None:
    return


class Table(Desk):
    """A desk that knows whom the stand-in lets nobody invite."""

    def refuses(self, resume_id: str) -> bool:
        from hh_tui.demo.reluctance import CLOSED, REFUSALS, temper
        from hh_tui.demo.resume_ids import person_of

        key = person_of(resume_id)
        return key is None or temper(key) in {*REFUSALS, CLOSED}

    def lane(self) -> WriteLane:
        return WriteLane(ApiWorker(self.client, pause=_no_pause))

    def posts(self) -> list[list[tuple[str, str]]]:
        return [list(one.form) for one in self.server.received if one.method == "POST"]


async def _begun(desk: Table) -> Operation:
    """An invitation of the first candidate of the list who can be invited."""
    for one in await desk.fresh():
        assert one.resume is not None
        places = await desk.client.vacancies.to_invite_to(EMPLOYER, one.resume.id or "")
        place = next((place for place in places if place.can_invite), None)
        if place is not None and not desk.refuses(one.resume.id or ""):
            invitation = Invitation(one.resume.id or "", place.id, place.name)
            known = (("resume_id", invitation.resume_id), ("vacancy_id", place.id), ("message", "Приходите"))
            action = place.negotiations_actions[0]
            return Operation(
                "1", HERE, invitation.begun(one.resume), action, known, DECIDED, invitation=invitation
            )
    raise AssertionError("nobody to invite")


async def test_it_goes_once_with_every_argument_once() -> None:
    async with Table() as desk:
        operation, lane = await _begun(desk), desk.lane()
        await _carry_out(lane, operation, lambda error: None)
        assert operation.invitation is not None
        assert desk.posts() == [list(operation.form)]
        new = lane.pop_invited(operation.id)
        assert new is not None
        assert await existing(desk.client, operation.invitation) == new


@pytest.mark.parametrize("lost", [{"exception": "half"}, {"exception": "timeout", "after": True}])
async def test_an_answer_lost_behind_the_write_is_found_by_reading(lost: dict[str, Any]) -> None:
    async with Table() as desk:
        operation, lane = await _begun(desk), desk.lane()
        desk.server.faults.add("POST", "/negotiations", **lost)
        unanswered: list[HHError] = []
        await _carry_out(lane, operation, unanswered.append)
        assert len(unanswered) == len(desk.posts()) == 1
        new = lane.pop_invited(operation.id)
        assert new is not None
        assert desk.server.world.find(new) is not None


async def test_answer_lost_before_write_is_known_not_to_have_happened() -> None:
    async with Table() as desk:
        operation, lane = await _begun(desk), desk.lane()
        desk.server.faults.add("POST", "/negotiations", exception="timeout")
        with pytest.raises(NotCarriedOut):
            await _carry_out(lane, operation, lambda error: None)
        assert len(desk.posts()) == 1


async def test_looking_goes_on_until_there_is_an_answer() -> None:
    async with Table() as desk:
        operation, lane = await _begun(desk), desk.lane()
        desk.server.faults.add("POST", "/negotiations", exception="half")
        desk.server.faults.add("GET", PLACES, 6, status=502)
        await _carry_out(lane, operation, lambda error: None)
        assert len(desk.posts()) == 1


async def test_the_history_tells_where_the_vacancies_do_not() -> None:
    async with Table() as desk:
        operation = await _begun(desk)
        invitation = operation.invitation
        assert invitation is not None
        nothing = {"items": [], "found": 0, "pages": 1, "page": 0, "per_page": 20}
        desk.server.faults.add("GET", PLACES, status=200, body=nothing)
        with pytest.raises(Unsettled):
            await settle(desk.client, invitation)
        desk.server.faults.add("GET", PLACES, status=200, body=nothing)
        desk.server.faults.add("GET", HISTORY, status=403, body=PAID)
        with pytest.raises(Unsettled):
            await settle(desk.client, invitation)
        await _carry_out(desk.lane(), operation, lambda error: None)
        desk.server.faults.add("GET", PLACES, status=200, body=nothing)
        assert await settle(desk.client, invitation) is not None
        desk.server.faults.add("GET", HISTORY, status=403, body=PAID)
        assert await settle(desk.client, invitation) is None


async def test_a_refusal_is_no_riddle() -> None:
    async with Table() as desk:
        operation, lane = await _begun(desk), desk.lane()
        await _carry_out(lane, operation, lambda error: None)
        with pytest.raises(NegotiationRefused) as caught:
            await _carry_out(lane, operation, lambda error: None)
        assert caught.value.value == "already_applied"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"messages_url": "https://api.hh.ru/negotiations/123/messages"}, "123"),
        ({"negotiations_url": "https://api.hh.ru/negotiations/123"}, "123"),
        ({"negotiations_url": "https://api.hh.ru/negotiations/response?vacancy_id=5"}, None),
        ({"messages_url": "https://api.hh.ru/negotiations/123/messages", "can_edit": False}, None),
        ({"messages_url": "https://[x/negotiations/1/messages"}, None),
        ({"messages_url": "https://api.hh.ru/negotiations/../messages"}, None),
        ({}, None),
    ],
)
def test_the_id_is_read_where_it_may_be(fields: dict[str, Any], expected: str | None) -> None:
    met = parsed(MetVacancy, {"id": "5", "can_edit": True, **fields})
    assert negotiation_id_of(met) == expected


def test_the_stand_in_counts_a_days_invitations() -> None:
    assert StandIn("S").world.invited_today == 0
