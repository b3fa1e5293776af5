"""One entry of a negotiation's thread (operation get-negotiation-messages)."""

from hh_tui.api.models.address import Address
from hh_tui.api.models.base import Flag, Id, Items, Line, Maybe, Model, Named, Text, Time, Url


class Author(Model, frozen=True):
    """Who wrote: `applicant` or `employer`; other values are shown as they are."""

    participant_type: Line = ""


class AssessmentAction(Model, frozen=True):
    """What can be done with an assessment; its page opens in the browser."""

    id: Id
    name: Line = ""
    enabled: Flag = False
    alternate_url: Maybe[Url] = None
    disable_reason: Maybe[Line] = None


class Assessment(Model, frozen=True):
    """A test or questionnaire attached to a message."""

    id: Id
    name: Line = ""
    actions: Items[AssessmentAction] = ()


class Message(Model, frozen=True):
    """A letter, or a change of the negotiation's state; `text` is None when nothing was written."""

    id: Id
    text: Maybe[Text] = None
    created_at: Maybe[Time] = None
    state: Maybe[Named] = None
    author: Maybe[Author] = None
    viewed_by_me: Flag = False
    viewed_by_opponent: Flag = False
    editable: Flag = False
    address: Maybe[Address] = None
    assessments: Items[Assessment] = ()

    @property
    def is_ours(self) -> bool:
        """Whether the employer's side wrote it."""
        return self.author is not None and self.author.participant_type == "employer"
