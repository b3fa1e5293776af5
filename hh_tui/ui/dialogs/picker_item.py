"""One of the many lines of a picker."""

from msgspec import Struct


class PickerItem(Struct, frozen=True):
    """Something to choose; `detail` stands beside it. A `dimmed` item explains itself when chosen.

    `also` are words it is found by that do not stand in it.
    """

    id: str
    label: str
    detail: str = ""
    dimmed: bool = False
    also: str = ""
