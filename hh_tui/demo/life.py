"""Life outside: applicants answer letters, and new ones come. Seeded, driven by the clock alone."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush

from hh_tui.demo.letters import Letter
from hh_tui.demo.topic import Topic
from hh_tui.demo.words import chance
from hh_tui.demo.world import World


@dataclass(slots=True)
class Life:
    """What will happen by itself: nothing at all unless ``alive``; ``arrivals_per_hour`` is an average."""

    alive: bool
    arrivals_per_hour: float = 4.0
    _answers: list[tuple[datetime, str]] = field(default_factory=list)
    _next_arrival: datetime | None = None
    _arrivals: int = 0

    def letter_sent(self, world: World, topic: Topic) -> None:
        """Decide whether a letter of ours will be answered, and when: within minutes, or never."""
        roll = chance(world.seed, "answer", topic.id, topic.count)
        if self.alive and roll.random() < 0.6 and topic.public != "discard":
            due = world.now + timedelta(seconds=int(roll.triangular(40, 900, 120)))
            heappush(self._answers, (due, topic.id))

    def advance(self, world: World) -> None:
        """Let everything due by now happen, in order."""
        if not self.alive:
            return
        while self._answers and self._answers[0][0] <= world.now:
            due, nid = heappop(self._answers)
            topic = world.topic(nid)
            roll = chance(world.seed, "said", nid, topic.count)
            who = world.person(topic.person)
            hand = Letter(roll, who, world.career(who), topic.vacancy)
            world.candidate_writes(nid, hand.answer(max(0, (topic.count - 2) // 2)), due)
        self._arrive(world)

    def _arrive(self, world: World) -> None:
        if self.arrivals_per_hour <= 0:
            return
        moment = self._next_arrival or self._after(world, world.began)
        open_now = [vacancy for vacancy in world.vacancies if not vacancy.archived and vacancy.responses]
        while moment <= world.now:
            roll = chance(world.seed, "arrival at", self._arrivals)
            vacancy = roll.choices(open_now, [vacancy.responses for vacancy in open_now])[0]
            world.new_response(vacancy.id, moment)
            self._arrivals += 1
            moment = self._after(world, moment)
        self._next_arrival = moment

    def _after(self, world: World, moment: datetime) -> datetime:
        wait = chance(world.seed, "wait", self._arrivals).expovariate(self.arrivals_per_hour / 3_600)
        return moment + timedelta(seconds=1 + int(wait))
