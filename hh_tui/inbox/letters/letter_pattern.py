"""A letter that goes to several people, each with their own name in it.

The name stands in it as the variable that own templates have for it. A wording of hh.ru writes `[Name]`.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hh_tui.inbox.letters.step_letters import without_greeting
from hh_tui.inbox.letters.variables import NAMES, Facts, Gap, filled, gaps, wording
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models import MailTemplate

OPEN: Final = frozenset({"name", "vacancy"})
"""The variables that stay in it until it is known whom it is for."""

_NAME: Final = "|".join(word for word, variable in NAMES.items() if variable == "name")
_VARIABLE: Final = rf"\{{\{{\s*(?i:{_NAME})\s*\}}\}}"
_CALLED: Final = re.compile(rf", ?{_VARIABLE}(?=[!.,…])")
_ADDRESSED: Final = re.compile(rf"(?m)^ *{_VARIABLE}, ?(.)")
_BESIDE: Final = re.compile(rf"(?m), ?{_VARIABLE}(?=[!.,…]| *$)")
_GREETING: Final = re.compile(r"\A\s*[^\W\d_]+(?: [^\W\d_]+){0,2}(?=!)")


def pattern(template: "MailTemplate", facts: Facts, name: str, vacancy: str) -> str:
    """A wording with `{{name}}` and `{{vacancy}}` where it names the candidate and the vacancy.

    `name` and `vacancy` are the words for these variables in the person's language.
    """
    text = template.text.replace("[Name]", f"{{{{{name}}}}}").replace("[Vacancy]", f"{{{{{vacancy}}}}}")
    return wording(replace(template, text=text), facts)


def closed_gaps(text: str) -> tuple[Gap, ...]:
    """The gaps that nobody fills in by knowing whom it is for."""
    return tuple(gap for gap in gaps(text) if gap.variable not in OPEN)


def addressed(text: str, facts: Facts) -> str:
    """The letter to one candidate; whoever hides their name is greeted without one."""
    if not facts.get("name", "").strip():
        text = _CALLED.sub("", text)
        text = _ADDRESSED.sub(lambda found: found.group(1).upper(), text)
    return filled(text, {key: value for key, value in facts.items() if key in OPEN})


def names(text: str) -> tuple[Gap, ...]:
    """Where a text leaves room for the name of each."""
    return tuple(gap for gap in gaps(text) if gap.variable == "name")


def named(text: str, variable: str) -> str:
    """The text whose greeting calls each by this variable; the same text where it begins with none."""
    return _GREETING.sub(lambda found: f"{found.group()}, {variable}", text)


def unnamed(text: str) -> str:
    """The text that calls nobody by name; a name that is a part of a sentence stays."""
    return _ADDRESSED.sub(lambda found: found.group(1).upper(), _BESIDE.sub("", text))


def own_letter(text: str, facts: Facts) -> str:
    """A template of one's own: what is known is filled in, the rest stays as gaps.

    Whoever hides their name, which is blank then, is greeted without one. What is known of several people has
    no `name` at all: there it stays a gap that is filled in for each.
    """
    return filled(addressed(text, facts) if "name" in facts else text, facts)


class GroupLetter(Struct, frozen=True):
    """How a letter to several people is begun: `worded` makes it of a wording and of what is known of all.

    `gaps` are the places of a text that must be filled in before it can go.
    """

    worded: "Callable[[MailTemplate, Facts], str]"
    gaps: Callable[[str], tuple[Gap, ...]] = gaps


def shared(name: str, vacancy: str) -> GroupLetter:
    """One text for everybody, greeted without a name.

    A name that the wording has anywhere else, and a vacancy that is not the same for all, are left to be
    filled in for each; `name` and `vacancy` are the words for these variables.
    """

    def worded(template: "MailTemplate", facts: Facts) -> str:
        text = without_greeting(template.text).replace("[Name]", f"{{{{{name}}}}}")
        if not facts.get("vacancy"):
            text = text.replace("[Vacancy]", f"{{{{{vacancy}}}}}")
        return wording(replace(template, text=text), facts)

    return GroupLetter(worded, closed_gaps)


def personal(name: str, vacancy: str) -> GroupLetter:
    """Each gets their own name; `name` and `vacancy` are the words for these variables."""

    def worded(template: "MailTemplate", facts: Facts) -> str:
        return pattern(template, facts, name, vacancy)

    return GroupLetter(worded, closed_gaps)
