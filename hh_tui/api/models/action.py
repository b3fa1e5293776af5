"""What can be done now with a negotiation, as the server offers it."""

from msgspec.structs import force_setattr

from hh_tui.api.models.base import Flag, Id, Items, Line, Maybe, Model, Named, Switch, Url
from hh_tui.system.structs import replace


class Argument(Model, frozen=True):
    """A value an action takes; it may need other ones beside it."""

    id: Id
    required: Flag = False
    required_arguments: Items[Named] = ()


class Template(Model, frozen=True):
    """A letter the server can fill in; `quick` ones need no second look."""

    id: Id
    name: Line = ""
    quick: Flag = False
    url: Url = ""


class SubAction(Model, frozen=True, kw_only=True):
    """A finer step inside an action."""

    id: Id
    name: Line = ""
    method: Line
    url: Url


class Action(Model, frozen=True):
    """One entry of `actions`: executed by exactly its method and url, with its arguments form-encoded.

    Without both of them it only holds its `sub_actions` together; without those, too, it is none, unless it
    is disabled: then it needs no address. Without an id it goes by its name.
    """

    id: Id = ""
    name: Line = ""
    enabled: Switch = True
    hidden: Flag = False
    method: Line = ""
    url: Url = ""
    arguments: Items[Argument] = ()
    templates: Items[Template] = ()
    resulting_employer_state: Maybe[Named] = None
    sub_actions: Items[SubAction] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.id:
            force_setattr(self, "id", self.name or self.url)

    @property
    def is_none(self) -> bool:
        """Whether there is nothing that could be done, nor a name to say so."""
        return self.is_group and not self.sub_actions and (self.enabled or not self.name)

    @property
    def is_group(self) -> bool:
        """Whether it can't be carried out itself, only one of its finer steps."""
        return not (self.method and self.url)

    def argument(self, argument_id: str) -> Argument | None:
        """The argument of that id, if this action takes it."""
        return next((argument for argument in self.arguments if argument.id == argument_id), None)

    def step(self, sub_action: SubAction) -> "Action":
        """The sub-action as an action of its own; arguments and templates are those of this one."""
        return replace(
            self,
            id=sub_action.id,
            name=sub_action.name,
            method=sub_action.method,
            url=sub_action.url,
            sub_actions=(),
        )
