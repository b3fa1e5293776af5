"""Search in the resume base: who passes all that is asked for, in the order asked for."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from hh_tui.demo.call import Call
from hh_tui.demo.careers import Job
from hh_tui.demo.favourites import FOLDERS, folder_of
from hh_tui.demo.industries import is_within
from hh_tui.demo.money import in_roubles
from hh_tui.demo.people import Person
from hh_tui.demo.places import district_of, station_of
from hh_tui.demo.professions import professions
from hh_tui.demo.query_language import Query, words_of
from hh_tui.demo.resume_base import vocabulary
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.search_values import DEPTH, check_search, moment_of, skill_name, texts_of
from hh_tui.demo.strangers import Key, changed_at
from hh_tui.demo.traits import RUSSIA, relocates
from hh_tui.demo.world import World

_Test = Callable[[Person], bool]

_KEPT: Final = 24  # results of searches
_COUNTED: Final = 64  # numbers of people
_FOUND: Final[dict[tuple[object, ...], Sequence[int]]] = {}
_COUNTS: Final[dict[tuple[object, ...], int]] = {}
_EXPERIENCE: Final = {  # months: from, below
    "noExperience": (0, 12),
    "between1And3": (12, 36),
    "between3And6": (36, 72),
    "moreThan6": (72, 1_000),
}
_PERIODS: Final = {"last_year": 1, "last_three_years": 3, "last_six_years": 6}  # years
_RELOCATION: Final[dict[str, Callable[[bool, bool], bool]]] = {  # lives there, would move
    "living_or_relocation": lambda lives, moves: lives or moves,
    "living": lambda lives, moves: lives,
    "living_but_relocation": lambda lives, moves: lives and moves,
    "relocation": lambda lives, moves: not lives and moves,
}
_ALONE: Final = frozenset({"page", "per_page", "locale", "host", "saved_search_id", "with_job_search_status"})
"""Parameters that do not say who is looked for."""


def found(call: Call, query: Sequence[tuple[str, str]] | None = None) -> Sequence[int]:
    """Return the numbers of all people a query finds, in its order; ``query`` is the request's own if none.

    Worlds that began alike look for them once a day. Raises Refusal for values that no dictionary has, and
    for pages below the depth of a search.
    """
    search = Call(call.world, {}, list(call.query if query is None else query), [], b"", call.headers)
    check_search(search)
    now = call.world.now
    if search.flag("search_in_responses"):
        return _search(search, now)
    mark = _mark(search)
    if mark not in _FOUND:
        _FOUND[mark] = _search(search, now)
        while len(_FOUND) > _KEPT:
            del _FOUND[next(iter(_FOUND))]
    return _FOUND[mark]


def count(call: Call, query: Sequence[tuple[str, str]]) -> int:
    """Return how many people a query finds, which is remembered longer than who they are. Raises Refusal."""
    search = Call(call.world, {}, list(query), [], b"", call.headers)
    mark = _mark(search)
    if mark not in _COUNTS:
        number = len(found(call, query))
        if search.flag("search_in_responses"):
            return number
        _COUNTS[mark] = number
        while len(_COUNTS) > _COUNTED:
            del _COUNTS[next(iter(_COUNTS))]
    return _COUNTS[mark]


def _mark(search: Call) -> tuple[object, ...]:
    """Return what the people found depend on: what is asked for, who there is, and the day."""
    world = search.world
    asked = tuple((name, value) for name, value in search.query if name not in _ALONE)
    return (
        world.seed,
        len(world.vacancies),
        world.began,
        world.now.date(),
        world.base.length(world.now),
        asked,
    )


def _search(call: Call, now: datetime) -> Sequence[int]:
    world, base = call.world, call.world.base
    numbers: Iterable[int] = range(base.length(now))
    texts = [(Query(one.text, one.logic, prefix=call.flag("by_text_prefix")), one) for one in texts_of(call)]
    roles = set(call.all_asked("professional_role")) | _likeness(call)
    trades = {
        place
        for place, trade in enumerate(professions())
        if (not roles or trade.role[0] in roles)
        and all(text.may_match(vocabulary(trade)) for text, _ in texts)
    }
    numbers = (number for number in numbers if number % len(professions()) in trades)
    since, until = _span(call, now)
    if since or until:
        numbers = (one for one in numbers if _within(changed_at(base.key(one), world.began), since, until))
    numbers = _in_folders(call, _responded(call, numbers))
    tests = _tests(call)
    tests += [_text_test(world, text, one.fields, one.period) for text, one in texts]
    kept = [one for one in numbers if all(test(world.person(base.key(one))) for test in tests)]
    return _ordered(call, kept)


def _likeness(call: Call) -> set[str]:
    """Return the role of the resume or the vacancy that people are to be like."""
    key = person_of(call.asked("resume") or "")
    vacancy = call.world.vacancy(call.asked("vacancy_id") or "")
    roles = {call.world.trade(key).role[0]} if key else set()
    return roles | ({vacancy.trade.role[0]} if vacancy else set())


def _responded(call: Call, numbers: Iterable[int]) -> Iterable[int]:
    world, base = call.world, call.world.base
    alike = person_of(call.asked("resume") or "")
    if alike:
        numbers = (one for one in numbers if base.key(one) != alike)
    if call.flag("search_in_responses"):
        return (one for one in numbers if world.negotiations_of(base.key(one)))
    return numbers


def _span(call: Call, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Return between which moments the resumes were changed."""
    since: list[datetime] = []
    if days := call.asked("period"):
        since.append(now - timedelta(days=float(days)))
    since += [moment_of(value) for name in ("date_from", "last_used") if (value := call.asked(name))]
    if stamp := call.asked("last_used_timestamp"):
        since.append(datetime.fromtimestamp(int(stamp), UTC))
    until = call.asked("date_to")
    return max(since, default=None), moment_of(until) if until else None


def _in_folders(call: Call, numbers: Iterable[int]) -> Iterable[int]:
    """Return those who are in the folders of favourites that are asked for."""
    folders, base = set(call.all_asked("folder")), call.world.base
    if call.flag("include_all_folders"):
        folders = set(FOLDERS)
    if not folders:
        return numbers
    return (one for one in numbers if folder_of(base.key(one)) in folders)


def _within(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or moment > since) and (until is None or moment <= until)


def _tests(call: Call) -> list[_Test]:
    """Return the filters on what a person is, the cheapest first."""
    world, labels = call.world, set(call.all_asked("label"))
    tests = _placed(call)
    if call.asked("age_from") or call.asked("age_to") or "only_with_age" in labels:
        low, high = call.number("age_from", 0), call.number("age_to", 200)
        told = "only_with_age" in labels
        tests.append(lambda who: _between(who.age(world.now.date()), low, high, told=told))
    if call.asked("salary_from") or call.asked("salary_to") or "only_with_salary" in labels:
        least, most = call.number("salary_from", 0), call.number("salary_to", 10**9)
        rate, told_pay = in_roubles(1, call.asked("currency") or "RUR"), "only_with_salary" in labels
        tests.append(lambda who: _between(_pay(who, rate), least, most, told=told_pay))
    if spans := call.all_asked("experience"):
        bounds = [_EXPERIENCE[span] for span in spans]
        tests.append(lambda who: any(low <= who.months < below for low, below in bounds))
    if (gender := call.asked("gender")) or "only_with_gender" in labels:
        known = "only_with_gender" in labels
        tests.append(
            lambda who: (
                ("female" if who.female else "male") == (gender or ("female" if who.female else "male"))
                if who.tells_sex
                else not known
            )
        )
    return tests + _told_by_traits(call) + _told_by_career(call)


def _placed(call: Call) -> list[_Test]:
    areas, wish = set(call.all_asked("area")), call.asked("relocation") or "living_or_relocation"
    tests = list[_Test]()
    if areas:
        tests.append(
            lambda who: _RELOCATION[wish](
                who.area is not None and (who.area.id in areas or who.area.country in areas), relocates(who)
            )
        )
    if metro := set(call.all_asked("metro")):
        tests.append(
            lambda who: (
                (station := station_of(who)) is not None
                and not metro.isdisjoint((station.id, station.line.id))
            )
        )
    if districts := set(call.all_asked("district")):
        tests.append(lambda who: (one := district_of(who)) is not None and one.id in districts)
    return tests


def _between(value: float | None, low: float, high: float, *, told: bool) -> bool:
    """Who does not tell passes, unless only those who tell are wanted."""
    return not told if value is None else low <= value <= high


def _pay(who: Person, rate: float) -> float | None:
    return in_roubles(who.pay, who.currency) / rate if who.pay else None


def _told_by_traits(call: Call) -> list[_Test]:
    world, tests = call.world, list[_Test]()
    if forms := set(call.all_asked("employment_form")):
        tests.append(lambda who: bool(forms & set(world.traits(who).employment_forms)))
    if formats := set(call.all_asked("work_format")):
        tests.append(lambda who: bool(formats & set(world.traits(who).work_formats)))
    if trips := set(call.all_asked("business_trip_readiness")):
        tests.append(lambda who: world.traits(who).trips in trips)
    if languages := [one.partition(".") for one in call.all_asked("language")]:
        tests.append(lambda who: all(_speaks(world, who, name, level) for name, _, level in languages))
    if licences := set(call.all_asked("driver_license_types")):
        tests.append(lambda who: world.traits(who).licence in licences)
    if citizenships := set(call.all_asked("citizenship")):
        tests.append(lambda who: world.traits(who).citizenship in citizenships)
    if permits := set(call.all_asked("work_ticket")):
        tests.append(lambda who: RUSSIA in permits)
    if statuses := set(call.all_asked("job_search_status")):
        tests.append(lambda who: world.traits(who).status in statuses)
    return tests


_LEVELS: Final = ("a1", "a2", "b1", "b2", "c1", "c2", "l1")


def _speaks(world: World, who: Person, language: str, level: str) -> bool:
    """Return whether somebody speaks a language as well as that, or better."""
    return any(
        name == language and _LEVELS.index(degree) >= _LEVELS.index(level)
        for name, degree in world.traits(who).languages
    )


def _told_by_career(call: Call) -> list[_Test]:
    world, tests = call.world, list[_Test]()
    if levels := {*call.all_asked("education_levels"), *call.all_asked("education_level")}:
        tests.append(lambda who: world.career(who).level in levels)
    if skills := {skill_name(one) for one in call.all_asked("skill")}:
        tests.append(lambda who: skills <= set(world.career(who).skills))
    if industries := set(call.all_asked("filter_exp_industry")):
        years = _PERIODS.get(call.asked("filter_exp_period") or "")
        since = (world.now - timedelta(days=366 * years)).date() if years else None
        tests.append(
            lambda who: any(
                is_within(job.company, world.trade(who.key), industries)
                for job in world.career(who).jobs
                if since is None or job.end is None or job.end >= since
            )
        )
    if schools := set(call.all_asked("educational_institution")):
        tests.append(lambda who: any(one.id in schools for one in world.career(who).schools))
    return tests


def _text_test(world: World, text: Query, fields: Sequence[str], period: str) -> _Test:
    everywhere = "everywhere" in fields
    back = timedelta(days=366 * _PERIODS[period]) if period in _PERIODS else None
    since = (world.began - back).date() if back else None

    def test(who: Person) -> bool:
        title = words_of(who.title)
        if everywhere or "title" in fields:
            if not text.negates and text.matches(title):
                return True
            if tuple(fields) == ("title",):
                return text.matches(title)
        past = world.career(who)
        jobs = [job for job in past.jobs if since is None or job.end is None or job.end >= since]
        parts = [title] if everywhere or "title" in fields else []
        if everywhere or "skills" in fields:
            parts.append(words_of(" ".join(past.skills)))
        if everywhere or "education" in fields:
            parts.append(words_of(" ".join(f"{one.name} {one.speciality}" for one in past.schools)))
        if everywhere:
            parts.append(words_of(past.about or ""))
        parts += [words_of(one) for job in jobs for one in _job_texts(job, fields, everywhere=everywhere)]
        return text.matches([word for part in parts for word in part])

    return test


def _job_texts(job: Job, fields: Sequence[str], *, everywhere: bool) -> Iterable[str]:
    told = {
        "experience_company": job.company,
        "experience_position": job.position,
        "experience_description": job.description,
    }
    whole = everywhere or "experience" in fields
    return [text for field, text in told.items() if whole or field in fields]


def _ordered(call: Call, numbers: list[int]) -> Sequence[int]:
    world, base = call.world, call.world.base
    order = call.asked("order_by") or "relevance"
    if order == "publication_time":
        return sorted(numbers, key=lambda one: changed_at(base.key(one), world.began), reverse=True)
    if order in ("salary_desc", "salary_asc"):
        sign = -1 if order == "salary_desc" else 1

        def pay(number: int) -> tuple[bool, float]:
            amount = _pay(world.person(base.key(number)), 1)
            return (amount is None, sign * (amount or 0))

        return sorted(numbers, key=pay)
    return sorted(numbers, key=lambda one: one * 2_654_435_761 % 10_007)


def within_depth(page: int, per_page: int) -> bool:
    """Return whether a page is still among those that a search shows."""
    return (page + 1) * per_page <= DEPTH


def key_of(call: Call, number: int) -> Key:
    """Return who somebody of the base is."""
    return call.world.base.key(number)
