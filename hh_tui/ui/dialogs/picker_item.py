"""One of the many lines of a picker."""

from msgspec import Struct


class PickerItem(Struct, frozen=True):
    """Something to choose; `detail` stands beside it. A `dimmed` item explains itself when chosen.

    `names` are what it is called in short and by other words: it is found by them, too.
    """

    id: str
    label: str
    detail: str = ""
    dimmed: bool = False
    names: str = ""
