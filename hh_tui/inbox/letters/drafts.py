"""Letters begun and not sent, by negotiation."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

BETWEEN: Final = "\n\n"
"""Parts two letters that stand in one draft."""


def joined(*letters: str) -> str:
    """These letters as one draft, but for blank ones."""
    return BETWEEN.join(one for one in letters if one.strip())


def above(draft: str, letter: str) -> str:
    """What stands in a draft above the letter that ends it: all of it where it does not end so."""
    text, end = draft.rstrip(), letter.rstrip()
    if not end:
        return draft
    if text.strip() == end.strip():
        return ""
    return text.removesuffix(BETWEEN + end) if text.endswith(BETWEEN + end) else draft


class Drafts(Struct, frozen=True):
    """Immutable."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def of(self, negotiation_id: str) -> str:
        """The draft, empty when there is none."""
        return self.texts.get(negotiation_id, "")

    def kept(self, text: str, negotiation_id: str) -> "Drafts":
        """With this text; blank text removes the draft."""
        if self.of(negotiation_id) == text:
            return self
        others = {other: draft for other, draft in self.texts.items() if other != negotiation_id}
        return Drafts({**others, negotiation_id: text} if text.strip() else others)

    def returned(self, text: str, negotiation_id: str) -> "Drafts":
        """With the text of a letter that was taken back or refused, before what was begun since."""
        return self.kept(joined(text, self.of(negotiation_id)), negotiation_id)
