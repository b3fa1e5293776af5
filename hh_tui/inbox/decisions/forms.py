"""The form of an action, made from the arguments that the server listed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Action, Argument, Negotiation
from hh_tui.i18n.text import clean

MESSAGE: Final = "message"
_SWITCHES: Final = frozenset({"send_sms"})
_ADDRESSES: Final = frozenset({"address_id"})

Values = Mapping[str, str | bool]
"""What was typed, by argument id; a switch that is off and a blank text count as not given."""


class FieldKind(StrEnum):
    """How a field is filled in."""

    LETTER = "letter"
    SWITCH = "switch"
    ADDRESS = "address"
    LINE = "line"


class Field(Struct, frozen=True):
    """One argument to be filled in. `needs` are the ids of arguments that must be given beside it."""

    id: str
    kind: FieldKind
    required: bool
    needs: tuple[str, ...]


class Missing(Struct, frozen=True):
    """A field that must be filled in: because it is `required`, or because `needed_by` was given."""

    field: str
    needed_by: str | None = None


def field_kind(argument: Argument) -> FieldKind:
    """How this argument of an action is filled in."""
    if argument.id == MESSAGE:
        return FieldKind.LETTER
    if argument.id in _SWITCHES:
        return FieldKind.SWITCH
    return FieldKind.ADDRESS if argument.id in _ADDRESSES else FieldKind.LINE


class Form(Struct, frozen=True):
    """The fields of one action, and the values that are known without asking."""

    action: Action
    fields: tuple[Field, ...]
    known: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, action: Action, negotiation: Negotiation, vacancy_id: str) -> "Form":
        """The form for one candidate: the resume's and the vacancy's ids fill themselves in."""
        given = {"vacancy_id": vacancy_id, "resume_id": negotiation.resume.id if negotiation.resume else None}
        known: list[tuple[str, str]] = []
        fields: list[Field] = []
        for argument in action.arguments:
            value = given.get(argument.id)
            if value is not None:
                known.append((argument.id, value))
            else:
                needs = tuple(other.id for other in argument.required_arguments)
                fields.append(Field(argument.id, field_kind(argument), argument.required, needs))
        return cls(action, tuple(fields), tuple(known))

    @property
    def has_letter(self) -> bool:
        """Whether a letter can go with the action."""
        return any(field.kind is FieldKind.LETTER for field in self.fields)

    @property
    def can_be_silent(self) -> bool:
        """Whether the action can go without the letter it could carry."""
        return self.has_letter and not any(
            field.kind is FieldKind.LETTER and field.required for field in self.fields
        )

    def missing(self, values: Values, *, silent: bool = False) -> tuple[Missing, ...]:
        """What still has to be filled in; a letter must be there unless the way out is the silent one."""
        asked = self._silent_fields() if silent else self.fields
        given = {field.id for field in asked if _given(values.get(field.id))}
        missing: dict[str, Missing] = {}
        for field in asked:
            wanted = field.required or (field.kind is FieldKind.LETTER and not silent)
            if wanted and field.id not in given:
                missing.setdefault(field.id, Missing(field.id))
        for field in asked:
            for need in field.needs if field.id in given else ():
                if need not in given and need not in dict(self.known):
                    missing.setdefault(need, Missing(need, needed_by=field.id))
        return tuple(missing.values())

    def body(self, values: Values, *, silent: bool = False) -> tuple[tuple[str, str], ...]:
        """What to send: given values only, in the order of the arguments; never an empty one.

        The silent way leaves out the letter and everything that needs it.
        """
        sent: dict[str, str] = dict(self.known)
        for field in self._silent_fields() if silent else self.fields:
            value = values.get(field.id)
            if value is True:
                sent[field.id] = "true"
            elif isinstance(value, str) and _given(value):
                text = clean(value)
                sent[field.id] = text.rstrip() if field.kind is FieldKind.LETTER else text.strip()
        order = [argument.id for argument in self.action.arguments]
        return tuple((name, sent[name]) for name in order if name in sent)

    def _silent_fields(self) -> tuple[Field, ...]:
        left_out = {field.id for field in self.fields if field.kind is FieldKind.LETTER}
        while True:
            more = {field.id for field in self.fields if left_out.intersection(field.needs)} - left_out
            if not more:
                return tuple(field for field in self.fields if field.id not in left_out)
            left_out |= more


def has_text(values: Values) -> bool:
    """Whether words were typed; a switch and an address are chosen anew in a moment."""
    return any(
        isinstance(value, str) and key not in _ADDRESSES and _given(value) for key, value in values.items()
    )


def _given(value: str | bool | None) -> bool:
    return bool(clean(value).strip() if isinstance(value, str) else value)
