"""The short resume that comes inside a negotiation."""

from typing import Annotated, Any

from msgspec import Meta

from hh_tui.api.models.base import (
    Before,
    Count,
    Flag,
    Id,
    Items,
    Line,
    Maybe,
    Model,
    Named,
    Time,
    Told,
    Url,
)


class Pay(Model, frozen=True):
    """The pay a candidate wishes for, a month, in `currency`."""

    amount: Maybe[Annotated[float, Meta(ge=0, le=10**12)]] = None
    currency: Maybe[Line] = None


class TotalExperience(Model, frozen=True):
    """Length of all work, in months."""

    months: Maybe[int] = None


class Job(Model, frozen=True):
    """A place of work; `start` and `end` are dates as the server writes them, no `end` means until now."""

    company: Maybe[Line] = None
    position: Maybe[Line] = None
    start: Maybe[Line] = None
    end: Maybe[Line] = None


class School(Model, frozen=True):
    """A school, university, course or exam: its name, faculty or organizer, and the year of leaving."""

    name: Maybe[Line] = None
    organization: Maybe[Line] = None
    result: Maybe[Line] = None
    year: Maybe[int] = None


class Education(Model, frozen=True):
    """The level of education, and the schools."""

    level: Maybe[Named] = None
    primary: Items[School] = ()


class CommentCounters(Model, frozen=True):
    """How many comments of recruiters there are on a person."""

    total: Count = 0


class Comments(Model, frozen=True):
    """The address of the comments on a person (get-applicant-comments-list), and their counters."""

    url: Maybe[Url] = None
    counters: Maybe[CommentCounters] = None


class Owner(Model, frozen=True):
    """The person behind the resume; the same over all vacancies."""

    id: Id
    comments: Maybe[Comments] = None


class File(Model, frozen=True):
    """Where the resume is to be had as a file."""

    url: Maybe[Url] = None


class Download(Model, frozen=True):
    """The resume as files; they can hold less than the page does, and spend nothing."""

    pdf: Maybe[File] = None
    rtf: Maybe[File] = None


class HistoryLink(Model, frozen=True):
    """Where the history of the resume with the employer is."""

    url: Maybe[Url] = None


class JobSearchStatus(Told, frozen=True):
    """How actively the candidate looks for work, and since when they say so."""

    last_change_time: Maybe[Time] = None


class LastNegotiation(Model, frozen=True):
    """The latest negotiation of this person with the employer, on any vacancy."""

    created_at: Maybe[Time] = None
    employer_state: Maybe[Named] = None


class Tag(Model, frozen=True):
    """A mark that hh.ru gives."""

    id: Id


def _one_or_more(told: Any) -> Any:
    """A list, or the one entry that the API told before it told lists."""
    return [told] if isinstance(told, dict) else told


class Resume(Model, frozen=True):
    """What the list already tells about a candidate. Names are None where the candidate hides them."""

    id: Maybe[Id] = None
    title: Maybe[Line] = None
    url: Maybe[Url] = None
    alternate_url: Maybe[Url] = None
    first_name: Maybe[Line] = None
    last_name: Maybe[Line] = None
    middle_name: Maybe[Line] = None
    age: Maybe[int] = None
    area: Maybe[Named] = None
    gender: Maybe[Named] = None
    salary: Maybe[Pay] = None
    total_experience: Maybe[TotalExperience] = None
    experience: Items[Job] = ()
    education: Maybe[Education] = None
    skill_set: Items[Line] = ()
    hidden_fields: Items[Named] = ()
    job_search_status: Maybe[JobSearchStatus] = None
    last_negotiation: Maybe[LastNegotiation] = None
    employment_form: Annotated[Items[Told], Before(_one_or_more)] = ()
    work_format: Items[Told] = ()
    has_vehicle: Maybe[bool] = None
    has_medical_book: Maybe[bool] = None
    has_self_employment: Maybe[bool] = None
    favorited: Flag = False
    contacts_open_until_date: Maybe[Line] = None
    tags: Items[Tag] = ()
    can_view_full_info: Flag = False
    viewed: Flag = False
    owner: Maybe[Owner] = None
    download: Maybe[Download] = None
    negotiations_history: Maybe[HistoryLink] = None

    @property
    def name(self) -> str:
        """Last and first name, as far as shown; empty when hidden."""
        return " ".join(part for part in (self.last_name, self.first_name) if part)
