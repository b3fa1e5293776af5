"""Filters of a collection: which negotiations a list request keeps."""

from collections.abc import Callable

from hh_tui.demo.call import Call
from hh_tui.demo.filter_values import check_values
from hh_tui.demo.money import in_roubles
from hh_tui.demo.people import Person
from hh_tui.demo.topic import Topic
from hh_tui.demo.traits import relocates
from hh_tui.demo.world import World

_Test = Callable[[World, Topic, Person], bool]

_EXPERIENCE = {  # months: from, below
    "noExperience": (0, 12),
    "between1And3": (12, 36),
    "between3And6": (36, 72),
    "moreThan6": (72, 1_000),
}
_UNSORTED = "response"
_FLAGS: dict[str, Callable[[World, Person], bool | None]] = {
    "show_only_with_vehicle": lambda world, who: world.traits(who).vehicle,
    "show_only_with_medical_book": lambda world, who: world.traits(who).medical_book,
    "show_only_with_self_employment": lambda world, who: world.traits(who).self_employed,
}
_RELOCATION: dict[str, Callable[[bool, bool], bool]] = {  # lives there, would move
    "living_or_relocation": lambda lives, moves: lives or moves,
    "living": lambda lives, moves: lives,
    "living_but_relocation": lambda lives, moves: lives and moves,
    "relocation": lambda lives, moves: not lives and moves,
}


def kept(call: Call, collection: str, topics: list[Topic]) -> list[Topic]:
    """Return the negotiations that pass every filter of the request; the rest of the query is ignored.

    Raises Refusal for values that no dictionary has.
    """
    check_values(call)
    if collection == _UNSORTED and call.flag("show_only_new_responses"):
        topics = [topic for topic in topics if not topic.viewed]
    if collection != _UNSORTED and call.flag("show_only_new"):
        topics = [topic for topic in topics if topic.unread]
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
    if call.asked("age_from") or call.asked("age_to"):
        tests.append(_within(call, "age", lambda world, who: who.age(world.now.date())))
    if call.asked("salary_from") or call.asked("salary_to"):
        tests.append(_within(call, "salary", lambda world, who: _pay(call, who)))
    tests += _placed(call)
    genders, spans = call.all_asked("gender"), call.all_asked("experience")
    if genders:
        tests.append(
            lambda world, topic, who: not who.tells_sex or ("female" if who.female else "male") in genders
        )
    if spans:
        tests.append(lambda world, topic, who: any(_worked(who, span) for span in spans))
    tests += _told_besides(call)
    words = (call.asked("search_text") or "").casefold().split()
    if words:
        tests.append(lambda world, topic, who: all(word in _told(world, who) for word in words))
    return tests


def _placed(call: Call) -> list[_Test]:
    """Return the filters on where one lives: without ``relocation`` those who would move pass, too."""
    tests: list[_Test] = []
    areas, wish = call.all_asked("area"), call.asked("relocation") or "living_or_relocation"
    if areas:
        tests.append(
            lambda world, topic, who: _RELOCATION[wish](
                who.area is not None and (who.area.id in areas or who.area.country in areas), relocates(who)
            )
        )
    if call.asked("search_radius_meters"):
        radius = call.number("search_radius_meters", 0)
        tests.append(
            lambda world, topic, who: who.area == topic.vacancy.area and world.traits(who).distance <= radius
        )
    return tests


def _told_besides(call: Call) -> list[_Test]:
    """Return the filters on what a resume tells beside the career."""
    tests: list[_Test] = []
    licences, countries = call.all_asked("driver_license_types"), call.all_asked("citizenship")
    languages, level = call.all_asked("language"), call.asked("education_level")
    schools = call.all_asked("educational_institution")
    if licences:
        tests.append(lambda world, topic, who: world.traits(who).licence in licences)
    if countries:
        tests.append(lambda world, topic, who: world.traits(who).citizenship in countries)
    if languages:
        tests.append(
            lambda world, topic, who: any(
                f"{name}.{degree}" in languages for name, degree in world.traits(who).languages
            )
        )
    if level:
        tests.append(lambda world, topic, who: world.career(who).level == level)
    if schools:
        tests.append(lambda world, topic, who: any(one.id in schools for one in world.career(who).schools))
    tests += [_flagged(told) for name, told in _FLAGS.items() if call.flag(name)]
    return tests


def _flagged(told: Callable[[World, Person], bool | None]) -> _Test:
    return lambda world, topic, who: told(world, who) is True


def _pay(call: Call, who: Person) -> float | None:
    """Return the pay wished in the currency asked for; without one, in roubles."""
    if who.pay is None:
        return None
    return in_roubles(who.pay, who.currency) / in_roubles(1, call.asked("currency") or "RUR")


def _within(call: Call, name: str, value: Callable[[World, Person], float | None]) -> _Test:
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
