"""A chat and its messages (operation get-chat-messages).

These methods are documented since 2026 and known here at second hand. What is not certain is read so that
either way works: a message's text counts wherever there is one, whatever its `type`; the fields inside
`attachments` and `moved_participant` may be missing; `block_reason` and `reason` are shown as they are;
a missing `write_message_state` does not lock the composer.
"""

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
    Switch,
    Text,
    Time,
    Url,
)


class Display(Model, frozen=True):
    """How a chat is headed."""

    title: Line = ""


class Sender(Model, frozen=True):
    """Who wrote: `role` is APPLICANT, EMPLOYER, BOT or one we do not know yet."""

    name: Maybe[Line] = None
    is_current_participant: Flag = False
    role: Maybe[Line] = None


class ChatAttachment(Model, frozen=True):
    """A file; it opens in the browser."""

    url: Maybe[Url] = None
    title: Maybe[Line] = None
    content_type: Maybe[Line] = None


class MovedParticipant(Model, frozen=True):
    """Who joined or left."""

    name: Maybe[Line] = None


class Payload(Model, frozen=True):
    """What a message holds: a text, files, or who joined or left; mostly one of them."""

    text: Maybe[Text] = None
    attachments: Items[ChatAttachment] = ()
    moved_participant: Maybe[MovedParticipant] = None


class ChatMessage(Model, frozen=True):
    """One message: `type` is SIMPLE, PARTICIPANT_JOINED, PARTICIPANT_LEFT or one we do not know yet."""

    id: Id
    type: Line = ""
    creation_time: Maybe[Time] = None
    last_change_time: Maybe[Time] = None
    can_edit: Flag = False
    sender_participant_id: Maybe[Id] = None
    sender_display_info: Maybe[Sender] = None
    payload: Maybe[Payload] = None
    viewed_by_opponent: Flag = False


class WriteMessageState(Model, frozen=True):
    """Whether one may write, and if not, why."""

    allowed: Switch = True
    reason: Maybe[Line] = None


class SendFileState(Model, frozen=True):
    """Whether one may send a file."""

    allowed: Switch = True


class ChatStates(Model, frozen=True):
    """What is possible in a chat now."""

    write_message_state: Maybe[WriteMessageState] = None
    send_file_state: Maybe[SendFileState] = None


class Chat(ListModel, frozen=True):
    """A chat with a page of its messages, in no promised order."""

    id: Maybe[Id] = None
    type: Line = ""
    display: Maybe[Display] = None
    unread_message_count: Count = 0
    block_reason: Maybe[Line] = None
    vacancy_id: Maybe[Id] = None
    has_more: Flag = False
    messages: Listed[ChatMessage] = ()
    chat_states: Maybe[ChatStates] = None


class Sent(Model, frozen=True):
    """The answer to a message of ours."""

    id: Id


class ListedChat(Model, frozen=True):
    """A chat in a list (get-common-chat-list); its unread messages are counted for who asks."""

    id: Id
    type: Line = ""
    unread_message_count: Count = 0
    vacancy_id: Maybe[Id] = None

    @property
    def is_of_candidate(self) -> bool:
        """Whether it belongs to a response or an invitation, and not to hh.ru's support or a bot."""
        return self.type in {"", "NEGOTIATION"}


class Participant(Model, frozen=True):
    """Who takes part in a chat: `role` is APPLICANT, EMPLOYER, BOT or one we do not know yet."""

    id: Id
    name: Line = ""
    role: Maybe[Line] = None


class Participants(Model, frozen=True):
    """Everybody who takes part."""

    items: Items[Participant] = ()


class FileLimits(Model, frozen=True):
    """What a file may be: `max_size` in bytes, 0 where the server names none; `type` are endings of names."""

    max_size: Count = 0
    mime_type: Items[Line] = ()
    type: Items[Line] = ()


class FileConditions(Model, frozen=True):
    """The limits of files in chats."""

    files_upload: Maybe[FileLimits] = None


class UploadLink(Model, frozen=True):
    """Where a file is taken, for a while."""

    upload_url: Url


class Uploaded(Model, frozen=True):
    """A file that was taken, by the id that a message names it by."""

    upload_id: Id
