"""Stages of a vacancy and the actions between them: what collections and employer states are made of."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hh_tui.demo.words import Name, named, read


@dataclass(frozen=True, slots=True)
class Choice:
    """A sub-collection of a stage or a sub-action of an action."""

    id: str
    name: Name
    root: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A collection and its employer state; ``public`` is what the applicant sees once a letter is out."""

    id: str
    state: str
    name: Name
    about: str
    public: str
    hidden: bool = False
    subs: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """A way to another stage (``to``), or none of them; ``message`` is none, optional or required."""

    id: str
    name: Name
    message: str
    to: str | None = None
    sub: str | None = None
    sms: bool = False
    address: bool = False
    extra: str | None = None
    enabled: bool = True
    hidden: bool = False
    origins: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    subs: tuple[Choice, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages and actions of one vacancy, in the server's order."""

    id: str
    stages: tuple[Stage, ...]
    actions: tuple[Action, ...]

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage of that id, if this vacancy has it."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def sub(self, sub_id: str) -> tuple[Stage, Choice] | None:
        """Return the sub-collection of that id with its stage, unless it is the stage itself."""
        pairs = ((stage, sub) for stage in self.stages for sub in stage.subs if not sub.root)
        return next((pair for pair in pairs if pair[1].id == sub_id), None)

    def offered(self, stage_id: str, sub_id: str | None) -> list[Action]:
        """Return the actions open to a negotiation at a stage."""
        return [
            action
            for action in self.actions
            if (action.to, action.sub) != (stage_id, sub_id)
            and (not action.origins or stage_id in action.origins)
        ]


def _choices(entry: dict[str, Any]) -> tuple[Choice, ...]:
    return tuple(Choice(sub["id"], named(sub), sub.get("root", False)) for sub in entry.get("subs", ()))


def _stage(stage_id: str, entry: dict[str, Any]) -> Stage:
    return Stage(
        id=stage_id,
        state=entry["state"],
        name=named(entry),
        about=entry["about"],
        public=entry["public"],
        hidden=entry.get("hidden", False),
        subs=_choices(entry),
    )


def _action(action_id: str, entry: dict[str, Any]) -> Action:
    return Action(
        id=action_id,
        name=named(entry),
        message=entry["message"],
        to=entry.get("to"),
        sub=entry.get("sub"),
        sms=entry.get("sms", False),
        address=entry.get("address", False),
        extra=entry.get("extra"),
        enabled=entry.get("enabled", True),
        hidden=entry.get("hidden", False),
        origins=tuple(entry.get("from", ())),
        templates=tuple(entry.get("templates", ())),
        subs=_choices(entry),
    )


@cache
def pipelines() -> dict[str, Pipeline]:
    """Return all pipelines by id."""
    words = read("pipelines")
    stages = {key: _stage(key, entry) for key, entry in words["stage"].items()}
    actions = {key: _action(key, entry) for key, entry in words["action"].items()}
    return {
        key: Pipeline(
            key,
            tuple(stages[stage] for stage in entry["stages"]),
            tuple(actions[action] for action in entry["actions"]),
        )
        for key, entry in words["pipeline"].items()
    }
