"""Which of two readings holds where what is known of hh.ru leaves it open.

A client has to work with either of them, so the tests meet both: on one day the one, in a long run both.
"""

from dataclasses import dataclass, fields
from typing import Final, Self

from hh_tui.demo.words import chance

SETTING: Final = "HH_DEMO_STRICT"
"""The environment variable: ``on``, ``off`` (as without it), or a number from which each point is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Each point is open in the documents; false is the reading that asks less of a client."""

    managers_repeated: bool = False
    """Several ``manager_ids`` repeat the key; otherwise one value holds them, with commas."""
    short_message_pages: bool = False
    """``per_page`` of negotiation messages goes up to 20; otherwise up to 50."""
    contact_value_only: bool = False
    """A contact has the ``contact_value`` alone; otherwise the obsolete ``value`` beside it."""
    addresses_left_out: bool = False
    """A negotiation has no ``url`` and no ``messages_url``: neither is required since 2025."""
    parents_without_url: bool = False
    """Actions that can't be carried out themselves have a null ``url``: disabled ones, and parents."""
    lists_without_status: bool = False
    """Lists know no ``with_job_search_status`` and ignore it; otherwise they honour it."""
    null_answers: bool = False
    """A letter is answered with the JSON null; otherwise with an empty page."""
    plain_not_found: bool = False
    """A missing negotiation is ``not_found``; otherwise ``topic_not_found``."""
    reason_always: bool = False
    """``write_message_state`` has a ``reason`` that is null where writing is allowed; otherwise none."""
    chats_oldest_first: bool = False
    """Messages of a chat come oldest first; otherwise in the order of the walk."""
    chat_writes_say_ok: bool = False
    """Edits, deletions and markers in chats answer 200; otherwise 204."""
    outsiders_refused: bool = False
    """Who is in no chat can't add themselves; otherwise they can."""
    depth_limited: bool = False
    """Pages of a collection end after 2000 negotiations; otherwise they do not."""
    transcripts_wrapped: bool = False
    """Transcripts of calls come as ``transcripts`` by id; otherwise by id at once."""

    tokens_forbidden: bool = False
    """What is wrong with a token is told by errors of the type ``forbidden``; otherwise ``oauth``."""

    resume_id_alone: bool = False
    """Active vacancies refuse ``resume_id`` beside another parameter; otherwise they take a page, too."""
    saved_searches_short: bool = False
    """A saved search keeps the parameters that its operation lists; otherwise all of a search."""

    @classmethod
    def strict(cls) -> Self:
        """Return the reading that asks the most of a client, in every point."""
        return cls(**{field.name: True for field in fields(cls)})

    @classmethod
    def of(cls, setting: str) -> Self:
        """Return the readings a setting stands for; ValueError if it stands for none."""
        match setting.strip().lower():
            case "" | "off":
                return cls()
            case "on":
                return cls.strict()
            case number if number.isdecimal():
                roll = chance("readings", number)
                return cls(**{field.name: roll.random() < 0.5 for field in fields(cls)})
        raise ValueError(f"{SETTING} is on, off or a number, not {setting!r}")
