"""One thing looked at."""

from enum import StrEnum

from msgspec import Struct

from hh_tui.errors import HHError, WrongSettings
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain, sentences


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
    """What an error says, as a check; all that is wrong in the settings a line each."""
    explained = explain(tr, error, outside=True)
    text = _line_by_line(tr, error) if isinstance(error, WrongSettings) else explained.what
    return Check(check_id, CheckState.FAIL, text, explained.hint, needed)


def _line_by_line(tr: Catalogue, error: WrongSettings) -> str:
    """Where the settings are wrong, then a line for each thing that is; one alone stands beside the place."""
    told = sentences(tr, error)
    faults = "".join(f"\n{one}" for one in told) if len(told) > 1 else " ".join(told)
    text = tr(f"error.{error.code}", **{**error.values, "faults": faults})
    return "\n".join(one.strip() for one in text.splitlines())
