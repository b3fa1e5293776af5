"""Which letters there are for one candidate, and what takes each: an action's form, or a plain letter."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from hh_tui.api.models import MailTemplate, Negotiation, Template
from hh_tui.files.letter_templates import OwnTemplate
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.letters.step_letters import letters, state_of

Letter = Template | MailTemplate | OwnTemplate
"""A letter to begin with: one that hh.ru fills in, a wording of the company, or one's own."""


class LetterOffer(Struct, frozen=True):
    """A letter, and the action whose form takes it; without a `choice` it is a plain letter."""

    letter: Letter
    choice: ActionChoice | None = None

    @property
    def kind(self) -> str:
        """Whose it is: hh, company or own."""
        letter = self.letter
        return (
            "hh" if isinstance(letter, Template) else "own" if isinstance(letter, OwnTemplate) else "company"
        )

    @property
    def name(self) -> str:
        """What it is called."""
        letter = self.letter
        return letter.name if isinstance(letter, OwnTemplate) else letter.name or letter.id


def of_hh(negotiation: Negotiation, choices: Iterable[ActionChoice]) -> Iterator[LetterOffer]:
    """What hh.ru lists: each with the actions that list it, those that none lists as plain letters."""
    listed: set[str] = set()
    for choice in choices:
        if not choice.action.enabled:
            continue
        for template in choice.action.templates:
            listed.add(template.url)
            yield LetterOffer(template, choice)
    for template in negotiation.templates:
        if template.url not in listed:
            listed.add(template.url)
            yield LetterOffer(template)


def listed_by(negotiation: Negotiation, choices: Iterable[ActionChoice]) -> Mapping[str, str]:
    """The names of the actions that list one of hh.ru's letters, by its address."""
    found: dict[str, str] = {}
    for offer in of_hh(negotiation, choices):
        if isinstance(offer.letter, Template) and offer.choice is not None:
            name, before = offer.choice.action.name, found.get(offer.letter.url)
            found[offer.letter.url] = f"{before}, {name}" if before else name
    return found


def of_company(wordings: Iterable[MailTemplate], choices: Iterable[ActionChoice]) -> Iterator[LetterOffer]:
    """The company's: of a step with the actions that lead there, tied to none as plain letters."""
    ways = [one for one in choices if one.action.enabled and one.action.argument(MESSAGE)]
    for wording in letters(wordings):
        if not wording.employer_state:
            yield LetterOffer(wording)
        for way in ways:
            if wording.employer_state and state_of(way.action) == wording.employer_state:
                yield LetterOffer(wording, way)
