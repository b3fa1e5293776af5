"""One of the many lines of a picker."""

from msgspec import Struct


class PickerItem(Struct, frozen=True):
    """Something to choose; `detail` stands beside it. A `dimmed` item explains itself when chosen.

    `names` are what it is called in short and by other words: it is found by them, too. A picker opens with
    the cursor on the first item that is `likely`, so that Enter alone takes what is meant most often.
    """

    id: str
    label: str
    detail: str = ""
    dimmed: bool = False
    names: str = ""
    likely: bool = False
