"""A negotiation: one resume on one vacancy.

Operations get-collection-negotiations-list and get-negotiation-item.
"""

from msgspec.structs import force_setattr

from hh_tui.api.models.action import Action, Template
from hh_tui.api.models.base import (
    Count,
    Flag,
    Id,
    Items,
    Line,
    Listed,
    ListModel,
    Maybe,
    Model,
    Named,
    NumberId,
    Text,
    Time,
    Url,
)
from hh_tui.api.models.resume import Resume, Tag


class MessageCounters(Model, frozen=True):
    """How many messages the thread has, and how many of them are unread."""

    messages: Count = 0
    unread_messages: Count = 0


class TestResult(Model, frozen=True):
    """The result of the vacancy's test, 0 to 100, and the mark for it."""

    __test__ = False

    score: Maybe[int] = None
    mark: Maybe[Line] = None
    url: Maybe[Url] = None
    alternate_url: Maybe[Url] = None


class FunnelSubstate(Model, frozen=True):
    """A finer step, where the employer set one up."""

    name: Line


class FunnelStage(Model, frozen=True):
    """Where the candidate stands in the employer's own funnel."""

    state: Maybe[Named] = None
    substate: Maybe[FunnelSubstate] = None


class AutoSurvey(Model, frozen=True):
    """What the candidate answered to the survey of the vacancy's bot, as one text."""

    text: Maybe[Text] = None


class ChatBot(Model, frozen=True):
    """What the vacancy's bot found out."""

    auto_survey: Maybe[AutoSurvey] = None


class RelevantExperience(Model, frozen=True):
    """Work of the kind that the vacancy asks for.

    `outdated` says that the last of it lies more than `outdated_months_threshold` months back.
    """

    total_months: Maybe[int] = None
    outdated: Flag = False
    outdated_months_threshold: Maybe[int] = None
    vacancy_requirements_match: Maybe[bool] = None


class Negotiation(ListModel, frozen=True):
    """One candidate on one vacancy, with everything that can be done now.

    `state` is what the applicant sees, `employer_state` what we see. `resume` is None when it was deleted
    or hidden. `has_updates` says that something wants attention. `chat_id` is that of the chat about it.
    """

    id: Id
    chat_id: Maybe[NumberId] = None
    state: Maybe[Named] = None
    employer_state: Maybe[Named] = None
    created_at: Maybe[Time] = None
    updated_at: Maybe[Time] = None
    has_updates: Flag = False
    viewed_by_opponent: Flag = False
    messaging_status: Line = "ok"
    url: Url = ""
    messages_url: Maybe[Url] = None
    source: Maybe[Line] = None
    counters: Maybe[MessageCounters] = None
    actions: Listed[Action] = ()
    templates: Items[Template] = ()
    funnel_stage: Maybe[FunnelStage] = None
    test_result: Maybe[TestResult] = None
    chat_bot: Maybe[ChatBot] = None
    relevant_experience: Maybe[RelevantExperience] = None
    tags: Items[Tag] = ()
    resume: Maybe[Resume] = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if none := sum(one.is_none for one in self.actions):
            force_setattr(self, "actions", tuple(one for one in self.actions if not one.is_none))
            force_setattr(self, "unreadable", self.unreadable + none)

    @property
    def unread(self) -> int:
        """Unread messages."""
        return self.counters.unread_messages if self.counters else 0

    @property
    def survey(self) -> str:
        """The answers to the bot's survey; empty without one."""
        answered = self.chat_bot.auto_survey if self.chat_bot else None
        return (answered.text or "").strip() if answered else ""

    @property
    def can_write(self) -> bool:
        """Whether the correspondence is open now."""
        return self.messaging_status == "ok"
