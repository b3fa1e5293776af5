"""Which letters belong to a step: those that hh.ru ties to where an action leads, and those tied to nothing.

A company's wording names the employer state that it was written for (`employer_state` of get-mail-templates),
an action the one that it leads to. A letter of another step has no place in the form of this one: an
invitation sent with a refusal can't be taken back.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hh_tui.api.models import Action, Negotiation, Template
from hh_tui.inbox.letters.variables import Facts, wording
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models import MailTemplate

_SMS = "SMS"
_CALLED = re.compile(r", ?\[Name\](?=[!.,…])")
_ADDRESSED = re.compile(r"(?m)^ *\[Name\], ?(.)")


def state_of(action: Action) -> str:
    """The id of the employer state that an action leads to; empty where hh.ru names none."""
    return action.resulting_employer_state.id if action.resulting_employer_state else ""


def own_letters(wordings: "Iterable[MailTemplate]", action: Action) -> "tuple[MailTemplate, ...]":
    """The company's letters for where the action leads, those named like the action's own templates first."""
    state, names = state_of(action), [one.name for one in action.templates]
    found = [one for one in letters(wordings) if state and one.employer_state == state]
    return tuple(sorted(found, key=lambda one: names.index(one.name) if one.name in names else len(names)))


def letters(wordings: "Iterable[MailTemplate]") -> "tuple[MailTemplate, ...]":
    """Wordings that are letters: those of an SMS and empty ones are none."""
    return tuple(one for one in wordings if one.type != _SMS and one.text.strip())


def of_no_step(wordings: "Iterable[MailTemplate]", state: str) -> "tuple[MailTemplate, ...]":
    """Letters beside those of the step: any where there is no step, else only what is tied to none."""
    return tuple(one for one in letters(wordings) if not state or not one.employer_state)


def of_no_other(
    templates: Sequence[Template], action: Action, negotiation: Negotiation
) -> tuple[Template, ...]:
    """The negotiation's templates without those that only its other actions list as theirs."""
    own = {one.id for one in action.templates}
    others = {one.id for each in negotiation.actions for one in each.templates} - own
    return tuple(one for one in templates if one.id not in others)


def impersonal(template: "MailTemplate", facts: Facts) -> str:
    """A wording for several people at once: a greeting goes without the name that stands in it.

    `Здравствуйте, [Name]!` becomes `Здравствуйте!`, and `[Name], добрый день!` begins with a capital. A name
    anywhere else stays a gap, which whoever sends it fills in or takes out.
    """
    text = without_greeting(template.text)
    return wording(replace(template, text=text), {**facts, "name": ""})


def without_greeting(text: str) -> str:
    """A wording whose greeting names nobody."""
    text = _CALLED.sub("", text)
    return _ADDRESSED.sub(lambda found: found.group(1).upper(), text)
