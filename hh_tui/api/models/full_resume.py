"""A whole resume and its history (operations get-resume, get-resume-negotiations-history).

Of what spends a contact only `get_with_contact` is kept, and nothing follows it by itself.
"""

from typing import Annotated, Any, Final

from msgspec import field

from hh_tui.api.models.base import (
    Before,
    Flag,
    Id,
    Items,
    Line,
    Listed,
    Maybe,
    Model,
    Named,
    Text,
    Time,
    Told,
    Url,
)
from hh_tui.api.models.paid import PaidService, ResumeActions
from hh_tui.api.models.resume import Education, Job, Resume, School


def _contact_value(value: Any) -> Any:
    """An e-mail is a string; a phone is an object with its parts, and mostly the whole number."""
    if not isinstance(value, dict):
        return value
    if formatted := value.get("formatted"):
        return formatted
    parts = [value.get(part) for part in ("country", "city", "number")]
    return " ".join(part for part in parts if isinstance(part, str) and part) or None


class FullJob(Job, frozen=True):
    """A place of work with what was done there."""

    description: Maybe[Text] = None


class ContactLinks(Model, frozen=True):
    """Where a messenger is opened: in the browser, on a phone."""

    web: Maybe[Url] = None
    android: Maybe[Url] = None
    ios: Maybe[Url] = None


PHONES: Final = frozenset({"cell", "home", "work"})
"""Ids of the types of contact that are phones."""


class Contact(Model, frozen=True):
    """A way to reach the candidate.

    `contact_value` is its text since August 2025, `value` the older form of it; either can be absent. `kind`
    tells a phone from a mail and from further ways, such as messengers, which have `links`.
    """

    type: Maybe[Named] = None
    kind: Maybe[Told | Line] = None
    contact_value: Maybe[Line] = None
    value: Annotated[Maybe[Line], Before(_contact_value)] = None
    links: Maybe[ContactLinks] = None
    preferred: Flag = False
    comment: Maybe[Line] = None
    verified: Flag = False

    @property
    def text(self) -> str:
        """The number, address or name; empty where it is hidden."""
        return self.contact_value or self.value or ""

    @property
    def link(self) -> str:
        """The address that opens a messenger, in the browser where there is such a one; empty without."""
        links = self.links or ContactLinks()
        return links.web or links.android or links.ios or ""

    @property
    def is_phone(self) -> bool:
        """Whether it can be called."""
        return (self.type is not None and self.type.id in PHONES) or self._kind == "phone"

    @property
    def is_email(self) -> bool:
        """Whether it is an e-mail address."""
        return (self.type is not None and self.type.id == "email") or self._kind in ("mail", "email")

    @property
    def _kind(self) -> str:
        kind = (self.kind.id or "") if isinstance(self.kind, Told) else self.kind or ""
        return kind.lower()


class Site(Model, frozen=True):
    """A page of the candidate's; opens in the browser."""

    type: Maybe[Named] = None
    url: Maybe[Url] = None


class Level(Named, frozen=True):
    """A language, and how well it is spoken."""

    level: Maybe[Named] = None


class Certificate(Model, frozen=True):
    """A certificate; opens in the browser."""

    title: Maybe[Line] = None
    owner: Maybe[Line] = None
    achieved_at: Maybe[Line] = None
    url: Maybe[Url] = None


class Recommendation(Model, frozen=True):
    """Who speaks for the candidate."""

    name: Maybe[Line] = None
    position: Maybe[Line] = None
    organization: Maybe[Line] = None
    contact: Maybe[Line] = None


class Relocation(Model, frozen=True):
    """Whether the candidate would move, and where to."""

    type: Maybe[Named] = None
    area: Items[Named] = ()


class License(Model, frozen=True):
    """A category of driving licence."""

    id: Id


class Station(Model, frozen=True):
    """A metro station."""

    name: Maybe[Line] = None


class Picture(Model, frozen=True):
    """A picture with what it shows; its addresses hold for a while only."""

    description: Maybe[Line] = None
    medium: Maybe[Line] = None


class FullEducation(Education, frozen=True):
    """Courses and exams beside the schools."""

    additional: Items[School] = ()
    attestation: Items[School] = ()
    elementary: Items[School] = ()


class CredsQuestion(Model, frozen=True):
    """A question asked beside the fields of a resume; `view_title` is its wording for a reader."""

    question_title: Maybe[Line] = None
    view_title: Maybe[Line] = None


class CredsAnswer(Model, frozen=True):
    """An answer to it; `positive_title` can be read without the question."""

    title: Maybe[Line] = None
    positive_title: Maybe[Line] = None
    skip_at_result: Flag = False


class Creds(Model, frozen=True):
    """What the candidate answered to questions of their profession, all three by id."""

    questions: dict[str, Maybe[CredsQuestion]] = field(default_factory=dict)
    answers: dict[str, Maybe[CredsAnswer]] = field(default_factory=dict)
    question_to_answer_map: dict[str, Items[Id]] = field(default_factory=dict)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Question and answers, in the server's order; the question is empty where it is not to be read."""
        found = []
        for question_id, answer_ids in self.question_to_answer_map.items():
            question = self.questions.get(question_id) or CredsQuestion()
            given = [self.answers.get(one) for one in answer_ids]
            titles = [
                one.title or one.positive_title or "" for one in given if one and not one.skip_at_result
            ]
            if any(titles):
                heading = question.view_title or question.question_title or ""
                found.append((heading, ", ".join(title for title in titles if title)))
        return tuple(found)


class FullResume(Resume, frozen=True):
    """Everything the resume tells. What the candidate hides is None.

    `actions`, `paid_services` and `view_without_contacts_reason` say how closed contacts are opened;
    `contacts_open_until_date` is until when open ones stay so.
    """

    experience: Items[FullJob] = ()
    education: Maybe[FullEducation] = None
    contact: Items[Contact] = ()
    skills: Maybe[Text] = None
    birth_date: Maybe[Line] = None
    language: Items[Level] = ()
    citizenship: Items[Named] = ()
    work_ticket: Items[Named] = ()
    relocation: Maybe[Relocation] = None
    business_trip_readiness: Maybe[Named] = None
    travel_time: Maybe[Named] = None
    employments: Items[Named] = ()
    schedules: Items[Named] = ()
    professional_roles: Items[Named] = ()
    driver_license_types: Items[License] = ()
    certificate: Items[Certificate] = ()
    recommendation: Items[Recommendation] = ()
    site: Items[Site] = ()
    metro: Maybe[Station] = None
    photo: Maybe[Picture] = None
    portfolio: Items[Picture] = ()
    creds: Maybe[Creds] = None
    actions: Maybe[ResumeActions] = None
    paid_services: Items[PaidService] = ()
    view_without_contacts_reason: Maybe[Line] = None

    @property
    def contacts_url(self) -> str:
        """The address that opens the contacts and spends one for it; empty where there is none."""
        link = self.actions.get_with_contact if self.actions else None
        return (link.url or "") if link else ""


class Turn(Model, frozen=True):
    """A change of state on a vacancy, and whether a letter went with it."""

    employer_state: Maybe[Named] = None
    created_at: Maybe[Time] = None
    with_message: Flag = False


class MetVacancy(Model, frozen=True):
    """A vacancy on which we met the candidate. Its urls hold only where `can_edit`."""

    id: Id
    name: Line = ""
    url: Maybe[Url] = None
    archived: Flag = False
    can_edit: Flag = False
    items: Items[Turn] = ()
    negotiations_url: Maybe[Url] = None
    messages_url: Maybe[Url] = None


class ResumeHistory(Model, frozen=True):
    """The envelope of the history."""

    vacancies: Listed[MetVacancy] = ()
