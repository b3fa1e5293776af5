"""How many resumes may still be looked at today, and when one is asked before."""

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hh_tui.errors import HHError, LimitReached
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models import ResumeLimits, ResumeViews

LAST: Final = 10
"""Views before which one is asked each time."""


class ViewBudget(Struct, frozen=True):
    """`left` of `whole` views a day; None is what hh.ru does not tell."""

    left: int | None = None
    whole: int | None = None

    @classmethod
    def of(cls, limits: "ResumeLimits") -> "ViewBudget":
        """What the limits say of views through the API; where those are not counted apart, of all views."""
        return cls(_views(limits.left), _views(limits.limits))

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self.left is not None and self.left <= 0

    @property
    def needs_asking(self) -> bool:
        """Whether the next view is one of the last, or may be for all that is known."""
        return self.left is None or self.left <= LAST

    def less_one(self) -> "ViewBudget":
        """After one more view."""
        return self if self.left is None else replace(self, left=max(0, self.left - 1))

    def exhausted(self) -> "ViewBudget":
        """hh.ru said that there is none left."""
        return replace(self, left=0)


def is_view_limit(error: HHError) -> bool:
    """Whether hh.ru showed a resume to nobody any more today."""
    return isinstance(error, LimitReached) and error.value == "view_limit_exceeded"


def _views(views: "ResumeViews | None") -> int | None:
    if views is None:
        return None
    told = views.resume_view if views.resume_view_from_api is None else views.resume_view_from_api
    return None if told is None else int(told)
