"""Labels of one's own on people: they follow a person over all vacancies, and hh.ru knows nothing of them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import folded, one_line
from hh_tui.inbox.snapshot.row_facts import person
from hh_tui.inbox.snapshot.rows import Row

KIND: Final = "label"
"""Under which they are remembered: a person is the key, a JSON list of names the value."""

LONGEST: Final = 30
"""Characters of a label."""

SIGN: Final = "#"
"""Stands before a label where it is shown, and where it is typed into a search."""

SIGNS: Final = f"{SIGN}№"
"""The sign, and what its key types in the Russian layout."""

Labels = Mapping[str, tuple[str, ...]]
"""Names of labels by person."""

NO_LABELS: Final[Labels] = {}


def owner(negotiation: Negotiation) -> str:
    """Whom a label belongs to: the person, or this negotiation where the resume does not tell who it is."""
    return person(negotiation) or f"negotiation {negotiation.id}"


def owner_of(row: Row) -> str:
    """The same for a row, which is not unpacked for it."""
    return row.person or f"negotiation {row.id}"


def of_row(labels: Labels, row: Row) -> tuple[str, ...]:
    """The labels of whoever stands in a row."""
    return labels.get(owner_of(row), ()) if labels else ()


def of(labels: Labels, negotiation: Negotiation) -> tuple[str, ...]:
    """The labels of a candidate."""
    return labels.get(owner(negotiation), ())


def known(labels: Labels) -> tuple[str, ...]:
    """All names in use, the commonest first."""
    counted = Counter(name for names in labels.values() for name in names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], folded(name))))


def named(typed: str) -> str:
    """The name of a label as it was typed: one line, without the sign, not too long."""
    return one_line(typed).lstrip(SIGNS).strip()[:LONGEST].strip()


def toggled(labels: Labels, people: Sequence[str], name: str) -> Labels:
    """With the label on all of these people; where all have it already, on none of them."""
    is_on_all = all(name in labels.get(one, ()) for one in people)
    changed = {one: _changed(labels.get(one, ()), name, take=is_on_all) for one in people}
    return having(labels, changed)


def having(labels: Labels, worn: Labels) -> Labels:
    """With exactly these names on the people of `worn`."""
    return {key: names for key, names in {**labels, **worn}.items() if names}


def _changed(names: tuple[str, ...], name: str, *, take: bool) -> tuple[str, ...]:
    others = tuple(one for one in names if one != name)
    return others if take else (*others, name)


def with_sign(names: Sequence[str]) -> str:
    """`#strong #later`."""
    return " ".join(f"{SIGN}{one}" for one in names)


def as_typed(names: Sequence[str]) -> str:
    """What is looked into for a label that is typed: with the sign of either layout, folded."""
    return folded(" ".join(f"{sign}{one}" for one in names for sign in SIGNS))


def to_text(names: Sequence[str]) -> str:
    """As it is kept; empty for none."""
    return json.dumps(list(names), ensure_ascii=False) if names else ""


def texts(labels: Labels, people: Iterable[str]) -> dict[str, str]:
    """What is kept of these people."""
    return {one: to_text(labels.get(one, ())) for one in people}


def from_texts(texts: Mapping[str, str]) -> Labels:
    """What was kept; what can't be read is left out."""
    found = {key: _read(text) for key, text in texts.items()}
    return {key: names for key, names in found.items() if names}


def _read(text: str) -> tuple[str, ...]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    names = (named(one) for one in told if isinstance(one, str)) if isinstance(told, list) else ()
    return tuple(dict.fromkeys(one for one in names if one))
