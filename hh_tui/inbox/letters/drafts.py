"""Letters begun and not sent, by negotiation."""

from collections.abc import Mapping

from msgspec import Struct, field


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
        begun = self.of(negotiation_id)
        return self.kept(f"{text}\n\n{begun}" if begun else text, negotiation_id)
