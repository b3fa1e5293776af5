"""A note as it is being written, and whether it arrived."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Comment, Owner
from hh_tui.api.models.comment import Access
from hh_tui.i18n.text import clean

COWORKERS: Access = "coworkers"
OWNER: Access = "owner"

CLOCKS_DIFFER: Final = timedelta(hours=1)
"""How far the server's clock may be behind ours."""


class NoteDraft(Struct, frozen=True):
    """What one has typed: the words, and who is to see them."""

    text: str = ""
    access: Access = COWORKERS


NotePlace = tuple[str, str, str]
"""The login, the person, and the note or none."""


class NoteWrite(Struct, frozen=True):
    """One change of the notes on a person.

    Without a `comment_id` a note is added; without a `draft` one is deleted. `known` are the ids of the notes
    that were read before, `since` is when it was sent (UTC): an older note is not this one.
    """

    owner: Owner
    draft: NoteDraft | None
    comment_id: str = ""
    known: frozenset[str] = frozenset()
    since: datetime | None = None
    login: str = ""
    """The login it was written in."""

    @property
    def place(self) -> NotePlace:
        """Where the words are kept while they have not arrived."""
        return self.login, self.owner.id, self.comment_id

    def took_place(self, notes: Sequence[Comment]) -> bool:
        """Whether the notes, read anew, show it."""
        if self.draft is None:
            return all(note.id != self.comment_id for note in notes)
        if self.comment_id:
            return any(note.id == self.comment_id and self._same(note) for note in notes)
        return any(
            note.is_mine and note.id not in self.known and self._same(note) and self._recent(note)
            for note in notes
        )

    def _recent(self, note: Comment) -> bool:
        if self.since is None or note.created_at is None:
            return True
        return note.created_at >= self.since - CLOCKS_DIFFER

    def _same(self, note: Comment) -> bool:
        if self.draft is None or note.text.split() != clean(self.draft.text).split():
            return False
        return note.access_type is None or note.access_type.id == self.draft.access


def draft_of(note: Comment) -> NoteDraft:
    """A note to be edited."""
    access = OWNER if note.access_type is not None and note.access_type.id == OWNER else COWORKERS
    return NoteDraft(note.text, access)
