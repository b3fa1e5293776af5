"""The state of the stand-in: vacancies, negotiations, people, notes; and what others do to them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from hh_tui.demo.calls import Call, Calls
from hh_tui.demo.careers import Career, career
from hh_tui.demo.chats import Chats, support
from hh_tui.demo.company import company
from hh_tui.demo.files import Files
from hh_tui.demo.grants import Grants
from hh_tui.demo.moments import Clock
from hh_tui.demo.notes import Notes
from hh_tui.demo.people import Person, person, second_resume
from hh_tui.demo.professions import Profession
from hh_tui.demo.readings import Readings
from hh_tui.demo.responses import talk
from hh_tui.demo.resume_access import ResumeAccess
from hh_tui.demo.roster import Roster
from hh_tui.demo.sizes import SIZES
from hh_tui.demo.stages import Stage
from hh_tui.demo.strangers import is_stranger, trade_of
from hh_tui.demo.threads import append, message_id, thread_of
from hh_tui.demo.topic import Change, Message, Topic, place_of
from hh_tui.demo.traits import Traits, traits
from hh_tui.demo.vacancies import Vacancy, vacancies

if TYPE_CHECKING:
    from hh_tui.demo.resume_base import ResumeBase
    from hh_tui.demo.saved_searches import SavedSearches

_NEIGHBOURS = 5
_SEVERAL = 12  # every so many-th response is somebody's second one, with another resume
_APART = 1  # responses between the two


class World:
    """Everything the stand-in knows; state only: what may be done and what happens by itself is elsewhere."""

    def __init__(
        self, size: str, seed: int, clock: Clock, readings: Readings, began: datetime | None = None
    ) -> None:
        self.readings = readings
        self.clock = clock
        self.seed = seed
        self.size = SIZES[size]
        self.began = (began or clock()).astimezone(UTC).replace(microsecond=0)
        self.vacancies = vacancies(seed, self.size, self.began)
        self.grants = Grants(clock)
        self.notes = Notes(seed, self.began)
        self.chats = Chats()
        moment = self.began - timedelta(hours=2)
        self.chats.add(support(talk(self.vacancies[0], (0, 0), 0, moment), company().me))
        self.calls = Calls()
        self.files = Files()
        self.own_templates: dict[str, str] = {}
        self.resume_access = ResumeAccess()
        self._invited: list[Topic] = []
        self.contacts_opened: dict[tuple[int, int], datetime] = {}
        self.letter_listeners: list[Callable[[Topic], None]] = []
        """Told of each letter of ours, once it is in its thread."""
        self.lock = RLock()
        self.accounts = {manager.account for manager in company().managers if manager.main}
        self._rosters: dict[int, Roster] = {}
        self._people: dict[tuple[int, int], Person] = {}
        self._careers: dict[tuple[int, int], Career] = {}
        self._traits: dict[tuple[int, int], Traits] = {}
        self._by_id = {vacancy.id: vacancy for vacancy in self.vacancies}

    @cached_property
    def base(self) -> "ResumeBase":
        """The resume base, for whoever looks for people first."""
        from hh_tui.demo.resume_base import ResumeBase

        return ResumeBase(self.vacancies, self.began)

    @cached_property
    def saved_searches(self) -> "SavedSearches":
        """Searches that the manager has saved."""
        from hh_tui.demo.saved_searches import SavedSearches

        return SavedSearches(self.began)

    @property
    def resumes_viewed(self) -> set[tuple[int, int]]:
        """Everybody whose resume was looked at."""
        return self.resume_access.viewed

    @property
    def now(self) -> datetime:
        """The present moment of the world, in UTC, in whole seconds."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def vacancy(self, vacancy_id: str) -> Vacancy | None:
        """Return the vacancy of that id."""
        return self._by_id.get(vacancy_id)

    def roster(self, vacancy: Vacancy) -> Roster:
        """Return the negotiations of a vacancy."""
        if vacancy.number not in self._rosters:
            elders = [elder for elder in self._family(vacancy) if elder.number < vacancy.number]
            self._rosters[vacancy.number] = Roster(self.seed, vacancy, self.size, self.began, elders)
        return self._rosters[vacancy.number]

    def topics_of(self, vacancy_id: str, collection_id: str) -> list[str]:
        """Return the ids of a collection's negotiations, newest first."""
        with self.lock:
            roster = self.roster(self._by_id[vacancy_id])
            return [topic.id for topic in roster.listed(collection_id, "created_at")]

    def find(self, nid: str) -> Topic | None:
        """Return the negotiation of that id, if there is one."""
        place = place_of(nid)
        if place is None or place[0] >= len(self.vacancies):
            return None
        topics = self.roster(self.vacancies[place[0]]).topics
        return topics[place[1]] if place[1] < len(topics) else None

    def topic(self, nid: str) -> Topic:
        """Return the negotiation of that id; KeyError if there is none."""
        topic = self.find(nid)
        if topic is None:
            raise KeyError(nid)
        return topic

    def trade(self, key: tuple[int, int]) -> Profession:
        """Return the trade somebody is of."""
        return trade_of(key[0]) or self.vacancies[key[0]].trade

    def person(self, key: tuple[int, int]) -> Person:
        """Return the person who was response ``key`` of a vacancy."""
        if key not in self._people:
            who = person(self.seed, key, self.trade(key), self.began)
            first = (key[0], key[1] - _APART)
            if is_stranger(key):
                who = replace(who, fits=True)
            elif key[1] % _SEVERAL == _SEVERAL - 1 and first[1] >= 0:
                who = second_resume(who, self.person(first))
            self._people[key] = who
        return self._people[key]

    def career(self, who: Person) -> Career:
        """Return the career of a person."""
        if who.key not in self._careers:
            self._careers[who.key] = career(self.seed, who, self.trade(who.key), self.began)
        return self._careers[who.key]

    def traits(self, who: Person) -> Traits:
        """Return what the resume of a person tells beside the career."""
        if who.key not in self._traits:
            self._traits[who.key] = traits(self.seed, who)
        return self._traits[who.key]

    def knows(self, key: tuple[int, int]) -> bool:
        """Return whether there is such a person."""
        if is_stranger(key):
            return self.base.has(key, self.now)
        return key[0] < len(self.vacancies) and key[1] < len(self.roster(self.vacancies[key[0]]).topics)

    def thread(self, topic: Topic) -> list[Message]:
        """Return the messages of a negotiation, oldest first."""
        who = self.person(topic.person)
        return thread_of(self.seed, topic, who, self.career(who))

    def all_topics(self) -> Iterator[Topic]:
        """Yield the negotiations of every vacancy."""
        for vacancy in self.vacancies:
            yield from self.roster(vacancy).topics

    def all_calls(self) -> list[Call]:
        """Return the calls that were made, the latest first."""
        return self.calls.made(self.seed, self.all_topics())

    def touched(self, topic: Topic) -> None:
        """Take note that a negotiation has changed: lists and counters are made anew."""
        self.roster(topic.vacancy).changed()

    def negotiations_of(self, key: tuple[int, int]) -> list[Topic]:
        """Return the negotiations of one person: about vacancies near the first one, and where invited."""
        home = None if is_stranger(key) else self.vacancies[key[0]]
        near = [one for one in self._family(home) if one.number >= home.number] if home else []
        found = [topic for vacancy in near for topic in self.roster(vacancy).topics if topic.person == key]
        invited = [topic for topic in self._invited if topic.person == key]
        return found + [topic for topic in invited if topic not in found]

    def met(self, vacancy: Vacancy, key: tuple[int, int]) -> Topic | None:
        """Return the negotiation of a person about a vacancy, if there is one."""
        return next((topic for topic in self.roster(vacancy).topics if topic.person == key), None)

    @property
    def invited_today(self) -> int:
        """Return how many invitations went out since midnight."""
        return sum(topic.created_at.date() == self.now.date() for topic in self._invited)

    def invite(
        self,
        vacancy: Vacancy,
        key: tuple[int, int],
        stage: Stage,
        text: str | None,
        address_id: str | None = None,
    ) -> Topic:
        """Begin a negotiation from our side."""
        topic = self.roster(vacancy).arrive(self.now, key)
        self._invited.append(topic)
        if is_stranger(key):
            self.contacts_opened.setdefault(key, self.now)
        topic.thread = [Message(message_id(topic, 0), "employer", text, "invitation", self.now, True, False)]
        topic.thread[0].address_id = address_id
        topic.stage, topic.public, topic.resume_hidden = stage, "invitation", False
        topic.source, topic.score, topic.asked_first = "NEGOTIATION", None, False
        topic.viewed_by_opponent = False
        topic.look()
        if topic.messaging_status == "no_invitation":
            topic.messaging_status = "ok"
        topic.changes.append(Change(stage, self.now, with_message=text is not None))
        self.touched(topic)
        return topic

    def write(
        self,
        topic: Topic,
        text: str | None,
        *,
        state: str = "text",
        address_id: str | None = None,
        file: str | None = None,
    ) -> Message:
        """Put a letter of ours at the end of a thread; what was decided silently becomes known with it."""
        if topic.public != topic.stage.public and topic.stage.public != "response":
            topic.public = topic.stage.public
            state = topic.public
        message = Message(
            id=message_id(topic, len(self.thread(topic))),
            author="employer",
            text=text,
            state=state,
            at=self.now,
            viewed_by_me=True,
            viewed_by_opponent=False,
            address_id=address_id,
            file=file,
        )
        append(topic, message)
        topic.viewed_by_opponent = False
        for listener in self.letter_listeners:
            listener(topic)
        self.touched(topic)
        return message

    def candidate_writes(self, nid: str, text: str, at: datetime | None = None) -> None:
        """Let the applicant write a letter."""
        with self.lock:
            topic = self.topic(nid)
            place = len(self.thread(topic))
            for message in self.thread(topic):
                message.viewed_by_opponent = True
            said = Message(message_id(topic, place), "applicant", text, "text", at or self.now, False, True)
            append(topic, said)
            topic.unread += 1
            topic.has_updates = True
            topic.viewed_by_opponent = True
            self.touched(topic)

    def new_response(self, vacancy_id: str, at: datetime | None = None) -> str:
        """Let someone new answer a vacancy; returns the id of the negotiation."""
        with self.lock:
            return self.roster(self._by_id[vacancy_id]).arrive(at or self.now).id

    def hide_resume(self, nid: str) -> None:
        """Let the applicant hide the resume."""
        with self.lock:
            topic = self.topic(nid)
            topic.resume_hidden = True
            self.touched(topic)

    def _family(self, vacancy: Vacancy) -> list[Vacancy]:
        """Return the vacancies whose people may meet here: of the same family of trades, and near."""
        kin = [other for other in self.vacancies if other.trade.family == vacancy.trade.family]
        place = kin.index(vacancy)
        return kin[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
