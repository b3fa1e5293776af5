"""People who can be invited to another vacancy, as the stand-in of a seed has them."""

from dataclasses import dataclass
from functools import cache

import httpx

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Action, Resume
from hh_tui.api.origin import Origin
from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.reluctance import CLOSED, REFUSALS, temper
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.topic import Topic
from hh_tui.inbox.decisions.invitation import Invitation
from tests.outbox.laptop import MORNING, Laptop

WANTED = 2


@dataclass(frozen=True)
class Invitee:
    """Whom, where to, and by which action."""

    resume: Resume
    invitation: Invitation
    action: Action

    def topic(self, server: StandIn) -> Topic | None:
        """The negotiation that an invitation has made."""
        key, vacancy = person_of(self.invitation.resume_id), server.world.vacancy(self.invitation.vacancy_id)
        assert key is not None
        assert vacancy is not None
        return server.world.met(vacancy, key)


@cache
def find_invitees() -> tuple[Invitee, ...]:
    """Two people: the stand-ins of all laptops are alike, so they are looked for once."""
    laptop = Laptop()
    try:
        return laptop.loop.run_until_complete(_found())
    finally:
        laptop.close()


async def _found() -> tuple[Invitee, ...]:
    server = StandIn(size="S", seed=7, clock=lambda: MORNING)
    transport = httpx.MockTransport(server.process)
    client = HHClient(Connection(Origin(), TOKEN, contact="i@example.org", transport=transport))
    account, found = await client.account.me(), list[Invitee]()
    assert account.employer is not None
    for vacancy in server.world.vacancies:
        for topic in server.world.roster(vacancy).topics:
            if temper(topic.person) in {*REFUSALS, CLOSED}:
                continue
            resume = (await client.negotiations.one(topic.id)).resume
            if resume is None or not resume.id or any(one.resume.id == resume.id for one in found):
                continue
            places = await client.vacancies.to_invite_to(account.employer.id, resume.id)
            place = next((one for one in places if one.can_invite and one.negotiations_actions), None)
            if place is not None:
                invitation = Invitation(resume.id, place.id, place.name)
                found.append(Invitee(resume, invitation, place.negotiations_actions[0]))
            if len(found) == WANTED:
                await client.aclose()
                return tuple(found)
    raise AssertionError("nobody can be invited")
