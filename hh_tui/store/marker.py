"""A small file beside the journal that says there was one, and how much was open in it.

SQLite takes an empty or a missing file for a new database; without this a journal that was lost would be
replaced by a fresh one without a word.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.files.private_files import read_private, write_private

NAME: Final = "journal.count"

_BYTES: Final = 1000


class Marker(Struct, frozen=True):
    """Open writes, letters and forms begun, and choices of sprints that were left.

    Beside the journal it says how many there were when that was opened or closed last.
    """

    writes: int
    texts: int
    choices: int = 0

    @property
    def n(self) -> int:
        """All of it together."""
        return self.writes + self.texts + self.choices


def marked(folder: Path) -> Marker | None:
    """What the file says; None where there is none, and nothing open where it can't be read."""
    try:
        content = read_private(folder / NAME, _BYTES)
    except HHError:
        return Marker(0, 0)
    if content is None:
        return None
    try:
        found = json.loads(content)
        numbers = found["writes"], found["texts"], found.get("choices", 0)
        if not all(type(one) is int and one >= 0 for one in numbers):
            return Marker(0, 0)
        return Marker(*numbers)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Marker(0, 0)


def mark(folder: Path, marker: Marker) -> None:
    """Write it, where it says something else; a disk that can't take it is told of by the journal itself."""
    if marked(folder) != marker:
        with suppress(HHError):
            written = {"writes": marker.writes, "texts": marker.texts, "choices": marker.choices}
            write_private(folder / NAME, json.dumps(written).encode())
