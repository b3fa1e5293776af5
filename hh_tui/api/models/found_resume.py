"""What a search of the resume base tells: people, saved searches, suggests."""

from hh_tui.api.models.base import Count, Flag, Id, Items, Line, Maybe, Model, Time, Url
from hh_tui.api.models.resume import Resume
from hh_tui.system.structs import replace


class FoundResume(Resume, frozen=True):
    """A resume in a list of people that were found; reading the list spends nothing."""

    updated_at: Maybe[Time] = None


class FoundCount(Model, frozen=True):
    """How many people a saved search finds, and the address of their list."""

    count: Count = 0
    url: Maybe[Url] = None


class SavedSearch(Model, frozen=True):
    """A search that hh.ru keeps; `new_items` came since one looked at it, counted once an hour."""

    id: Id
    name: Line = ""
    created_at: Maybe[Time] = None
    subscription: Flag = False
    items: Maybe[FoundCount] = None
    new_items: Maybe[FoundCount] = None

    @property
    def news(self) -> int:
        """How many people are new."""
        return self.new_items.count if self.new_items is not None else 0

    def seen(self) -> "SavedSearch":
        """With nobody new."""
        if not self.news or self.new_items is None:
            return self
        return replace(self, new_items=replace(self.new_items, count=0))


class Suggestion(Model, frozen=True):
    """A way to complete what was typed. Key words have no id: their text is what is looked for."""

    id: Maybe[Id] = None
    text: Line = ""


class Suggestions(Model, frozen=True):
    """The best of them, in hh.ru's order."""

    items: Items[Suggestion] = ()
