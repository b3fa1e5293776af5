"""Vacancies of the demo: what is advertised, by whom, since when, how its candidates move."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hh_tui.demo.company import Area, Manager, areas, company
from hh_tui.demo.professions import Profession, professions
from hh_tui.demo.sizes import Size
from hh_tui.demo.stages import Pipeline, pipelines
from hh_tui.demo.words import chance

_SUFFIXES = ("", " (удалённо)", " (стажировка)", " (вечерние смены)", " (на время декрета)")
_COLLEAGUES = (35, 14)
_ARCHIVED_OF_A_COLLEAGUE = 9
_STRANGERS = (6,)  # responses to vacancies of managers who let us see nothing
_PIPELINES = ("office", "checked", "short", "office")


@dataclass(slots=True)
class Vacancy:
    """One advertisement. ``responses`` came before the demo began; ``order`` is the preferred order type."""

    number: int
    id: str
    name: str
    trade: Profession
    area: Area
    manager: Manager
    pipeline: Pipeline
    responses: int
    created_at: datetime
    expires_at: datetime
    archived_at: datetime | None
    views: int
    has_test: bool
    letters_allowed: bool
    letters_before_invitation: bool
    department: str | None
    order: str = "created_at"

    @property
    def archived(self) -> bool:
        """Whether it is closed."""
        return self.archived_at is not None

    @property
    def accessible(self) -> bool:
        """Whether we have a right to it: it is our own, or its manager gave us one."""
        return self.manager.granted


def _name(place: int, trade: Profession, area: Area, *, archived: bool) -> str:
    lap = place // len(professions())
    where = f", {area.name}" if lap else ""
    lap, suffix = divmod(lap, len(_SUFFIXES))
    number = f" № {lap + 1}" if lap else ""
    return trade.title + where + _SUFFIXES[suffix] + number + (" (набор завершён)" if archived else "")


def _pipeline(place: int, trade: Profession) -> Pipeline:
    if trade.family == "shift":
        return pipelines()["shift"]
    return pipelines()[_PIPELINES[place % len(_PIPELINES)]]


def _department(place: int, trade: Profession) -> str | None:
    """Return the department a vacancy belongs to; some belong to none."""
    office, shifts = company().departments
    return None if place % 4 == 1 else shifts if trade.family in ("shift", "sales") else office


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a vacancy stands among the others, and how many answered it."""

    number: int
    place: int
    responses: int
    manager: Manager
    archived: bool


def _vacancy(seed: int, slot: _Slot, began: datetime) -> Vacancy:
    roll = chance(seed, "vacancy", slot.number)
    place = slot.place
    trade = professions()[place % len(professions())]
    area = areas()[0] if place < 3 else roll.choice(areas())
    closed = (
        began - timedelta(days=roll.randrange(12, 120), hours=roll.randrange(24)) if slot.archived else None
    )
    return Vacancy(
        number=slot.number,
        id=str(93_100_000 + slot.number * 7919),
        name=_name(place, trade, area, archived=slot.archived),
        trade=trade,
        area=area,
        manager=slot.manager,
        pipeline=_pipeline(place, trade),
        responses=slot.responses,
        created_at=(closed or began) - timedelta(days=roll.randrange(26, 60), minutes=roll.randrange(1440)),
        expires_at=closed or began + timedelta(days=roll.randrange(2, 30)),
        archived_at=closed,
        views=slot.responses * roll.randrange(6, 14) + roll.randrange(40),
        has_test=place % 5 == 0,
        letters_allowed=place % 9 != 7,
        letters_before_invitation=place % 6 != 2,
        department=_department(place, trade),
    )


def vacancies(seed: int, size: Size, began: datetime) -> list[Vacancy]:
    """Return the vacancies of a world: archived ones (they were there first), our own, others'.

    The last one is archived, and a colleague's.
    """
    me, *others = company().team
    strangers = [manager for manager in company().managers if not manager.granted]
    wanted = [(place, count, me, True) for place, count in enumerate(size.archived)]
    wanted += [(place, count, me, False) for place, count in enumerate(size.active)]
    wanted += [
        (place + 1, count, others[place % len(others)], False) for place, count in enumerate(_COLLEAGUES)
    ]
    wanted += [
        (place + 2, count, strangers[place % len(strangers)], False) for place, count in enumerate(_STRANGERS)
    ]
    wanted.append((2, _ARCHIVED_OF_A_COLLEAGUE, others[0], True))
    return [_vacancy(seed, _Slot(number, *slot), began) for number, slot in enumerate(wanted)]
