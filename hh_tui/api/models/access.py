"""What the employer has paid for, and what is left of it.

Operations get-payable-api-method-access, get-payable-api-actions and get-employer-manager-limits.
"""

from hh_tui.api.models.base import Flag, Id, Items, Line, Maybe, Model, Named, Number, Time


class Access(Model, frozen=True):
    """Whether a group of methods is open."""

    has_access: Flag = False


class MethodGroup(Model, frozen=True):
    """A group of paid methods that are sold together."""

    id: Id
    description: Line = ""
    access: Maybe[Access] = None

    @property
    def is_open(self) -> bool:
        """Whether its methods can be called."""
        return self.access is not None and self.access.has_access


class MethodAccess(Model, frozen=True):
    """All groups of paid methods."""

    items: Items[MethodGroup] = ()


class Balance(Model, frozen=True):
    """How many calls a limited service began with, and how many are left."""

    initial: Maybe[Number] = None
    actual: Maybe[Number] = None


class PayableService(Model, frozen=True):
    """A paid service; only a limited one has a balance."""

    id: Id
    service_type: Maybe[Named] = None
    activated_at: Maybe[Time] = None
    expires_at: Maybe[Time] = None
    balance: Maybe[Balance] = None


class PayableServices(Model, frozen=True):
    """The paid services that run now."""

    items: Items[PayableService] = ()


class ResumeViews(Model, frozen=True):
    """How many resumes may be viewed: in all, and through the API."""

    resume_view: Maybe[Number] = None
    resume_view_from_api: Maybe[Number] = None


class ResumeLimits(Model, frozen=True):
    """Resume views of a manager today; `left` has the employer's limit in it, too."""

    limits: Maybe[ResumeViews] = None
    spend: Maybe[ResumeViews] = None
    left: Maybe[ResumeViews] = None
