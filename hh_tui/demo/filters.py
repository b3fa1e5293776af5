"""Filters of a collection: which negotiations a list request keeps."""

from collections.abc import Callable

from hh_tui.demo.call import Call
from hh_tui.demo.people import Person
from hh_tui.demo.refusal import bad_argument
from hh_tui.demo.topic import Topic
from hh_tui.demo.traits import RUSSIA, relocates, traits
from hh_tui.demo.world import World

_Test = Callable[[World, Topic, Person], bool]

_EXPERIENCE = {  # months: from, below
    "noExperience": (0, 12),
    "between1And3": (12, 36),
    "between3And6": (36, 72),
    "moreThan6": (72, 1_000),
}
_ONLY_NEW = {
    "show_only_new_responses": lambda topic: not topic.viewed,
    "show_only_new": lambda topic: topic.unread > 0,
}


_RELOCATION: dict[str, Callable[[bool, bool], bool]] = {  # lives there, would move
    "living_or_relocation": lambda lives, moves: lives or moves,
    "living": lambda lives, moves: lives,
    "living_but_relocation": lambda lives, moves: lives and moves,
    "relocation": lambda lives, moves: not lives and moves,
}


def kept(call: Call, topics: list[Topic]) -> list[Topic]:
    """Return the negotiations that pass every filter of the request; the rest of the query is ignored."""
    for name, test in _ONLY_NEW.items():
        if call.flag(name):
            topics = list(filter(test, topics))
    tests = _tests(call)
    if not tests:
        return topics
    world = call.world
    return [
        topic
        for topic in topics
        if not topic.resume_hidden and all(test(world, topic, world.person(topic.person)) for test in tests)
    ]


def _tests(call: Call) -> list[_Test]:
    tests: list[_Test] = []
    low, high = (
        call.asked("age_from") or call.asked("age_to"),
        call.asked("salary_from") or call.asked("salary_to"),
    )
    if low:
        tests.append(_within(call, "age", lambda world, who: who.age(world.now.date())))
    if high:
        tests.append(_within(call, "salary", lambda world, who: who.pay))
    genders, spans = call.all_asked("gender"), call.all_asked("experience")
    tests += _placed(call)
    if genders:
        tests.append(lambda world, topic, who: ("female" if who.female else "male") in genders)
    if spans:
        if not set(spans) <= set(_EXPERIENCE):
            raise bad_argument("experience")
        tests.append(lambda world, topic, who: any(_worked(who, span) for span in spans))
    tests += _told_besides(call)
    words = (call.asked("search_text") or "").casefold().split()
    if words:
        tests.append(lambda world, topic, who: all(word in _told(world, who) for word in words))
    return tests


def _placed(call: Call) -> list[_Test]:
    """Return the filter on where one lives: without ``relocation`` those who would move pass, too."""
    areas, wish = call.all_asked("area"), call.asked("relocation") or "living_or_relocation"
    if wish not in _RELOCATION:
        raise bad_argument("relocation")
    if not areas:
        return []

    def test(world: World, topic: Topic, who: Person) -> bool:
        lives = who.area is not None and (who.area.id in areas or RUSSIA in areas)
        return _RELOCATION[wish](lives, relocates(who))

    return [test]


def _told_besides(call: Call) -> list[_Test]:
    """Return the filters on what a resume tells beside the career."""
    tests: list[_Test] = []
    licences, countries = call.all_asked("driver_license_types"), call.all_asked("citizenship")
    languages, level = call.all_asked("language"), call.asked("education_level")
    if licences:
        tests.append(lambda world, topic, who: traits(world.seed, who).licence in licences)
    if countries:
        tests.append(lambda world, topic, who: traits(world.seed, who).citizenship in countries)
    if languages:
        tests.append(
            lambda world, topic, who: any(
                f"{name}.{degree}" in languages for name, degree in traits(world.seed, who).languages
            )
        )
    if level:
        tests.append(lambda world, topic, who: world.career(who).level == level)
    if call.flag("show_only_with_vehicle"):
        tests.append(lambda world, topic, who: traits(world.seed, who).vehicle)
    return tests


def _within(call: Call, name: str, value: Callable[[World, Person], int | None]) -> _Test:
    low, high = call.number(f"{name}_from", 0), call.number(f"{name}_to", 10**9)

    def test(world: World, topic: Topic, who: Person) -> bool:
        number = value(world, who)
        return number is not None and low <= number <= high

    return test


def _worked(who: Person, span: str) -> bool:
    low, below = _EXPERIENCE[span]
    return low <= who.months < below


def _told(world: World, who: Person) -> str:
    """Return what a search looks through: names, the position wished, skills and companies."""
    past = world.career(who)
    names = () if "names_and_photo" in who.hidden else (who.last_name, who.first_name, who.middle_name or "")
    return " ".join([*names, who.title, *past.skills, *(job.company for job in past.jobs)]).casefold()
