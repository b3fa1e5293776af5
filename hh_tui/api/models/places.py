"""Directories of a search: metro stations, districts, industries, roles (get-metro-stations…)."""

from hh_tui.api.models.base import Id, Items, Line, Maybe, Model, Named


class MetroLine(Model, frozen=True):
    """A metro line with its stations; a search takes the id of either."""

    id: Id
    name: Line = ""
    stations: Items[Named] = ()


class MetroTown(Model, frozen=True):
    """A town that has a metro; `id` is the area's."""

    id: Id
    name: Line = ""
    lines: Items[MetroLine] = ()


class District(Model, frozen=True):
    """A part of a town; hh.ru does not name the town here."""

    id: Id
    name: Line = ""
    area_id: Maybe[Id] = None


class Industry(Model, frozen=True):
    """What companies do, with the parts of it; a search takes the id of either."""

    id: Id
    name: Line = ""
    industries: Items[Named] = ()


class RoleGroup(Model, frozen=True):
    """Professional roles that belong together."""

    roles: Items[Named] = ()


class RoleCatalog(Model, frozen=True):
    """All professional roles; one may stand in several groups."""

    categories: Items[RoleGroup] = ()
