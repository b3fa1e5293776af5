"""Frozen structs: how they are copied and compared.

Structs are made in C: their classes cost little when they are imported, and their instances little to copy.
"""

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    # The checker knows the fields of a struct here, which it does not with `msgspec.structs.replace`.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["are_equal", "from_text", "replace"]


def are_equal(one: Struct, other: object, *, apart_from: str) -> bool:
    """Whether both are of the same class and equal in every field but one."""
    return type(one) is type(other) and all(
        getattr(one, name) == getattr(other, name) for name in one.__struct_fields__ if name != apart_from
    )


def from_text(kind: type, value: Any) -> Any:
    """What msgspec asks for a kind that it does not know and that is made of one text: a path, a secret.

    Raises TypeError for any other value, which msgspec tells as a ValidationError.
    """
    if not isinstance(value, str):
        raise TypeError("Expected `str`")
    return kind(value)
