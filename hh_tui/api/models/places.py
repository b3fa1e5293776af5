"""Directories of a search: metro stations, districts, industries, roles (get-metro-stations…)."""

from hh_tui.api.models.base import Id, Items, Line, Maybe, Model, Named


class MetroLine(Model):
    """A metro line with its stations; a search takes the id of either."""

    id: Id
    name: Line = ""
    stations: Items[Named] = ()


class MetroTown(Model):
    """A town that has a metro; `id` is the area's."""

    id: Id
    name: Line = ""
    lines: Items[MetroLine] = ()


class District(Model):
    """A part of a town; hh.ru does not name the town here."""

    id: Id
    name: Line = ""
    area_id: Maybe[Id] = None


class Industry(Model):
    """What companies do, with the parts of it; a search takes the id of either."""

    id: Id
    name: Line = ""
    industries: Items[Named] = ()


class RoleGroup(Model):
    """Professional roles that belong together."""

    roles: Items[Named] = ()


class RoleCatalog(Model):
    """All professional roles; one may stand in several groups."""

    categories: Items[RoleGroup] = ()
