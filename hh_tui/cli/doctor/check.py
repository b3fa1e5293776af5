"""One thing looked at."""

from enum import StrEnum

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain


class CheckState(StrEnum):
    """How it stands; SKIP is for what can't be known now, or is not in use."""

    OK = "ok"
    FAIL = "fail"
    SKIP = "skip"


class Check(Struct, frozen=True):
    """What was found, and what to do about it. `needed` is what the inbox does not work without."""

    id: str
    state: CheckState
    text: str
    hint: str = ""
    needed: bool = False

    @property
    def is_fatal(self) -> bool:
        """Whether the inbox does not work as things are."""
        return self.needed and self.state is CheckState.FAIL


def failed(tr: Catalogue, check_id: str, error: HHError, *, needed: bool = False) -> Check:
    """What an error says, as a check."""
    explained = explain(tr, error, outside=True)
    return Check(check_id, CheckState.FAIL, explained.what, explained.hint, needed)
