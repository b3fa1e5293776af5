"""The form of an action for a group: what was typed is kept once for the action, with whom it was typed for.

Kept under `TOGETHER` in the place of a negotiation, the text of one group is met by the next one. The mark
of the group tells them apart, also after a restart. Words that went to a part of a group are kept for the
rest of it, and marked as such: nobody began them anew, and nothing is lost with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from hh_tui.inbox.decisions.forms import MESSAGE, Values, has_text
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters.drafts import above, joined

TOGETHER: Final = "*"
"""Stands for the group where one candidate's negotiation id would stand."""

_GROUP: Final = "*"
"""The value that marks the group; no argument of hh.ru has this id."""

_WENT: Final = "went "
"""Begins the mark of words that went to the others of the group; a digest for each of the rest follows."""

_BACK: Final = "back "
"""Begins the mark of words that were taken back; a digest for each whom they did not reach follows."""

Sheets = Mapping[tuple[str, str], Values]
"""What was typed into forms, by negotiation and action."""


def place(action_id: str) -> tuple[str, str]:
    """Where the form of an action for a group is kept."""
    return TOGETHER, action_id


def marked(values: Values, ids: Iterable[str]) -> Values:
    """The values with the mark of these negotiations; nothing where no words were typed."""
    people = sorted(ids)
    if not has_text(values):
        return {}
    return {**values, _GROUP: f"{len(people)} {sha256(' '.join(people).encode()).hexdigest()[:16]}"}


def unmarked(values: Values) -> Values:
    """The values alone, as a form takes them."""
    return {key: value for key, value in values.items() if key != _GROUP}


def typed_on(kept: Values, before: Values, values: Values, ids: Iterable[str]) -> Values:
    """What is kept once `values` stand in an open form in the place of those `before`.

    Words that came back since then are in what is `kept` and not in the form: they stay above, with the mark
    of those whom they did not reach.
    """
    came = above(_letter(kept), _letter(before))
    if not came:
        return marked(values, ids)
    return {**kept, **values, MESSAGE: joined(came, _letter(values))}


def of_others(values: Values, ids: Iterable[str]) -> int:
    """How many people the words were typed for, where those are not these; else 0.

    Words that came back are meant for all whom they did not reach: one of them is enough.
    """
    mark, ids = str(values.get(_GROUP, "")), tuple(ids)
    if mark.startswith((_WENT, _BACK)):
        rest = mark.split()[1:]
        return 0 if {_digest(one) for one in ids}.intersection(rest) else len(rest)
    size = mark.partition(" ")[0]
    return 0 if not size.isdecimal() or mark == marked(values, ids).get(_GROUP) else int(size)


def has_gone(values: Values) -> bool:
    """Whether the words went to a part of the group they were typed for."""
    return str(values.get(_GROUP, "")).startswith(_WENT)


def gone_in_part(sheets: Sheets, rest: Sequence[Operation]) -> Sheets:
    """The words of a batch went to all but the `rest` of it, and nothing was typed over them since."""
    batch = [one for one in rest if one.action is not None and one.text]
    if not batch or batch[0].action is None:
        return sheets
    key, text = place(batch[0].action.id), batch[0].words.strip()
    if not text or _letter(values := sheets.get(key, {})) != text:
        return sheets
    return {**sheets, key: {**values, _GROUP: _of_rest(_WENT, batch)}}


def held(sheets: Sheets, operations: Sequence[Operation]) -> Sheets:
    """The words that a batch carries are begun no more: the next group meets an empty form.

    What came back above them while they were typed has not gone with them. A sprint has forms of its own: its
    words are not those begun here, though they may be the same.
    """
    carried = {
        place(one.action.id): one.words
        for one in operations
        if _is_of_the_form(one) and one.action is not None and one.text
    }
    for key, text in carried.items():
        letter = _letter(values := sheets.get(key, {}))
        came_back = str(values.get(_GROUP, "")).startswith(_BACK)
        left = above(letter, text) if came_back or letter == text.strip() else letter
        if letter and left != letter:
            others = {other: one for other, one in sheets.items() if other != key}
            sheets = {**others, key: {**values, MESSAGE: left}} if left else others
    return sheets


def of_one(sheets: Sheets, operation: Operation) -> Sheets:
    """A batch of one is a decision like any other: its words are in the candidate's own form."""
    if operation.action is None or not operation.text:
        return sheets
    others = {key: values for key, values in sheets.items() if key != place(operation.action.id)}
    return {**others, (operation.negotiation.id, operation.action.id): dict(operation.form)}


def returned(sheets: Sheets, operations: Sequence[Operation]) -> Sheets:
    """The words of a batch that did not go are begun again, before what was begun since."""
    together = (one for one in operations if _is_of_the_form(one))
    batch = [one for one in together if one.action is not None and one.text]
    if not batch or batch[0].action is None:
        return sheets
    key = place(batch[0].action.id)
    form = {**dict(batch[0].form), MESSAGE: batch[0].words}
    since, text = _letter(sheets.get(key, {})), form[MESSAGE].strip()
    if text in since:
        return sheets
    if since:
        form[MESSAGE] = f"{text}\n\n{since}"
    return {**sheets, key: {**form, _GROUP: _of_rest(_BACK, batch)}}


def _is_of_the_form(operation: Operation) -> bool:
    """Whether its words were typed into the form for a group."""
    return bool(operation.batch and not operation.sprint) or _is_group_invitation(operation)


def _is_group_invitation(operation: Operation) -> bool:
    """Whether it went to several people at once, with the words of one form."""
    return operation.invitation is not None and bool(operation.sprint)


def _of_rest(kind: str, rest: Iterable[Operation]) -> str:
    return kind + " ".join(_digest(one.negotiation.id) for one in rest)


def _digest(negotiation_id: str) -> str:
    return sha256(negotiation_id.encode()).hexdigest()[:8]


def _letter(values: Values) -> str:
    return str(values.get(MESSAGE, "")).strip()
