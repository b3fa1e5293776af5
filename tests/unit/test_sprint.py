"""A sprint: each candidate has one choice at most, and nothing chosen is lost on the way."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hh_tui.api.models import MailTemplate
from hh_tui.api.models.reading import parsed
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.pace import Pace
from hh_tui.inbox.decisions.sprint import Sprint, SprintChoice
from hh_tui.inbox.decisions.sprint_operations import operations
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.letter_pattern import addressed, closed_gaps, pattern, shared
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.sprint import lines
from tests.factory import action, negotiation

HERE = Query("1", "response", "https://api.hh.ru/negotiations/response?vacancy_id=1")
NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
PEOPLE = tuple("abcdefgh")


def _choice(
    who: str, what: str, body: tuple[tuple[str, str], ...] = (), *, own: bool = False
) -> SprintChoice:
    return SprintChoice(Target(negotiation(who), HERE, NOW), action(what, who), body, own)


def _sprint(*chosen: str) -> Sprint:
    """Everybody, with `a:later`: what was chosen for whom."""
    sprint = Sprint(PEOPLE)
    for one in chosen:
        who, _, what = one.partition(":")
        sprint = sprint.choosing(who, _choice(who, what))
    return sprint


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("choose"), st.sampled_from(["later", "no", "call"])),
        st.tuples(st.sampled_from(["pass", "back", "undo", "reach"]), st.none()),
        st.tuples(st.sampled_from(["out", "go", "change"]), st.sampled_from(PEOPLE)),
    ),
    max_size=30,
)


def _moved(sprint: Sprint, move: str, what: Any) -> Sprint:
    match move:
        case "choose" if sprint.current is not None:
            return sprint.choosing(sprint.current, _choice(sprint.current, what))
        case "pass":
            return sprint.passing()
        case "back":
            return sprint.going_back()
        case "undo":
            return sprint.taking_back()
        case "reach":
            return sprint.reaching((*PEOPLE, "z"))
        case "out":
            return sprint.without_choice(what)
        case "go":
            return sprint.at(what)
        case "change":
            return sprint.changing({what: _choice(what, "other", own=True)})
        case _:
            return sprint


@settings(max_examples=150, deadline=None)
@given(MOVES)
def test_each_candidate_is_decided_at_most_once(moves: list[tuple[str, Any]]) -> None:
    sprint = Sprint(PEOPLE)
    for move, what in moves:
        sprint = _moved(sprint, move, what)
        assert len(set(sprint.people)) == len(sprint.people)
        assert 0 <= sprint.place <= len(sprint.people)
        assert not sprint.passed & sprint.choices.keys()
        assert set(sprint.choices) <= set(sprint.people)
        assert all(one.target.negotiation.id == key for key, one in sprint.choices.items())
        in_groups = [key for group in sprint.groups for key in group.ids]
        assert sorted(in_groups) == sorted(sprint.choices)
        sent = operations(Inbox(), sprint, NOW, "us")
        assert sorted(one.negotiation.id for one in sent) == sorted(sprint.choices)
        assert len({one.sprint for one in sent}) <= 1


@settings(max_examples=60, deadline=None)
@given(MOVES, st.sampled_from(["later", "no"]))
def test_a_choice_taken_back_leaves_no_trace(moves: list[tuple[str, Any]], what: str) -> None:
    sprint = Sprint(PEOPLE)
    for move, argument in moves:
        sprint = _moved(sprint, move, argument)
    if sprint.current is not None:
        assert _moved(sprint, "choose", what).taking_back() == sprint


@settings(max_examples=60, deadline=None)
@given(MOVES, st.text(max_size=20))
def test_what_is_kept_comes_back(moves: list[tuple[str, Any]], text: str) -> None:
    sprint = Sprint(PEOPLE)
    for move, what in moves:
        sprint = _moved(sprint, move, what)
    choices = {key: replace(one, body=(("message", f"{key} {text}"),)) for key, one in sprint.choices.items()}
    marked = len(text) % 2 == 0
    whole = sprint_texts.whole_text(NOW, HERE, sprint.people, is_marked=marked)
    kept = {sprint_texts.WHOLE: whole}
    kept |= {key: sprint_texts.choice_text(NOW, one) for key, one in choices.items()}
    kept |= {key: sprint_texts.passed_text(NOW) for key in sprint.passed}
    mine = {sprint_texts.key_of("us", key): one for key, one in kept.items()}
    other = {sprint_texts.key_of("them", key): one for key, one in kept.items()}
    assert sprint_texts.kept_sprint("them", mine) is None
    mine |= other
    found = sprint_texts.kept_sprint("us", mine)
    assert found is not None
    assert (found.source, found.account, found.is_marked) == (HERE, "us", marked)
    offered = {key: {"actions": [action(one.action.id, key)]} for key, one in choices.items()}
    people = {key: negotiation(key, **offered.get(key, {})) for key in sprint.people}
    again = sprint_texts.recalled(found, people, NOW)
    assert (again.people, again.passed) == (sprint.people, sprint.passed)
    assert {key: (one.action, one.body, one.own) for key, one in again.choices.items()} == {
        key: (one.action, one.body, one.own) for key, one in choices.items()
    }


def test_a_kept_choice_goes_where_it_is_offered_no_more() -> None:
    sprint = _sprint("a:later", "b:later", "c:later")
    kept = {key: sprint_texts.choice_text(NOW, one) for key, one in sprint.choices.items()}
    kept |= {sprint_texts.WHOLE: sprint_texts.whole_text(NOW, HERE, PEOPLE), "d": "no JSON"}
    kept = {sprint_texts.key_of("us", key): one for key, one in kept.items()}
    found = sprint_texts.kept_sprint("us", kept)
    assert found is not None
    people = {"a": negotiation("a", actions=[action("later", "a")]), "b": negotiation("b")}
    again = sprint_texts.recalled(found, people, NOW)
    assert again.choices.keys() == {"a"}
    assert again.people == ("a", "b")
    assert sprint_texts.kept_sprint("us", {"us a": kept["us a"]}) is None


def test_it_goes_on_where_nothing_was_chosen_yet() -> None:
    sprint = _sprint("a:later", "b:no").passing()
    assert sprint.current == "d"
    assert sprint.at("a").at_first_open().current == "d"
    everybody = Sprint(("a",)).passing()
    assert everybody.at_first_open().current is None
    assert everybody.reaching(["a", "b"]).at_first_open().current == "b"


def test_what_is_alike_goes_in_one_request() -> None:
    sprint = _sprint("a:later", "b:no", "c:later")
    sprint = sprint.choosing("d", _choice("d", "no", (("message", "Анна, нет"),)))
    first, refusal, second, lettered = operations(Inbox(), sprint, NOW, "us")
    assert first.batch == second.batch != ""
    assert refusal.batch == lettered.batch == ""
    assert len({one.sprint for one in (first, refusal, second, lettered)} - {""}) == 1
    (alone,) = operations(Inbox(), _sprint("a:later"), NOW, "us")
    assert alone.batch == ""


def test_groups_are_told_by_action() -> None:
    groups = _sprint("c:later", "a:no", "b:later").groups
    assert [(one.action.id, one.ids) for one in groups] == [("no", ("a",)), ("later", ("b", "c"))]


def test_a_pace_is_told_once_it_is_known() -> None:
    pace = Pace()
    for now in (0.0, 5.0, 15.0):
        pace = pace.seen(now)
        assert pace.seconds is None
    pace = pace.seen(24.0)
    assert pace.seconds == 9.0
    assert pace.left(10) == 90.0
    # A long talk on the telephone in between changes little, a pause nothing.
    assert pace.seen(4000.0).seconds == 9.5
    assert pace.paused().seen(9000.0).seconds == 9.0
    for now in range(30):
        pace = pace.seen(24.0 + now)
    assert pace.seconds == 1.0


def test_a_letter_to_all_has_everybodys_own_name() -> None:
    template = parsed(
        MailTemplate,
        {"id": "1", "name": "Отказ", "text": "Здравствуйте, [Name]!\nВакансия «[Vacancy]», [HRName]"},
    )
    text = pattern(template, {"me": "Анна"}, "имя", "вакансия")
    assert text == "Здравствуйте, {{имя}}!\nВакансия «{{вакансия}}», Анна"
    assert not closed_gaps(text)
    assert [gap.written for gap in closed_gaps(f"{text} {{{{слот}}}} [Имя]")] == ["{{слот}}", "[Имя]"]
    facts = {"name": "Мария", "vacancy": "Повар"}
    assert addressed(text, facts) == "Здравствуйте, Мария!\nВакансия «Повар», Анна"
    nameless = {"name": "", "vacancy": "Повар"}
    assert addressed(text, nameless) == "Здравствуйте!\nВакансия «Повар», Анна"
    assert addressed("{{имя}}, добрый день!", nameless) == "Добрый день!"
    assert addressed("Это письмо — {{ Имя }}", nameless) == "Это письмо — {{ Имя }}"


def test_one_letter_for_all_is_filled_in_where_it_must_be() -> None:
    fields = {"id": "1", "name": "Отказ", "variables": [{"id": "Name", "name": "Имя соискателя"}]}
    told = shared("имя", "вакансия")

    def begun(text: str, facts: dict[str, str]) -> str:
        return told.worded(parsed(MailTemplate, {**fields, "text": text}), facts)

    assert begun("Здравствуйте, [Name]! Ваш отклик на «[Vacancy]».", {"vacancy": "Повар"}) == (
        "Здравствуйте! Ваш отклик на «Повар»."
    )
    text = begun("Письмо для [Name] о «[Vacancy]»", {})
    assert text == "Письмо для {{имя}} о «{{вакансия}}»"
    assert not told.gaps(text), "each of them gets it with their own values"


def test_the_lists_of_a_sprint_across_vacancies_are_kept() -> None:
    other = replace(HERE, vacancy_id="2", url="https://api.hh.ru/negotiations/x?vacancy_id=2")
    lists = {"a": HERE, "b": other, "c": HERE}
    text = sprint_texts.whole_text(NOW, Query("", "waiting", ""), ("a", "b", "c"), lists)
    kept = sprint_texts.kept_sprint("us", {sprint_texts.key_of("us", sprint_texts.WHOLE): text})
    assert kept is not None
    assert kept.lists == lists
    broken = {sprint_texts.key_of("us", sprint_texts.WHOLE): text.replace('"in"', '"at"')}
    assert sprint_texts.kept_sprint("us", broken).lists == {}  # type: ignore[union-attr]


def test_steps_of_one_action_have_forms_of_their_own() -> None:
    bodies = {("interview", "Первый этап"): (("message", "a"),), ("interview", "Второй"): (("message", "b"),)}
    kept = {
        sprint_texts.key_of(account, *name): sprint_texts.form_text(NOW, body)
        for account in ("us", "them")
        for name, body in bodies.items()
    }
    assert sprint_texts.kept_forms("us", kept) == bodies
    assert sprint_texts.kept_forms("u", kept) == {}


def test_the_sheet_says_whom_it_may_be_refused_for() -> None:
    ctx = RenderContext(Catalogue("en"), NOW, UTC)
    told = [one.right for one in lines(ctx, _sprint("a:later"), {})]
    assert told == ["", Catalogue("en")("row.no-resume")]
